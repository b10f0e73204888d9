"""An article and the marks on it → the lines that the terminal shows.

Pure, and with `wrap` the only place that knows cells. Colours are not known here: a run of text
carries the names of its roles, and a widget's stylesheet says how each looks.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from corpus.types import Article, Folded, Mention, Paragraph, Span
from tui.language.engine_words import translated
from tui.language.i18n import _, ngettext
from tui.text import labels
from tui.text.wrap import inert, starts_apart, wrap

LineKind = Literal["title", "heading", "body", "byline", "meta", "folded", "blank"]
Role = Literal[
    "title", "heading", "body", "byline", "meta", "folded", "blank",
    "PER", "LOC", "ORG", "MISC", "match", "shared", "found", "selected",
    "aside", "shared-words", "shared-fact", "shared-quote", "agree", "differ",
    "name", "bar", "line", "entity", "words", "accent", "warn",
]  # fmt: skip
"""Why a run of text looks different. Later ones in a run's roles win over earlier ones."""

MIN_WIDTH = 8
"""Narrower than this the text is laid out as if it had this width, and cropped."""

ROOMY = 50
"""From this width on a heading has a second blank line before it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one look."""

    text: str
    roles: tuple[Role, ...] = ()


Row = tuple[Run, ...]
"""One line of the terminal."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article's text that is lit, and why."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line.

    `span` is what it shows of the article's text, with the spaces at its end that are not
    drawn; None for what the program adds itself. `offset` is its place in the text in any case.
    """

    kind: LineKind
    text: str
    offset: int
    span: Span | None = None
    paragraph: int | None = None


class Marks:
    """The marks of one article, quick to ask for one line's."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        """Where marks overlap, each adds its look; the later given wins over the earlier."""
        self.all = sorted(marks, key=lambda mark: mark.span.start)
        self._starts = [mark.span.start for mark in self.all]
        self._longest = max((mark.span.end - mark.span.start for mark in self.all), default=0)
        self._on_top: Mark | None = None

    def under(self, on_top: Mark | None) -> "Marks":
        """The same marks with another one, which may be long and change often, on top."""
        marks = copy(self)
        marks._on_top = on_top
        return marks

    def within(self, span: Span) -> list[Mark]:
        """The marks that share a character with `span`."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        on_top = [self._on_top] if self._on_top is not None else []
        return [mark for mark in (*self.all[first:last], *on_top) if mark.span.overlaps(span)]


_STRENGTH: tuple[Role, ...] = (
    "aside", "MISC", "ORG", "LOC", "PER",
    "shared", "shared-words", "shared-fact", "shared-quote", "agree", "differ",
    "match", "found", "selected",
)  # fmt: skip


def mention_marks(mentions: Iterable[Mention]) -> list[Mark]:
    """The marks of names, by kind."""
    return [Mark(mention.span, mention.label) for mention in mentions]


def layout(article: Article, *, width: int, show_folded: bool, key: str = "") -> tuple[Line, ...]:
    """The whole article in lines of at most `width` cells, paragraphs apart by a blank line.

    A heading stands nearer to what it is over than to what comes before it. `key` is said to show
    what is folded.
    """
    width = max(width, MIN_WIDTH)
    lines: list[Line] = []
    for block in _blocks(article, width, show_folded, key):
        if lines and block:
            apart = 2 if block[0].kind == "heading" and width >= ROOMY else 1
            lines += [Line("blank", "", block[0].offset)] * apart
        lines.extend(block)
    return tuple(lines)


def paint(line: Line, marks: Marks) -> Row:
    """A line in runs of one look each."""
    if line.span is None or not line.text:
        return (Run(line.text, (line.kind,)),)
    shown = Span(line.span.start, line.span.start + len(line.text))
    return _runs(line.text, shown, marks.within(shown), (line.kind,))


