"""How dates are written in English."""

from corpus import english_date_readers as read
from corpus.date_grammar import DIGIT, grammar, rule, words
from corpus.date_readers import YEAR, either_first, iso, of_decade, of_season, part_of_year
from corpus.date_words import DECADES, ENGLISH_MONTHS, ENGLISH_WEEKDAYS, ORDINALS
from corpus.number_words import ENGLISH_SMALL

_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d\w])"
_LONG = [names[0] for names in ENGLISH_MONTHS]
_ALL = [name for names in ENGLISH_MONTHS for name in names]
_MONTH = rf"(?P<m>{words(_ALL)})\b\.?"
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_UNITS = ("day", "week", "month", "year", "decade", "century")
_YEAR = rf"(?:,? (?P<y>{YEAR}))?"
_PART = r"(?: (?:morning|afternoon|evening|night)\b)?"
_NUMBER = r"(?:\d{1,4}|[a-z]{1,9}(?:-[a-z]{1,9})?)"
_ORDINALS = [word for word in ORDINALS if word.isascii()]
_ONES = [f"{one} {unit}" for one in ("a", "an", "one") for unit in (*_UNITS, "decade")]
_AIMS = (
    "this past", "this coming", "last", "next", "this", "previous", "following", "past", "coming",
    "same", "that",
)  # fmt: skip
_BEFORE_CHRIST = r"(?P<bc> (?:bc|b\.c))?"

_WITH_DIGITS = (
    rule([DIGIT], r"(?P<iso>\d{4}-\d\d-\d\d)(?![\w-])", iso),
    rule(
        [DIGIT],
        r"(?P<d>\d{1,2})([/.-])(?P<n>\d{1,2})\2(?P<y>(?:19|20)\d\d|\d\d)(?!\w|[/.-]\d)",
        either_first,
    ),
    rule(
        [DIGIT],
        rf"(?P<d>{_DAY})(?:(?: and | to |[-–]| [-–] )(?P<d2>{_DAY}))? (?:of )?{_MONTH}{_YEAR}"
        r"(?P<rel>)",
        read.day_of_month,
    ),
    rule(
        [DIGIT],
        rf"(?P<n>\d{{1,2}})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b{_BEFORE_CHRIST}",
        read.numbered_century,
    ),
    rule(
        [DIGIT],
        r"(?P<y>1\d\d0|20\d0|\d0)s\b(?:(?: and | to |-|–)(?P<y2>1\d\d0|20\d0|\d0)s\b)?",
        of_decade,
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
        _ALL,
        rf"{_MONTH} (?P<d>{_DAY})(?:(?: and | to |[-–]| [-–] |, )(?P<d2>{_DAY}))?{_YEAR}"
        r"(?P<rel>)",
        read.day_of_month,
    ),
    rule(
        _LONG,
        rf"(?P<m>{words(_LONG)})\b(?:(?:[-–/]| [/–-] )(?P<m2>{words(_LONG)})\b)?"
        rf"(?:(?: of|,)? (?P<y>{YEAR}))?(?P<rel>)",
        read.month,
    ),
    rule(
        ENGLISH_WEEKDAYS,
        rf"(?P<w>{words(ENGLISH_WEEKDAYS)}),? {_MONTH} (?P<d>{_DAY})(?P<d2>){_YEAR}(?P<rel>)",
        read.weekday,
    ),
    rule(
        ENGLISH_WEEKDAYS,
        rf"(?P<w>{words(ENGLISH_WEEKDAYS)}),? (?:the )?(?P<d>{_DAY})(?P<d2>) (?:of )?{_MONTH}"
        rf"{_YEAR}(?P<rel>)",
        read.weekday,
    ),
    rule(
        ENGLISH_WEEKDAYS,
        rf"(?P<w>{words(ENGLISH_WEEKDAYS)})\b(?P<d>)(?P<m>)(?P<y>)(?P<rel>){_PART}",
        read.weekday,
    ),
    rule(
        _SEASONS,
        rf"(?P<s>{words(_SEASONS)})(?: of)? (?P<y>{YEAR})(?:[-–/](?P<y2>\d{{2,4}})\b)?(?P<rel>)",
        of_season,
    ),
    rule(
        ["christmas", "new"],
        rf"(?P<feast>{words(read.FEASTS)})\b{_YEAR}(?P<rel>)",
        read.feast,
    ),
    rule(
        [word for word in DECADES if word.endswith("ies")],
        rf"(?P<y>{words(DECADES)})\b(?P<y2>)",
        of_decade,
    ),
)
_RELATIVE = (
    rule(["day"], r"day (?P<way>before|after)\b", read.next_day),
    rule(
        ["next", "following", "previous"],
        r"(?P<way>next|following|previous) day\b",
        read.next_day,
    ),
    rule(
        [DIGIT, *_ORDINALS, "last"],
        rf"(?P<n>{words([*_ORDINALS, 'last'])}) (?P<u>quarter|half)(?:(?: of)?,? (?P<y>{YEAR})"
        r"| of the year)(?P<rel>)",
        part_of_year,
    ),
    rule(
        _AIMS,
        rf"(?P<rel>{words(_AIMS)}) (?P<what>(?P<w>{words(ENGLISH_WEEKDAYS)})|(?P<m>{words(_LONG)})"
        rf"|(?P<s>{words(_SEASONS)})|weekend|night|morning|afternoon|evening|{words(_UNITS)})\b"
        r"(?P<d>)(?P<y>)(?P<m2>)(?P<y2>)",
        read.aimed,
    ),
    rule(["weekend"], r"weekend\b", read.weekend),
    rule(
        [DIGIT, *ENGLISH_SMALL, *_ONES],
        rf"(?P<n>{_NUMBER}) (?P<unit>{words(_UNITS)})s? (?P<way>ago|later|earlier)\b",
        read.away,
    ),
    rule(
        ["yesterday", "today", "tonight", "tomorrow"],
        rf"(?P<day>yesterday|today|tonight|tomorrow)\b{_PART}",
        read.near_day,
    ),
    rule(
        ["beginning", "start", "middle", "end"],
        r"(?P<part>beginning|start|middle|end) of (?:the|this) (?P<unit>week|month|year|decade)\b",
        read.part_of_unit,
    ),
)

ENGLISH = grammar(
    (*_RELATIVE, *_WITH_DIGITS, *_WITH_NAMES),
    part=r"(early|late|mid|beginning|start|middle|end)(?:[ -](?:of )?(?:the )?(?:in )?)",
)
