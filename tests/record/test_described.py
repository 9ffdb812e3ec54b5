"""The page of the tables: all that a run writes stands there, and the page in the documentation is that of the text."""

from pathlib import Path

from sim.record.activities import ACTIVITIES
from sim.record.columns import TABLES
from sim.record.described import tables_page

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_every_column_and_activity_is_on_the_page_of_the_documentation() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == tables_page(), f"run: gridgov schema tables > {PAGE}"
    for name, columns in TABLES.items():
        section = page.split(f"## {name}\n")[1].split("\n## ")[0]
        assert all(f"| `{column.name}` |" in section for column in columns)
    assert all(f"| `{activity.name}` |" in page for activity in ACTIVITIES)


def test_no_cell_breaks_its_table() -> None:
    widths = {line.count("|") for line in tables_page().splitlines() if line.startswith("|")}
    assert widths == {4, 5}
