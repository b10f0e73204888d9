"""A cleaned text and what stood beside it → an `Article`."""

import hashlib
from dataclasses import dataclass, replace

from corpus.clean import Cleaned
from corpus.language import detect
from corpus.types import Article, ArticleId, Problem

MAX_LINES = 100_000
"""A text of more lines is a table or a log, and would take minutes to sort as an article."""


def refusal(text: str) -> str | None:
    """Why a text is not cleaned at all, None for one that may be an article."""
    lines = text.count("\n") + text.count("\r")
    return f"more than {MAX_LINES:,} lines, too many for an article" if lines > MAX_LINES else None


@dataclass(frozen=True, slots=True)
class Beside:
    """What a source states beside the text, in fields of its own. It wins over the text."""

    published: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    subtitle: str | None = None
    section: str | None = None


def build(
    article: ArticleId,
    path: str,
    cleaned: Cleaned,
    beside: Beside | None = None,
    *,
    alignment: bool,
) -> Article | Problem:
    """The article, or a `Problem` where nothing but a title is left of its text.

    `alignment`: whether the text was cleaned from the file as it is, so that offsets lead there.
    A language given beside the text counts only where none is detected: it is often the site's.
    """
    if all(paragraph.kind == "title" for paragraph in cleaned.paragraphs):
        reason = "no text: only a title" if cleaned.title else "no text"
        return Problem(article, "clean", reason)
    beside = beside or Beside()
    published = beside.published or cleaned.published
    source = beside.source or cleaned.source
    byline = beside.byline or cleaned.byline
    folded = cleaned.folded
    if not alignment:
        folded = tuple(replace(piece, source=None) for piece in folded)
    return Article(
        article,
        path,
        cleaned.title,
        cleaned.text,
        cleaned.paragraphs,
        folded,
        detect(cleaned.text) or beside.language,
        published,
        source,
        byline,
        cleaned.dateline,
        _digest((cleaned.title, published, source, "\x1f".join(byline), cleaned.text)),
        cleaned.alignment if alignment else None,
        beside.subtitle or cleaned.subtitle,
        beside.section or cleaned.section,
    )


def _digest(parts: tuple[str | None, ...]) -> str:
    """SHA-256 of the parts, kept apart by a character that no text holds."""
    return hashlib.sha256("\x1e".join(part or "" for part in parts).encode()).hexdigest()
