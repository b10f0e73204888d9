"""What units of time mean that are counted from the article's day or from another date."""

import re
from collections.abc import Callable
from datetime import date

from corpus.date_meanings import Counted, Meaning, Recurring, counted, each, later, same
from corpus.date_readers import AFTER_WORDS, BEFORE_WORDS, NEXT_WORDS, PAST_WORDS
from corpus.date_words import UNIT_LENGTHS, UNITS
from corpus.number_words import numeral
from corpus.periods import Period, Unit, around, century, hull, moved, weekend, years
from corpus.unit_words import FRENCH_TENS

_TENS = re.compile("|".join(FRENCH_TENS))


def in_words(unit: str, aim: str | None) -> Meaning | None:
    """A unit of time that is this, last, next, the previous or the following one."""
    if unit in UNIT_LENGTHS:
        return None if aim else Counted(lambda today: _long_unit(today, unit))
    step = UNITS[unit]
    if not aim:
        return counted(0, step)
    if PAST_WORDS.search(aim):
        return counted(-1, step)
    if NEXT_WORDS.search(aim):
        return counted(1, step)
    if BEFORE_WORDS.search(aim):
        return each(same(step), lambda found: _step(found, -1, step))
    if AFTER_WORDS.search(aim):
        return each(same(step), lambda found: _step(found, 1, step))
    return counted(0, step)


def _step(found: Period, count: int, unit: Unit) -> Period | None:
    """The unit after or before one."""
    there = moved(found.first, count, unit)
    return around(there, unit) if there else None


def _long_unit(today: date, unit: str) -> Period | None:
    """The decade or century of a day."""
    if UNIT_LENGTHS[unit] == 10:
        return years(today.year - today.year % 10, today.year - today.year % 10 + 9)
    return century((today.year + 99) // 100)


def of_weekend(aim: str | None) -> Meaning | None:
    """A Saturday and Sunday: the nearest, the last or the next."""

    def in_week(days: int) -> Callable[[date], Period | None]:
        """The weekend of the week in which the day lies so many days after another."""

        def found(today: date) -> Period | None:
            there = moved(today, days, "day")
            return weekend(there) if there else None

        return found

    if not aim:
        return Recurring(in_week(-5), in_week(0), "nearest", dated=False)
    if PAST_WORDS.search(aim):
        return Counted(in_week(-7))
    return Counted(in_week(2)) if NEXT_WORDS.search(aim) else None


def amount(count: str, unit: str, sign: int) -> Meaning | None:
    """So many units before (sign -1) or after the article's day ("trois", "une dizaine d'")."""
    step = "year" if unit in UNIT_LENGTHS else UNITS[unit]
    tens = _TENS.search(count)
    if tens:
        number = int(FRENCH_TENS[tens.group()]) * sign
        first, last = counted(number * 6 // 5, step), counted(number * 4 // 5, step)
        return Counted(lambda today: _hull(first.of(today), last.of(today)))
    exact = numeral(count.strip())
    return counted(sign * exact * UNIT_LENGTHS.get(unit, 1), step) if exact is not None else None


def _hull(one: Period | None, other: Period | None) -> Period | None:
    """The shortest period with both, None where one is None."""
    return hull(one, other) if one and other else None


def counted_from(count: str, unit: str, sign: int) -> Meaning | None:
    """So many units before (sign -1) or after the date before in the text."""
    number = numeral(count)
    if number is None:
        return None
    length = UNIT_LENGTHS.get(unit)
    return later(sign * number * (length or 1), "year" if length else UNITS[unit])
