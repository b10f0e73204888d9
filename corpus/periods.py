"""Periods of the calendar: a first and a last day, and how to come from one to another.

What has no day between the years 1 and 9999 is None: no ISO 8601 day can say it.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
Portion = Literal["start", "middle", "end"]

SEASON_STARTS = ((3, 20), (6, 21), (9, 22), (12, 21))
"""Month and day on which spring, summer, autumn and winter usually begin in the north."""

WEEK = 7
LONG_MONTH = 31


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` to `last`, both inside."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def day(year_number: int, month_number: int, number: int) -> Period | None:
    """One day, None where the calendar has none (31 February)."""
    try:
        found = date(year_number, month_number, number)
    except ValueError:
        return None
    return Period(found, found)


def week(within: date) -> Period:
    """The week from Monday to Sunday that has this day; the calendar's last is shorter."""
    monday = within - timedelta(days=within.weekday())
    return Period(monday, moved(monday, WEEK - 1, "day") or date.max)


def weekend(within: date) -> Period:
    """Saturday and Sunday of this day's week."""
    sunday = week(within).last
    return Period(sunday - timedelta(days=1), sunday)


def months(year_number: int, first: int, last: int) -> Period | None:
    """From the first day of one month to the last day of another of the same year."""
    if not (1 <= year_number <= 9999 and 1 <= first <= last <= 12):
        return None
    end = monthrange(year_number, last)[1]
    return Period(date(year_number, first, 1), date(year_number, last, end))


def month(year_number: int, number: int) -> Period | None:
    """One month."""
    return months(year_number, number, number)


def years(first: int, last: int) -> Period | None:
    """From the first day of one year to the last day of another."""
    if not 1 <= first <= last <= 9999:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31))


def century(number: int) -> Period | None:
    """A century: the 20th is 1901 to 2000."""
    return years(number * 100 - 99, number * 100)


def season(year_number: int, number: int) -> Period | None:
    """Spring (0) to winter (3) that begins in this year."""
    if not 1 <= year_number <= 9998:
        return None
    after = (number + 1) % 4
    end = date(year_number + (number == 3), *SEASON_STARTS[after])
    return Period(date(year_number, *SEASON_STARTS[number]), end)


def portion(of: Period, which: Portion) -> Period:
    """The beginning, middle or end of a period.

    Of a year its first or last quarter and its middle four months; of a month its days 1 to 10,
    11 to 20, from 21; of anything else its thirds, in whole years where it has several.
    """
    first, last = of.first, of.last
    if first.day == 1 and first.month == last.month and of.days >= 28:
        tenth, twentieth = first.replace(day=10), first.replace(day=20)
        middle = Period(first.replace(day=11), twentieth)
        return _pick(which, Period(first, tenth), middle, Period(first.replace(day=21), last))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and of.days < 367:
        spring = Period(first, date(first.year, 3, 31))
        summer = Period(date(first.year, 5, 1), date(first.year, 8, 31))
        return _pick(which, spring, summer, Period(date(first.year, 10, 1), last))
    if last.year - first.year > 1:
        part = (last.year - first.year) // 3
        start = Period(first, date(first.year + part, 12, 31))
        middle = Period(date(first.year + part, 1, 1), date(last.year - part, 12, 31))
        return _pick(which, start, middle, Period(date(last.year - part, 1, 1), last))
    third = timedelta(days=max(of.days // 3, 1))
    one = timedelta(days=1)
    middle = Period(min(first + third, last), max(last - third, first))
    end = Period(last - third + one, last)
    return _pick(which, Period(first, first + third - one), middle, end)


def _pick(which: Portion, start: Period, middle: Period, end: Period) -> Period:
    """One of three."""
    return start if which == "start" else middle if which == "middle" else end


def moved(from_day: date, count: int, unit: Unit) -> date | None:
    """The day that lies `count` units later (earlier where negative)."""
    try:
        if unit in ("day", "week"):
            return from_day + timedelta(days=count * (WEEK if unit == "week" else 1))
        at = from_day.year * 12 + from_day.month - 1 + count * (12 if unit == "year" else 1)
        last = monthrange(at // 12, at % 12 + 1)[1]
        return date(at // 12, at % 12 + 1, min(from_day.day, last))
    except (ValueError, OverflowError):
        return None


def around(within: date, unit: Unit) -> Period | None:
    """The day, week, month or year that has this day."""
    if unit == "day":
        return Period(within, within)
    if unit == "week":
        return week(within)
    return month(within.year, within.month) if unit == "month" else years(within.year, within.year)


def hull(one: Period, other: Period) -> Period:
    """The shortest period that has both."""
    return Period(min(one.first, other.first), max(one.last, other.last))


def said(iso: str) -> Period | None:
    """The days of an ISO 8601 date cut to what is known ("2023", "2023-09", "2023-09-13")."""
    try:
        parts = [int(part) for part in iso.split("-")]
    except ValueError:
        return None
    if len(parts) == 1:
        return years(parts[0], parts[0])
    return month(*parts) if len(parts) == 2 else day(*parts[:3])
