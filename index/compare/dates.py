"""Dates that agree, and those on which two sides put the same event otherwise."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.types import DateMention, Span
from index.analysis import fold
from index.compare.contexts import Context, days_between, meet, told, windows
from index.compare.lines import Facts, Place
from index.types import Agreement, Difference

MOST_PAIRS = 4_000
"""Pairs of dates looked at: more than two long articles have."""

UNRELATED = 1.0
"""Two dates with less around them in common say nothing about each other."""

WEEK = 7
"""Days by which a weekday is off when it is counted from the wrong week."""

MONTH = 31
"""Days that the longest time counted from another date may last, to be sure enough."""

TOLD_NEAR = 3
"""Items behind a date in which a word of saying makes it the day when something was said."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A date of each side, and what stands around them."""

    left: int
    right: int
    context: Context
    score: float


def dates(one: Facts, other: Facts) -> tuple[list[Agreement], list[Difference]]:
    """What the dates of two sides agree on, and where they differ."""
    pairs = sorted(_pairs(one, other), key=lambda p: (-p.score, p.left, p.right))
    agreeing = [p for p in pairs if _agree(one, other, p)]
    lefts, rights = {p.left for p in agreeing}, {p.right for p in agreeing}
    differences = []
    for pair in pairs:
        if pair.left in lefts or pair.right in rights:
            continue
        if _differ(one, other, pair):
            differences.append(_difference(one, other, pair))
        elif pair.score < UNRELATED:
            continue
        # The best partner decides: what does not differ from it differs from no other.
        lefts.add(pair.left)
        rights.add(pair.right)
    return _agreements(one, other, agreeing), differences


def _agreements(one: Facts, other: Facts, pairs: list[Pair]) -> list[Agreement]:
    """One agreement for each date, with all places where it stands."""
    groups: defaultdict[tuple[object, ...], tuple[set[Span], set[Span]]] = defaultdict(
        lambda: (set(), set())
    )
    for pair in pairs:
        date = one.dates[pair.left]
        lefts, rights = groups[date.earliest, date.latest]
        lefts.add(date.span)
        rights.add(other.dates[pair.right].span)
    return [
        Agreement("date", one.written(min(lefts)), tuple(sorted(lefts)), tuple(sorted(rights)))
        for lefts, rights in groups.values()
    ]


def _pairs(one: Facts, other: Facts) -> Iterator[Pair]:
    lefts, rights = list(_known(one)), list(_known(other))
    if len(lefts) * len(rights) > MOST_PAIRS:
        return
    for left in lefts:
        for right in rights:
            context = Context(one, other, one.places["date", left], other.places["date", right])
            yield Pair(left, right, context, context.near + context.shared)


def _known(facts: Facts) -> Iterator[int]:
    for at, date in enumerate(facts.dates):
        if date.earliest and date.latest and ("date", at) in facts.places:
            yield at


def _agree(one: Facts, other: Facts, pair: Pair) -> bool:
    left, right = one.dates[pair.left], other.dates[pair.right]
    context = pair.context
    if not meet(left, right):
        return False
    same = (left.earliest, left.latest) == (right.earliest, right.latest)
    if not same:
        return _inside(left, right) and context.near >= 1.5 and context.share >= 0.4
    if left.relative_to is None and right.relative_to is None:
        return context.shared >= 0.8
    return context.near >= 1.0 or context.shared >= 2.0 or context.share >= 0.7


def _inside(one: DateMention, other: DateMention) -> bool:
    """Whether one of two dates lies in the other, as a day in its month."""
    assert one.earliest and one.latest and other.earliest and other.latest
    return (
        one.earliest <= other.earliest <= other.latest <= one.latest
        or other.earliest <= one.earliest <= one.latest <= other.latest
    )


def _differ(one: Facts, other: Facts, pair: Pair) -> bool:
    left, right = one.dates[pair.left], other.dates[pair.right]
    context = pair.context
    if meet(left, right) or fold(one.written(left.span)) == fold(other.written(right.span)):
        return False
    if context.other_names or context.other_figures or _doubtful(left, right):
        return False
    if _told_elsewhere(one, other, pair) or _own_days(one, other, pair):
        return False
    if not _event(one, other, pair):
        return False
    if context.near_share >= 0.65 and context.near >= 1.8:
        return True
    return bool(context.names) and context.near >= 1.5 and context.share >= 0.5


def _doubtful(left: DateMention, right: DateMention) -> bool:
    """Whether the difference may be our own: a weekday counted from the wrong week, a month from
    the wrong year, a span of time told roughly ("il y a deux ans"), a day against a year."""
    lengths = sorted(days_between(d.earliest, d.latest) for d in (left, right))
    if lengths[1] > MONTH >= lengths[0]:
        return True
    if not (left.relative_to or right.relative_to):
        return False
    if days_between(left.earliest, right.earliest) % WEEK == 0:
        return True
    if any(d.relative_to and days_between(d.earliest, d.latest) > MONTH for d in (left, right)):
        return True
    assert left.earliest and right.earliest
    return left.earliest[5:7] == right.earliest[5:7] and left.earliest[:4] != right.earliest[:4]


def _event(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether both dates stand behind the same word, which can be an event's."""
    left, right = pair.context.left, pair.context.right
    if _is_told(one, left) or _is_told(other, right):
        return False
    word = _governor(left)
    return word is not None and word == _governor(right)


def _governor(place: Place) -> str | None:
    """The key of the nearest word before a date, in its clause."""
    words = (i.key for i in windows(place)[0] if i.kind == "word" and i.clause == place.item.clause)
    return next(words, None)


def _is_told(facts: Facts, place: Place) -> bool:
    """Whether a date tells when something was said."""
    items, at = place.line.items, place.number
    before = (item for item in items[:at] if item.clause == place.item.clause)
    return any(told(facts, item) for item in chain(before, items[at + 1 : at + 1 + TOLD_NEAR]))


def _own_days(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether each date is as far from its article's own: a report of the day, made daily."""
    left, right = one.dates[pair.left], other.dates[pair.right]
    if not (left.relative_to and right.relative_to):
        return False
    return days_between(left.earliest, one.side.published) == days_between(
        right.earliest, other.side.published
    )


def _told_elsewhere(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether one of the articles has the other's date too: it dates something else there."""
    left, right = one.dates[pair.left], other.dates[pair.right]
    return any(_same(date, right) for date in one.side.read.dates) or any(
        _same(date, left) for date in other.side.read.dates
    )


def _same(one: DateMention, other: DateMention) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _difference(one: Facts, other: Facts, pair: Pair) -> Difference:
    left, right = one.dates[pair.left].span, other.dates[pair.right].span
    about = pair.context.about()
    return Difference("date", about, one.written(left), other.written(right), left, right)
