"""An article's lines with signs around what differs, so that it is told apart without colour.

Pure. The signs take cells of their own, and no character of the text moves from its place in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus.types import Article, Paragraph, Span
from tui.terminal.signs import sign
from tui.text.render import Line, Mark, Marks, Role, Row, Run, paint
from tui.text.wrap import inert, starts_apart, wrap

Part = Line | Run


@dataclass(frozen=True, slots=True)
class Bracketed:
    """One laid-out line: pieces of the text, and signs between them.

    `start` is the article's character at which it begins; a blank line has no parts.
    """

    start: int
    parts: tuple[Part, ...] = ()

    def painted(self, marks: Marks) -> Row:
        """The line in runs of one look each."""
        return tuple(
            run
            for part in self.parts
            for run in (paint(part, marks) if isinstance(part, Line) else (part,))
        )


def lay_out(
    article: Article, within: Span, brackets: Iterable[Mark], *, width: int
) -> tuple[Bracketed, ...]:
    """The paragraphs that share a character with `within`, in lines of at most `width` cells.

    Each of `brackets` stands between signs of its look; an empty one is two signs side by side.
    """
    joined = _apart(brackets)
    lines: list[Bracketed] = []
    for paragraph in article.paragraphs:
        if paragraph.span.overlaps(within):
            if lines:
                lines.append(Bracketed(paragraph.span.start))
            lines.extend(_paragraph(article, paragraph, joined, width))
    return tuple(lines)


def _apart(brackets: Iterable[Mark]) -> list[Mark]:
    """The marks in order, those that overlap made one."""
    apart: list[Mark] = []
    for mark in sorted(brackets, key=lambda mark: mark.span):
        span, held = mark.span, apart[-1] if apart else None
        if held is not None and span.start < held.span.end:
            joined = Span(held.span.start, max(held.span.end, span.end))
            apart[-1] = Mark(joined, held.role)
        elif held is None or span != held.span:
            apart.append(mark)
    return apart


class _Sign(NamedTuple):
    """A sign that stands before a character of a paragraph's text."""

    at: int
    char: str
    role: Role


def _paragraph(
    article: Article, paragraph: Paragraph, brackets: Sequence[Mark], width: int
) -> Iterator[Bracketed]:
    """The lines of one paragraph."""
    text = inert(article.slice(paragraph.span))
    signs = _signs(text, paragraph.span, brackets)
    shown, at = "", 0
    for one in signs:
        shown += text[at : one.at] + one.char
        at = one.at
    shown += text[at:]
    # A sign's place among all that is shown: behind the characters and the signs before it.
    places = [one.at + before for before, one in enumerate(signs)]
    roles = dict(zip(places, (one.role for one in signs), strict=True))
    for line in wrap(shown, width):
        end = line.start + len(shown[line.start : line.end].rstrip(" "))
        yield _line(paragraph, shown, Span(line.start, end), roles)


def _signs(text: str, place: Span, brackets: Sequence[Mark]) -> list[_Sign]:
    """The signs in a paragraph, which stands at `place`; at its edges those of spans that go on."""
    found: list[_Sign] = []
    for mark in brackets:
        span = mark.span
        if span.overlaps(place) or (span.start == span.end and place.contains(span)):
            start = max(span.start - place.start, 0)
            end = min(span.end - place.start, len(text))
            if starts_apart(text, start) and starts_apart(text, end):
                found.append(_Sign(start, sign("lit_start"), mark.role))
                found.append(_Sign(end, sign("lit_end"), mark.role))
    return found


def _line(paragraph: Paragraph, shown: str, line: Span, signs: Mapping[int, Role]) -> Bracketed:
    """One line cut at its signs, whose places among all that is shown have their looks."""
    places = sorted(signs)
    first = bisect_left(places, line.start)
    inside = places[first : bisect_left(places, line.end)]
    cuts = sorted({line.start, line.end, *inside, *(at + 1 for at in inside)})
    parts: list[Part] = []
    for start, end in pairwise(cuts):
        if start in signs:
            parts.append(Run(shown[start], (signs[start],)))
            continue
        offset = paragraph.span.start + start - bisect_left(places, start)
        place = Span(offset, offset + end - start)
        parts.append(Line(paragraph.kind, shown[start:end], offset, place, paragraph.number))
    begins = paragraph.span.start + line.start - first
    return Bracketed(begins, tuple(parts))
