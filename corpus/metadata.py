"""What an article says of itself: its date and its dateline (`corpus.bylines`: who signs it).

Only what the text states. A value that it does not state is None, never today's date.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.date_words import MONTH_NUMBERS

AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "afp-services": "AFP",
    "reuters": "Reuters",
    "bloomberg": "Bloomberg",
    "belga": "Belga",
    "ats": "Keystone-ATS",
    "keystone-ats": "Keystone-ATS",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
    "upi": "UPI",
    "la presse canadienne": "La Presse canadienne",
    "presse canadienne": "La Presse canadienne",
    "the canadian press": "The Canadian Press",
}
"""Agencies as texts name them, in lower case, and the name to show."""

_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)"
)
_DATE = (
    r"(?:(?P<y1>(?:19|20)\d\d)(?:[-/.](?P<m1>\d\d)(?:[-/.](?P<d1>\d\d))?)?(?:[t ]\d\d:\d\d\S*)?"
    rf"|(?P<d2>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<m2>{_NAMES})\.?,? (?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_NAMES})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    rf"|(?P<m4>{_NAMES}) (?P<y4>(?:19|20)\d\d)"
    r"|(?P<d5>\d{1,2})[/.-](?P<m5>\d{1,2})[/.-](?P<y5>(?:19|20)\d\d))"
)
_WHOLE_DATE = re.compile(rf"(?:le |on )?(?:{_WEEKDAY},? )?{_DATE}", re.IGNORECASE)
_CLOCK = r"\d{1,2}(?: ?h ?|:)\d{0,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?"
_TIME = (
    rf"(?:,? ?(?:à|a|at|-|–|\||•|·)? ?{_CLOCK}"
    r"(?: ?[a-z]{3,4}\b)?(?: ?\(?(?:gmt|utc)(?: ?[+-] ?\d{1,2})?\)?| ?\(heure [^()]{2,30}\))?)?"
)
_DATE_LINE = re.compile(
    r"(?:(?:article |texte |première |initialement )?(?:publiée?|publication|posté|paru"
    r"|mise? en ligne|(?P<updated>mise? à jour|dernière mise à jour|modifié|actualisé|updated"
    r"|last updated)|créé|écrit|(?:first )?published|posted|date(?: de publication)?)"
    rf"(?: le| on)? ?:? ?)?(?:le |on )?(?:{_CLOCK}(?: ?[,|•·–-] ?| ))?"
    rf"(?:{_WEEKDAY},? )?{_DATE}{_TIME}"
    r"(?:[ ,(–—|•·-]+(?:dernière )?(?:mise? à jour|modifié|actualisé|updated|last updated).{0,60})?"
    r"\.?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?![\d/.-])")
MONTHS = 12
LONGEST_LINE = 160
"""Characters of a line that only says when."""

_STAMP = re.compile(r"date ?:? ?((?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?![\w-])\s*", re.IGNORECASE)

AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
"""The names of the agencies, as a regular expression for small letters."""
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ /][\w'’.-]+){0,4}(?:, [A-ZÀ-ÖØ-Þ][\w'’. -]{1,40}?)?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})"
    rf"(?P<when>, (?:le )?(?i:\d{{1,2}}(?:er)? (?:{_NAMES})|(?:{_NAMES})\.? \d{{1,2}})"
    r"(?:,? (?P<year>(?:19|20)\d\d))?)?"
    rf" ?\((?P<agency>(?i:{AGENCY}))\)\s*(?:[—–-]+\s|(?=[A-ZÀ-ÖØ-Þ«“\"]))",
)
# A place in capitals opens a dispatch even of an agency that is not in the table.
_CAPITALS_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’ .-]{2,30}(?:, [A-ZÀ-ÖØ-Þ0-9][\w'’ -]{2,30})?"
    r"(?: \((?P<agency>[A-ZÀ-ÖØ-Þ][\w'’ .-]{1,40})\) (?:—|–|--|-)| (?:—|–|--)) "
)
_BRACKETED_DATELINE = re.compile(
    r"\((?!(?i:photos?|vidéos?|exclusif|actualisé|archives?|opinion|analyse|correctif|màj)\b)"
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]{2,}(?:[ -][A-ZÀ-ÖØ-Þ][\w'’.-]+){0,3}(?:, [A-ZÀ-ÖØ-Þ][^()]{2,30})?\)"
    r"(?: [—–-]+)? (?=[A-ZÀ-ÖØ-Þ«“\"])"
)
_AGENCY_OPENING = re.compile(
    rf"[(\[](?P<agency>(?i:{AGENCY}))[)\]](?: ?[—–-]+)? (?=[A-ZÀ-ÖØ-Þ«“\"])"
)
_FIRST_ON = re.compile(
    r"(?:(?:apparue?|parue?) en premier sur|appeared first on|first appeared on) (.{2,60}?)\.?\s*$",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r", | et | and | & |;\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dispatch was written: `text` as it stands before its dash (None: by whom alone),
    the agency, the day."""

    text: str | None
    agency: str | None
    published: str | None


