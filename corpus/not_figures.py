"""Numbers that count nothing: telephone numbers, times of day, names, references."""

import re

LEAD = 16
"""Characters before a number that tell what it is."""

HOURS = 24
"""More of them are a duration."""

_PHONE = re.compile(r"\d\d(?:[ .]\d\d){3,4}(?!\d)|0(?: \d{3}){2,3}(?!\d)")
_PARTS = re.compile(r"\d{1,9}(?:[./:-]\d{1,9}){2,9}|\d{1,9}[/:]\d{1,9}")
_STREET = re.compile(
    r",? (?:bis )?(?:rue|avenue|boulevard|place|quai|chemin|route|impasse|allée)\b"
)
_CLOCK = re.compile(r"\d{1,2}(?: ?h(?: ?\d\d)?\b|:\d\d\b| heures?\b| ?[ap]\.?m\b)")
_AT_TIME = re.compile(
    r"(?:\b(?:à|vers|dès|jusqu'à|le|du|au|at|by|until|alentours de|partir de|entre|before|de|et"
    r"|avant|depuis|peu après) |(?:matin|soir|midi)[,:]? )$"
)
_LASTING = re.compile(r" (?:d[e'u]|par|plus|après|avant|chrono|of\b)")
_TIME_ZONE = re.compile(
    r",? (?:gmt|utc|du (?:matin|soir)|de l'après-midi|pile|précises|locales?|heure\b|\()"
)
_DURING = re.compile(r"\b(?:pendant|durant|en|durée de|dur\w{1,6}|bout de|soit|for|in|lasted) $")
_REFERENCE = re.compile(
    r"(?:n°|#|\bno\.? |\bn\. |\b(?:numéro|articles?|page|chapitre|ligne|route|chaîne|vol|phase"
    r"|étape|niveau|saison|épisode|tome|acte|zone|catégorie|type|classe|division|lot|canal|alinéa|version"
    r"|annexe|figure|tableau|chambre|porte|poste|réacteur|groupe|formule|résolution|décret|protocole"
    r"|département|covid|top|number|chapter|section|flight|highway|season|episode|room|page) ?)$"
)
_WORD_BEFORE = re.compile(r"(?<![\w'])([^\W\d_][\w'.-]{0,30}) {1,3}$")
_SINGULAR = frozenset("un une le la ce cet cette son sa mon ma chaque this that".split())
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?![\d.])")
_DIGITS = re.compile(r"\d{1,40}(?:[.,:/-]?\d{1,40}|[ .]\d{3}\b){0,20}")


def skipped(plain: str, start: int) -> int:
    """Up to where a number in digits that begins here is none that counts; `start` where it is.

    Only for what shows without knowing the unit.
    """
    before = plain[start - 1 : start]
    if before in ("-", "–") and start > 1 and plain[start - 2].isalnum():
        return _past(plain, start)
    if before in (".", ",", ":", "/", "'") and start > 1 and plain[start - 2].isdecimal():
        return _past(plain, start)
    match = _PHONE.match(plain, start)
    if match is None and not _GROUPED.match(plain, start):
        match = _PARTS.match(plain, start)
    if match:
        return match.end()
    end = _past(plain, start)
    if _REFERENCE.search(plain, max(0, start - LEAD), start) or _STREET.match(plain, end):
        return end
    return _clock(plain, start)


def _past(plain: str, start: int) -> int:
    """The end of the digits that begin here and of what is written together with them."""
    match = _DIGITS.match(plain, start)
    return match.end() if match else start + 1


def _clock(plain: str, start: int) -> int:
    """The end of a time of day, `start` for a duration or anything else."""
    match = _CLOCK.match(plain, start)
    if match is None:
        return start
    before = plain[max(0, start - LEAD) : start]
    written, end = match.group(), match.end()
    if is_time(plain, end) or ":" in written or written.endswith("m"):
        return end
    lasting = _DURING.search(before) or _LASTING.match(plain, end)
    if written[-1].isdecimal():  # "14h30"
        return start if lasting and not _AT_TIME.search(before) else end
    if lasting or _hours(written) > HOURS:
        return start
    return end if _AT_TIME.search(before) else start


def is_time(plain: str, end: int) -> bool:
    """Whether what ends here with hours is a time of day: "du matin", "GMT" follows."""
    return _TIME_ZONE.match(plain, end) is not None


def _hours(written: str) -> int:
    """The hours of a clock time."""
    found = re.match(r"\d{1,2}", written)
    return int(found.group()) if found else 0


def in_name(plain: str, text: str, start: int) -> bool:
    """Whether the word before a number is a name that it belongs to ("Boeing 737"), or an article
    that shows that nothing is counted ("une 250 LM")."""
    match = _WORD_BEFORE.search(plain, max(0, start - 32), start)
    if match is None:
        return False
    if match[1] in _SINGULAR:
        return True
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" \u00a0\u202f«“\"'(-–—")
    opens = not before or before[-1] in ".!?:;…»”\n"
    return text[match.start()].isupper() and not opens
