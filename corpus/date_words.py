"""Names of months, days and seasons in French and English, and small words of time.

All in small letters, as `plain` gives them.
"""

from corpus.periods import Portion, Unit

FRENCH_MONTHS = (
    ("janvier", "janv"),
    ("février", "fevrier", "févr", "fév"),
    ("mars",),
    ("avril", "avr"),
    ("mai",),
    ("juin",),
    ("juillet", "juil"),
    ("août", "aout"),
    ("septembre", "sept"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("décembre", "decembre", "déc"),
)
ENGLISH_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBERS = {
    name: number
    for table in (FRENCH_MONTHS, ENGLISH_MONTHS)
    for number, names in enumerate(table, 1)
    for name in names
}
"""For each name or abbreviation, without its point, 1 to 12."""

FRENCH_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
WEEKDAY_NUMBERS = {
    name: number
    for table in (FRENCH_WEEKDAYS, ENGLISH_WEEKDAYS)
    for number, name in enumerate(table)
}
"""Monday 0 to Sunday 6, as `date.weekday` counts."""

SEASONS = {
    "printemps": 0, "été": 1, "automne": 2, "hiver": 3,
    "spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3,
}  # fmt: skip

UNITS: dict[str, Unit] = {
    "jour": "day", "jours": "day", "nuit": "day", "nuits": "day",
    "semaine": "week", "semaines": "week", "mois": "month",
    "an": "year", "ans": "year", "année": "year", "années": "year",
    "day": "day", "days": "day", "week": "week", "weeks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
UNIT_LENGTHS = {"décennie": 10, "décennies": 10, "siècle": 100, "siècles": 100,
                "decade": 10, "decades": 10, "century": 100, "centuries": 100}  # fmt: skip
"""Units that are so many years."""

PORTIONS: dict[str, Portion] = {
    "début": "start", "milieu": "middle", "mi": "middle", "fin": "end",
    "early": "start", "mid": "middle", "late": "end",
    "beginning": "start", "start": "start", "middle": "middle", "end": "end",
}  # fmt: skip

ORDINALS = {
    "premier": 1, "première": 1, "1er": 1, "1re": 1, "1ère": 1, "first": 1, "1st": 1,
    "deuxième": 2, "second": 2, "seconde": 2, "2e": 2, "2ème": 2, "2nd": 2,
    "troisième": 3, "3e": 3, "3ème": 3, "third": 3, "3rd": 3,
    "quatrième": 4, "4e": 4, "4ème": 4, "fourth": 4, "4th": 4,
}  # fmt: skip

DECADES = {
    "vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960,
    "soixante-dix": 1970, "quatre-vingt": 1980, "quatre-vingts": 1980, "quatre-vingt-dix": 1990,
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
CENTURIES = {
    tens * "x" + digit: 10 * tens + number
    for tens in range(3)
    for number, digit in enumerate(("", *_ROMAN))
    if 0 < 10 * tens + number <= 21
}
"""Roman numbers of centuries."""
