"""Lines such as "title: …" between two lines of "---" at the head of a text file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.readers import records
from corpus.types import Span

MAX_LINES = 200
"""Front matter is a few lines; a text may open with a rule and hold another much later."""

_BLOCK = re.compile(
    rf"---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){{1,{MAX_LINES}}}?)"
    r"(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)"
)
_ENTRY = re.compile(r"(?P<name>\w[\w -]{0,40}):(?:[ \t]+(?P<value>[^\r\n]*))?\r?\n?")
_OTHER = re.compile(r"\s*(?:-[ \t]+(?P<item>[^\r\n]*))?\s*|[ \t]+\S[^\r\n]*\s*|#[^\r\n]*\s*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a text: `end` is where the text begins.

    `found` has the fields that `corpus.readers.records` knows; `title` is where the title's
    words stand, None without one.
    """

    end: int
    found: Mapping[str, Any]
    title: Span | None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a decoded text, None where it does not open with any.

    Reads "name: value" and lists of values, which is all that such lines hold in practice; other
    YAML is passed over. Unless each line reads so and one has a known name, it is the text's own.
    """
    block = _BLOCK.match(text)
    if block is None:
        return None
    found: dict[str, Any] = {}
    title = None
    field: str | None = None
    at = block.start("lines")
    for line in block["lines"].splitlines(keepends=True):
        entry = _ENTRY.fullmatch(line)
        other = None if entry else _OTHER.fullmatch(line)
        if entry:
            field = records.field(entry["name"])
            value, shift = _plain(entry["value"] or "")
            if field and value:
                found.setdefault(field, _values(value) if field == "author" else value)
            if field == "title" and value and title is None:
                start = at + entry.start("value") + shift
                title = Span(start, start + len(value))
        elif other is None:
            return None
        elif field == "author" and other["item"]:
            found.setdefault(field, []).append(_plain(other["item"])[0])
        at += len(line)
    return FrontMatter(block.end(), found, title) if found else None


def _plain(value: str) -> tuple[str, int]:
    """A value without its quotation marks, and how many characters went before it."""
    bare = value.strip().strip("\"'").strip().removeprefix("[[").removesuffix("]]")
    return bare, value.find(bare)


def _values(value: str) -> list[str]:
    """The values of "a" or "[a, b]"."""
    if not (value.startswith("[") and value.endswith("]")):
        return [value]
    return [_plain(part)[0] for part in value[1:-1].split(",")]
