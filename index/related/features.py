"""What a passage speaks of: its words, names, days, amounts and quoted words, each located."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from corpus.types import Annotated, EntityId, Span
from index.analysis import placed, terms
from index.compare.things import counted

Key = TypeVar("Key")
Days = tuple[str, str]
"""The first and the last day (ISO 8601) that a date can mean."""

SHORT = 2
"""Characters of a word that tells nothing of what a passage is about."""


class Amount(NamedTuple):
    """A figure: its bounds and the stems of its unit, "" for none said."""

    low: float | None
    high: float | None
    unit: str


class Words(NamedTuple):
    """The indexed words of a passage in reading order: stems, first and next characters.

    Without those that dates and figures are made of. Lists in step: a value for each word would
    take most of the time that comparing passages takes.
    """

    stems: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, at: int, count: int = 1) -> Span:
        """The characters of `count` words."""
        return Span(self.starts[at], self.ends[at + count - 1])

    def places(self, wanted: Mapping[str, object]) -> dict[str, list[int]]:
        """Where each of the `wanted` stems stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, stem in enumerate(self.stems):
            if stem in wanted:
                found[stem].append(at)
        return found


@dataclass(frozen=True, slots=True)
class Features:
    """What one piece of text holds; all spans are those of its article.

    `names` are the characters at which a word of a name begins, `counted` tells what its figures
    count, as `index.compare.things` does.
    """

    words: Words
    names: frozenset[int]
    entities: Mapping[EntityId, tuple[Span, ...]]
    days: Mapping[Days, tuple[Span, ...]]
    amounts: Mapping[Amount, tuple[Span, ...]]
    quotes: tuple[Span, ...]
    counted: frozenset[str]


def features(text: str, code: str | None, piece: Span, read: Annotated) -> Features:
    """What a piece of an article holds.

    `text` are the characters of `piece`, `code` is their language; of what was read in the
    article only what lies inside the piece counts.
    """
    mentions = [m for m in read.mentions if m.entity and piece.contains(m.span)]
    dates = [d for d in read.dates if piece.contains(d.span)]
    figures = [f for f in read.figures if piece.contains(f.span)]
    numbers = _characters([d.span for d in dates] + [f.span for f in figures])
    return Features(
        words=words(text, code, piece.start, numbers),
        names=_characters(m.span for m in mentions),
        entities=_placed((m.entity, m.span) for m in mentions if m.entity),
        days=_placed(((d.earliest, d.latest), d.span) for d in dates if d.earliest and d.latest),
        amounts=_placed((Amount(f.low, f.high, _unit(f.unit, code)), f.span) for f in figures),
        quotes=tuple(q.span for q in read.quotes if q.kind == "direct" and piece.overlaps(q.span)),
        counted=frozenset(counted(f.unit, code) for f in figures) - {""},
    )


def words(
    text: str, code: str | None, offset: int = 0, left_out: frozenset[int] = frozenset()
) -> Words:
    """The indexed words of a text that begins at `offset` in its article.

    Words that begin at one of the characters `left_out` are not among them.
    """
    found = Words([], [], [])
    for stem, start, end in placed(text, code):
        if end - start > SHORT and start + offset not in left_out:
            found.stems.append(stem)
            found.starts.append(start + offset)
            found.ends.append(end + offset)
    return found


def _characters(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(span.start, span.end))


def _unit(unit: str, code: str | None) -> str:
    """The stems of a unit, or the sign itself where it is no word."""
    return " ".join(terms(unit, code).stems) or unit.strip()


def _placed(found: Iterable[tuple[Key, Span]]) -> dict[Key, tuple[Span, ...]]:
    places: defaultdict[Key, list[Span]] = defaultdict(list)
    for key, span in found:
        places[key].append(span)
    return {key: tuple(spans) for key, spans in places.items()}
