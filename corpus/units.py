"""What stands behind a number: how much it is multiplied by, and what it counts.

A unit is the counted word as written ("travailleurs", "%", "km/h"); adjectives before it are
passed ("trois jeunes femmes" are "femmes"). All patterns see `plain` text.
"""

import re
from dataclasses import dataclass

from corpus.unit_words import ENGLISH_WORDS, UnitWords

BLANKS = " \u00a0\u202f\u2009"

SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9, "bn": 1e9, "b": 1e9,
}  # fmt: skip
"""Before or after a sign of money only: "2 M€", "$3bn"."""

_SIGN = re.compile(
    r" ?(?:%|‰|° ?[cf]\b|°(?! ?\d)|k?m[²³]|(?:km/h|k?m[23]|m/s|mph|[kmgt]?wh?|[cdkmn]?m|[kmµ]?g|ha"
    r"|[kmg]o|[cmh]?l|[kmg]?hz|db|ch|cv|kt|px|min|mn|sec|lb|ft)\b(?!'))"
)
_MONEY = re.compile(
    r" ?(?:(?P<scale>k|mds?|mrds?|bn|b|m) ?(?:d'|de )?)?"
    r"(?P<sign>[€$£¥]|(?:eur|usd|gbp|chf|euros?|dollars?)\b)"
)
_PER_CENT = re.compile(r" (?:pour cent|pour 100|per cent|percent)\b")
_HYPHENED = re.compile(
    r"-(?P<unit>year|month|week|day|hour|minute|mile|metre|meter|kilomet(?:re|er)|foot|ton|member"
    r"|seat|storey|story)\b(?:-old\b)?"
)
_SCALE_GAP = re.compile(r"-| {0,3}")
_LINK = re.compile(r" {1,3}(?:(?:de |des |of )|d')")
_OF = re.compile(r" {1,3}(?:(?:de la |de |des |du |of the |of )|de l'|d')(?:(?:ses|ces|leurs) )?")
_GAP = re.compile(r" {1,3}")
_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,4}(?!\w)")
_SQUARE = re.compile(r" (?:carrée?s?|cubes?)\b")
_HALF = re.compile(r" et demie?\b| and a half\b")

ADJECTIVES = 3
"""At most so many words before what is counted."""

LINKED = 1e6
"""Scales from this on are nouns: "de" stands between them and what is counted."""

MANY = 100
"""From this number on a name that is no plural can be counted: "200 Rafale"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: `name` as written, "" where nothing is said, up to `end`.

    The number is to be multiplied by `scale` after adding `more` ("deux millions et demi").
    `sure` tells that no doubt is left that it is a quantity; `loose`, that words such as
    "dizaine" make it inexact.
    """

    name: str
    end: int
    scale: float
    more: float
    sure: bool
    loose: bool


def unit_at(plain: str, text: str, at: int, value: float, words: UnitWords) -> Unit:
    """The scale and unit that follow a number of this value which ends at `at`."""
    scale, end, loose = scale_at(plain, at, words)
    half = _HALF.match(plain, end) if scale > 1 else None
    end = half.end() if half else end
    more = 0.5 if half else 0.0
    money = _MONEY.match(plain, end)
    if money and not (money["scale"] and scale > 1):
        scale *= SHORT_SCALES[money["scale"]] if money["scale"] else 1
        name = text[money.start("sign") : money.end()]
        return Unit(name, money.end(), scale, more, sure=True, loose=loose)
    sign = None if scale != 1 else _PER_CENT.match(plain, end) or _SIGN.match(plain, end)
    if sign:
        name = text[end : sign.end()].strip(BLANKS)
        return Unit(name, sign.end(), 1, 0, sure=True, loose=False)
    hyphened = _HYPHENED.match(plain, end)
    if hyphened:
        return Unit(hyphened["unit"], hyphened.end(), scale, more, sure=True, loose=loose)
    noun = _after_number(plain, text, end, value, scale, words)
    if noun is None:
        sure = scale > 1 or (scale < 1 and value > 1)  # "le sixième" is an ordinal
        return Unit("", end, scale, more, sure=sure, loose=loose)
    half = _HALF.match(plain, noun[1]) if scale == 1 else None
    end, more = (half.end(), 0.5) if half else (noun[1], more)
    return Unit(text[noun[0] : noun[1]], end, scale, more, sure=scale != 1, loose=loose)


