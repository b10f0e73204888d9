"""A passage as lines (sentences) of items: words, and the facts that stand among them.

A fact is one item whatever its length, so that sentences compare by what stands around it.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, TypeVar

from corpus.quote_words import SURE_END
from corpus.types import DateMention, Figure, Mention, Quote, Span
from index.analysis import fold, language, tokenize
from index.background import background
from index.compare.sides import Side

Located = TypeVar("Located", Mention, Quote, DateMention, Figure)
Kind = Literal["word", "stop", "name", "figure", "date"]

STOP_WEIGHT = 0.1
"""What a stop word shared in its place is worth; a word of its own is worth up to 1."""

NUMBER_WEIGHT = 0.5
"""A number that is no figure ("CAC 40", "article 5")."""

KNOWN = 0.05
"""The share of news passages from which a word tells nothing of what is spoken of."""

LONGEST = 80
"""Items after which a line ends in any case: lines are compared with each other."""

_BREAK = re.compile(r"[,;:()\[\]–—«»“”\"]|\s-\s")
_LINE_END = re.compile(r"\n+|" + SURE_END.pattern)


class Item(NamedTuple):
    """A word or a fact of a line. `key` is the same in two lines where the thing is.

    A word's key is its stem, a name's its entity, a figure's or a date's its kind. `clause`
    counts the commas and the like before it in the line; `at` is a fact's number in its side.
    """

    key: str
    kind: Kind
    start: int
    end: int
    clause: int
    weight: float
    at: int


@dataclass(frozen=True)
class Line:
    """The items of one sentence."""

    items: tuple[Item, ...]

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each word and name is worth when another line shares it."""
        return {i.key: i.weight for i in self.items if i.kind in ("word", "name")}

    @cached_property
    def total(self) -> float:
        """What a line that shares everything would share."""
        return sum(self.weights.values())

    @cached_property
    def entities(self) -> frozenset[str]:
        """The keys of the names."""
        return frozenset(i.key for i in self.items if i.kind == "name")


class Place(NamedTuple):
    """Where an item stands: the line, and the item's number in it."""

    line: Line
    number: int

    @property
    def item(self) -> Item:
        return self.line.items[self.number]


class Facts:
    """A side taken apart: its lines, and where each of its facts stands."""

    def __init__(self, side: Side) -> None:
        piece = side.passage.span
        self.side = side
        self.stem = language(side.language).stem
        self.names = _inside(side.read.mentions, piece)
        self.figures = _inside(side.read.figures, piece)
        self.dates = _inside(side.read.dates, piece)
        self.quotes = _inside(side.read.quotes, piece)
        self.places: dict[tuple[Kind, int], Place] = {}
        self.lines = tuple(self._lines())
        for line in self.lines:
            for number, item in enumerate(line.items):
                if item.at >= 0:
                    self.places[item.kind, item.at] = Place(line, number)

    @cached_property
    def whole(self) -> "Facts":
        """The whole article that the side is a part of, taken apart."""
        every = Span(0, len(self.side.text))
        if self.side.passage.span == every:
            return self
        return Facts(replace(self.side, passage=replace(self.side.passage, span=every)))

    def written(self, span: Span) -> str:
        """The characters of a span, line ends and runs of blanks made one blank."""
        return " ".join(self.side.text[span.start : span.end].split())

    def name_key(self, mention: Mention) -> str:
        """What two names share that mean the same: the entity, or without one the form."""
        return mention.entity or "name:" + fold(self.written(mention.span))

    def _lines(self) -> Iterator[Line]:
        items = self._items()
        piece = self.side.passage.span
        cuts = [m.end() for m in _LINE_END.finditer(self.side.text, piece.start, piece.end)]
        at = 0
        for cut in (*cuts, piece.end):
            end = at
            while end < len(items) and items[end].start < cut:
                end += 1
            if end > at and items[end - 1].end > cut:
                continue  # inside a fact: an abbreviation's stop
            for start in range(at, end, LONGEST):
                yield Line(tuple(items[start : min(end, start + LONGEST)]))
            at = end

    def _fact_items(self) -> list[Item]:
        """The facts of the passage in order, those apart from each other."""
        items = [
            Item(self.name_key(m), "name", m.span.start, m.span.end, 0, 1.0, at)
            for at, m in enumerate(self.names)
        ]
        items += [
            Item("#figure", "figure", f.span.start, f.span.end, 0, 0.0, at)
            for at, f in enumerate(self.figures)
        ]
        items += [
            Item("#date", "date", d.span.start, d.span.end, 0, 0.0, at)
            for at, d in enumerate(self.dates)
        ]
        items.sort(key=lambda item: (item.start, -item.end))
        apart: list[Item] = []
        for item in items:
            if not apart or item.start >= apart[-1].end:
                apart.append(item)
        return apart

    def _items(self) -> list[Item]:
        """The words and facts of the passage in order, with the clauses they stand in."""
        text, piece = self.side.text, self.side.passage.span
        found = [*self._fact_items(), *self._words()]
        found.sort(key=lambda item: (item.start, item.at < 0))
        items: list[Item] = []
        clause, end = 0, piece.start
        for key, kind, start, its_end, _, weight, at in found:
            if start < end:
                continue  # a word inside a fact
            if text[end:start] != " " and _BREAK.search(text, end, start):
                clause += 1
            items.append(Item(key, kind, start, its_end, clause, weight, at))
            end = its_end
        return items

    def _words(self) -> Iterator[Item]:
        code, piece = self.side.language, self.side.passage.span
        stop = language(code).stop
        for start, end, folded, _ in tokenize(self.side.text[piece.start : piece.end]):
            start, end = piece.start + start, piece.start + end
            if folded in stop:
                yield Item(folded, "stop", start, end, 0, STOP_WEIGHT, -1)
            else:
                key = self.stem(folded)
                yield Item(key, "word", start, end, 0, weight(key, code), -1)


@lru_cache(maxsize=65536)
def weight(stem: str, code: str | None) -> float:
    """How much a word tells of what is spoken of: 1 for one that news hardly has."""
    if stem[0].isdigit():
        return NUMBER_WEIGHT
    share = background(code)(stem)
    rarest = background(code)("\0")
    return max(STOP_WEIGHT, min(1.0, math.log(KNOWN / share) / math.log(KNOWN / rarest)))


def _inside(facts: Sequence[Located], piece: Span) -> tuple[Located, ...]:
    return tuple(fact for fact in facts if piece.contains(fact.span))
