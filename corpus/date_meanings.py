"""What a date expression says, before it is known when its article appeared."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.date_words import PORTIONS
from corpus.periods import LONG_MONTH, WEEK, Period, Unit, around, moved, portion

LENGTHS: dict[Unit, int] = {"day": 1, "week": WEEK, "month": LONG_MONTH, "year": 10 * 366}
"""Days of the longest period from which one counts in such units; in years, of a decade."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that stands by itself; None where no day can be said."""

    period: Period | None


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes back each week or year: `last` begun by a day, `next` not over on a day.

    `usual` is the one meant where no verb tells: of weekdays the last, of others the nearest;
    `dated` tells that only the year is missing, which another date may say.
    """

    last: Callable[[date], Period | None]
    next: Callable[[date], Period | None]
    usual: Literal["last", "nearest"]
    dated: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A date counted from the day on which the article appeared."""

    of: Callable[[date], Period | None]


@dataclass(frozen=True, slots=True)
class Following:
    """A date counted from the one before it in the text."""

    of: Callable[[Period], Period | None]


Meaning = Fixed | Recurring | Counted | Following
"""What an expression says, before it is known when the article appeared."""


def weekly(weekday: int) -> Recurring:
    """A day of the week, Monday 0."""

    def last(before: date) -> Period | None:
        return _day(moved(before, -((before.weekday() - weekday) % WEEK), "day"))

    def following(after: date) -> Period | None:
        return _day(moved(after, (weekday - after.weekday()) % WEEK, "day"))

    return Recurring(last, following, "last", dated=False)


def yearly(in_year: Callable[[int], Period | None]) -> Recurring:
    """What each year has once, such as a month; years that lack it (29 February) are passed."""

    def last(before: date) -> Period | None:
        found = (in_year(before.year - back) for back in range(9))
        return next((period for period in found if period and period.first <= before), None)

    def following(after: date) -> Period | None:
        found = (in_year(after.year + ahead) for ahead in range(-1, 9))
        return next((period for period in found if period and period.last >= after), None)

    return Recurring(last, following, "nearest", dated=True)


def _day(found: date | None) -> Period | None:
    """A day as a period."""
    return Period(found, found) if found else None


def likelier(meaning: Recurring, leaning: float = 1.0) -> Callable[[date], Period | None]:
    """Of what comes back the nearer to a day, the last one's distance divided by `leaning`."""

    def of(today: date) -> Period | None:
        last, following = meaning.last(today), meaning.next(today)
        if last is None or following is None:
            return last or following
        gone, to_come = (today - last.last).days, (following.first - today).days
        return last if gone <= leaning * to_come else following

    return of


def each(meaning: Meaning, change: Callable[[Period], Period | None]) -> Meaning:
    """The same meaning with another period made of each that it can give ("fin" of a month)."""

    def changed(found: Period | None) -> Period | None:
        return change(found) if found else None

    if isinstance(meaning, Fixed):
        return Fixed(changed(meaning.period))
    if isinstance(meaning, Recurring):
        last, following = meaning.last, meaning.next
        return Recurring(
            lambda day: changed(last(day)),
            lambda day: changed(following(day)),
            meaning.usual,
            meaning.dated,
        )
    if isinstance(meaning, Counted):
        counted_from = meaning.of
        return Counted(lambda day: changed(counted_from(day)))
    following_from = meaning.of
    return Following(lambda period: changed(following_from(period)))


def counted(count: int, unit: Unit) -> Counted:
    """The day, week, month or year so many units after (before where negative) the article's."""

    def of(today: date) -> Period | None:
        there = moved(today, count, unit)
        return around(there, unit) if there else None

    return Counted(of)


def later(count: int, unit: Unit) -> Following:
    """What lies so many units after (before where negative) the date before in the text.

    A day that is counted in weeks, months or years gives the whole week, month or year. Two
    days after a year is no certain day.
    """

    def of(before: Period) -> Period | None:
        first, last = moved(before.first, count, unit), moved(before.last, count, unit)
        if first is None or last is None or before.days > LENGTHS[unit]:
            return None
        return around(first, unit) if before.days == 1 else Period(first, last)

    return Following(of)


def same(unit: Unit) -> Following:
    """The day, week, month or year in which the date before in the text lies."""

    def of(before: Period) -> Period | None:
        return around(before.first, unit) if before.days <= LENGTHS[unit] else None

    return Following(of)


def part(of: Meaning, word: str) -> Meaning:
    """The beginning, middle or end of what is meant; other words leave it whole ("courant")."""
    which = PORTIONS.get(word)
    return each(of, lambda found: portion(found, which)) if which else of
