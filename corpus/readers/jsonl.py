"""JSON Lines: one object a line, one article an object."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from corpus.decode import decode
from corpus.readers import records
from corpus.readers.raw import CHUNK, UnreadableError
from corpus.types import Article, Problem

MAX_LINE = 8 * 1024 * 1024
"""Bytes of one line: the longest articles are under 1 MB."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file, numbered from 1; `data` is None where it is longer than MAX_LINE."""

    number: int
    data: bytes | None


def read(stream: BinaryIO, name: str) -> Iterator[Article | Problem]:
    """The articles of a file, one at a time; a bad line is a `Problem`, and the next is read."""
    for line in _lines(stream):
        yield _article(line, name)


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    """The lines of a file that are not blank."""
    number = 0
    while data := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1 and b"\0" in data:
            raise UnreadableError("not JSON lines in UTF-8: it holds zero bytes")
        if len(data) > MAX_LINE:
            _skip_line(stream)
            yield _Line(number, None)
        elif data.strip():
            yield _Line(number, data)


def _skip_line(stream: BinaryIO) -> None:
    """Read on to the line's end, keeping nothing."""
    while data := stream.readline(CHUNK):
        if data.endswith(b"\n"):
            return


def _article(line: _Line, name: str) -> Article | Problem:
    """The article of one line, or what is wrong with it."""
    article_id = f"{name}#{line.number}"
    if line.data is None:
        return Problem(article_id, "read", f"a line longer than {MAX_LINE // CHUNK} MB")
    found = _object(line.data)
    if isinstance(found, str):
        return Problem(article_id, "read", found)
    return records.article(found, article_id, name)


def _object(data: bytes) -> dict[str, Any] | str:
    """The object of a line, or why there is none."""
    decoded = decode(data)
    if decoded is None:
        return "not text"
    try:
        found = json.loads(decoded.text)
    except (ValueError, RecursionError):
        return "not JSON"
    return found if isinstance(found, dict) else "not a JSON object"