def parse_date(text: str, *, day_first: bool | None = None) -> str | None:
    """ISO 8601 cut to what a written date states; None where it is none or could be two.

    `day_first`: whether 03/04/2020 is the third of April, None where nobody knows.
    """
    match = _WHOLE_DATE.fullmatch(text.strip())
    return _iso(match, day_first) if match else None


def date_line(text: str, *, day_first: bool | None = None) -> str | None:
    """The date of a line that says nothing but when the article was published."""
    match = _date_line(text)
    return _iso(match, day_first) if match else None


def is_date_line(text: str) -> bool:
    """Whether a line says nothing but when, even where its date could be two."""
    return _date_line(text) is not None


def is_update(text: str) -> bool:
    """Whether a line that says when tells of a later change of the article."""
    match = _date_line(text)
    return match is not None and bool(match["updated"])


def _date_line(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST_LINE:
        return None
    return _DATE_LINE.fullmatch(text.replace("\u00a0", " ").replace("\u202f", " "))


def day_first(text: str) -> bool | None:
    """Whether a text writes the day before the month in dates of figures, None where none of its
    dates can be but one way, or they differ."""
    days = {
        first > MONTHS
        for first, second in (map(int, pair) for pair in _NUMERIC.findall(text))
        if (first > MONTHS) != (second > MONTHS)
    }
    return days.pop() if len(days) == 1 else None


def date_stamp(text: str) -> tuple[int, str] | None:
    """How many characters of an opening are a stamp such as "date 2023-09", and its date."""
    match = _STAMP.match(text)
    published = parse_date(match[1]) if match else None
    return (match.end(), published) if match and published else None


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with ("PARIS, 3 mai (AFP) - "), None where none does."""
    match = _AGENCY_OPENING.match(text)
    if match:
        return Dateline(None, AGENCIES[match["agency"].casefold()], None)
    match = _DATELINE.match(text)
    if match:
        when = (match["when"] or "").strip(" ,")
        published = parse_date(when) if match["year"] else None
        agency = AGENCIES[match["agency"].casefold()]
        return Dateline(text[: match.end()].rstrip(" —–-"), agency, published)
    match = _CAPITALS_DATELINE.match(text) or _BRACKETED_DATELINE.match(text)
    if match is None:
        return None
    return Dateline(text[: match.end()].rstrip(" —–-"), match.groupdict().get("agency"), None)


def origin(text: str) -> str | None:
    """The outlet that a line names as the first to have published the article."""
    match = _FIRST_ON.search(text)
    return match[1] if match else None


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list such as "A, B et C"."""
    return tuple(name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip())


def _iso(match: re.Match[str], day_first: bool | None = None) -> str | None:
    """The ISO form of a matched date, None where no calendar has it or it could be two."""
    found = match.groupdict()
    year = next(found[name] for name in ("y1", "y2", "y3", "y4", "y5") if found[name])
    month = next((found[name] for name in ("m1", "m2", "m3", "m4", "m5") if found[name]), None)
    day = next((found[name] for name in ("d1", "d2", "d3", "d5") if found[name]), None)
    if month is None:
        return year
    number = MONTH_NUMBERS.get(month.casefold()) or int(month)
    if found["d5"] and day and int(day) != number:
        if number > MONTHS or (int(day) <= MONTHS and day_first is False):
            day, number = str(number), int(day)
        elif int(day) <= MONTHS and day_first is None:
            return None
    try:
        whole = date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
