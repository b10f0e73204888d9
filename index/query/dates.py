"""The values of `date:`: a year, a month, a day, a range, a comparison."""

import re
from calendar import monthrange
from datetime import date

from index.query.tree import Dates

_DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|=>|=<|≥|≤|>|<)(.+)")
_RANGE = re.compile(r"(.*?)(?:\.\.+|…)(.*)")


def read_dates(text: str) -> tuple[Dates, bool] | None:
    """The days that a value of `date:` asks for, and whether its ends had to change places.

    Understands `2023`, `2023-07`, `2023-07-12`, `07/2023`, `12/07/2023`; `A..B`, `A..`, `..B`;
    `>A`, `>=A`, `<A`, `<=A`. None where it is none of these.
    """
    if compared := _COMPARED.fullmatch(text):
        days = _days(compared[2])
        return (_compared(compared[1], *days), False) if days else None
    if ranged := _RANGE.fullmatch(text):
        return _range(ranged[1], ranged[2])
    days = _days(text)
    return (Dates(*days), False) if days else None


def _compared(sign: str, first: int, last: int) -> Dates:
    if sign == ">":
        return Dates(last + 1, None)
    if sign == "<":
        return Dates(None, first - 1)
    return Dates(first, None) if ">" in sign or sign == "≥" else Dates(None, last)


def _range(before: str, after: str) -> tuple[Dates, bool] | None:
    low = _days(before) if before else None
    high = _days(after) if after else None
    if (before and not low) or (after and not high) or not (low or high):
        return None
    if low and high and low[0] > high[1]:
        return Dates(high[0], low[1]), True
    return Dates(low[0] if low else None, high[1] if high else None), False


def _days(text: str) -> tuple[int, int] | None:
    """The first and last day of a year, month or day; None where there is no such."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(n or 0) for n in found.groups())
        given = sum(part is not None for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(n or 0) for n in found.groups())
        given = sum(part is not None for part in found.groups())
    else:
        return None
    try:
        first = date(year, month if given > 1 else 1, day if given > 2 else 1)
        last_month = month if given > 1 else 12
        last = date(year, last_month, day if given > 2 else monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()
