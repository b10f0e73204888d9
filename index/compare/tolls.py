"""Tolls of one event, told in sentences unlike each other: "faisant 12 morts", three days later
"Le bilan s'établit à 14 morts".

Such sentences share nothing that would show that they count the same. The articles do: they tell
of one event (much the same names and words, within some days), and each has one toll of it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.types import DateMention
from index.compare import amounts
from index.compare.contexts import days_between, meet, nearest_name
from index.compare.lines import Facts, Place
from index.compare.things import Thing

COUNTED = frozenset(["dead", "hurt", "missing"])
"""What befell those counted in a toll of a single event."""

FEW_DAYS = 5
"""Days between two articles on one event: what is counted later is mostly another one's."""

ALIKE, UNDATED_ALIKE = 0.25, 0.5
"""The least cosine of two articles on one event, and where the date of one is not known. Of news
articles on one event within days it is .2 to .9, of two accidents of a kind up to .25."""

_SINCE = frozenset(["depuis", "sinc"])
"""Stems before a date from which on is counted."""

FOREGONE = 15
"""Days before its article from which a date in the line of a toll tells of an event before."""


def is_toll(thing: Thing) -> bool:
    """Whether all that an event killed, injured or left missing may be counted."""
    unit, state = thing.kind
    return not unit and state in COUNTED and not thing.apart and not thing.daily


def same_event(one: Facts, other: Facts) -> bool:
    """Whether two whole articles surely tell of one event."""
    published = one.side.published, other.side.published
    least = ALIKE if all(published) else UNDATED_ALIKE
    return days_between(*published) <= FEW_DAYS and likeness(one, other) >= least


def likeness(one: Facts, other: Facts) -> float:
    """The cosine of the words and names of two sides, by weight and damped frequency."""
    left, right = _vector(one), _vector(other)
    few, many = sorted((left, right), key=len)
    dot = sum(worth * many.get(key, 0.0) for key, worth in few.items())
    size = math.hypot(*left.values()) * math.hypot(*right.values())
    return dot / size if size else 0.0


def _vector(facts: Facts) -> dict[str, float]:
    items = [i for line in facts.lines for i in line.items if i.kind in ("word", "name")]
    weights = {item.key: item.weight for item in items}
    counts = Counter(item.key for item in items)
    return {key: weights[key] * (1 + math.log(count)) for key, count in counts.items()}


def one_toll(one: Facts, left: Sequence[int], other: Facts, right: Sequence[int]) -> bool:
    """Whether each of two whole articles has one toll, and not that of the other.

    `left` and `right` are the numbers of their figures that may be of the same toll.
    """
    ours = [one.figures[at] for at in left]
    theirs = [other.figures[at] for at in right]
    for figures in (ours, theirs):
        if any(not amounts.compatible(a, b) for a in figures for b in figures):
            return False
    return not any(amounts.compatible(a, b) for a in ours for b in theirs)


def of_now(one: Facts, left: Place, other: Facts, right: Place) -> bool:
    """Whether the lines of two figures tell of one day, or neither of one long before."""
    together = any(meet(a, b) for a in _dates(one, left) for b in _dates(other, right))
    return together or (recent(one, left) and recent(other, right))


def recent(facts: Facts, place: Place) -> bool:
    """Whether one of the dates beside a figure, if there are any, is near its article's."""
    dates, published = _dates(facts, place), facts.side.published
    return not (dates and published) or any(
        not d.latest or d.latest >= published or days_between(d.latest, published) < FOREGONE
        for d in dates
    )


def _dates(facts: Facts, place: Place) -> list[DateMention]:
    """The dates in the clause of a figure, or else in its line; not since when is counted."""
    line = place.line.items
    items = [
        item
        for at, item in enumerate(line)
        if item.kind == "date" and not any(i.key in _SINCE for i in line[max(0, at - 2) : at])
    ]
    beside = [item for item in items if item.clause == place.item.clause]
    return [facts.dates[item.at] for item in beside or items]


def same_places(one: Facts, left: Place, other: Facts, right: Place) -> bool:
    """Whether each article knows the name beside the other's figure, where one stands there."""
    nearest = nearest_name(left), nearest_name(right)
    return nearest[0] == nearest[1] or (
        nearest[0] in {None, *_names(other)} and nearest[1] in {None, *_names(one)}
    )


def _names(facts: Facts) -> Iterable[str]:
    return (key for line in facts.lines for key in line.entities)
