"""How alike what stands around two facts is, and what says that they are not about one thing."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from corpus.types import DateMention, Figure, Span
from index.analysis import fold
from index.compare.amounts import compatible
from index.compare.lines import Facts, Item, Line, Place

_ORDINAL = re.compile(
    r"[a-z]{2,20}ieme|premiere?|seconde?|\d{1,4}(?:er?|re|eme|st|nd|rd|th)"
    r"|\d{1,2}h(?:\d\d)?|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th"
)
"""A folded ordinal number, or a clock time."""

_TOLD = frozenset(
    """
annonce annoncer annoncee declare declarer dit dire indique indiquer affirme affirmer precise
preciser explique expliquer ajoute ajouter confie estime estimer assure confirme confirmer rapporte
souligne raconte publie publiee publies communique interview entretien appris selon tweete reagi
salue denonce rappele evoque bilan etabli recense presente said told announced announces declared
stated added reported confirmed according statement
""".split()
)
"""What is said again on another day: two such days differ without contradiction."""

WINDOW = 7
"""Items on each side of a fact that are read in order: about a clause."""


class Context:
    """What two facts at `left` and `right` have around them. All measures are sums of weights."""

    def __init__(self, one: Facts, other: Facts, left: Place, right: Place) -> None:
        self.one, self.other = one, other
        self.left, self.right = left, right

    @cached_property
    def near(self) -> float:
        """What stands in the same order on the same side of both."""
        pairs = zip(self._left_windows, self._right_windows, strict=True)
        return sum(common(a, b) for a, b in pairs)

    @cached_property
    def near_share(self) -> float:
        """The part of the poorer surroundings that `near` is."""
        least = min(_sum(self._left_windows), _sum(self._right_windows))
        return self.near / least if least else 0.0

    @cached_property
    def shared(self) -> float:
        """What the two lines share, wherever it stands."""
        return shared(self.left.line, self.right.line)

    @cached_property
    def share(self) -> float:
        """The part of the poorer line that is shared."""
        least = min(self.left.line.total, self.right.line.total)
        return self.shared / least if least else 0.0

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that both lines hold."""
        return self.left.line.entities & self.right.line.entities

    @cached_property
    def other_figures(self) -> bool:
        """Whether the two lines count the same kind of thing, and never as many."""
        counted = [
            (one.unit.casefold() == other.unit.casefold(), compatible(one, other))
            for one in _figures(self.one, self.left)
            for other in _figures(self.other, self.right)
        ]
        return any(same for same, _ in counted) and not any(same and may for same, may in counted)

    def about(self) -> str:
        """The word or name around both facts that tells most, as the left writes it."""
        keys = {item.key for part in self._right_windows for item in part}
        both = [i for part in self._left_windows for i in part if i.key in keys]
        best = max(both, key=lambda item: item.weight, default=None)
        return self.one.written(Span(best.start, best.end)) if best else ""

    @cached_property
    def _left_windows(self) -> tuple[Sequence[Item], Sequence[Item]]:
        return windows(self.left)

    @cached_property
    def _right_windows(self) -> tuple[Sequence[Item], Sequence[Item]]:
        return windows(self.right)

    @cached_property
    def apart(self) -> bool:
        """Whether names, dates or ordinals say that two lines speak of different things."""
        return self.other_names or self.other_dates or self.other_ordinals

    @cached_property
    def other_names(self) -> bool:
        """Whether the two lines name nobody in common, or each clause, or the place right beside
        each fact, has a name that the other line has not."""
        one, other = self.left.line.entities, self.right.line.entities
        if one and other and not one & other:
            return True
        if _clause_names(self.left) - other and _clause_names(self.right) - one:
            return True
        nearest = nearest_name(self.left), nearest_name(self.right)
        if None in nearest or nearest[0] == nearest[1]:
            return False
        return nearest[0] not in other or nearest[1] not in one

    @cached_property
    def other_dates(self) -> bool:
        """Whether both clauses, or else both lines, hold dates, and none of one meets one of the
        other."""
        for whole in (False, True):
            one = _days(self.one, self.left, whole=whole)
            other = _days(self.other, self.right, whole=whole)
            if one and other:
                return not any(meet(a, b) for a in one for b in other)
        return False

    @cached_property
    def dated(self) -> bool:
        """Whether one of the lines holds a date."""
        return any(item.kind == "date" for p in (self.left, self.right) for item in p.line.items)

    @cached_property
    def other_ordinals(self) -> bool:
        """Whether the lines number things, and not the same: "huitième jour", "neuvième jour"."""
        one, other = _numbers(self.one, self.left.line), _numbers(self.other, self.right.line)
        return bool(one and other) and not one & other

    @cached_property
    def same_time(self) -> bool:
        """Whether both lines hold one date, or number one thing ("deuxième trimestre")."""
        one = _days(self.one, self.left, whole=True)
        other = _days(self.other, self.right, whole=True)
        if any(meet(a, b) for a in one for b in other):
            return True
        return bool(_numbers(self.one, self.left.line) & _numbers(self.other, self.right.line))


