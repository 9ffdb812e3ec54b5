"""OCEL files hold to the rules of OCEL 2.0, in JSON and in SQLite, and say what the log says."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sim.reading.export import log
from sim.reading.export.write import export_log

Document = dict[str, Any]
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "float": (int, float), "boolean": (bool,), "time": (str,),
}  # fmt: skip


def faults(document: Document) -> Iterator[str]:
    """Yield what is wrong with a log, by the schema and the text of the standard."""
    if set(document) != {"objectTypes", "eventTypes", "objects", "events"}:
        yield "other parts than the four"
    known = {its["id"] for its in document["objects"]}
    for part, types in (("objects", "objectTypes"), ("events", "eventTypes")):
        declared = {its["name"]: {it["name"]: it["type"] for it in its["attributes"]} for its in document[types]}
        if len(declared) != len(document[types]) or any(set(its.values()) - set(KINDS) for its in declared.values()):
            yield f"{types}: a name twice, or an unknown type"
        if len({its["id"] for its in document[part]}) != len(document[part]):
            yield f"{part}: an id twice"
        for its in document[part]:
            for given in its["attributes"]:
                kind = declared[its["type"]].get(given["name"], "")
                if not isinstance(given["value"], KINDS.get(kind, ())) or (
                    isinstance(given["value"], bool) and kind != "boolean"
                ):
                    yield f"{its['id']}: {given['name']} is no {kind or 'attribute of its type'}"
                times = [given["time"]] if part == "objects" else []
                times += [given["value"]] if kind == "time" else []
                yield from (f"{its['id']}: {time} is no time" for time in times if not TIME.fullmatch(time))
            if part == "events" and not TIME.fullmatch(its["time"]):
                yield f"{its['id']}: {its['time']} is no time"
            related = [(it["objectId"], it["qualifier"]) for it in its["relationships"]]
            if len(related) != len(set(related)) or any(other not in known for other, _ in related):
                yield f"{its['id']}: a relation twice, or to nothing"


@pytest.fixture(name="document", scope="module")
def _document(result: Path, tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = export_log(result, "ocel", tmp_path_factory.mktemp("ocel") / "log.json")
    found: Document = json.loads(path.read_text("utf-8"))
    return found


@pytest.fixture(name="database", scope="module")
def _database(result: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(export_log(result, "ocel", tmp_path_factory.mktemp("ocel") / "log.sqlite"))) as opened:
        yield opened


def test_the_json_is_as_the_standard_says(document: Document) -> None:
    assert list(faults(document)) == []


def test_faults_of_a_log_are_seen(document: Document) -> None:
    broken = json.loads(json.dumps(document))
    broken["events"][0]["relationships"] = [{"objectId": "nobody", "qualifier": "case"}]
    broken["events"][1]["time"] = "yesterday"
    broken["objects"][0]["attributes"].append({"name": "name", "time": "1970-01-01T00:00:00Z", "value": 3})
    assert len(list(faults(broken))) == 3


def test_every_row_of_the_log_is_an_event_and_every_row_of_a_table_an_object(document: Document, result: Path) -> None:
    rows = duckdb.sql(f"SELECT activity, count(*) FROM '{result}/events.parquet' GROUP BY 1").fetchall()
    assert Counter(its["type"] for its in document["events"]) == dict(rows)
    counted = Counter(its["type"] for its in document["objects"])
    for kind, table in (("issue", "issues"), ("case", "cases"), ("station", "stations")):
        assert counted[kind] == duckdb.sql(f"SELECT count(*) FROM '{result}/{table}.parquet'").fetchall()[0][0]


def test_events_and_cases_are_tied_to_what_they_are_about(document: Document, result: Path) -> None:
    by_case = Counter(
        its["objectId"] for event in document["events"] for its in event["relationships"] if its["qualifier"] == "case"
    )
    rows = duckdb.sql(
        f'SELECT replication, "case", count(*) FROM \'{result}/events.parquet\' WHERE "case" >= 0 GROUP BY ALL'
    ).fetchall()
    assert by_case == {f"case {replication}-{case}": count for replication, case, count in rows}
    about = {
        its["id"]: it["objectId"]
        for its in document["objects"]
        for it in its["relationships"]
        if it["qualifier"] == "about"
    }
    cases = duckdb.sql(f"SELECT replication, \"case\", root, generation FROM '{result}/cases.parquet'").fetchall()
    assert about == {f"case {r}-{case}": f"issue {r}-{root}-{generation}" for r, case, root, generation in cases}
    queued = next(its for its in document["events"] if its["type"] == "queued")
    assert {its["qualifier"] for its in queued["relationships"]} >= {"case", "issue", "queue"}


def test_the_state_of_a_case_changes_when_it_is_closed(document: Document) -> None:
    cases = [its["attributes"] for its in document["objects"] if its["type"] == "case"]
    told = [[(it["value"], it["time"]) for it in its if it["name"] == "state"] for its in cases]
    closed = [next((it["value"] for it in its if it["name"] == "closed_at"), None) for its in cases]
    for states, at in zip(told, closed, strict=True):
        assert states[0][1].startswith("1970-01-01")
        assert len(states) == 1 or states[1] == ("closed", at)
    assert any(len(states) == 2 for states in told)


def test_the_database_has_the_tables_and_keys_of_the_standard(database: sqlite3.Connection) -> None:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for kind in ("event", "object"):
        types = dict(database.execute(f"SELECT ocel_type, ocel_type_map FROM {kind}_map_type"))
        used = {name for (name,) in database.execute(f"SELECT DISTINCT ocel_type FROM {kind}")}
        assert used == set(types)
        specific = {f"{kind}_{its}" for its in types.values()}
        assert {its for its in tables if its.startswith(f"{kind}_")} == specific | {
            f"{kind}_map_type",
            f"{kind}_object",
        }
        for table in specific:
            columns = {row[1]: row[2] for row in database.execute(f"PRAGMA table_info({table})")}
            assert columns["ocel_time"] == "TIMESTAMP"
            assert ("ocel_changed_field" in columns) == (kind == "object")
            foreign = {row[2:5] for row in database.execute(f"PRAGMA foreign_key_list({table})")}
            assert foreign == {(kind, "ocel_id", "ocel_id")}
    keys = {
        table: {row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[5]}
        for table in ("event", "object", "event_object", "object_object", "event_map_type", "object_map_type")
    }
    assert keys["event"] == keys["object"] == {"ocel_id"}
    assert keys["event_object"] == {"ocel_event_id", "ocel_object_id", "ocel_qualifier"}
    assert keys["object_object"] == {"ocel_source_id", "ocel_target_id", "ocel_qualifier"}
    assert keys["event_map_type"] == keys["object_map_type"] == {"ocel_type"}
    assert list(database.execute("PRAGMA foreign_key_check")) == []


def test_the_database_says_what_the_json_says(database: sqlite3.Connection, document: Document) -> None:
    related = {
        (its["id"], it["objectId"], it["qualifier"]) for its in document["events"] for it in its["relationships"]
    }
    assert set(database.execute("SELECT * FROM event_object")) == related
    assert dict(database.execute("SELECT * FROM event")) == {its["id"]: its["type"] for its in document["events"]}
    for event in (its for its in document["events"] if its["type"] == "registered"):
        (row,) = database.execute("SELECT ocel_time, hours FROM event_registered WHERE ocel_id = ?", (event["id"],))
        assert row[0] == event["time"].replace("T", " ").removesuffix("Z")
        assert row[1] == next(it["value"] for it in event["attributes"] if it["name"] == "hours")
    changes = set(database.execute("SELECT ocel_id, state, hazard FROM object_case WHERE ocel_changed_field = 'state'"))
    assert changes == {
        (its["id"], it["value"], None)
        for its in document["objects"]
        if its["type"] == "case"
        for it in its["attributes"]
        if it["name"] == "state" and not it["time"].startswith("1970")
    }


def test_pieces_change_nothing(
    document: Document, result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "PIECE_ROWS", 700)
    again = export_log(result, "ocel", tmp_path / "again.json")
    assert json.loads(again.read_text("utf-8")) == document
