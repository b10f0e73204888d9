"""CSV and TSV with named columns: one article a row, by the same names as in JSON."""

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from corpus.decode import decode
from corpus.readers import records
from corpus.readers.raw import UnreadableError, read_stream
from corpus.types import Article, Problem

MAX_FIELD = 8 * 1024 * 1024
"""Characters of one field: the longest articles are under 1 MB."""

HEAD = 64 * 1024
"""Bytes from which the encoding is told."""

SEPARATORS = ",;\t|"
"""What parts fields; a French spreadsheet writes ";" where others write ","."""


def read(stream: BinaryIO, name: str) -> Iterator[Article | Problem]:
    """The articles of a table, numbered by row from 1, its line of names not counted."""
    csv.field_size_limit(MAX_FIELD)
    lines = _lines(stream)
    first = next(lines, "")
    separator = max(SEPARATORS, key=first.count)
    rows = _rows(chain([first], lines), separator)
    columns = _columns(next(rows, []))
    if "text" not in columns:
        raise UnreadableError("no article: no column is named “text”")
    for number, row in enumerate(rows, 1):
        if any(row):
            found = {field: row[at] for field, at in columns.items() if at < len(row)}
            yield records.article(found, f"{name}#{number}", name)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a table as text, with their ends, a few in memory at a time.

    Legacy encodings are told from the table's beginning: one line holds too few letters.
    """
    head = stream.readline(MAX_FIELD)
    while len(head) < HEAD and (line := stream.readline(MAX_FIELD)):
        head += line
    decoded = decode(head)
    if decoded is None:
        raise UnreadableError("not text: it holds bytes that no text encoding has")
    if decoded.encoding.startswith(("utf-16", "utf-32")):
        decoded = decode(head + read_stream(stream))
        yield from decoded.text.splitlines(keepends=True) if decoded else ()
        return
    yield from decoded.text.splitlines(keepends=True)
    unicode = decoded.encoding.startswith("utf-8")
    while line := stream.readline(MAX_FIELD):
        found = decode(line) if unicode else None
        yield found.text if found else line.decode(decoded.encoding, errors="replace")


def _rows(lines: Iterator[str], separator: str) -> Iterator[list[str]]:
    """The rows of a table; raises `UnreadableError` where a row has no end."""
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error as error:
        raise UnreadableError(f"not a table: {error}") from error


def _columns(names: list[str]) -> dict[str, int]:
    """For each field of an article, the number of its column."""
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        field = records.field(name)
        if field:
            columns.setdefault(field, at)
    return columns
