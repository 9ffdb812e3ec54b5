"""Damage to a file as bytes: what editors, transfers and slips of the hand leave."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[Random, bytes], tuple[bytes, str]]


def damaged(rng: Random, raw: bytes) -> tuple[bytes, str]:
    """Return the bytes with one damage, and what it is."""
    return rng.choice(DAMAGES)(rng, raw)


def _cut(rng: Random, raw: bytes) -> tuple[bytes, str]:
    at = rng.randrange(len(raw) + 1)
    return raw[:at], f"cut off after {at} bytes"


def _flip(rng: Random, raw: bytes) -> tuple[bytes, str]:
    if not raw:
        return b"\x00", "one byte 0"
    at, byte = rng.randrange(len(raw)), rng.randrange(256)
    return raw[:at] + bytes([byte]) + raw[at + 1 :], f"byte {at} is 0x{byte:02x}"


def _lines(rng: Random, raw: bytes) -> tuple[bytes, str]:
    """Repeat, drop, swap or shift a line."""
    lines = raw.splitlines(keepends=True) or [b"\n"]
    at, how = (
        rng.randrange(len(lines)),
        rng.choice(("repeated", "dropped", "swapped", "shifted", "tabbed", "unshifted")),
    )
    line = lines[at]
    new = {
        "repeated": [line, line],
        "dropped": [],
        "swapped": [*lines[at + 1 : at + 2], line],
        "shifted": [b" " + line],
        "tabbed": [line.replace(b"  ", b"\t", 1) if b"  " in line else b"\t" + line],
        "unshifted": [line[1:] if line.startswith(b" ") else line],
    }[how]
    end = at + 2 if how == "swapped" else at + 1
    return b"".join([*lines[:at], *new, *lines[end:]]), f"line {at + 1} {how}"


def _insert(rng: Random, raw: bytes) -> tuple[bytes, str]:
    starts = [0, *(at + 1 for at, byte in enumerate(raw) if byte == 10)]
    at = rng.choice(starts) if rng.random() < 0.6 else rng.randrange(len(raw) + 1)
    piece = rng.choice(PIECES)
    return raw[:at] + piece + raw[at:], f"{piece[:40]!r} put at byte {at}"


def _encode(rng: Random, raw: bytes) -> tuple[bytes, str]:
    encoding = rng.choice(("utf-16", "utf-32", "gbk", "utf-8-sig", "latin-1", "cp1252", "utf-7"))
    return raw.decode("utf-8", "replace").encode(encoding, "replace"), f"written in {encoding}"


def _ends(rng: Random, raw: bytes) -> tuple[bytes, str]:
    end = rng.choice((b"\r\n", b"\r", "\x85".encode(), "\u2028".encode(), b"\n\n"))
    return raw.replace(b"\n", end), f"lines end in {end!r}"


def _nothing(rng: Random, raw: bytes) -> tuple[bytes, str]:
    left = rng.choice(
        (b"", b"\n", b"---\n", b"# x\n", b"...\n", b"null\n", b"[]\n", b"{}\n", b"x\n", b"--- {}\n--- {}\n")
    )
    return left, f"nothing but {left!r}"


def _alias(rng: Random, raw: bytes) -> tuple[bytes, str]:
    """Put anchors and aliases, also ones that grow without bound, at the end."""
    tower = b"\n".join(b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9))
    piece = rng.choice(
        (
            b"\na0: &a0 x\n" + tower,
            b"\nx: &x {y: *x}\n",
            b"\nx: *nowhere\n",
            b"\na: &a x\nb: [" + b"*a, " * 200 + b"]\n",
        )
    )
    return raw + piece, f"{piece[:50]!r} at the end"


def _deep(rng: Random, raw: bytes) -> tuple[bytes, str]:
    depth, opening = rng.choice((45, 300, 5_000)), rng.choice((b"[", b"{a: ", b"- "))
    return raw + b"\nzz: " + opening * depth + b"\n", f"{depth} times {opening!r} at the end"


PIECES = (
    *(b"\x00", b"\t", b"\xff", b"\xed\xa0\x80", b"\x1b[31m", b"\x7f", b"\x0b"),
    *(b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\xa0"),
    *(b"<<: *x\n", b"<<: {a: 1}\n", b"? [a]\n: b\n", b"? {a: b}\n"),
    *(b"!!python/object:os.system x\n", b"!x ", b"&a ", b"*a "),
    *(b"---\n", b"...\n", b"%YAML 9.9\n---\n", b"%TAG ! x\n", b"- ", b": ", b":", b"#"),
    *(b"'", b'"', b"{", b"}", b"[", b"]", b","),
    *(b"| \n", b">-\n", b"@", b"`", b"=", b"\\", b'"\\ud800"', b"x: 1\nx: 2\n"),
    *(b"extends: extends\n", b"9" * 5_000, b"\n"),
)  # fmt: skip

DAMAGES: tuple[Damage, ...] = (
    _cut,
    _flip,
    _flip,
    _lines,
    _lines,
    _lines,
    _insert,
    _insert,
    _encode,
    _ends,
    _nothing,
    _alias,
    _deep,
)
