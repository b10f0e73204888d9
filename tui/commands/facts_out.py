"""Quotes, dates and figures as the JSON that docs/json.md promises, and as lines for a person."""

from collections.abc import Iterator
from typing import Any

from corpus.types import Annotated, Article, EntityId, Quote, Span
from tui.commands.json_out import place
from tui.commands.text_out import printable

Json = dict[str, Any]
Rows = Iterator[Json]


def facts(article: Article, read: Annotated) -> Json:
    """All three kinds for `recoupe show`."""
    return {
        "quotes": list(quotes(article, read, None, scare=True, alone=True)),
        "dates": list(dates(article, read, None, alone=True)),
        "figures": list(figures(article, read, None, alone=True)),
    }


def quotes(
    article: Article,
    read: Annotated,
    only: EntityId | None,
    *,
    scare: bool,
    alone: bool = False,
) -> Rows:
    """The quotes of an article; `only` those that an entity says. `alone`: without the article."""
    for quote in read.quotes:
        entity = speaker_entity(quote, read)
        if (quote.kind == "direct" or scare) and (only is None or entity == only):
            yield {
                **_where(article, quote.span, alone),
                "kind": quote.kind,
                "speaker": quote.speaker,
                "speaker_entity": entity,
                "speaker_start": quote.speaker_span.start if quote.speaker_span else None,
                "speaker_end": quote.speaker_span.end if quote.speaker_span else None,
                "continues": quote.continues,
            }


def dates(article: Article, read: Annotated, only: EntityId | None, *, alone: bool = False) -> Rows:
    """The dates of an article; `only` those in paragraphs that name an entity."""
    for date in read.dates:
        if _beside(article, read, date.span, only):
            yield {
                **_where(article, date.span, alone),
                "earliest": date.earliest,
                "latest": date.latest,
                "relative_to": date.relative_to,
            }


def figures(
    article: Article, read: Annotated, only: EntityId | None, *, alone: bool = False
) -> Rows:
    """The figures of an article; `only` those in paragraphs that name an entity."""
    for figure in read.figures:
        if _beside(article, read, figure.span, only):
            yield {
                **_where(article, figure.span, alone),
                "low": figure.low,
                "high": figure.high,
                "unit": figure.unit,
                "hedge": figure.hedge,
            }


def speaker_entity(quote: Quote, read: Annotated) -> EntityId | None:
    """The entity of the mention that names a quote's speaker."""
    return next((m.entity for m in read.mentions if m.span == quote.speaker_span), None)


def line(kind: str, row: Json) -> str:
    """One row as tab-separated columns: article and paragraph, what is known of it, the words."""
    known = {
        "quotes": [row.get("speaker") or "?"],
        "dates": [row.get("earliest") or "?", row.get("latest") or "?"],
        "figures": [_bound(row.get("low")), _bound(row.get("high")), row.get("unit") or ""],
    }[kind]
    words = " ".join(str(row["text"]).split())
    cells = (f"{row['article']} ¶{row['paragraph']}", *known, words)
    return "\t".join(printable(cell).replace("\t", " ") for cell in cells)


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def _where(article: Article, span: Span, alone: bool) -> Json:
    paragraph = next((p.number for p in article.paragraphs if p.span.contains(span)), 0)
    named = {} if alone else {"article": article.id}
    return {
        **named,
        "paragraph": paragraph,
        **place(article, span),
        "text": article.slice(span),
    }


def _beside(article: Article, read: Annotated, span: Span, only: EntityId | None) -> bool:
    """Whether the paragraph of a span names an entity; always, where none is asked for."""
    if only is None:
        return True
    paragraph = next((p.span for p in article.paragraphs if p.span.contains(span)), span)
    return any(m.entity == only and paragraph.contains(m.span) for m in read.mentions)
