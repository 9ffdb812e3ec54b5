"""XES files hold to the structure that IEEE 1849 prescribes, and say what the log says."""

import re
from pathlib import Path
from xml.etree import ElementTree as Tree

import duckdb
import pytest

from sim.reading.export import log, write
from sim.reading.export.write import export_log

SPACE = "{http://www.xes-standard.org/}"
VALUES = {
    "string": re.compile(r".*", re.DOTALL),
    "date": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"),
    "int": re.compile(r"[+-]?\d+"),
    "float": re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?|INF|-INF|NaN"),
    "boolean": re.compile(r"true|false|1|0"),
}
"""What values of the elements of attributes may be, by XML Schema."""
ORDER = {
    "log": ["extension", "global", "classifier", "attribute", "trace", "event"],
    "trace": ["attribute", "event"],
    "event": ["attribute"],
    "global": ["attribute"],
}
"""In which order the children of an element stand."""
STANDARD = {"concept:name", "concept:instance", "time:timestamp", "lifecycle:transition", "lifecycle:model", "org:role"}
STANDARD |= {"org:resource", "org:group"}


def kind(element: Tree.Element) -> str:
    assert element.tag.startswith(SPACE), f"{element.tag} is of another name space"
    name = element.tag.removeprefix(SPACE)
    return "attribute" if name in VALUES else name


def faults(element: Tree.Element) -> list[str]:
    """Return what is wrong with an element and all within, by the rules of the standard."""
    found, name = [], kind(element)
    ranks = [ORDER[name].index(kind(child)) for child in element] if name in ORDER else []
    found += [f"{name}: children out of order"] if ranks != sorted(ranks) else []
    keys = [child.get("key") for child in element if kind(child) == "attribute"]
    found += [f"{name}: a key twice"] if len(keys) != len(set(keys)) else []
    if name == "attribute":
        tag, key, value = element.tag.removeprefix(SPACE), element.get("key"), element.get("value")
        found += [f"{key}: {value!r} is no {tag}"] if value is None or not VALUES[tag].fullmatch(value) else []
        found += [f"{key}: not of the standard"] if ":" in str(key) and key not in STANDARD else []
    return [*found, *(fault for child in element for fault in faults(child))]


def attributes(element: Tree.Element) -> dict[str | None, str | None]:
    return {child.get("key"): child.get("value") for child in element if kind(child) == "attribute"}


@pytest.fixture(name="path", scope="module")
def _path(result: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_log(result, "xes", tmp_path_factory.mktemp("xes") / "log.xes")


@pytest.fixture(name="root", scope="module")
def _root(path: Path) -> Tree.Element:
    return Tree.parse(path).getroot()


def test_the_structure_is_that_of_the_standard(root: Tree.Element) -> None:
    assert root.tag == f"{SPACE}log"
    assert root.get("xes.version") == "1849.2016"
    assert faults(root) == []


def test_faults_of_structure_are_seen() -> None:
    broken = f'<log xmlns="{SPACE[1:-1]}"><trace><event/><int key="a" value="x"/><int key="a" value="1"/></trace></log>'
    assert faults(Tree.fromstring(broken)) == ["trace: children out of order", "trace: a key twice", "a: 'x' is no int"]


def test_prefixes_are_declared_and_every_trace_and_event_has_the_global_attributes(root: Tree.Element) -> None:
    declared = {child.get("prefix") for child in root.findall(f"{SPACE}extension")}
    used = {key.split(":")[0] for its in root.iter() if ":" in (key := its.get("key") or "")}
    assert used == declared
    for scope in ("trace", "event"):
        (shared,) = (attributes(its) for its in root.findall(f"{SPACE}global") if its.get("scope") == scope)
        assert all(set(shared) <= set(attributes(its)) for its in root.iter(f"{SPACE}{scope}"))
    (classifier,) = root.findall(f"{SPACE}classifier")
    assert set(str(classifier.get("keys")).split()) <= set(shared)


def test_each_case_is_a_trace_with_its_rows_of_the_log_in_their_order(root: Tree.Element, result: Path) -> None:
    told = {
        str(attributes(trace)["concept:name"]): [
            (attributes(its)["concept:name"], str(attributes(its)["time:timestamp"])[:23])
            for its in trace.findall(f"{SPACE}event")
        ]
        for trace in root.findall(f"{SPACE}trace")
    }
    rows = duckdb.sql(
        "SELECT replication || '-' || \"case\", activity, strftime(local_time, '%Y-%m-%dT%H:%M:%S.%g')"
        f" FROM '{result}/events.parquet' WHERE \"case\" >= 0"
    ).fetchall()
    expected: dict[str, list[tuple[str, str]]] = {}
    for name, activity, at in rows:
        expected.setdefault(name, []).append((activity, at))
    assert told == expected


def test_pieces_change_nothing(path: Path, result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "PIECE_ROWS", 150)
    monkeypatch.setattr(log, "PIECE_CASES", 60)
    again = export_log(result, "xes", tmp_path / "again.xes")
    assert again.read_bytes() == path.read_bytes()


def test_signs_that_no_xml_holds_do_not_break_it(result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(file: object, its: log.Log, name: str) -> None:
        plain(file, its, 'a "town" <\x01&>')

    plain = write.write_xes
    monkeypatch.setattr(write, "write_xes", odd)
    root = Tree.parse(export_log(result, "xes", tmp_path / "odd.xes", replication=1)).getroot()
    assert attributes(root)["concept:name"] == 'a "town" <\ufffd&>'
    assert {attributes(trace)["replication"] for trace in root.findall(f"{SPACE}trace")} == {"1"}
