"""Who signs an article, and for which outlet, in a line of its own."""

import re
from dataclasses import dataclass

from corpus.metadata import AGENCIES, AGENCY, date_line, is_date_line, split_names
from corpus.quote_genders import MEN, WOMEN
from corpus.sounds import flat

LONGEST = 160
"""Characters of a line that signs."""

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]*\.?(?:-[\w'’]+\.?)*)"
_NAME = rf"{_WORD}(?: (?:(?:de|du|van|von|der|den|le|la|el|al|ben|di|da|dos) )?{_WORD}){{1,4}}"
_INITIALS = r"(?:[A-Z]\. ?){2,3}"
_PEOPLE = rf"(?P<names>{_NAME}(?:(?:, | et | and | & ){_NAME}){{0,5}})"
_OUTLET = rf"(?:(?P<outlet>{AGENCY})|(?P<other>(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*)(?: [\w'’&.-]+){{0,4}}))"
_WHERE = (
    r"(?: \((?:[^()]{2,60})\)"
    r"|,? (?i:(?:notre |nos )?(?:envoyée?s? spéciale?s?|correspondante?s?|journalistes?"
    r"|special correspondent|correspondent|staff writer))\b[^.;:!?]{0,60})?"
)
_SIGNED = re.compile(
    r"(?i:(?:(?:article |texte |propos )?(?:écrit |rédigé |recueillis? )?par|(?:written )?by"
    r"|texte(?: de)? ?:?|auteure?s? ?:|authors? ?:|posted by|publié par|un (?:article|texte) de"
    r"|de (?:notre|nos) (?:envoyée?s? spéciale?s?|correspondante?s?)[^,;:.]{0,40},) )"
    rf"(?:{_PEOPLE}{_WHERE}(?:(?:,| (?:avec|pour|for|with)| ?[-–—|/•·]| ?\() ?(?:l['’]|la )?"
    rf"{_OUTLET}\)?)?|{_INITIALS})",
)
_SIGNED_BY_STAFF = re.compile(
    rf"(?i:(?:par|by) (?:(?:l['’]|the )?(?P<outlet>{AGENCY})|la rédaction|rédaction"
    r"|notre rédaction|the editors|staff|nos journalistes)"
    r"(?: (?:de|du|of) [^.;:!?]{2,40}|,? (?:avec|with) [^.;:!?]{2,40})?)"
)
_SIGNED_BY_OUTLET = re.compile(
    r"(?:Par|By) (?P<outlet>(?:Le |La |Les |L['’]|The )[^.,;:!?]{2,50}?)"
    r"(?:(?:,? avec|,? with) (?:l['’]|la |le |the )?[^.,;:!?]{2,50})?"
)
# "La Gazette avec AFP", "Orange avec AFP et Reuters"
_OUTLET_WITH_AGENCY = re.compile(
    r"(?P<outlet>[A-ZÀ-ÖØ-Þ][\w'’.& -]{1,40}?),? (?:avec|with) (?:l['’])?"
    rf"(?i:{AGENCY})(?:-[Ss]ervices)?(?: (?:et|and|&) (?:l['’])?(?i:{AGENCY}))?"
)
_SIGNED_AT_END = re.compile(
    rf"{_PEOPLE}(?:, | ?[-–—|/] ?| \(|, pour | avec |,? with )(?P<outlet>(?i:{AGENCY}))\)?"
)
_PEOPLE_ALONE = re.compile(rf"{_PEOPLE}{_WHERE}")
_POSTED = re.compile(rf"{_PEOPLE}, (?i:envoyée?|correspond|special corr).{{0,60}}")
# Reuters: "Reporting by A and B; editing by C", and as machines translate it.
_REPORTING = re.compile(
    r"(?i:reportages?|reporting|reporters?)(?: supplémentaires?| additionnels?)? (?i:de|par|by|:) ?"
    rf"(?:{_PEOPLE})(?: (?i:à|in) [^;.]{{2,40}})?(?:[;.,] ?.{{0,160}})?"
)
_AGENCY_LINE = re.compile(
    rf"(?:source ?: ?)?(?:(?:avec|with|from|d['’]après) )?(?:the |l['’])?(?P<outlet>{AGENCY})"
    rf"(?:-services)?(?:(?:, | et | and |/| ?[-–—] ?)(?:the |l['’])?(?:{AGENCY}|[A-Z]{{2,5}}))"
    r"{0,3}\.?",
    re.IGNORECASE,
)
_GIVEN = MEN | WOMEN
_BEFORE_DATE = re.compile(
    r"\s*(?:[,|•·–—/-]\s*)?(?=(?:(?:publié|posté|mis à jour|modifié|published|updated|posted)\b"
    r"|le \d|on \w|\d{1,2}[ /.]|[A-Z][a-zé]{2,8}\.? \d))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs, for which outlet where the line says so, and when where it is dated."""

    names: tuple[str, ...]
    source: str | None
    published: str | None = None


def byline(text: str, *, last: bool = False, day_first: bool | None = None) -> Byline | None:
    """Who signs in a line that does nothing else, None for other lines.

    `last`: the article's last line, where a name and an agency sign without "Par". `day_first` as
    for `metadata.parse_date`.
    """
    if len(text) > LONGEST:
        return None
    bare = text.strip("|•·–— ")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    return _undated(bare, last=last) or _dated(bare, day_first)


def _undated(text: str, *, last: bool) -> Byline | None:
    match = _SIGNED_BY_STAFF.fullmatch(text) or _SIGNED_BY_OUTLET.fullmatch(text)
    if match:
        return Byline((), _shown(match["outlet"]))
    match = _SIGNED.fullmatch(text)
    if match:
        names = match["names"]
        return Byline(
            split_names(names) if names else (), _shown(match["outlet"] or match["other"])
        )
    match = _REPORTING.fullmatch(text) or _POSTED.fullmatch(text)
    if match:
        return Byline(split_names(match["names"]), None)
    match = _SIGNED_AT_END.fullmatch(text) if last else None
    if match:
        return Byline(split_names(match["names"]), _shown(match["outlet"]))
    return None


def _dated(text: str, day_first: bool | None) -> Byline | None:
    """A byline, or a known outlet, with the date behind it on the same line."""
    for match in _BEFORE_DATE.finditer(text, 3):
        when = text[match.end() :]
        who = text[: match.start()].rstrip(" ,|•·-–—/")
        if not who or not is_date_line(when):
            continue
        published = date_line(when, day_first=day_first)
        signed = _undated(who, last=True)
        if signed:
            return Byline(signed.names, signed.source, published)
        agency = agencies(who)
        outlet = _OUTLET_WITH_AGENCY.fullmatch(who)
        if agency or outlet:
            return Byline((), agency or (outlet["outlet"] if outlet else None), published)
        people = _PEOPLE_ALONE.fullmatch(who)
        if people and any(has_given_name(name) for name in split_names(people["names"])):
            return Byline(split_names(people["names"]), None, published)
    return None


def agencies(text: str) -> str | None:
    """The first agency of a line that only names agencies ("(AFP)", "Avec Reuters et AFP")."""
    if len(text) > LONGEST:
        return None
    match = _AGENCY_LINE.fullmatch(text.strip("() []"))
    return AGENCIES[match["outlet"].casefold()] if match else None


def outlet_with_agency(text: str) -> str | None:
    """The outlet of a line such as "La Gazette avec AFP", None for other lines."""
    match = _OUTLET_WITH_AGENCY.fullmatch(text.strip("() ")) if len(text) <= LONGEST else None
    return match["outlet"] if match else None


def bare_names(text: str, whole: str) -> tuple[str, ...]:
    """The people that a line only names and who surely sign: each has a known first name, and
    the `whole` text that the line is of speaks of none of them elsewhere."""
    match = _PEOPLE_ALONE.fullmatch(text) if len(text) <= LONGEST else None
    names = split_names(match["names"]) if match else ()
    if not names or not all(has_given_name(name) for name in names):
        return ()
    return () if any(whole.count(name.split()[-1]) > 1 for name in names) else names


def has_given_name(name: str) -> bool:
    """Whether a name of two to four words begins with a first name that is known as one."""
    words = name.split()
    first = flat(words[0]) if 2 <= len(words) <= 4 else ""
    return first in _GIVEN or first.split("-")[0] in _GIVEN


def _shown(outlet: str | None) -> str | None:
    return AGENCIES.get(outlet.casefold(), outlet) if outlet else None
