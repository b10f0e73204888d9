"""What is read in an article as flat rows: for the pipe to the child, and for SQLite.

A row holds the fields of its value but the article; a span is two numbers, or twice None.
"""

from typing import Any

from corpus.types import (
    Annotated,
    ArticleId,
    DateMention,
    Figure,
    Mention,
    Quote,
    Span,
)

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""The rows of one article: "mentions", "quotes", "dates", "figures"."""


def rows(found: Annotated) -> Rows:
    """Everything read in an article."""
    return {
        "mentions": [(*_pair(m.span), m.label, m.entity) for m in found.mentions],
        "quotes": [
            (*_pair(q.span), q.kind, q.speaker, *_pair(q.speaker_span), *_pair(q.cue), q.continues)
            for q in found.quotes
        ],
        "dates": [(*_pair(d.span), d.earliest, d.latest, d.relative_to) for d in found.dates],
        "figures": [(*_pair(f.span), f.low, f.high, f.unit, f.hedge) for f in found.figures],
    }


def annotated(article: ArticleId, given: Rows) -> Annotated:
    """`rows`, the other way."""
    return Annotated(
        article,
        tuple(
            Mention(article, Span(start, end), label, entity)
            for start, end, label, entity in given["mentions"]
        ),
        tuple(_quote(article, row) for row in given["quotes"]),
        tuple(
            DateMention(article, Span(start, end), *rest) for start, end, *rest in given["dates"]
        ),
        tuple(Figure(article, Span(start, end), *rest) for start, end, *rest in given["figures"]),
    )


def _quote(article: ArticleId, row: Row) -> Quote:
    start, end, kind, speaker, speaker_start, speaker_end, cue_start, cue_end, continues = row
    return Quote(
        article,
        Span(start, end),
        kind,
        speaker,
        None if speaker_start is None else Span(speaker_start, speaker_end),
        None if cue_start is None else Span(cue_start, cue_end),
        bool(continues),
    )


def _pair(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)