def excerpt(
    text: str, start: int, lit: Sequence[Mark], *, width: int, height: int
) -> tuple[Row, ...]:
    """At most `height` lines out of `text`, the ones that show most of what is lit.

    `text` stands at `start` in its article; ellipses say what was left out.
    """
    width = max(width, MIN_WIDTH)
    text = inert(text)
    # Two cells are kept for the ellipses.
    spans = wrap(text, width - 2)
    first = _best_window(spans, start, lit, height)
    window = spans[first : first + height]
    marks = Marks(lit)
    rows: list[Row] = []
    for span in window:
        piece = text[span.start : span.end].rstrip(" ")
        shown = Span(start + span.start, start + span.start + len(piece))
        rows.append(_runs(piece, shown, marks.within(shown), ()))
    if first:
        rows[0] = (Run("…", ("meta",)), *rows[0])
    if first + height < len(spans):
        rows[-1] = (*rows[-1], Run("…", ("meta",)))
    return tuple(rows)


def _best_window(spans: list[Span], start: int, lit: Sequence[Mark], height: int) -> int:
    """The first line of the window with most marks; the earliest of equals."""
    counts = [
        sum(span.start <= mark.span.start - start < span.end for mark in lit) for span in spans
    ]
    last = max(len(spans) - height, 0)
    return max(range(last + 1), key=lambda at: (sum(counts[at : at + height]), -at))


def _runs(text: str, place: Span, marks: list[Mark], base: tuple[Role, ...]) -> Row:
    """`text`, which stands at `place`, cut where a mark begins or ends."""
    edges = {0, len(text)}
    for mark in marks:
        edges.add(max(mark.span.start - place.start, 0))
        edges.add(min(mark.span.end - place.start, len(text)))
    cuts = sorted(edge for edge in edges if starts_apart(text, edge))
    runs: list[Run] = []
    for start, end in pairwise(cuts):
        here = Span(place.start + start, place.start + end)
        found = {mark.role for mark in marks if mark.span.overlaps(here)}
        roles = (*base, *(role for role in _STRENGTH if role in found))
        runs.append(Run(text[start:end], roles))
    return tuple(runs)


def _blocks(article: Article, width: int, show_folded: bool, key: str) -> Iterator[list[Line]]:
    """What stands apart by a blank line: title, metadata, paragraphs, folded pieces."""
    title = article.paragraph(0)
    if title is not None:
        yield _paragraph(article, title, width)
    yield _own_lines("meta", labels.describe(article), 0, width)
    waiting = sorted(article.folded, key=lambda folded: folded.at)
    for paragraph in (p for p in article.paragraphs if p.number != 0):
        before = [folded for folded in waiting if folded.at <= paragraph.span.start]
        if before:
            waiting = waiting[len(before) :]
            yield _folded(before, width, shown=show_folded, key=key)
            key = ""  # It is said once.
        yield _paragraph(article, paragraph, width)
    if waiting:
        yield _folded(waiting, width, shown=show_folded, key=key)


def _paragraph(article: Article, paragraph: Paragraph, width: int) -> list[Line]:
    """The lines of one paragraph."""
    text = inert(article.slice(paragraph.span))
    lines = []
    for span in wrap(text, width):
        start = paragraph.span.start + span.start
        place = Span(start, paragraph.span.start + span.end)
        shown = text[span.start : span.end].rstrip(" ")
        lines.append(Line(paragraph.kind, shown, start, place, paragraph.number))
    return lines


def _folded(pieces: list[Folded], width: int, *, shown: bool, key: str) -> list[Line]:
    """Neighbouring folded pieces: in full, each with its rule, or in one line that counts them,
    with the key that shows them where one is given."""
    offset = pieces[0].at
    if shown:
        words = "⋯ " + _("{rule}: {text}")
        texts = [words.format(rule=translated(one.rule), text=one.text) for one in pieces]
        return [line for text in texts for line in _own_lines("folded", text, offset, width)]
    count = len(pieces)
    words = "⋯ " + ngettext("{n} line folded", "{n} lines folded", count)
    if key:
        words += ngettext(": {key} shows it", ": {key} shows them", count)
    words = words.format(n=labels.number(count), key=key)
    return _own_lines("folded", words, offset, width)


def _own_lines(kind: LineKind, text: str, offset: int, width: int) -> list[Line]:
    """Lines that are not the article's text."""
    text = inert(text)
    return [
        Line(kind, text[span.start : span.end].rstrip(" "), offset) for span in wrap(text, width)
    ]
