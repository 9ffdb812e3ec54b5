"""The table of presets tells what they hold."""

from pathlib import Path

from sim.places import place_of, told
from sim.scenario.presets import preset_folder


def test_numbers_are_counted_by_grade_with_those_taken_over(tmp_path: Path) -> None:
    base = place_of("village-square", "en")
    file = tmp_path / "town.yaml"
    file.write_text(
        "extends: village-square\nname: town\n"
        "population: {residents: {value: 27000, grade: A, source: census}}\n"
        "mechanisms: {stewards: {enabled: true, roster: office, count: {value: 3, grade: D, source: told}}}\n"
    )
    town = place_of(file, "en")
    assert town.residents == 27_000
    assert (town.grids, town.workers) == (base.grids, base.workers) == (42, 44)
    assert set(town.on) - set(base.on) == {"stewards"}
    assert town.grades["A"] - base.grades["A"] == town.grades["D"] - base.grades["D"] == 1
    assert base.grades["C"] - town.grades["C"] == 1, "the residents of the preset were arithmetic"


def test_the_table_names_every_preset_in_chinese_too() -> None:
    names = {line.split("  ")[0] for line in told("zh") if not line.startswith(" ")}
    assert names >= {path.stem for path in preset_folder().glob("*.yaml")}
