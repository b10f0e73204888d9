"""Where a quotation comes from, as one word that a person can read and `recoupe verify` follows.

    recoupe:dir/port.txt;char=123,145;sha256=9f2c…

The article's id, then the characters of its text, then its digest, as `corpus.types` has them.
What would end the word is written as %20 and the like. In Markdown it is a link: <recoupe:…>.
"""

import re
from urllib.parse import unquote

from corpus.types import ArticleId, Span
from tui.keeping.anchor import Anchor

_ENDS_IT = re.compile(r"""[\s%;<>"{}|\\^`$&~]|[^\x20-\x7e]""")
"""What is not written as it is, but for letters and marks that a screen shows."""

LOCATOR = re.compile(
    r"""recoupe:(?P<article>[^\s;<>"{}|\\^`]+)"""
    r";char=(?P<start>\d{1,12}),(?P<end>\d{1,12})(?:;sha256=(?P<digest>[0-9a-f]{64}))?"
)


def written(anchor: Anchor) -> str:
    """The locator of an anchor whose place is known. Raises ValueError for another."""
    if anchor.span is None:
        raise ValueError("no place is known")
    article = _ENDS_IT.sub(_escape, anchor.article)
    digest = f";sha256={anchor.digest}" if anchor.digest else ""
    return f"recoupe:{article};char={anchor.span.start},{anchor.span.end}{digest}"


def read(match: re.Match[str], exact: str, before: str = "", after: str = "") -> Anchor:
    """The anchor of a match of LOCATOR and of the quotation that goes with it."""
    article = ArticleId(unquote(match["article"], errors="surrogateescape"))
    start, end = int(match["start"]), int(match["end"])
    return Anchor(article, exact, before, after, Span(start, max(start, end)), match["digest"])


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character > "\x7e" and character.isprintable():
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
