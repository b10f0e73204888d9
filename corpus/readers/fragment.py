"""HTML that is an article and nothing else (an entry of a feed, a chapter, a mail) → its lines."""

import re

from corpus.readers.draft import Line
from corpus.readers.html_page import HEADINGS, parse

# XHTML may close an element at once; in HTML it would stay open and swallow what follows.
_CLOSED = re.compile(r"<(title|script|style|iframe|textarea|a|div|span|p)\b([^<>]*)/>", re.I)


def lines(text: str) -> list[Line]:
    """The paragraphs of a decoded fragment as shown, its headings with their levels."""
    page = parse(_CLOSED.sub(r"<\1\2></\1>", text))
    return [Line(piece.text, _rank(piece.node.tag)) for piece in page.pieces]


def one_line(text: str) -> str | None:
    """The words of a fragment on one line, None for none."""
    return " ".join(word for line in lines(text) for word in line.text.split()) or None


def _rank(tag: str) -> int | None:
    return int(tag[1]) if tag in HEADINGS else None
