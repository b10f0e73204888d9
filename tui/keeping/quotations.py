"""A file that a person has written with our citations in it → what it quotes, and from where.

Text and Markdown (notes included) are looked through for locators: the words are the block
quotation that one closes or follows, or what stands in quotation marks above it. Of BibTeX and
CSL-JSON the fields that `tui.keeping.citation` writes are read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.types import ArticleId, Span
from tui.keeping import latex, locator, markdown, note_lines
from tui.keeping.anchor import Anchor
from tui.keeping.citation import DASH

MARKS = (("«", "»"), ("“", "”"), ('"', '"'))
REACH = 200
"""Lines above a locator in which its quotation is looked for."""

_NOTED = re.compile(r"- at:", re.IGNORECASE)
_ENTRY = re.compile(r"@\w+\s*\{")
_FIELD = re.compile(r"(?<!\w)(annote|annotation|recoupe)\s*=\s*(?=[{\"])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted at a line of a file, from 1. Its `exact` is "" where no words were found."""

    line: int
    anchor: Anchor


def quotations(text: str, suffix: str) -> list[Quotation]:
    """The quotations of a file's text; `suffix` is the end of its name (".bib").

    Raises ValueError where a file of that kind cannot be read.
    """
    if suffix.lower() == ".bib":
        return list(_of_bibtex(text))
    if suffix.lower() == ".json":
        return list(_of_csl(json.loads(text)))
    return list(_of_text(text.split("\n")))


def _of_text(lines: list[str]) -> Iterator[Quotation]:
    """By the locators, each with what stands between it and the one before."""
    after_last = 0
    for at, line in enumerate(lines):
        for match in locator.LOCATOR.finditer(line):
            above = lines[max(after_last, at - REACH) : at]
            around = ("", "")
            if line.startswith(">"):
                exact = _attributed(above)
            elif _NOTED.match(line):
                exact = _noted(above)
                around = note_lines.around("".join(lines[at + 1 : at + 2])) or around
            else:
                exact = _marked(above, int(match["end"]) - int(match["start"])) or _block(above)
            yield Quotation(at + 1, locator.read(match, exact, *around))
            after_last = at + 1


def _attributed(above: list[str]) -> str:
    """The block quotation right above, without the line that says whose words they are."""
    first = len(above)
    while first and above[first - 1].startswith(">"):
        first -= 1
    block = above[first:]
    dashes = [at for at, line in enumerate(block) if line[1:].strip().startswith(DASH.strip())]
    return markdown.quoted(block[: dashes[-1]] if dashes else block)


def _block(above: list[str]) -> str:
    """The last block quotation."""
    end = len(above)
    while end and not above[end - 1].startswith(">"):
        end -= 1
    return _attributed(above[:end])


def _noted(above: list[str]) -> str:
    """The first block quotation of a note, below its heading."""
    quoting = [line.startswith(">") for line in above]
    first = 1 + max((at for at, line in enumerate(above) if line.startswith("## ")), default=-1)
    first = next((at for at in range(first, len(above)) if quoting[at]), len(above))
    end = next((at for at in range(first, len(above)) if not quoting[at]), len(above))
    return markdown.quoted(above[first:end])


def _marked(above: list[str], length: int) -> str:
    """What stands in quotation marks above the line that says whose words they are.

    Where the words have quotation marks of their own, what is nearest to the known length.
    """
    dashes = [at for at, line in enumerate(above) if line.strip().startswith(DASH.strip())]
    if not dashes:
        return ""
    above = [line.strip() for line in above[: dashes[-1]]]
    while above and not above[-1]:
        above.pop()
    found = []
    for opening, closing in MARKS:
        if above and above[-1].endswith(closing):
            starts = (at for at, line in enumerate(above) if line.startswith(opening))
            found += ["\n".join(above[at:])[1:-1].strip() for at in starts]
    return min(found, key=lambda text: abs(len(text) - length), default="")


def _of_bibtex(text: str) -> Iterator[Quotation]:
    """By the entries that have a field `recoupe`."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[start:end]
        fields = {match[1].lower(): _braced(entry, match.end()) for match in _FIELD.finditer(entry)}
        match = locator.LOCATOR.search(fields.get("recoupe", ""))
        if match:
            words = fields.get("annote") or fields.get("annotation") or ""
            yield Quotation(
                text.count("\n", 0, start) + 1, locator.read(match, latex.unescape(words).strip())
            )


def _braced(text: str, start: int) -> str:
    """What is in the braces, or in the quotation marks, that begin at `start`."""
    closing = {"{": "}"}.get(text[start], text[start])
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if at > start and depth == 0 and text[at] == closing:
            return text[start + 1 : at]
    return ""


def _of_csl(items: Any) -> Iterator[Quotation]:
    """By the items that have our `custom` fields; numbered as lines are."""
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        custom = item.get("custom") if isinstance(item, dict) else None
        ours = custom.get("recoupe") if isinstance(custom, dict) else None
        if isinstance(ours, dict):
            yield Quotation(number, _anchor(ours))


def _anchor(ours: dict[str, Any]) -> Anchor:
    """The anchor of our fields. Raises ValueError where they are not ours."""
    words = [ours.get(name) or "" for name in ("article", "quotation", "before", "after")]
    start, end, digest = (ours.get(name) for name in ("start", "end", "sha256"))
    if not all(isinstance(word, str) for word in words) or not isinstance(digest, str | None):
        raise ValueError("the field “recoupe” is not as recoupe writes it")
    placed = isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
    span = Span(int(start or 0), int(end or 0)) if placed else None
    return Anchor(ArticleId(words[0]), words[1], words[2], words[3], span, digest)
