"""Whether two amounts can both be true of one thing: rounding, ranges and hedges."""

import math

from corpus.hedges import before
from corpus.plain import plain
from corpus.types import Figure

ABOUT = 0.1
"""How far from its number an approximation ("près de 5 millions") can lie, as a part of it."""

LOOSE = 0.3
"""The same for "une vingtaine", "des centaines"."""

ROUND = 100
"""From here on zeros at the end may be rounding: "1 000" stands for 1,021, "20" for 20."""

SCALED = 1e6
"""From here on one digit may be all that is meant ("5 millions" for 4.8), below it two are."""


def equal(left: Figure, right: Figure) -> bool:
    """Whether both say the same number."""
    return (left.low, left.high) == (right.low, right.high)


def compatible(left: Figure, right: Figure) -> bool:
    """Whether some amount is what both say: one number rounded, ranges and hedges that meet."""
    if _exact(left) and _exact(right):
        return _rounded(middle(left), middle(right))
    (low, high), (other_low, other_high) = _range(left), _range(right)
    return low <= other_high and other_low <= high


def ratio(left: Figure, right: Figure) -> float:
    """How many times the larger amount is the smaller one; infinite across zero."""
    one, other = middle(left), middle(right)
    if one == other:
        return 1.0
    if one * other <= 0:
        return math.inf
    return max(abs(one), abs(other)) / min(abs(one), abs(other))


def digits(figure: Figure) -> int:
    """How many digits say something: 3 of 1,250,000."""
    return len(f"{abs(middle(figure)):.10g}".replace(".", "").strip("0"))


def middle(figure: Figure) -> float:
    """The number in the middle of what a figure says, or its one bound."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return (high if low is None else low) or 0.0
    return (low + high) / 2


def _exact(figure: Figure) -> bool:
    return figure.hedge is None and figure.low == figure.high


def _rounded(one: float, other: float) -> bool:
    """Whether the number told less exactly is the other one, rounded."""
    step, finer = sorted((_step(one), _step(other)), reverse=True)
    return one == other if step == finer else abs(one - other) <= step / 2


def _range(figure: Figure) -> tuple[float, float]:
    """The amounts that a figure can stand for."""
    low = -math.inf if figure.low is None else figure.low - _slack(figure, figure.low)
    high = math.inf if figure.high is None else figure.high + _slack(figure, figure.high)
    return low, high


def _slack(figure: Figure, value: float) -> float:
    """How far the true amount may lie from the number as written."""
    if figure.hedge is None or None in (figure.low, figure.high):
        return 0.0
    known = before(plain(figure.hedge) + " ", len(figure.hedge) + 1)
    return (ABOUT if known else LOOSE) * abs(value)


def _step(value: float) -> float:
    """The unit of the last digit that says something: 100 for 1,200, 0.1 for 15.6."""
    whole = abs(value)
    if whole != int(whole):
        return float(10 ** -len(f"{whole:.6g}".partition(".")[2]))
    if whole < ROUND:
        return 1.0
    written = f"{whole:.0f}"
    zeros = len(written) - len(written.rstrip("0"))
    return float(10 ** min(zeros, len(written) - (1 if whole >= SCALED else 2)))
