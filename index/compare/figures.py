"""Figures that agree, and those that differ about the same thing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.types import Figure
from index.compare import amounts, tolls
from index.compare.contexts import Context, days_between, nearest_name
from index.compare.lines import Facts, Item, Line, Place
from index.compare.things import Thing, thing
from index.types import Agreement, Difference

MOST_PAIRS = 4_000
"""Pairs of figures looked at: more than two long articles have."""

TELLING = 0.12
"""The weight from which on a word tells what is counted."""

FEW_TIMES, MOST_TIMES = 3.0, 10.0
"""How many times as much one may be as the other, in other and in nearly the same words: more is
hardly the same thing."""

REVISED = 1.2
"""How many times smaller a toll can become when it is revised."""


SAME_NEWS = 1
"""Days after which what is counted, but for a toll, is counted anew."""

_OF = frozenset("de du des la le l d of the".split())

OF_WHAT = 3
"""Items behind a figure that may say of what or where its things are: "du Sud-Ouest"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of each side that count the same kind of thing, and what stands around them."""

    left: int
    right: int
    things: tuple[Thing, Thing]
    context: Context
    score: float


def figures(one: Facts, other: Facts) -> tuple[list[Agreement], list[Difference]]:
    """What the figures of two sides agree on, and where they differ."""
    pairs = sorted(_pairs(one, other), key=lambda p: (-p.score, p.left, p.right))
    agreeing = [p for p in pairs if _agree(one, other, p)]
    settled = {("left", p.left) for p in agreeing} | {("right", p.right) for p in agreeing}
    differing = []
    for pair in pairs:
        ends = {("left", pair.left), ("right", pair.right)}
        if ends & settled:
            continue
        if _differ(one, other, pair) or _tolls_differ(one, other, pair):
            differing.append(_difference(one, other, pair))
        # The best partner decides: what does not differ from it differs from no other.
        settled |= ends
    return _agreements(one, other, agreeing), differing


def _pairs(one: Facts, other: Facts) -> Iterator[Pair]:
    rights = defaultdict(list)
    for at, found in _things(other):
        rights[found.kind].append((at, found))
    count = 0
    for left, found in _things(one):
        for right, same in rights[found.kind]:
            count += 1
            if count > MOST_PAIRS:
                return
            places = one.places["figure", left], other.places["figure", right]
            context = Context(one, other, *places)
            yield Pair(left, right, (found, same), context, context.near + context.shared)


def _things(facts: Facts) -> Iterator[tuple[int, Thing]]:
    """The figures that can be compared, each with what it counts.

    In a list the first one says it for all: "le Brésil (106 523 morts), le Mexique (55 908)".
    """
    last: tuple[Line, Thing] | None = None
    for at, figure in enumerate(facts.figures):
        place = facts.places.get(("figure", at))
        found = thing(facts, figure, place)
        if found is None or place is None:
            continue
        if not figure.unit and last and last[0] is place.line and last[1].state:
            found = last[1]._replace(apart=found.apart, daily=found.daily)
        elif found.unit or found.state:
            last = place.line, found
        yield at, found


# Agreement


def _agree(one: Facts, other: Facts, pair: Pair) -> bool:
    left, right = one.figures[pair.left], other.figures[pair.right]
    context = pair.context
    if not amounts.compatible(left, right):
        return False
    if not amounts.equal(left, right) or not left.unit:
        return _same_thing(one, other, pair)
    if amounts.digits(left) >= 3:
        return context.near >= 0.5 or context.shared >= 1.0
    if context.apart:
        return context.near >= 2.0
    if context.near >= 1.2 or context.shared >= 2.0:
        return True
    return context.share >= 0.7 and context.shared >= 1.2


def _agreements(one: Facts, other: Facts, pairs: list[Pair]) -> list[Agreement]:
    """One agreement for each amount of a thing, with all places where it stands."""
    groups: defaultdict[tuple[object, ...], tuple[set[int], set[int]]] = defaultdict(
        lambda: (set(), set())
    )
    for pair in pairs:
        figure = one.figures[pair.left]
        lefts, rights = groups[pair.things[0].kind, figure.low, figure.high]
        lefts.add(pair.left)
        rights.add(pair.right)
    return [
        Agreement(
            "figure",
            one.written(one.figures[min(lefts)].span),
            tuple(one.figures[at].span for at in sorted(lefts)),
            tuple(other.figures[at].span for at in sorted(rights)),
        )
        for lefts, rights in groups.values()
    ]


# Difference


def _same_thing(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether two figures surely count one thing: their surroundings are as good as the same, or,
    of the dead, the injured and the like, name the same and say much the same."""
    context, (left, right) = pair.context, pair.things
    if context.apart or left.apart != right.apart or _otherwise_called(context):
        return False
    if _other_day(one, other, pair) or _other_of_a_list(one, other, pair):
        return False
    same = context.shared + left.weight >= 1.5
    if not left.state:
        return same and context.near_share >= 0.75 and context.share >= 0.55
    if context.near_share >= 0.6 and context.near >= 1.5:
        return True
    if same and context.near_share >= 0.8 and context.share >= 0.6:
        return True
    return bool(context.names) and context.shared >= 2.2 and context.share >= 0.6