def _numbers(facts: Facts, line: Line) -> set[str]:
    """The ordinal numbers and clock times in a line."""
    written = (fold(facts.side.text[i.start : i.end]) for i in line.items if i.at < 0)
    return {word for word in written if _ORDINAL.fullmatch(word)}


def told(facts: Facts, item: Item) -> bool:
    """Whether a word announces what somebody says."""
    return fold(facts.side.text[item.start : item.end]) in _TOLD


def windows(place: Place) -> tuple[Sequence[Item], Sequence[Item]]:
    """The items before and after one, nearest first."""
    items, at = place.line.items, place.number
    return items[max(0, at - WINDOW) : at][::-1], items[at + 1 : at + 1 + WINDOW]


def common(left: Sequence[Item], right: Sequence[Item]) -> float:
    """The weight of the heaviest common subsequence of two short runs of items."""
    row = [0.0] * (len(right) + 1)
    for item in left:
        diagonal = 0.0
        for at, other in enumerate(right, 1):
            above = row[at]
            same = item.key == other.key
            row[at] = max(above, row[at - 1], diagonal + min(item.weight, other.weight) * same)
            diagonal = above
    return row[-1]


def shared(left: Line, right: Line) -> float:
    """The weight of the words and names that two lines share."""
    few, many = sorted((left.weights, right.weights), key=len)
    return sum(min(weight, many[key]) for key, weight in few.items() if key in many)


def _clause_names(place: Place) -> set[str]:
    """The keys of the names in the clause of an item."""
    clause = place.item.clause
    return {i.key for i in place.line.items if i.kind == "name" and i.clause == clause}


def nearest_name(place: Place) -> str | None:
    """The key of the name that stands nearest in the clause of an item, before it or after.

    Where the clause has none, of the last name before it in the line: "l’Italie (31 908)".
    """
    items, at = place.line.items, place.number
    names = [number for number, item in enumerate(items) if item.kind == "name"]
    beside = [number for number in names if items[number].clause == place.item.clause]
    if beside:
        return items[min(beside, key=lambda number: abs(number - at))].key
    before = [number for number in names if number < at]
    return items[before[-1]].key if before else None


def meet(one: DateMention, other: DateMention) -> bool:
    """Whether two dates have a day in common."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def days_between(one: str | None, other: str | None) -> int:
    """Days from one ISO 8601 date to another, cut to what both tell; 0 where one tells none."""
    if not one or not other or len(one) < len("2023-01-01") or len(other) < len("2023-01-01"):
        return 0
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return 0


def _days(facts: Facts, place: Place, *, whole: bool) -> list[DateMention]:
    """The dates in the `whole` line of an item, or in its clause."""
    clause = place.item.clause
    items = (i for i in place.line.items if i.kind == "date" and (whole or i.clause == clause))
    return [facts.dates[item.at] for item in items]


def _figures(facts: Facts, place: Place) -> list[Figure]:
    """The figures in a line."""
    return [facts.figures[item.at] for item in place.line.items if item.kind == "figure"]


def _sum(parts: tuple[Sequence[Item], Sequence[Item]]) -> float:
    return sum(item.weight for part in parts for item in part)
