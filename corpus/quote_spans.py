"""Quotations of a whole article: one piece for each paragraph that a quotation runs through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.quote_marks import Mark, Pair, marks, paired
from corpus.types import Paragraph, Span

FAR = 6
"""Paragraphs without any mark that a quotation may run through before it is closed."""

INSIDE = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: `span` without the marks and blanks, `outer` with them.

    `depth` counts the quotations around it. `continues`: the paragraph before left it open.
    `closed`: whether its end is known, by a mark or because the next paragraph goes on with it.
    """

    span: Span
    outer: Span
    depth: int
    continues: bool
    closed: bool


@dataclass(slots=True)
class Open:
    """A quotation that no mark has closed yet.

    `at` is its place among those found, `through` the paragraphs without marks since.
    """

    at: int
    family: str
    through: list[Paragraph]


def quoted(text: str, paragraphs: Sequence[Paragraph]) -> list[Quoted]:
    """All words between quotation marks in reading order, an outer quotation before its inner."""
    found: list[Quoted] = []
    pending: Open | None = None
    found_marks = marks(text, [paragraph.span for paragraph in paragraphs])
    for paragraph, here in zip(paragraphs, found_marks, strict=True):
        body = paragraph.kind == "body"
        if pending and body and not here and len(pending.through) < FAR:
            pending.through.append(paragraph)
            continue
        repeats = body and pending is not None and repeated(text, paragraph, here)
        if repeats:
            here[0] = here[0]._replace(opening=0.0)
        carried = pending.family if pending and body and not repeats else ""
        pairs = paired(here, carried)
        goes_on = bool(pairs) and (
            pairs[0].first is None or (repeats and pairs[0].first is here[0])
        )
        if pending and goes_on:
            run_through(found, pending, text)
        pending = None
        for pair in pairs:
            piece = cut_out(text, paragraph, pair, goes_on and pair is pairs[0])
            if piece and not piece.closed and not piece.depth and body:
                family = pair.first.family if pair.first else carried
                pending = Open(len(found), family, [])
            if piece:
                found.append(piece)
    return found


def repeated(text: str, paragraph: Paragraph, here: Sequence[Mark]) -> bool:
    """Whether the paragraph begins with a mark, as each one of a long quotation does in French."""
    return bool(here) and not text[paragraph.span.start : here[0].start].strip(" -–—\u00a0")


def run_through(found: list[Quoted], pending: Open, text: str) -> None:
    """Note that the open quotation goes on: the paragraphs since are part of it."""
    found[pending.at] = replace(found[pending.at], closed=True)
    for paragraph in pending.through:
        found.append(Quoted(paragraph.span, paragraph.span, 0, True, True))


def cut_out(text: str, paragraph: Paragraph, pair: Pair, continues: bool) -> Quoted | None:
    """The quotation between two marks, None where nothing stands between."""
    first, last, depth = pair
    start, begin = (first.start, first.end) if first else (paragraph.span.start,) * 2
    finish, end = (last.start, last.end) if last else (paragraph.span.end,) * 2
    while begin < finish and text[begin].isspace():
        begin += 1
    while begin < finish and text[finish - 1].isspace():
        finish -= 1
    if begin == finish:
        return None
    return Quoted(Span(begin, finish), Span(start, end), depth, continues, last is not None)
