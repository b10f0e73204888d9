"""How dates are written in French."""

from corpus import french_date_readers as read
from corpus.date_grammar import DIGIT, grammar, rule, words
from corpus.date_readers import (
    YEAR,
    day_first,
    days_of_month,
    iso,
    of_decade,
    of_month,
    part_of_year,
)  # fmt: skip
from corpus.date_words import (
    CENTURIES,
    DECADES,
    FRENCH_MONTHS,
    FRENCH_WEEKDAYS,
    ORDINALS,
)  # fmt: skip
from corpus.number_words import SMALL
from corpus.unit_words import FRENCH_TENS

_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:er)?"
_LONG = [names[0] for names in FRENCH_MONTHS] + ["fevrier", "aout", "decembre"]
_SHORT = [name for names in FRENCH_MONTHS for name in names[1:] if name not in _LONG]
_MONTH = rf"{words(_LONG)}\b"
_WEEKDAY = words(FRENCH_WEEKDAYS)
_POINT = rf"\b(?:\.(?= {YEAR}))?"
_SEASONS = ("printemps", "été", "automne", "hiver")
_YEAR = rf"(?:(?: de l'année| de| en)? (?P<y>{YEAR}))?"
_AIM = (
    r"(?: (?:derni(?:er|ère)|passée?|prochaine?|précédente?|suivante)s?"
    r"| suivant(?! (?:l[ae']|ce|son|sa))s?| d'avant| d'après"
    r"| de (?:la|cette) même année| de cette année-là)\b"
)
_NUMBER = r"(?:\d{1,4}|[a-zé]{2,9}(?:-[a-zé]{2,9}){0,3})"
_ROUGHLY = rf"(?:{_NUMBER} |une (?:petite |bonne )?{words(FRENCH_TENS)} (?:de |d'))"
_NUMBERS = [DIGIT, *(word for word in SMALL if word not in ("un", "une"))]
_ONE = ("un an", "un mois", "un jour", "un siècle", "une semaine", "une année", "une décennie")
_UNITS = ("jour", "semaine", "mois", "an", "année", "décennie", "siècle")
_UNIT = rf"(?P<unit>{words(_UNITS)})s?\b"
_AIMED = ("an", "année", "semaine", "mois", "jour", "week-end", "nuit")
_ABOUT = r"(?:environ |près de |plus de |moins de |presque |quelque |à peine |déjà )?"
_TIME_OF_DAY = r"(?: (?:matin|midi|soir|après-midi)\b)?"
_BEFORE_CHRIST = r"(?P<bc> (?:avant|av\.?) (?:j|notre ère))?"
# After a weekday, a number that is not followed by what it counts is a day of the month.
_NO_MONTH = (
    r"(?=[,.;:)](?!\d)|\n|$| (?:au?|aux|à|en|sur|dans|par|pour|et|lors|devant|après|avant|chez|face"
    r"|dernier|prochain)\b)"
)

