"""A place in an article that outlives the article's changes: a quotation and what stood around.

As the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, with the
digest of the article, which leads to it under another name.
"""

import re
import unicodedata
from dataclasses import dataclass

from corpus.types import Article, ArticleId, Span

CONTEXT = 48
"""Characters kept on each side: some eight words, which no other place of an article has."""

LONGEST = 4000
"""Characters quoted at most: some two screens. Of more the beginning is quoted."""

APOSTROPHES, QUOTATION_MARKS = "'’‘ʼ", '"“”„'
"""Signs that editors write one for another."""

_SAME = {ord(mark): "'" for mark in APOSTROPHES} | {ord(mark): '"' for mark in QUOTATION_MARKS}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place by what is written there.

    `exact` is the text; `before` and `after` are what stands around it, at most CONTEXT
    characters each, "" where nothing is known. `span` is where it stood in `article`'s text,
    `digest` that of the article then; each None where nobody wrote it down.
    """

    article: ArticleId
    exact: str
    before: str = ""
    after: str = ""
    span: Span | None = None
    digest: str | None = None


def anchor(article: Article, span: Span) -> Anchor:
    """The anchor of a span that holds text, without the blanks at its ends.

    Raises ValueError where nothing but blanks is in it.
    """
    text = article.slice(span)[:LONGEST]
    exact = text.strip()
    if not exact:
        raise ValueError("nothing is written there")
    start = max(span.start, 0) + len(text) - len(text.lstrip())
    end = start + len(exact)
    before = article.text[max(start - CONTEXT, 0) : start]
    after = article.text[end : end + CONTEXT]
    return Anchor(article.id, exact, before, after, Span(start, end), article.digest)


def words(text: str) -> str:
    """A text as it is compared: in NFC, one apostrophe for all, one space between words."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME)).strip()


def paragraph_of(article: Article, span: Span) -> int:
    """The number of the paragraph in which a span begins; of the last one before it, if none."""
    begun = [p.number for p in article.paragraphs if p.span.start <= span.start]
    return begun[-1] if begun else 0
