"""Amounts of one unit that two articles do not share: they may be of one thing, or of two.

The engine claims a difference only where surely the same is counted. Between its silence and a
search with one's own eyes lies this list: "12 morts" here, "14 morts" there, look yourself.
"""

from collections.abc import Iterable, Sequence

from corpus.types import Annotated, Figure, Span
from tui.recouper.pages import Point, Side

MOST = 2
"""Amounts of a unit on one side: an article that gives more of them counts several things."""

TIMES = 10.0
"""How many times the other an amount of the same thing can be."""

Units = dict[str, list[Figure]]


def may_differ(
    sides: tuple[Side, Side], read: tuple[Annotated, Annotated], claims: Sequence[Point]
) -> list[Point]:
    """One point for each unit; nothing that is claimed, or that both articles say somewhere."""
    known = [[span for point in claims for span in point.spans[at]] for at in (0, 1)]
    left, right = (
        _alone(sides[at], read[at].figures, read[1 - at].figures, known[at]) for at in (0, 1)
    )
    points = []
    for unit, ours in left.items():
        theirs = right.get(unit, [])
        few = 0 < len(_amounts(ours)) <= MOST and 0 < len(_amounts(theirs)) <= MOST
        if few and any(_near(one, other) for one in ours for other in theirs):
            texts = _told(sides[0], ours), _told(sides[1], theirs)
            spans = tuple(f.span for f in ours), tuple(f.span for f in theirs)
            points.append(Point("perhaps", "figure", texts, spans))
    return points


def _alone(
    side: Side, figures: Iterable[Figure], others: Iterable[Figure], known: Iterable[Span]
) -> Units:
    """The figures of a passage by unit, without those that the other article has somewhere."""
    elsewhere: Units = {}
    for figure in others:
        elsewhere.setdefault(_unit(figure), []).append(figure)
    found: Units = {}
    for figure in figures:
        unit = _unit(figure)
        if not unit or not side.passage.span.contains(figure.span):
            continue
        said = any(_may_be_equal(figure, other) for other in elsewhere.get(unit, ()))
        if not said and not any(figure.span.overlaps(span) for span in known):
            found.setdefault(unit, []).append(figure)
    return found


def _unit(figure: Figure) -> str:
    """A unit in any case, singular or plural."""
    return " ".join(word.rstrip("sx") for word in figure.unit.casefold().split())


def _may_be_equal(one: Figure, other: Figure) -> bool:
    """Whether some number is both: "12" and "au moins 12"."""
    lows = [figure.low for figure in (one, other) if figure.low is not None]
    highs = [figure.high for figure in (one, other) if figure.high is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _near(one: Figure, other: Figure) -> bool:
    """Whether neither is many times the other: those are hardly of one thing."""
    less, more = sorted((figure.low or figure.high or 0.0) for figure in (one, other))
    return 0 < more <= TIMES * less


def _amounts(figures: Iterable[Figure]) -> dict[tuple[float | None, float | None], Figure]:
    """Each amount once, the first time that it is written."""
    amounts: dict[tuple[float | None, float | None], Figure] = {}
    for figure in figures:
        amounts.setdefault((figure.low, figure.high), figure)
    return amounts


def _told(side: Side, figures: Iterable[Figure]) -> str:
    """The amounts as they are written."""
    return ", ".join(side.written((figure.span,)) for figure in _amounts(figures).values())