_WITH_DIGITS = (
    rule([DIGIT], r"(?P<iso>\d{4}-\d\d-\d\d)(?![\w-])", iso),
    rule(
        [DIGIT],
        r"(?P<d>\d{1,2})([/.-])(?P<n>\d{1,2})\2(?P<y>(?:19|20)\d\d|\d\d)(?!\w|[/.-]\d)",
        day_first,
    ),
    rule(
        [DIGIT],
        rf"(?P<d>{_DAY})(?:(?:, {_DAY}){{0,6}}(?:(?: et| ou| au| à)(?: le)? |[-–/]| [-–] )"
        rf"(?P<d2>{_DAY}))? (?P<m>{words(_LONG + _SHORT)}){_POINT}"
        rf"(?:,?(?: de l'année| en| de)? (?P<y>{YEAR}))?(?P<rel>{_AIM})?",
        days_of_month,
    ),
    rule(
        [DIGIT],
        rf"(?P<n>\d{{1,2}})(?:e|ème)(?P<n2>) siècles?\b{_BEFORE_CHRIST}",
        read.numbered_century,
    ),
    rule(
        [DIGIT],
        r"(?P<y>(?:1\d|20|21)\d\d)(?:[-–/](?P<y2>(?:1\d|20|21)\d\d|\d\d))?"
        r"(?!\w|[.,]\d|[-–/]\w| \d{3}\b)",
        read.year,
    ),
)
_WITH_NAMES = (
    rule(
        _LONG,
        rf"(?P<m>{_MONTH})(?:(?:[-–/]| [/–-] )(?P<m2>{_MONTH}))?{_YEAR}"
        rf"(?P<rel>{_AIM})?",
        read.month,
    ),
    rule(_SHORT, rf"(?P<m>{words(_SHORT)})\b(?P<m2>)\.? (?P<y>{YEAR})(?P<rel>)", of_month),
    rule(
        FRENCH_WEEKDAYS,
        rf"(?P<w>{_WEEKDAY})\b(?! (?:noire?|saint|gras|des cendres|de pâques|de pentecôte)\b)"
        rf"(?:,? (?:le )?(?P<d>{_DAY})(?: (?P<m>{words(_LONG + _SHORT)}){_POINT}{_YEAR}(?P<d2>)"
        rf"|{_NO_MONTH}))?(?P<rel>{_AIM})?{_TIME_OF_DAY}",
        read.weekday,
    ),
    rule(
        _SEASONS,
        rf"(?P<s>{words(_SEASONS)})\b(?: (?P<y>{YEAR})(?:[-–/](?P<y2>\d{{2,4}})\b)?)?"
        rf"(?P<rel>{_AIM})?",
        read.season,
    ),
    rule(
        [DIGIT, "noël", "toussaint", "saint"],
        rf"(?P<feast>{words(read.FEASTS)})\b{_YEAR}(?P<rel>{_AIM})?",
        read.feast,
    ),
    rule(
        [roman + ending for roman in CENTURIES for ending in ("er", "e", "ème", "ième")],
        rf"(?P<n>{words(CENTURIES)})(?:er|e|ème|ième)"
        rf"(?:(?: et | au | ou |[-–])(?P<n2>{words(CENTURIES)})(?:e|ème|ième))? siècles?\b"
        rf"{_BEFORE_CHRIST}",
        read.numbered_century,
    ),
    rule(
        ["années"],
        rf"années (?P<y>1\d\d0|20\d0|\d0|{words(DECADES)})\b"
        r"(?:(?:-| et | ou |/)(?P<y2>1\d\d0|20\d0|\d0)\b)?",
        of_decade,
    ),
)
_COUNTED = (
    rule(
        [DIGIT, *ORDINALS, "dernier"],
        rf"(?P<n>{words([*ORDINALS, 'dernier'])}) (?P<u>trimestre|semestre)\b"
        rf"(?:(?: de| de l'année| en)? (?P<y>{YEAR}))?(?P<rel>{_AIM})?",
        part_of_year,
    ),
    rule(
        _NUMBERS,
        rf"(?P<n>{_NUMBER}) (?P<end>premiers|derniers) mois de "
        rf"(?:l'année(?! (?:derni|préc))|(?P<y>{YEAR}))",
        read.months_of_year,
    ),
    rule(
        (*_NUMBERS, *_ONE),
        rf"(?P<n>{_NUMBER}) {_UNIT} (?:plus (?P<way>tard|tôt)|auparavant)\b",
        read.later_or_earlier,
    ),
    rule(
        ["il y a", "voici", "voilà"],
        rf"(?:il y a|voici|voilà)(?: maintenant| déjà)? {_ABOUT}(?P<n>{_ROUGHLY}){_UNIT}(?! de )",
        read.ago,
    ),
    rule(
        ["dans", "d'ici"],
        rf"(?:dans|d'ici(?: à)?) {_ABOUT}(?P<n>{_ROUGHLY}){_UNIT}"
        r"(?! d(?:e |'|ern))",
        read.ahead,
    ),
)
_RELATIVE = (
    rule(
        ["hier", "avant-hier", "demain", "après-demain", "aujourd"],
        rf"(?P<day>avant-hier|hier|demain|après-demain|aujourd'hui)\b{_TIME_OF_DAY}",
        read.near_day,
    ),
    rule(
        ["ce", "cet", "cette"],
        rf"(?:ce|cet|cette) (?P<s>{words((*_UNITS, *_SEASONS, *read.DAY_PARTS, 'week-end'))})\b"
        rf"(?:-(?:ci|(?P<there>là))\b)?{_YEAR}(?P<y2>)(?P<rel>)",
        read.this,
    ),
    rule(
        _AIMED,
        rf"(?P<unit>{words(_AIMED)})(?P<rel>{_AIM}| en cours\b| à venir\b)",
        read.aimed_unit,
    ),
    rule(["week-end"], r"week-end\b", read.weekend),
    rule(
        ["début", "fin", "milieu", "courant"],
        r"(?P<part>début|fin|milieu|courant) (?:de |d'|du |de l'|de la |de cette |de ce )"
        rf"(?P<unit>année|an|mois|semaine|décennie|siècle)\b(?! (?:de|scolaire)\b| d'|{_AIM})"
        rf"{_YEAR}(?P<y2>)",
        read.part_of_unit,
    ),
    rule(
        read.STEPS,
        rf"(?P<day>{words(read.STEPS)})\b(?P<of>(?= d(?:e|u|es)\b| d'))?",
        read.next_day,
    ),
    rule(["même"], r"même (?P<unit>jour|semaine|mois|année)\b", read.same_unit),
)

FRENCH = grammar(
    (*_WITH_DIGITS, *_COUNTED, *_WITH_NAMES, *_RELATIVE),
    part=r"(début|fin|mi|milieu|courant)"
    r"(?:-| (?:de |du |des |d'|de l'|de la |le )?(?:mois de |mois d'|l'année )?)",
)
