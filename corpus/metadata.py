"""What an article says of itself: its date, its dateline, who signs it and for which outlet.

Only what the text states. A value that it does not state is None, never today's date.
"""

import re
from dataclasses import dataclass
from datetime import date

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

_MONTHS = (
    ("janvier", "janv", "january", "jan"),
    ("février", "fevrier", "févr", "fév", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("août", "aout", "august", "aug"),
    ("septembre", "sept", "september", "sep"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("décembre", "decembre", "déc", "december", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)"
)
_DATE = (
    r"(?:(?P<y1>(?:19|20)\d\d)(?:-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?)?(?:[t ]\d\d:\d\d\S*)?"
    rf"|(?P<d2>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<m2>{_NAMES})\.?,? (?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_NAMES})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    rf"|(?P<m4>{_NAMES}) (?P<y4>(?:19|20)\d\d)"
    r"|(?P<d5>\d{1,2})[/.](?P<m5>\d{1,2})[/.](?P<y5>(?:19|20)\d\d))"
)
_WHOLE_DATE = re.compile(rf"(?:le |on )?(?:{_WEEKDAY},? )?{_DATE}", re.IGNORECASE)
_TIME = (
    r"(?:,? ?(?:à|a|at|-|–|\||•|·)? ?\d{1,2}(?: ?h ?|:)\d{0,2}"
    r"(?: ?[ap]\.?m\.?)?(?: ?[a-z]{3,4}\b)?)?"
)
_DATE_LINE = re.compile(
    r"(?:(?:article |texte )?(?:publiée?|posté|paru|mis en ligne|mis à jour|modifié|créé"
    r"|published|posted|updated|date(?: de publication)?)(?: le| on)? ?:? ?)?"
    rf"(?:le |on )?(?:{_WEEKDAY},? )?{_DATE}{_TIME}"
    r"(?:[ ,(–—|•·-]+(?:dernière )?(?:mise? à jour|modifié|actualisé|updated|last updated).{0,60})?"
    r"\.?",
    re.IGNORECASE,
)
_STAMP = re.compile(r"date ?:? ?((?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?![\w-])\s*", re.IGNORECASE)

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ /][\w'’.-]+){0,4}(?:, [A-ZÀ-ÖØ-Þ][\w'’. -]{1,40}?)?)"
    rf"(?P<when>, (?:le )?(?i:\d{{1,2}}(?:er)? (?:{_NAMES})|(?:{_NAMES})\.? \d{{1,2}})"
    r"(?:,? (?P<year>(?:19|20)\d\d))?)?"
    rf" ?\((?P<agency>(?i:{_AGENCY}))\)\s*[—–-]+\s",
)
# A place in capitals opens a dispatch even of an agency that is not in the table.
_CAPITALS_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’ .-]{2,30}(?:, [A-ZÀ-ÖØ-Þ0-9][\w'’ -]{2,30})?"
    r"(?: \((?P<agency>[A-ZÀ-ÖØ-Þ][\w'’ .-]{1,40})\) (?:—|–|--|-)| (?:—|–|--)) "
)

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]*\.?(?:-[\w'’]+\.?)*)"
_NAME = rf"{_WORD}(?: (?:(?:de|du|van|von|der|den|le|la|el|al|ben|di|da|dos) )?{_WORD}){{1,4}}"
_PEOPLE = rf"(?P<names>{_NAME}(?:(?:, | et | and | & ){_NAME}){{0,5}})"
_OUTLET = rf"(?:(?P<outlet>{_AGENCY})|(?P<other>(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*)(?: [\w'’&.-]+){{0,4}}))"
_SIGNED = re.compile(
    r"(?i:(?:par|by|propos recueillis par|recueilli par|texte de|texte ?:|auteur ?:|author ?:) )"
    rf"{_PEOPLE}(?:(?:,| (?:avec|pour|for|with)| ?[-–—|/]| ?\() ?(?:l'|la )?{_OUTLET}\)?)?",
)
_SIGNED_BY_OUTLET = re.compile(
    r"(?:Par|By) (?P<outlet>(?:Le |La |Les |L['’]|The )[^.,;:!?]{2,50}?)"
    r"(?:(?:,? avec|,? with) (?:l['’]|la |le |the )?[^.,;:!?]{2,50})?"
)
_SIGNED_AT_END = re.compile(
    rf"{_PEOPLE}(?:, | ?[-–—|/] ?| \(|, pour | avec |,? with )(?P<outlet>(?i:{_AGENCY}))\)?"
)
_AGENCY_ALONE = re.compile(
    rf"\(?(?:source ?: ?)?(?:avec |with )?(?:the |l')?(?P<outlet>{_AGENCY})\)?\.?", re.IGNORECASE
)
_BETWEEN_NAMES = re.compile(r", | et | and | & |;\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dispatch was written: `text` as it stands before its dash, the agency, the day."""

    text: str
    agency: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs, and for which outlet where the line says so."""

    names: tuple[str, ...]
    source: str | None


def parse_date(text: str) -> str | None:
    """ISO 8601 cut to what a written date states; None where it is none or could be two."""
    match = _WHOLE_DATE.fullmatch(text.strip())
    return _iso(match) if match else None


def date_line(text: str) -> str | None:
    """The date of a line that says nothing but when the article was published."""
    if len(text) > 160:
        return None
    match = _DATE_LINE.fullmatch(text.replace("\u00a0", " ").replace("\u202f", " "))
    return _iso(match) if match else None


def date_stamp(text: str) -> tuple[int, str] | None:
    """How many characters of an opening are a stamp such as "date 2023-09", and its date."""
    match = _STAMP.match(text)
    published = parse_date(match[1]) if match else None
    return (match.end(), published) if match and published else None


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with ("PARIS, 3 mai (AFP) - "), None where none does."""
    match = _DATELINE.match(text)
    if match:
        when = (match["when"] or "").strip(" ,")
        published = parse_date(when) if match["year"] else None
        agency = AGENCIES.get(match["agency"].casefold(), match["agency"])
        return Dateline(text[: match.end()].rstrip(" —–-"), agency, published)
    match = _CAPITALS_DATELINE.match(text)
    if match is None:
        return None
    return Dateline(text[: match.end()].rstrip(" —–-"), match["agency"], None)


def byline(text: str, *, last: bool = False) -> Byline | None:
    """Who signs in a line that does nothing else, None for other lines.

    `last`: the article's last line, where a name and an agency sign without "Par".
    """
    if len(text) > 160:
        return None
    match = _SIGNED_BY_OUTLET.fullmatch(text)
    if match:
        return Byline((), match["outlet"])
    match = _SIGNED.fullmatch(text)
    if match:
        outlet = match["outlet"] or match["other"]
        source = AGENCIES.get(outlet.casefold(), outlet) if outlet else None
        return Byline(split_names(match["names"]), source)
    if not last:
        return None
    match = _SIGNED_AT_END.fullmatch(text)
    if match:
        return Byline(split_names(match["names"]), AGENCIES[match["outlet"].casefold()])
    match = _AGENCY_ALONE.fullmatch(text)
    return Byline((), AGENCIES[match["outlet"].casefold()]) if match else None


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list such as "A, B et C"."""
    return tuple(name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip())


def _iso(match: re.Match[str]) -> str | None:
    """The ISO form of a matched date, None where no calendar has it or it could be two."""
    found = match.groupdict()
    year = next(found[name] for name in ("y1", "y2", "y3", "y4", "y5") if found[name])
    month = next((found[name] for name in ("m1", "m2", "m3", "m4", "m5") if found[name]), None)
    day = next((found[name] for name in ("d1", "d2", "d3", "d5") if found[name]), None)
    if month is None:
        return year
    number = _MONTH.get(month.casefold()) or int(month)
    if found["d5"] and int(found["d5"]) <= 12 and found["d5"] != found["m5"]:
        return None
    try:
        whole = date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
