"""What French words of time mean, and where they are no date after all."""

import re

from corpus.date_grammar import capital_inside
from corpus.date_meanings import (
    Counted,
    Fixed,
    Following,
    Meaning,
    counted,
    likelier,
    part,
    same,
)  # fmt: skip
from corpus.date_readers import (
    NEWEST_BARE,
    OLDEST_BARE,
    dated,
    each_season,
    of_centuries,
    of_month,
    of_season,
    of_week,
    of_year,
)  # fmt: skip
from corpus.date_words import CENTURIES, SEASONS, UNITS
from corpus.number_words import numeral
from corpus.periods import WEEK, Period, day, months, moved
from corpus.relative_readers import amount, counted_from, in_words, of_weekend

DAYS_AWAY = {"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2}
STEPS = {"avant-veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2}
DAY_PARTS = ("matin", "midi", "soir", "après-midi", "nuit", "soirée")
FEASTS = {
    "noël": (12, 25), "toussaint": (11, 1), "saint-sylvestre": (12, 31),
    "saint-valentin": (2, 14), "14-juillet": (7, 14),
}  # fmt: skip
"""Month and day of feasts that stand still."""

_EACH = re.compile(
    r"(?:\b(?:chaque|un|une|par|d'un|le|journal du|(?<!nuit )du|(?<!jusqu')(?<!di )au) "
    r"|\bt(?:ous|out) les? )$"
)
# Followed by one of these a number between 1000 and 2100 is a quantity, whatever stands before.
_MEASURED = re.compile(
    r" {0,2}(?:[%€$£°]|(?:euros?|dollars?|francs|livres|mètres?|kilomètres?|km|m|kg|tonnes?"
    r"|hectares|watts?|heures|fois|habitants|exemplaires|personnes|milliards?|millions?)\b)"
)
# So is one before a plural, but for the words that only end like one.
_COUNTED = re.compile(
    r" (?:(?:à|et|ou) \d[\d ]{2,6} )?(?!(?:dans|mais|puis|pas|plus|moins|alors|sous|dès|lors|sans"
    r"|très|après|depuis|vers|les|des|ses|ces|mes|nos|vos|leurs|toujours|jamais|ils|elles|nous"
    r"|vous|aux|chez|hors|deux|trois|six|dix|envers|ensuite)\b)[a-zà-ÿœ-]{2,30}[sx]\b"
)
_YEAR_WORD = re.compile(
    r"\b(?:en|depuis|dès|jusqu'en|avant|après|d'ici|d'ici à|horizon|vers|courant|l'an|d'an|année"
    r"|années|fin|début|mi-|printemps|été|automne|hiver) ?$"
)
_NUMBERED = re.compile(
    r"(?:n°|numéro|article|loi|page|rue|vol|lot|chapitre|canal|route|[$€£#+]|peugeot|windows"
    r"|chambre|boulevard|avenue|norme|\biso|\baux?|\bles|\bces) ?$"
)
_THIS_DAY = re.compile(
    r"(?:\b(?:a|ont|est|sont) (?:\w{3,20}ment )?\w{2,20}(?:ée?s?|is|it)|\bdès|à partir d'"
    r"|jusqu'à) ?$"
)
_NO_FUTURE = re.compile(r"(?<!\bde )$")  # "the world of tomorrow" is no date
_DATE_FOLLOWS = re.compile(r" (?:même\b|\d{1,2}(?:er)? [a-zéû]{3,9}\b(?<!ans)(?<!fois))")
_DURING = re.compile(r"\b(?:pendant|durant|(?:au )?cours|après|avant|tout|long) (?:le|du|ce) $")
_NAMED_MARS = re.compile(r"Mars [A-Z]")
_DAY_BEFORE = re.compile(r"\d(?:er)? {1,3}$")
_ON_FEAST = re.compile(
    r"\b(?:à|avant|après|depuis|dès|pour|d'ici|d'ici à|jour de|soir de) (?:la )?$"
)
_SEASON_WORD = re.compile(
    r"\b(?:à|dès|avant|après|depuis|pendant|durant|pour|d'ici|(?:fin|début|milieu|cours) de) l'$"
    r"|\bau $"
)


def month(match: re.Match[str], text: str) -> Meaning | None:
    """A month; not Avril Lavigne, the planet Mars or "31 février"."""
    named = capital_inside(text, match.start()) or _NAMED_MARS.match(text, match.start())
    before = match.string[max(0, match.start() - 5) : match.start()]
    if (named and not match["y"]) or _DAY_BEFORE.search(before):
        return None
    return of_month(match, text)


def weekday(match: re.Match[str], text: str) -> Meaning | None:
    """A weekday of a certain week; not each Monday, not a Sunday paper."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    bare = not match["d"] and not match["rel"]
    if bare and (_EACH.search(before) or capital_inside(text, match.start())):
        return None
    return of_week(match, text)


def year(match: re.Match[str], text: str) -> Meaning | None:
    """A year or two, where the words around say that it is one: "en 2019", not "2019 soldats"."""
    plain, start, end = match.string, match.start(), match.end()
    before = plain[max(0, start - 14) : start]
    if _MEASURED.match(plain, end) or _NUMBERED.search(before):
        return None
    if _YEAR_WORD.search(before):
        return of_year(match, text)
    bare = OLDEST_BARE <= int(match["y"]) <= NEWEST_BARE
    return of_year(match, text) if bare and not _COUNTED.match(plain, end) else None


def near_day(match: re.Match[str], text: str) -> Meaning | None:
    """ "hier", "demain soir"; "aujourd'hui" only where it does not mean nowadays."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    vague = _THIS_DAY if match["day"] == "aujourd'hui" else _NO_FUTURE
    if not (vague.search(before) or _DATE_FOLLOWS.match(match.string, match.end())):
        return None
    return counted(DAYS_AWAY[match["day"]], "day")


def this(match: re.Match[str], text: str) -> Meaning | None:
    """ "cette semaine", "ce soir", "cet été"; with -là what the date before lies in."""
    unit = match["s"]
    if match["there"]:
        return same(UNITS.get(unit, "day"))
    if unit in DAY_PARTS:
        return counted(0, "day")
    if unit in SEASONS:
        return (
            of_season(match, text) if match["y"] else Counted(likelier(each_season(SEASONS[unit])))
        )
    return of_weekend(None) if unit == "week-end" else in_words(unit, None)


def aimed_unit(match: re.Match[str], text: str) -> Meaning | None:
    """ "semaine prochaine", "an dernier", "mois en cours"."""
    if match["unit"] == "week-end":
        return of_weekend(match["rel"])
    if match["unit"] == "jour" and "d'" in match["rel"]:  # "le monde, le jour d'après"
        return None
    return in_words(match["unit"], match["rel"])


def weekend(match: re.Match[str], text: str) -> Meaning | None:
    """ "pendant le week-end": the nearest; not what happens each weekend."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    return of_weekend(None) if _DURING.search(before) else None


def part_of_unit(match: re.Match[str], text: str) -> Meaning | None:
    """ "fin de l'année", "début de semaine", "fin d'année 2019"."""
    if match.string.endswith("chaque ", 0, match.start()):
        return None
    whole = of_year(match, text) if match["y"] else in_words(match["unit"], None)
    return part(whole, match["part"]) if whole else None


def ago(match: re.Match[str], text: str) -> Meaning | None:
    """ "il y a trois ans"."""
    return amount(match["n"], match["unit"], -1)


def ahead(match: re.Match[str], text: str) -> Meaning | None:
    """ "dans trois ans", "d'ici deux semaines"."""
    return amount(match["n"], match["unit"], 1)


def later_or_earlier(match: re.Match[str], text: str) -> Meaning | None:
    """ "vingt ans plus tard", "un an plus tôt"."""
    return counted_from(match["n"], match["unit"], 1 if match["way"] == "tard" else -1)


def next_day(match: re.Match[str], text: str) -> Meaning | None:
    """ "la veille", "le lendemain"; of an event that is named instead of dated, unresolved."""
    return Fixed(None) if match["of"] is not None else _steps_from_day(STEPS[match["day"]])


def _steps_from_day(count: int) -> Following:
    """So many days from the days before in the text; from a longer period none."""

    def of(before: Period) -> Period | None:
        there = moved(before.last, count, "day") if before.days <= WEEK else None
        return Period(there, there) if there else None

    return Following(of)


def same_unit(match: re.Match[str], text: str) -> Meaning | None:
    """ "même jour", "même année"."""
    return same(UNITS[match["unit"]])


def numbered_century(match: re.Match[str], text: str) -> Meaning | None:
    """ "20e siècle", "XXe siècle"; before Christ there is no ISO day."""
    first = CENTURIES.get(match["n"]) or int(match["n"])
    last = CENTURIES.get(match["n2"] or "", first)
    return Fixed(None) if match["bc"] else of_centuries(first, last)


def months_of_year(match: re.Match[str], text: str) -> Meaning | None:
    """ "trois premiers mois de 2020", "six derniers mois de l'année"."""
    count = numeral(match["n"])
    if count is None or not 1 <= count <= 12:
        return None
    first, last = (1, count) if match["end"] == "premiers" else (13 - count, 12)
    if match["y"]:
        return Fixed(months(int(match["y"]), first, last))
    return Counted(lambda today: months(today.year, first, last))


def season(match: re.Match[str], text: str) -> Meaning | None:
    """A season of a certain year; not what happens each summer, nor "a été"."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    sure = match["y"] or match["rel"] or _SEASON_WORD.search(before)
    return of_season(match, text) if sure else None


def feast(match: re.Match[str], text: str) -> Meaning | None:
    """Feasts that have their day, where a word of time or a year shows that the day is meant."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if not (match["y"] or "-j" in match["feast"] or _ON_FEAST.search(before)):
        return None
    number, of_day = FEASTS[match["feast"]]
    return dated(match, lambda in_year: day(in_year, number, of_day))
