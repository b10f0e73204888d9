"""What only one of two passages says: listed, and nothing is claimed of it."""

import re
from typing import NamedTuple

from corpus.types import Annotated, Span
from index.types import ReasonKind
from tui.recouper.pages import Point, Side, Sort

KINDS: tuple[ReasonKind, ...] = ("figure", "date", "quote", "entity")
"""The order in which it is listed what only one side says."""
WORDS: tuple[ReasonKind, ...] = ("quote", "entity")
"""What is the same wherever the same words stand; "mardi" and "12" are not."""


class Fact(NamedTuple):
    """What is said on one side. `key` makes two of a kind the same; those of one `group`, such as
    a unit, are listed together."""

    kind: ReasonKind
    group: str
    key: str


def one_sided(
    sides: tuple[Side, Side], read: tuple[Annotated, Annotated], claims: tuple[Point, ...]
) -> list[Point]:
    """What one side counts, dates, quotes or names and the other does not: nothing is claimed,
    but what is of one kind and unit stands together, left before right."""
    facts = [_facts(side, found) for side, found in zip(sides, read, strict=True)]
    sorts: tuple[Sort, Sort] = ("left", "right")
    found: list[tuple[int, str, Point]] = []
    for at, sort in enumerate(sorts):
        said = [span for point in claims for span in point.spans[at]]
        for fact, spans in facts[at].items():
            if fact in facts[1 - at] or any(s.overlaps(t) for s in spans for t in said):
                continue
            text = sides[at].written(spans)
            if fact.kind in WORDS and _stands(text, sides[1 - at].text):
                continue
            one = Point(
                sort,
                fact.kind,
                ("", text) if at else (text, ""),
                ((), spans) if at else (spans, ()),
            )
            found.append((KINDS.index(fact.kind), fact.group, one))
    return [one for _kind, _group, one in sorted(found, key=lambda entry: entry[:2])]


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, in any case: a name that was not seen as one is there, too."""
    plain = " ".join(text.casefold().split())
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", plain) is not None


def _facts(side: Side, read: Annotated) -> dict[Fact, tuple[Span, ...]]:
    """The facts of a passage, each with its places."""
    article = side.article
    found: dict[Fact, tuple[Span, ...]] = {}

    def add(kind: ReasonKind, key: str, span: Span, group: str = "") -> None:
        if side.passage.span.contains(span):
            fact = Fact(kind, group, key)
            found[fact] = (*found.get(fact, ()), span)

    for figure in read.figures:
        add("figure", f"{figure.low}-{figure.high}", figure.span, figure.unit.casefold())
    for date in read.dates:
        known = f"{date.earliest}-{date.latest}" if date.earliest else article.slice(date.span)
        add("date", known, date.span)
    for quote in read.quotes:
        if quote.kind == "direct":
            add("quote", article.slice(quote.span), quote.span)
    for mention in read.mentions:
        add("entity", mention.entity or article.slice(mention.span).casefold(), mention.span)
    return found