def scale_at(plain: str, at: int, words: UnitWords) -> tuple[float, int, bool]:
    """What the number at the left is multiplied by ("dizaines de milliers"), and its end."""
    scale, loose = 1.0, False
    for _ in range(ADJECTIVES):
        gap = _LINK.match(plain, at) if scale > 1 else None
        gap = gap or _SCALE_GAP.match(plain, at)
        word = _WORD.match(plain, gap.end() if gap else at)
        if word is None or word.group() not in words.scales:
            break
        scale *= words.scales[word.group()]
        loose = loose or word.group() in words.loose
        at = word.end()
    return scale, at, loose


def share_at(plain: str, text: str, at: int, words: UnitWords) -> Unit:
    """Of what the share that ends here is: "la moitié des électeurs"."""
    link = _OF.match(plain, at)
    noun = _noun(plain, text, link.end(), 0, words) if link else None
    name, end = (text[noun[0] : noun[1]], noun[1]) if noun else ("", at)
    return Unit(name, end, 1, 0, sure=link is not None, loose=False)


def _after_number(
    plain: str, text: str, at: int, value: float, scale: float, words: UnitWords
) -> tuple[int, int] | None:
    """Where the counted word stands behind number and scale."""
    if scale < 1:  # of a share, anything: "deux tiers de la population"
        link = _OF.match(plain, at)
        return _noun(plain, text, link.end(), 0, words) if link else None
    link = _LINK.match(plain, at) if scale > 1 or value >= LINKED else None
    gap = link or _GAP.match(plain, at)
    noun = _noun(plain, text, gap.end(), value * scale, words) if gap else None
    if (
        noun and scale >= LINKED and not link and words is not ENGLISH_WORDS
    ):  # "10 millions manquants" says not of what
        return noun if words.singular.fullmatch(plain[noun[0] : noun[1]].rstrip("s")) else None
    return noun


def _noun(plain: str, text: str, at: int, value: float, words: UnitWords) -> tuple[int, int] | None:
    """Where the counted word stands, adjectives before it passed; None where none is counted.

    `value` 0 tells that it need not be a plural.
    """
    adjective: tuple[int, int] | None = None
    for _ in range(ADJECTIVES):
        word = _WORD.match(plain, at)
        if word is None or not _countable(word, text, value, words):
            return adjective
        if word.group() not in words.before and not _names_origin(word, text, words):
            square = _SQUARE.match(plain, word.end())
            return word.start(), square.end() if square else word.end()
        adjective = word.span()
        gap = _GAP.match(plain, word.end())
        if gap is None:
            return adjective
        at = gap.end()
    return adjective


def _names_origin(word: re.Match[str], text: str, words: UnitWords) -> bool:
    """Whether an English capital before what is counted says where it is from: "Korean troops"."""
    origin = words is ENGLISH_WORDS and text[word.start()].isupper()
    return origin and not word.group().endswith("s")


def _countable(word: re.Match[str], text: str, value: float, words: UnitWords) -> bool:
    """Whether so many of this word can be counted."""
    form = word.group()
    if form in words.not_counted or len(form) == 1:
        return False
    if value == 0 or form in words.before or form.endswith(("s", "x", "z")):
        return True
    if words.singular.fullmatch(form) and (value < 2 or words is ENGLISH_WORDS):
        return True
    if _names_origin(word, text, words):
        return True
    written = text[word.start() : word.end()]
    return written.isupper() or (written[0].isupper() and value >= MANY)
