"""The paragraphs of a document, with the ranks that its format gives them → an `Extracted`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import debris
from corpus.article import Beside
from corpus.readers.extracted import Extracted
from corpus.structure import LONGEST_TITLE

TITLE = 0
"""The rank of what a format calls the title; headings follow from 1."""

LONGEST_FIRST = 5
"""A title stands among so many first paragraphs, as long as none of them is prose."""

_SENTENCE_END = re.compile(r"[.…][\s»\"”’')\]]*$")
# What programs write as the title of a document to which nobody has given one.
_NO_TITLE = re.compile(
    r"(?i:microsoft word|microsoft powerpoint|powerpoint presentation|présentation powerpoint"
    r"|sans titre|untitled|document|titre|title|normal|diapositive|slide)\b.{0,8}|\W*"
    r"|(?i:microsoft word - ).*|[^ ]*\.\w{2,5}|https?://\S*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `rank` is TITLE, or a heading's level from 1, None for running text."""

    text: str
    rank: int | None = None


def extracted(lines: Sequence[Line], stated: str | None, beside: Beside) -> Extracted:
    """The text of a document without its title, which is found among its first paragraphs.

    `stated` is the title of the document's own record. It is often a file's name or an older
    document's, and counts where the text holds it too, or opens with prose and so has no title.
    """
    lines = [line for line in lines if line.text.strip()]
    at = _title(lines, stated)
    if at is not None:
        title: str | None = lines[at].text
        key = debris.key(lines[at].text)
        first = [line for line in lines[:LONGEST_FIRST] if debris.key(line.text) != key]
        lines = [*first, *lines[LONGEST_FIRST:]]
    else:
        prose = bool(lines) and _is_prose(lines[0])
        title = stated if stated and prose and not _NO_TITLE.fullmatch(stated.strip()) else None
    return joined(lines, title, beside)


def joined(lines: Sequence[Line], title: str | None, beside: Beside) -> Extracted:
    """The text of lines with an empty line between two, under a title that is none of them."""
    offsets: list[int] = []
    at = 0
    for line in lines:
        if line.rank is not None:
            offsets.append(at)
        at += len(line.text) + 2
    return Extracted("\n\n".join(line.text for line in lines), title, beside, tuple(offsets))


def _title(lines: Sequence[Line], stated: str | None) -> int | None:
    """Which of the first lines is the title: the highest heading, or what the record states."""
    first = []
    for at, line in enumerate(lines[:LONGEST_FIRST]):
        if _is_prose(line):
            break
        first.append(at)
    key = debris.key(stated) if stated else ""
    same = [at for at in first if key and debris.key(lines[at].text) == key]
    ranked = [(rank, at) for at in first if (rank := lines[at].rank) is not None]
    if ranked and min(ranked)[0] == TITLE:
        return min(ranked)[1]
    return same[0] if same else min(ranked)[1] if ranked else None


def _is_prose(line: Line) -> bool:
    if line.rank is not None:
        return False
    return len(line.text) >= LONGEST_TITLE or bool(_SENTENCE_END.search(line.text))
