"""What the parts of a matched date mean, the same in French and in English."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from corpus.date_meanings import (
    Counted,
    Fixed,
    Following,
    Meaning,
    Recurring,
    weekly,
    yearly,
)  # fmt: skip
from corpus.date_words import (
    DECADES,
    MONTH_NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAY_NUMBERS,
)  # fmt: skip
from corpus.periods import (
    Period,
    century,
    day,
    hull,
    months,
    moved,
    said,
    season,
    years,
)  # fmt: skip

YEAR = r"(?:1\d|20|21)\d\d(?!\w|[.,]\d)"
"""A year after a month or season, where nothing else can be meant."""

InYear = Callable[[int], Period | None]
"""From a year to what it has once."""

PAST_WORDS = re.compile(r"derni|pass|last|past|écoul")
NEXT_WORDS = re.compile(r"proch|next|coming|à venir")
BEFORE_WORDS = re.compile(r"précéd|d'avant|previous|earlier|before")
SAME_YEAR_WORDS = re.compile(r"même année|année-là|same year")
AFTER_WORDS = re.compile(r"suivant|d'après|following|after|later")

OLDEST_BARE = 1800
NEWEST_BARE = 2100
"""A bare number between these can be a year without a word that says so."""

SLIP = timedelta(days=10)
"""A day so near is meant though its weekday is another: a slip is likelier than an old date."""

LAST_CENTURY = 21
"""Of which one speaks."""

YEARS_BACK = 5
"""How far one goes back for the day of a month that is a certain weekday."""


def iso(match: re.Match[str], text: str) -> Meaning | None:
    """ "2023-09-13"."""
    found = said(match["iso"])
    return Fixed(found) if found else None


def day_first(match: re.Match[str], text: str) -> Meaning | None:
    """ "13/09/2023"."""
    found = day(_full_year(match["y"]), int(match["n"]), int(match["d"]))
    return Fixed(found) if found else None


def either_first(match: re.Match[str], text: str) -> Meaning | None:
    """ "09/13/2023" of English, where the smaller number may be day or month: both are said."""
    one, other, year = int(match["d"]), int(match["n"]), _full_year(match["y"])
    found = [period for period in (day(year, other, one), day(year, one, other)) if period]
    return Fixed(hull(found[0], found[-1])) if found else None


def _full_year(written: str) -> int:
    """A year of two or four digits."""
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year < 50 else 1900)


def days_of_month(match: re.Match[str], text: str) -> Meaning | None:
    """One day or several of a month, with its year or without ("12 et 13 septembre 2023")."""
    number = MONTH_NUMBERS[match["m"]]
    first = _digits(match["d"])
    last = _digits(match["d2"]) if match["d2"] else first

    def in_year(year: int) -> Period | None:
        one, other = day(year, number, first), day(year, number, last)
        return hull(one, other) if one and other else None

    return dated(match, in_year)


def _digits(written: str) -> int:
    """The number of "1er" or "13th"."""
    return int(re.match(r"\d+", written)[0])  # type: ignore[index]


def of_month(match: re.Match[str], text: str) -> Meaning | None:
    """A month or two, with its year or without."""
    first = MONTH_NUMBERS[match["m"]]
    last = MONTH_NUMBERS[match["m2"]] if match["m2"] else first
    if last < first:
        return None
    return dated(match, lambda year: months(year, first, last))


def dated(match: re.Match[str], in_year: InYear) -> Meaning | None:
    """What a year has once: of the year said, of the last or next, or of one to be found."""
    if match["y"]:
        found = in_year(int(match["y"]))
        return Fixed(found) if found else None
    if not any(in_year(year) for year in (2000, 2001)):
        return None
    return _aimed(yearly(in_year), match["rel"])


def _in_same_year(meaning: Recurring) -> Following:
    """That of the year in which the date before in the text lies."""
    return Following(lambda before: meaning.next(before.first.replace(month=1, day=1)))


def _aimed(meaning: Recurring, said_so: str | None) -> Meaning:
    """What comes back, where "dernier" or "prochain" may say which one is meant."""
    if not said_so:
        return meaning
    if SAME_YEAR_WORDS.search(said_so):
        return _in_same_year(meaning)
    if PAST_WORDS.search(said_so):
        return Counted(lambda today: _over(meaning, today))
    if NEXT_WORDS.search(said_so):
        return Counted(lambda today: _begun_after(meaning, today))
    if BEFORE_WORDS.search(said_so):
        return Following(lambda before: _over(meaning, before.first))
    if AFTER_WORDS.search(said_so):
        return Following(lambda before: _begun_after(meaning, before.last))
    return meaning


def _over(meaning: Recurring, today: date) -> Period | None:
    """The last one that is over."""
    found = meaning.last(today)
    before = moved(found.first, -1, "day") if found and found.last >= today else None
    return meaning.last(before) if before else found


def _begun_after(meaning: Recurring, today: date) -> Period | None:
    """The next one that has not begun."""
    found = meaning.next(today)
    after = moved(found.last, 1, "day") if found and found.first <= today else None
    return meaning.next(after) if after else found


def of_week(match: re.Match[str], text: str) -> Meaning | None:
    """A weekday, with its day of the month or without."""
    weekday = WEEKDAY_NUMBERS[match["w"]]
    if not match["d"]:
        return _aimed(weekly(weekday), match["rel"])
    of_day = _digits(match["d"])
    if not match["m"]:
        return _nearest(weekday, lambda today: _in_months(today, of_day), None)
    dated = days_of_month(match, text)
    if not isinstance(dated, Recurring):
        return dated
    number = MONTH_NUMBERS[match["m"]]
    return _nearest(weekday, lambda today: _in_years(today, number, of_day), dated)


def _in_months(today: date, of_day: int) -> list[Period | None]:
    """This day of the twelve months before and after."""
    at = today.year * 12 + today.month - 1
    return [day(near // 12, near % 12 + 1, of_day) for near in range(at - 12, at + 13)]


def _in_years(today: date, number: int, of_day: int) -> list[Period | None]:
    """This day of the year after, this year and the years before."""
    near = range(today.year - YEARS_BACK, today.year + 2)
    return [day(year, number, of_day) for year in near]


def _nearest(
    weekday: int, days: Callable[[date], list[Period | None]], other: Recurring | None
) -> Recurring:
    """The nearest of some days that is a certain weekday, as only few are.

    Where none is, or a day with its month is near, the weekday is taken for a slip.
    """

    def nearest(today: date) -> Period | None:
        near = sorted(filter(None, days(today)), key=lambda found: abs(found.first - today))
        fits = (found for found in near if found.first.weekday() == weekday)
        if other and near and abs(near[0].first - today) <= SLIP:
            return near[0]
        return next(fits, None)

    if other is None:
        return Recurring(nearest, nearest, "nearest", dated=False)
    last, following = other.last, other.next
    return Recurring(
        lambda today: nearest(today) or last(today),
        lambda today: nearest(today) or following(today),
        "nearest",
        dated=False,
    )


def of_season(match: re.Match[str], text: str) -> Meaning | None:
    """A season; that of a year said for winter is either of the two it has."""
    number = SEASONS[match["s"]]
    if not match["y"]:
        return _aimed(each_season(number), match["rel"])
    first = int(match["y"])
    found = season(first, number)
    if found and number == SEASONS["hiver"] and not match["y2"]:
        found = Period(date(first, 1, 1), found.last)
    return Fixed(found) if found else None


def each_season(number: int) -> Recurring:
    """A season as it comes back."""
    return yearly(lambda year: season(year, number))


def of_year(match: re.Match[str], text: str) -> Meaning | None:
    """A year or two ("2023", "2014-2019", "1950-53")."""
    first = int(match["y"])
    last = int(match["y2"] or first)
    if match["y2"] and last < 100:
        last += first - first % 100
    found = years(first, last)
    return Fixed(found) if found and last - first < 200 else None


def of_decade(match: re.Match[str], text: str) -> Meaning | None:
    """ "années 1990", "années 90", "1990s"."""
    first = _decade(match["y"])
    last = _decade(match["y2"]) if match["y2"] else first
    found = years(first, last + 9)
    return Fixed(found) if found else None


def _decade(written: str) -> int:
    """Its first year."""
    if not written.isdecimal():
        return DECADES[written]
    number = int(written)
    return number if number > 99 else number + (2000 if number < 30 else 1900)


def of_centuries(first: int, last: int) -> Meaning | None:
    """A century by its number, or from one to another."""
    one, other = century(first), century(last)
    return Fixed(hull(one, other)) if one and other and last <= LAST_CENTURY else None


def part_of_year(match: re.Match[str], text: str) -> Meaning | None:
    """A quarter or half of a year ("premier trimestre 2023", "last quarter of 2019")."""
    length = 3 if match["u"] in ("trimestre", "quarter") else 6
    number = ORDINALS.get(match["n"]) or 12 // length
    if number * length > 12:
        return None
    return dated(match, lambda year: months(year, (number - 1) * length + 1, number * length))
