"""TOML read a statement at a time, so that each value has its line and a mistake costs only itself.

`tomllib` tells no lines of values and gives up the whole file at the first error; other readers
of TOML tell no lines either.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 100
"""Lines of one statement; an array left open shall not eat the file."""

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_BEGINS = re.compile(rf"\s*(?:\[|{_NAME}(?:\s*\.\s*{_NAME})*\s*=)")
_WHERE = re.compile(r" \(at .*\)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A value with its full name, a table with none, or an error."""

    line: int
    """Where it begins, from 1."""
    path: tuple[str, ...] = ()
    """The table's name and the value's, in parts."""
    value: object = None
    """The value; None for a table alone."""
    error: str = ""
    """What is wrong with it as TOML."""


def statements(text: str) -> Iterator[Statement]:
    """All that a file says, in its order."""
    lines = text.splitlines()
    table: tuple[str, ...] = ()
    at = 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].lstrip().startswith("#"):
            at += 1
            continue
        length, found = _parsed(lines, at)
        if isinstance(found, str):
            yield Statement(at + 1, error=found)
        elif lines[at].lstrip().startswith("["):
            table = next(_flat(found, tables=True))[0]
            yield Statement(at + 1, table)
        else:
            yield from (Statement(at + 1, table + path, value) for path, value in _flat(found))
        at += length


def _parsed(lines: list[str], at: int) -> tuple[int, dict[str, object] | str]:
    """How many lines the statement has that begins at a line, and what it says or its error."""
    error = ""
    length = 1
    while True:
        try:
            return length, tomllib.loads("\n".join(lines[at : at + length]))
        except tomllib.TOMLDecodeError as failure:
            error = error or _WHERE.sub("", str(failure))
        end = at + length
        if length == LONGEST or end >= len(lines) or _BEGINS.match(lines[end]):
            return length, error
        length += 1


def _flat(
    found: dict[str, object], *, tables: bool = False
) -> Iterator[tuple[tuple[str, ...], object]]:
    """Each value with the names that lead to it; with `tables` also the empty tables."""
    for name, value in found.items():
        if isinstance(value, list) and tables:
            yield (name,), None
        elif not isinstance(value, dict):
            yield (name,), value
        elif value or not tables:
            yield from (((name, *path), inner) for path, inner in _flat(value, tables=tables))
        else:
            yield (name,), None
