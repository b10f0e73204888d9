"""Stretches of time to count by: years, months, weeks (from Monday), days.

Days are numbers as `date.toordinal` counts them; a bucket of a unit has a number, too, and those
that follow each other have numbers that do.
"""

from datetime import date
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from index.told import Unit

UNITS: tuple[Unit, ...] = get_args(Unit)
"""The coarsest first."""

Numbers = NDArray[np.int64]

WEEK = 7
_EPOCH = date(1970, 1, 1).toordinal()


def numbered(days: Numbers, unit: Unit) -> Numbers:
    """The buckets of some days."""
    if unit == "day":
        return days
    if unit == "week":
        # Day 1 was a Monday.
        return (days - 1) // WEEK
    code = "Y" if unit == "year" else "M"
    return (days - _EPOCH).astype("datetime64[D]").astype(f"datetime64[{code}]").astype(np.int64)


def first_days(buckets: Numbers, unit: Unit) -> Numbers:
    """The first days of some buckets; the last ones are the days before the next buckets'."""
    if unit == "day":
        return buckets
    if unit == "week":
        return buckets * WEEK + 1
    code = "Y" if unit == "year" else "M"
    days = buckets.astype(f"datetime64[{code}]").astype("datetime64[D]").astype(np.int64)
    return days + _EPOCH


def fitting(first: int, last: int, most: int) -> Unit:
    """The finest unit with at most so many buckets from one day to another; else years."""
    for unit in reversed(UNITS):
        start, end = numbered(np.array([first, last], np.int64), unit).tolist()
        if end - start < most:
            return unit
    return "year"


def iso(day: int) -> str:
    """A day in ISO 8601; one that lies outside of what can be written is the nearest that can."""
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
