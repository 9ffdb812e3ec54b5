"""Joining Parquet files without reading their rows: the bytes of one after the other, and one footer for all.

A Parquet file is its row groups and then a footer, which is written in Thrift's compact protocol and says where each
column of each of them begins. So a joined file needs a footer with all row groups, at the places where they lie now.
Numbers of fields as in parquet.thrift of the Apache Parquet format, https://parquet.apache.org/docs/file-format.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from thrift.protocol.TCompactProtocol import TCompactProtocol
from thrift.Thrift import TType
from thrift.transport.TTransport import TMemoryBuffer

MAGIC = b"PAR1"
TAIL = 8
"""Bytes after the footer: its length and MAGIC."""

Struct = dict[int, tuple[int, Any]]
"""A Thrift struct: type and value of each field, by its number."""

SCHEMA, ROWS, ROW_GROUPS = 2, 3, 4
"""Fields of FileMetaData."""
COLUMNS, GROUP_BEGIN, ORDINAL = 1, 5, 7
"""Fields of RowGroup."""
META_DATA, INDEXES = 3, (4, 5, 6, 7)
"""Fields of ColumnChunk; indexes of pages, which name places themselves, are left out, as files may."""
BEGINS = (9, 10, 11, 14)
"""Fields of ColumnMetaData that are places in the file: of pages of data, index and dictionary, of the Bloom filter."""

READ = {
    TType.BOOL: TCompactProtocol.readBool, TType.BYTE: TCompactProtocol.readByte, TType.I16: TCompactProtocol.readI16,
    TType.I32: TCompactProtocol.readI32, TType.I64: TCompactProtocol.readI64,
    TType.DOUBLE: TCompactProtocol.readDouble, TType.STRING: TCompactProtocol.readBinary,
}  # fmt: skip
WRITE = {
    TType.BOOL: TCompactProtocol.writeBool, TType.BYTE: TCompactProtocol.writeByte,
    TType.I16: TCompactProtocol.writeI16, TType.I32: TCompactProtocol.writeI32, TType.I64: TCompactProtocol.writeI64,
    TType.DOUBLE: TCompactProtocol.writeDouble, TType.STRING: TCompactProtocol.writeBinary,
}  # fmt: skip


def join_parquet(path: Path, files: Sequence[Path]) -> None:
    """Write the row groups of Parquet files of the same columns, one file after the other, as one file.

    Raises ValueError if their columns differ.
    """
    footers: list[Struct] = []
    with path.open("wb") as joined:
        joined.write(MAGIC)
        for file in files:
            content = memoryview(file.read_bytes())
            end = len(content) - TAIL - int.from_bytes(content[-TAIL:-4], "little")
            footers.append(_read_struct(TCompactProtocol(TMemoryBuffer(bytes(content[end:-TAIL])))))
            _move(footers[-1], joined.tell() - len(MAGIC))
            joined.write(content[len(MAGIC) : end])
        footer = _bytes(_together(footers))
        joined.write(footer + len(footer).to_bytes(4, "little") + MAGIC)


def _together(footers: Sequence[Struct]) -> Struct:
    first = footers[0]
    if any(footer[SCHEMA] != first[SCHEMA] for footer in footers):
        raise ValueError("the columns of the files differ")
    groups = [group for footer in footers for group in footer[ROW_GROUPS][1][1]]
    rows = sum(footer[ROWS][1] for footer in footers)
    return first | {ROWS: (TType.I64, rows), ROW_GROUPS: (TType.LIST, (TType.STRUCT, groups))}


def _move(footer: Struct, by: int) -> None:
    """Add so many bytes to all places that a footer names."""
    for group in footer[ROW_GROUPS][1][1]:
        _shift(group, (GROUP_BEGIN,), by)
        group.pop(ORDINAL, None)
        for column in group[COLUMNS][1][1]:
            _shift(column[META_DATA][1], BEGINS, by)
            for number in INDEXES:
                column.pop(number, None)


def _shift(struct: Struct, numbers: Sequence[int], by: int) -> None:
    for number in numbers:
        if number in struct:
            kind, place = struct[number]
            struct[number] = kind, place + by


def _read_struct(protocol: TCompactProtocol) -> Struct:
    fields: Struct = {}
    protocol.readStructBegin()
    while (begun := protocol.readFieldBegin())[1] != TType.STOP:
        fields[begun[2]] = begun[1], _read(protocol, begun[1])
        protocol.readFieldEnd()
    protocol.readStructEnd()
    return fields


def _read(protocol: TCompactProtocol, kind: int) -> Any:
    if kind == TType.STRUCT:
        return _read_struct(protocol)
    if kind == TType.LIST:
        of, size = protocol.readListBegin()
        values = [_read(protocol, of) for _ in range(size)]
        protocol.readListEnd()
        return of, values
    return READ[kind](protocol)


def _bytes(struct: Struct) -> bytes:
    buffer = TMemoryBuffer()
    _write(TCompactProtocol(buffer), TType.STRUCT, struct)
    written: bytes = buffer.getvalue()
    return written


def _write(protocol: TCompactProtocol, kind: int, value: Any) -> None:
    if kind == TType.STRUCT:
        protocol.writeStructBegin("")
        for number, (its, content) in sorted(value.items()):
            protocol.writeFieldBegin("", its, number)
            _write(protocol, its, content)
            protocol.writeFieldEnd()
        protocol.writeFieldStop()
        protocol.writeStructEnd()
    elif kind == TType.LIST:
        of, values = value
        protocol.writeListBegin(of, len(values))
        for each in values:
            _write(protocol, of, each)
        protocol.writeListEnd()
    else:
        WRITE[kind](protocol, value)
