"""What two passages share, located in both, and what each of it is worth.

What is shared counts once: words that both quote before the names among them, names before dates
and amounts, these before words. Rare words that stand side by side in both are one reason.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from corpus.pieces import Kind
from corpus.types import Span
from index.related.features import Features, Words
from index.related.weights import (
    FURTHER_NAME,
    FURTHER_WORD,
    Weights,
    amount_weight,
    day_weight,
)
from index.types import Reason, ReasonKind

MIN_QUOTED = 4
"""Indexed words from which the same words quoted are the same quotation."""

QUOTED = 0.6
"""What each word of the same quotation is worth, besides the worth of its own rarity."""
MOST_QUOTED = 12.0

SIDE_BY_SIDE = 0.3
"""What is counted of all but the rarest of words side by side in both: each follows from the
others, as `fées` from `conte`."""


class Comparison:
    """One source, ready to be compared with many targets."""

    def __init__(self, source: Features, weighed: Weights, published: str | None) -> None:
        """`published` is the date of the source's article (ISO 8601, cut to what is known)."""
        self._source = source
        self.weighed = weighed
        self.published = published
        self._places = source.words.places(weighed.words)

    @property
    def counted(self) -> frozenset[str]:
        """What the source's figures count."""
        return self._source.counted

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What must have been read in a target, to be compared: what the source has, too."""
        source = self._source
        has: tuple[tuple[Kind, object], ...] = (
            ("mentions", source.entities),
            ("quotes", source.quotes),
            ("dates", source.days),
            ("figures", source.amounts),
        )
        return tuple(kind for kind, found in has if found)

    def reasons(
        self, target: Features, text: str, offset: int, published: str | None
    ) -> list[Reason]:
        """All that the source shares with a target, in no order.

        `text` are the characters of the target, which begins at `offset` in its article;
        `published` is that article's date.
        """
        shared = _Shared(text, offset)
        self._quoted(target, shared)
        for entity, weight in self.weighed.entities.items():
            if entity in target.entities:
                spans = self._source.entities[entity], target.entities[entity]
                shared.add("entity", weight, *spans)
        for days, places in self._source.days.items():
            if days in target.days:
                weight = day_weight(days, (self.published, published))
                shared.add("date", weight, places, target.days[days])
        for amount, places in self._source.amounts.items():
            if amount in target.amounts:
                shared.add("figure", amount_weight(amount), places, target.amounts[amount])
        self._words(target, shared)
        return _discounted(shared.reasons)

    def _quoted(self, target: Features, shared: "_Shared") -> None:
        """The longest run of words that both quote."""
        if not self._source.quotes or not target.quotes:
            return
        ours, theirs = _quoted_words(self._source), _quoted_words(target)
        length, at, there = _longest_run(ours.stems, theirs.stems)
        if length < MIN_QUOTED:
            return
        stems = set(ours.stems[at : at + length])
        weight = QUOTED * length + sum(self.weighed.words.get(stem, 0.0) for stem in stems)
        spans = ours.span(at, length), theirs.span(there, length)
        shared.add("quote", min(weight, MOST_QUOTED), *((span,) for span in spans))

    def _words(self, target: Features, shared: "_Shared") -> None:
        """The rare words of both, those side by side in both together."""
        places = target.words.places(self.weighed.words)
        left = {s: weight for s, weight in self.weighed.words.items() if s in places}
        words, others = self._source.words, target.words
        ours, theirs = shared.free(words, 0), shared.free(others, 1)
        for at, stem in enumerate(words.stems):
            if stem in left:
                run, there = _run(ours, at, theirs, places[stem], left)
                stems = set(words.stems[at : at + run])
                if len(stems) > 1:
                    parts = sorted(left.pop(stem) for stem in stems)
                    weight = parts[-1] + SIDE_BY_SIDE * sum(parts[:-1])
                    shared.add("words", weight, (words.span(at, run),), (others.span(there, run),))
        for stem, weight in left.items():
            spans = self._places[stem], places[stem]
            shared.add("words", weight, [*map(words.span, spans[0])], [*map(others.span, spans[1])])


def _run(
    ours: Sequence[str | None],
    at: int,
    theirs: Sequence[str | None],
    places: Sequence[int],
    left: Container[str | None],
) -> tuple[int, int]:
    """The most words from `at` on that stand so at one of `places`, all of them left; and where.

    None stands for a word that is another reason's already.
    """
    best = 0, 0
    for there in places:
        length = 0
        for one, other in zip(ours[at:], theirs[there:], strict=False):
            if one != other or one not in left:
                break
            length += 1
        best = max(best, (length, there), key=lambda pair: pair[0])
    return best


class _Shared:
    """The reasons found so far, and the characters that they rest on."""

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset
        self._taken: tuple[set[int], set[int]] = set(), set()
        self.reasons: list[Reason] = []

    def free(self, words: Words, side: int) -> list[str | None]:
        """The stems of a side's words (0 the source), None for those that a reason rests on."""
        taken = self._taken[side]
        return [
            None if start in taken else stem
            for stem, start in zip(words.stems, words.starts, strict=True)
        ]

    def add(
        self,
        kind: ReasonKind,
        weight: float,
        source_spans: Sequence[Span],
        target_spans: Sequence[Span],
    ) -> None:
        """Take in a reason, as far as its characters are no other reason's."""
        free = [
            tuple(s for s in spans if not taken.intersection((s.start, s.end - 1)))
            for spans, taken in zip((source_spans, target_spans), self._taken, strict=True)
        ]
        if weight <= 0 or not all(free):
            return
        for spans, taken in zip(free, self._taken, strict=True):
            for span in spans:
                taken.update(range(span.start, span.end))
        first = free[1][0]
        written = self._text[first.start - self._offset : first.end - self._offset]
        self.reasons.append(Reason(kind, written, weight, free[0], free[1]))


def _discounted(found: Sequence[Reason]) -> list[Reason]:
    """The reasons, each further name and word worth less."""
    kept = [reason for reason in found if reason.kind not in ("entity", "words")]
    for kind, left in (("entity", FURTHER_NAME), ("words", FURTHER_WORD)):
        ordered = sorted((r for r in found if r.kind == kind), key=lambda r: (-r.weight, r.text))
        kept += [replace(r, weight=r.weight * left**at) for at, r in enumerate(ordered)]
    return kept


def _quoted_words(side: Features) -> Words:
    words = side.words
    within = [
        (stem, start, end)
        for stem, start, end in zip(*words, strict=True)
        if any(quote.start <= start and end <= quote.end for quote in side.quotes)
    ]
    return Words(*(list(column) for column in zip(*within, strict=True))) if within else _NONE


_NONE = Words([], [], [])


def _longest_run(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int, int]:
    """The length of the longest run of stems in both, and where it begins in each."""
    best = 0, 0, 0
    before = [0] * (len(theirs) + 1)
    for at, stem in enumerate(ours, 1):
        now = [0] * (len(theirs) + 1)
        for there, other in enumerate(theirs, 1):
            if stem == other:
                now[there] = before[there - 1] + 1
                if now[there] > best[0]:
                    best = now[there], at - now[there], there - now[there]
        before = now
    return best
