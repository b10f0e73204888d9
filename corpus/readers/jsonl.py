"""JSON Lines, plain or gzipped: one object a line, one article an object."""

import json
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from corpus.article import Beside, build, refusal
from corpus.clean import clean
from corpus.decode import decode
from corpus.metadata import parse_date, split_names
from corpus.readers.raw import CHUNK, UnreadableError, open_bytes, why
from corpus.types import Article, ArticleId, Problem

MAX_LINE = 8 * 1024 * 1024
"""Bytes of one line: the longest articles are under 1 MB."""

MAX_RATIO = 100
"""A gzip stream that expands more than this is a bomb; text expands 3 to 20 times."""

RATIO_FROM = 64 * 1024 * 1024
"""Expanded bytes from which MAX_RATIO counts."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file, numbered from 1; `data` is None where it is longer than MAX_LINE."""

    number: int
    data: bytes | None


def read(file: Path, path: str) -> Iterator[Article | Problem]:
    """The articles of a file, one at a time; a bad line is a `Problem`, and the next is read."""
    try:
        for line in _lines(file):
            yield from _articles(line, path)
    except UnreadableError as error:
        yield Problem(path, "read", str(error))


def _lines(file: Path) -> Iterator[_Line]:
    """The lines of a file; raises `UnreadableError` where it stops being readable."""
    number = expanded = 0
    try:
        limit = max(RATIO_FROM, file.stat().st_size * MAX_RATIO)
        with closing(open_bytes(file)) as stream:
            while data := stream.readline(MAX_LINE + 1):
                number += 1
                expanded += len(data)
                if number == 1 and b"\0" in data:
                    raise UnreadableError("not JSON lines in UTF-8: it holds zero bytes")
                if len(data) > MAX_LINE:
                    expanded += _skip_line(stream, limit - expanded)
                    yield _Line(number, None)
                elif data.strip():
                    yield _Line(number, data)
                if expanded > limit and file.suffix.lower() == ".gz":
                    raise UnreadableError(
                        f"stopped at line {number}: it expands beyond any real text"
                    )
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(why(error)) from error


def _skip_line(stream: BinaryIO, most: int) -> int:
    """Read on to the line's end, or `most` bytes, keeping nothing; the number of bytes read."""
    skipped = 0
    while skipped <= most and (data := stream.readline(CHUNK)):
        skipped += len(data)
        if data.endswith(b"\n"):
            break
    return skipped


def _articles(line: _Line, path: str) -> Iterator[Article | Problem]:
    """The article of one line, or what is wrong with it."""
    article = ArticleId(f"{path}#{line.number}")
    if line.data is None:
        yield Problem(article, "read", f"a line longer than {MAX_LINE // CHUNK} MB")
        return
    found = _object(line.data)
    if isinstance(found, str):
        yield Problem(article, "read", found)
        return
    text, title = found.get("text"), _text(found.get("title"))
    if not isinstance(text, str) or not text.strip():
        yield Problem(article, "clean", "no text: only a title" if title else "no text")
        return
    reason = refusal(text)
    if reason:
        yield Problem(article, "clean", reason)
        return
    yield build(article, path, clean(text, title=title), _beside(found), alignment=False)


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


def _beside(found: dict[str, Any]) -> Beside:
    """What an object's fields state; a field of another type or without a value states nothing."""
    language = _text(found.get("lang")) or _text(found.get("language")) or ""
    code = language[:2].lower()
    return Beside(
        published=_published(found),
        source=(_text(found.get("source")) or "").strip(" /|-") or None,
        byline=_byline(found),
        language=code if len(code) == 2 and code.isascii() and code.isalpha() else None,
    )


def _published(found: dict[str, Any]) -> str | None:
    """The date of the fields "date" or "published", with or without a time behind it."""
    date = _text(found.get("date")) or _text(found.get("published"))
    return parse_date(date) if date else None


def _byline(found: dict[str, Any]) -> tuple[str, ...]:
    """The names of "authors" (a list of names or of objects with a name), "author" or "byline"."""
    for field in ("authors", "author", "byline"):
        value = found.get(field)
        values = value if isinstance(value, list) else [value]
        texts = (_text(v.get("name") if isinstance(v, dict) else v) for v in values)
        names = tuple(name for text in texts if text for name in split_names(text))
        if names:
            return names
    return ()


def _text(value: object) -> str | None:
    """A field's text on one line; None where it is not a text, or blank."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None