def _otherwise_called(context: Context) -> bool:
    """Whether words right behind one of the figures, "russes" in "7 soldats russes", "du Sud", are
    not in the other's line: they may say which ones are meant."""
    for place, line in (
        (context.left, context.right.line),
        (context.right, context.left.line),
    ):
        for item in _complement(place):
            if item.key not in line.weights:
                return True
    return False


def _other_of_a_list(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether figures stand beside two names of a list: "le Brésil (60 632 morts), l’Italie"."""
    context = pair.context
    nearest = nearest_name(context.left), nearest_name(context.right)
    if nearest[0] == nearest[1]:
        return False
    if not (one.figures[pair.left].unit and other.figures[pair.right].unit):
        return True
    return {*nearest} <= context.names


def _complement(place: Place) -> Iterator[Item]:
    """The words right behind a figure; behind "de" or "du" those of what follows."""
    after = place.line.items[place.number + 1 : place.number + 1 + OF_WHAT]
    for number, item in enumerate(after):
        if item.clause != place.item.clause or item.kind in ("figure", "date"):
            return
        if item.kind in ("word", "name"):
            if number or item.weight >= TELLING:
                yield item
            if number == 0:
                return
        elif item.key not in _OF:
            return


def _other_day(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether the figures are each its own day's: what is counted anew each day, or measured."""
    days = days_between(one.side.published, other.side.published)
    if not days:
        return False
    left, right = pair.things
    if left.daily or right.daily:
        return True
    if days > SAME_NEWS and not left.state:
        return True
    return left.open and not pair.context.same_time


def _differ(one: Facts, other: Facts, pair: Pair) -> bool:
    left, right = one.figures[pair.left], other.figures[pair.right]
    if amounts.compatible(left, right) or not _same_thing(one, other, pair):
        return False
    context = pair.context
    same = context.near_share >= 0.65 and context.share >= 0.7
    most = MOST_TIMES if same else FEW_TIMES
    return _near_enough(one, other, pair, most) and not _told_elsewhere(one, other, pair)


def _tolls_differ(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether two figures are the tolls that two articles give of one event."""
    left, right = one.figures[pair.left], other.figures[pair.right]
    context = pair.context
    if not all(map(tolls.is_toll, pair.things)) or amounts.compatible(left, right):
        return False
    if not _near_enough(one, other, pair, FEW_TIMES) or _told_elsewhere(one, other, pair):
        return False
    if not tolls.of_now(one, context.left, other, context.right):
        return False
    whole = one.whole, other.whole
    kind = pair.things[0].kind
    counted = [
        [at for at, found in _things(facts) if found.kind == kind and tolls.is_toll(found)]
        for facts in whole
    ]
    return (
        tolls.one_toll(whole[0], counted[0], whole[1], counted[1])
        and tolls.same_places(whole[0], context.left, whole[1], context.right)
        and tolls.same_event(*whole)
    )


def _near_enough(one: Facts, other: Facts, pair: Pair, most: float) -> bool:
    """Whether one figure is at most so many times the other; of tolls, the later hardly smaller."""
    ratio = amounts.ratio(one.figures[pair.left], other.figures[pair.right])
    if ratio > most:
        return False
    return not _another_day(one, other, pair) or ratio <= REVISED or _grew(one, other, pair)


def _told_elsewhere(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether one of the articles has the other's amount too: it counts something else there."""
    left, right = one.figures[pair.left], other.figures[pair.right]
    return any(_same(figure, right) for figure in one.side.read.figures) or any(
        _same(figure, left) for figure in other.side.read.figures
    )


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same amount, and not of two units."""
    return amounts.equal(one, other) and (one.unit == other.unit or not (one.unit and other.unit))


def _difference(one: Facts, other: Facts, pair: Pair) -> Difference:
    left, right = one.figures[pair.left], other.figures[pair.right]
    return Difference(
        "figure",
        pair.things[0].said or pair.context.about() or left.unit,
        one.written(left.span),
        other.written(right.span),
        left.span,
        right.span,
        _grew(one, other, pair),
    )


def _grew(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether a toll is higher in the article of the later day."""
    if not _another_day(one, other, pair):
        return False
    left, right = one.figures[pair.left], other.figures[pair.right]
    later = (one.side.published or "") < (other.side.published or "")
    return (amounts.middle(left) < amounts.middle(right)) == later


def _another_day(one: Facts, other: Facts, pair: Pair) -> bool:
    """Whether two articles of two days count what befell people of late, so that it may change."""
    if not pair.things[0].state or not days_between(one.side.published, other.side.published):
        return False
    return tolls.recent(one, pair.context.left) and tolls.recent(other, pair.context.right)
