"""What English words of time mean, and where they are no date after all."""

import re

from corpus.date_meanings import Counted, Fixed, Following, Meaning, counted, likelier, part, same
from corpus.date_readers import (
    NEWEST_BARE,
    OLDEST_BARE,
    dated,
    days_of_month,
    each_season,
    of_centuries,
    of_month,
    of_season,
    of_week,
    of_year,
)
from corpus.date_words import MONTH_NUMBERS, SEASONS, UNITS, WEEKDAY_NUMBERS
from corpus.periods import WEEK, Period, day, moved
from corpus.relative_readers import amount, counted_from, in_words, of_weekend

DAYS_AWAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
FEASTS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "christmas day": (12, 25),
    "new year's day": (1, 1), "new year's eve": (12, 31),
}  # fmt: skip
"""Month and day of feasts that stand still."""

_ALSO_WORDS = frozenset(("may", "march", "mar", "sun", "sat"))
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|since|by|until|till|last|next|this|early|late|mid|from|to|between|and|through"
    r"|during|before|after|for|around)[ -]$"
)
_YEAR_WORD = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|between|early|late|mid|through|year"
    r"|around|circa|election|season)[ -]$"
)
_NUMBERED = re.compile(
    r"(?:\bno\.|number|article|page|room|flight|highway|route|section|[$€£#+]|windows|about|some"
    r"|nearly|almost|over|than|roughly|least) ?$"
)
_COUNTED = re.compile(
    r" {0,2}(?:[%$€£°]|(?:people|men|women|children|troops|euros?|dollars?|miles?|metres?|meters?"
    r"|km|kg|kilomet(?:er|re)s)\b| (?!(?:was|is|as|has|this|his|its|us|across|perhaps|towards"
    r"|always|unless|plus|versus|besides)\b)[a-z-]{3,30}s\b)"
)
_EACH = re.compile(r"\b(?:every|each|a|most|some|any|the|black|good|ash) $")
_TODAY = re.compile(
    r"(?:\b(?:said|told|announced|confirmed|warned|\w{3,20}ed|later|earlier|until|by|starting) "
    r"|^|[.!?]\"? )$"
)
_OVER = re.compile(r"\b(?:over|during|at|throughout) the $")
_EVENT = re.compile(r" (?:attacks?|terror|protests|movement|commission)\b")


def month(match: re.Match[str], text: str) -> Meaning | None:
    """A month; not Theresa May or a march."""
    start = match.start()
    before = match.string[max(0, start - 10) : start]
    doubtful = match["m"] in _ALSO_WORDS and not match["y"] and not _MONTH_BEFORE.search(before)
    return of_month(match, text) if text[start].isupper() and not doubtful else None


def day_of_month(match: re.Match[str], text: str) -> Meaning | None:
    """A day of a month; not "the Sept. 11 attacks"."""
    event = _EVENT.match(match.string, match.end())
    written = text[match.start("m")].isupper()
    return days_of_month(match, text) if written and not event else None


def weekday(match: re.Match[str], text: str) -> Meaning | None:
    """A weekday of a certain week; not each Monday."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    if not text[match.start()].isupper() or (not match["d"] and _EACH.search(before)):
        return None
    return of_week(match, text)


def year(match: re.Match[str], text: str) -> Meaning | None:
    """A year or two, where the words around say that it is one."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    if _NUMBERED.search(before) or _COUNTED.match(match.string, match.end()):
        return None
    bare = OLDEST_BARE <= int(match["y"]) <= NEWEST_BARE
    return of_year(match, text) if bare or _YEAR_WORD.search(before) else None


def near_day(match: re.Match[str], text: str) -> Meaning | None:
    """ "yesterday"; "today" only where it does not mean nowadays."""
    word = match["day"]
    before = match.string[max(0, match.start() - 24) : match.start()]
    return (
        None if word == "today" and not _TODAY.search(before) else counted(DAYS_AWAY[word], "day")
    )


def aimed(match: re.Match[str], text: str) -> Meaning | None:
    """ "last Tuesday", "next March", "this week", "the previous year", "last night"."""
    word = match["what"]
    aim = match["rel"]
    if aim in ("that", "same"):
        return same(UNITS[word]) if word in UNITS else None
    if word in WEEKDAY_NUMBERS or word in MONTH_NUMBERS or word in SEASONS:
        return _aimed_name(match, text, word)
    if word == "weekend":
        return of_weekend(None if aim.startswith("this") else aim)
    if word in ("morning", "afternoon", "evening", "night"):
        return counted(-1 if aim == "last" else 0, "day") if aim in ("last", "this") else None
    return in_words(word, None if aim == "this" else aim)


def _aimed_name(match: re.Match[str], text: str, word: str) -> Meaning | None:
    """A weekday, month or season with "last", "next" or "this" before it."""
    if word in SEASONS:
        season = each_season(SEASONS[word])
        this = match["rel"].startswith("this")
        return Counted(likelier(season)) if this else of_season(match, text)
    if not text[match.start("what")].isupper():
        return None
    return of_week(match, text) if word in WEEKDAY_NUMBERS else of_month(match, text)


def weekend(match: re.Match[str], text: str) -> Meaning | None:
    """ "over the weekend": the nearest."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    return of_weekend(None) if _OVER.search(before) else None


def part_of_unit(match: re.Match[str], text: str) -> Meaning | None:
    """ "end of the year", "beginning of this month"."""
    whole = in_words(match["unit"], None)
    return part(whole, match["part"]) if whole else None


def away(match: re.Match[str], text: str) -> Meaning | None:
    """ "three years ago", "a week later"."""
    count = "1" if match["n"] in ("a", "an") else match["n"]
    if match["way"] == "ago":
        return amount(count, match["unit"], -1)
    return counted_from(count, match["unit"], 1 if match["way"] == "later" else -1)


def next_day(match: re.Match[str], text: str) -> Meaning | None:
    """ "the day before", "the next day"; of an event that is named instead of dated, unresolved."""
    step = -1 if match["way"] in ("before", "previous") else 1
    follows = match.string[match.end() : match.end() + 2]
    if match["way"] in ("before", "after") and follows[:1] == " " and follows[1:].isalpha():
        return Fixed(None)

    def of(before: Period) -> Period | None:
        there = moved(before.last, step, "day") if before.days <= WEEK else None
        return Period(there, there) if there else None

    return Following(of)


def numbered_century(match: re.Match[str], text: str) -> Meaning | None:
    """ "19th century"; before Christ there is no ISO day."""
    return Fixed(None) if match["bc"] else of_centuries(int(match["n"]), int(match["n"]))


def feast(match: re.Match[str], text: str) -> Meaning | None:
    """Christmas, New Year's Day, where a capital shows that it is meant."""
    if not text[match.start()].isupper():
        return None
    number, of_day = FEASTS[match["feast"]]
    return dated(match, lambda in_year: day(in_year, number, of_day))
