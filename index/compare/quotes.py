"""Quotations that are the same, though cut or worded a little otherwise, and the words altered."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from corpus.quote_roles import HONORIFICS
from corpus.types import Quote, Span
from index.analysis import fold
from index.compare.contexts import told
from index.compare.lines import Facts, Item
from index.compare.names import alike
from index.types import Agreement, Difference

RUN = 6
"""Words in a row, three of them telling, that two people hardly say by chance."""

TELLING = 3
"""Words that tell something which a quotation must have to be known again."""

WHOLE = 0.8
"""The part of the shorter quotation that the other must have, where no long run is shared."""

FREELY = 0.5
"""The same for two quotations of one speaker, which may have been translated twice."""

CLOSE = 0.75
"""The part of what is quoted in both that must be the same for the rest to be altered words."""

ALTERED = 4
"""At most so many words put for others are an alteration and not another sentence."""

SPELLING = 0.75
"""From this likeness on of two words (Ratcliff and Obershelp, 1988) they differ in spelling."""

SHORT, SHORT_SPELLING = 5, 0.5
"""Up to so many letters, and from which likeness on: "dit" and "dise" are forms of one word."""

PREFIX = 5
"""Letters with which two forms of a word begin alike: "photo", "photographie"."""

_HONORIFICS = frozenset(word.rstrip(".") for word in HONORIFICS)

MOST_QUOTES = 200
"""Quotations of a side that are compared: long interviews have half as many."""

MOST_WORDS = 400
"""Words of a quotation that are compared: a speech printed whole is longer."""


@dataclass(frozen=True)
class Said:
    """A quotation taken apart."""

    quote: Quote
    items: tuple[Item, ...]
    speaker: str | None

    @cached_property
    def keys(self) -> list[str]:
        return [item.key for item in self.items]

    @cached_property
    def telling(self) -> frozenset[str]:
        """What its words are that tell something."""
        return frozenset(item.key for item in self.items if item.kind != "stop")


@dataclass(frozen=True, slots=True)
class Match:
    """What two quotations share: runs as (place in the left, place in the right, words)."""

    runs: tuple[tuple[int, int, int], ...]
    telling: int
    longest: int


def quotes(one: Facts, other: Facts) -> tuple[list[Agreement], list[Difference]]:
    """What is quoted in both sides, and the words that one quotes otherwise."""
    lefts, rights = list(_said(one)), list(_said(other))
    agreements: list[Agreement] = []
    differences: list[Difference] = []
    for left in lefts:
        for right in rights:
            if len(left.telling & right.telling) < TELLING:
                continue
            match = _match(left, right)
            if not _same(left, right, match):
                continue
            agreements.append(_agreement(one, left, right, match))
            differences += _altered(one, other, left, right, match)
    return agreements, differences


def _said(facts: Facts) -> Iterator[Said]:
    speakers = {m.span: facts.name_key(m) for m in facts.side.read.mentions}
    items = [item for line in facts.lines for item in line.items]
    starts = [item.start for item in items]
    direct = (quote for quote in facts.quotes if quote.kind == "direct")
    for quote in islice(direct, MOST_QUOTES):
        first = bisect_left(starts, quote.span.start)
        last = bisect_left(starts, quote.span.end, first, min(len(starts), first + MOST_WORDS))
        if last - first >= TELLING:
            speaker = speakers.get(quote.speaker_span) if quote.speaker_span else None
            yield Said(quote, tuple(items[first:last]), speaker)


def _match(left: Said, right: Said) -> Match:
    matcher = SequenceMatcher(None, left.keys, right.keys, autojunk=False)
    runs = []
    telling = longest = 0
    for at, there, size in matcher.get_matching_blocks():
        words = sum(item.kind != "stop" for item in left.items[at : at + size])
        if words:
            runs.append((at, there, size))
            telling += words
            if words >= TELLING:
                longest = max(longest, size)
    return Match(tuple(runs), telling, longest)


def _same(left: Said, right: Said, match: Match) -> bool:
    """Whether two quotations are of the same words."""
    if match.telling < TELLING:
        return False
    if match.longest >= RUN:
        return True
    share = match.telling / min(_count(left.items), _count(right.items))
    if share >= WHOLE:
        return True
    spoken = left.speaker is not None and left.speaker == right.speaker
    return spoken and share >= FREELY and match.telling > TELLING


def _count(items: Sequence[Item]) -> int:
    return sum(item.kind != "stop" for item in items)


def _agreement(one: Facts, left: Said, right: Said, match: Match) -> Agreement:
    lefts = tuple(_span(left.items[at : at + size]) for at, _, size in match.runs)
    rights = tuple(_span(right.items[at : at + size]) for _, at, size in match.runs)
    longest = max(lefts, key=lambda span: span.end - span.start)
    return Agreement("quote", one.written(longest), lefts, rights)


def _altered(
    one: Facts, other: Facts, left: Said, right: Said, match: Match
) -> Iterator[Difference]:
    """The words put for others between two runs that are the same."""
    first, last = match.runs[0], match.runs[-1]
    inside = left.items[first[0] : last[0] + last[2]], right.items[first[1] : last[1] + last[2]]
    least = CLOSE * max(map(_count, inside))
    if _strangers(left, right) or match.telling < max(least, TELLING + 1):
        return
    for (at, there, size), (next_at, next_there, _) in zip(
        match.runs, match.runs[1:], strict=False
    ):
        gone, come = left.items[at + size : next_at], right.items[there + size : next_there]
        if _counts(one, other, gone, come):
            spans = _span(gone), _span(come)
            about = left.quote.speaker or right.quote.speaker or ""
            yield Difference("quote", about, one.written(spans[0]), other.written(spans[1]), *spans)


def _strangers(left: Said, right: Said) -> bool:
    """Whether two quotations are given to two people, or to two descriptions unlike each other."""
    if left.speaker and right.speaker:
        return left.speaker != right.speaker
    described = left.quote.speaker, right.quote.speaker
    if left.speaker or right.speaker or not (described[0] and described[1]):
        return False
    words = [set(fold(speaker).split()) for speaker in described if speaker]
    return not any(len(word) > TELLING for word in words[0] & words[1])


def _counts(one: Facts, other: Facts, gone: Sequence[Item], come: Sequence[Item]) -> bool:
    """Whether words put for others say something else: no spelling, no small words alone."""
    if not (_count(gone) and _count(come)) or max(len(gone), len(come)) > ALTERED:
        return False
    if any(told(one, item) for item in gone) or any(told(other, item) for item in come):
        return False  # what stands between two parts of a quotation whose marks are broken
    return not _variants(one.written(_span(gone)), other.written(_span(come)))


def _variants(one: str, other: str) -> bool:
    """Whether two forms are spellings, inflections or abbreviations of the same words."""
    forms = fold(one), fold(other)
    if all(form.rstrip(".") in _HONORIFICS for form in forms):
        return True
    begun = [form[:PREFIX] for form in forms if len(form) >= PREFIX]
    if (len(begun) == 2 and begun[0] == begun[1]) or alike(one, other):
        return True
    least = SHORT_SPELLING if max(map(len, forms)) <= SHORT else SPELLING
    return SequenceMatcher(None, *forms).ratio() >= least


def _span(items: Sequence[Item]) -> Span:
    return Span(items[0].start, items[-1].end)
