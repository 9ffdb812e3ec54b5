"""Joined files hold the rows of their parts, and are Parquet files like any other."""

import duckdb
import numpy as np
import pandas as pd
import pytest

from sim.record.columns import Column
from sim.record.joining import join_parquet
from sim.record.store import read_parquet, write_parquet


def parquet_types(path):
    return duckdb.sql(f"SELECT name, type, converted_type FROM parquet_schema('{path}')").fetchall()


def test_files_joined_are_as_if_written_at_once(tmp_path):
    columns = [
        Column("number", "int", ""),
        Column("at", "time", ""),
        Column("word", "word", ""),
        Column("no", "word", ""),
    ]
    rows = pd.DataFrame(
        {
            "number": [3, 1, 2],
            "at": np.array(["2025-01-01T08:00:00.001", "NaT", "2025-01-02"], dtype="datetime64[ms]"),
            "word": pd.Categorical(["it's", "b", "a"]),
            "no": pd.Categorical([None, None, None], categories=[]),
        }
    )
    whole = tmp_path / "whole's.parquet"
    write_parquet(whole, rows, columns)
    parts = [tmp_path / f"part's {number}.parquet" for number in range(2)]
    for part, some in zip(parts, (rows[:1], rows[1:]), strict=True):
        write_parquet(part, some.assign(word=some["word"].cat.remove_unused_categories()), columns)
    joined = tmp_path / "joined.parquet"
    join_parquet(joined, parts)
    pd.testing.assert_frame_equal(read_parquet(joined, columns), read_parquet(whole, columns))
    assert read_parquet(joined, columns)["number"].tolist() == [3, 1, 2]
    assert parquet_types(joined) == parquet_types(str(whole).replace("'", "''"))


def many(first, count):
    """A frame of columns that DuckDB writes in different ways, longer than one row group."""
    number = np.arange(first, first + count)
    words = pd.Categorical(np.array(["", "lift", "litter"])[number % 3])
    drawn = np.random.default_rng(first).normal(size=count)
    return pd.DataFrame({"number": number, "few": number % 7, "drawn": drawn, "even": number % 2 == 0, "word": words})


def test_places_in_all_row_groups_and_their_indexes_are_right(tmp_path):
    parts = [tmp_path / f"{number}.parquet" for number in range(3)]
    for number, part in enumerate(parts):
        write_parquet(part, many(1_000_000 * number, 150_000), None)
    joined = tmp_path / "joined.parquet"
    join_parquet(joined, parts)
    whole = pd.concat([many(1_000_000 * number, 150_000) for number in range(3)], ignore_index=True)
    found = duckdb.sql(f"FROM '{joined}'").df().astype({"word": "category"})
    pd.testing.assert_frame_equal(found, whole)
    groups, rows = duckdb.sql(f"SELECT num_row_groups, num_rows FROM parquet_file_metadata('{joined}')").fetchall()[0]
    assert (groups, rows) == (6, 450_000)
    # which row groups are read is decided by their statistics and Bloom filters
    assert duckdb.sql(f"SELECT count(*) FROM '{joined}' WHERE number = 2000007").fetchall() == [(1,)]
    assert duckdb.sql(f"SELECT count(*) FROM '{joined}' WHERE few = 6").fetchall() == [((whole["few"] == 6).sum(),)]


def test_joining_twice_is_joining_all(tmp_path):
    parts = [tmp_path / f"{number}.parquet" for number in range(3)]
    for number, part in enumerate(parts):
        write_parquet(part, many(number, 10), None)
    join_parquet(tmp_path / "two", parts[:2])
    join_parquet(tmp_path / "three", [tmp_path / "two", parts[2]])
    join_parquet(tmp_path / "at once", parts)
    assert (
        duckdb.sql(f"FROM read_parquet('{tmp_path / 'three'}')").fetchall()
        == duckdb.sql(f"FROM read_parquet('{tmp_path / 'at once'}')").fetchall()
    )


def test_files_of_other_columns_are_refused(tmp_path):
    write_parquet(tmp_path / "a", pd.DataFrame({"number": [1]}), None)
    write_parquet(tmp_path / "b", pd.DataFrame({"number": [0.5]}), None)
    with pytest.raises(ValueError, match="columns"):
        join_parquet(tmp_path / "joined", [tmp_path / "a", tmp_path / "b"])
