"""Quantities in an article: low, high, unit, hedge.

A span goes from the hedge to the counted word ("près de 5 millions d’obus"). An approximation has
low and high at its number; "plus de" has no high, "moins de" no low; "des milliers" are 1,000 or
more. Small numbers in words count only with what they count, and "les deux hommes" tells nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.date_grammar import tree
from corpus.not_figures import in_name, is_time, skipped
from corpus.number_words import ENGLISH_SMALL, SMALL, Number
from corpus.plain import plain
from corpus.quantities import Quantities, Quantity
from corpus.types import DateMention, Figure, Span, Text
from corpus.unit_words import ENGLISH_WORDS, FRENCH_WORDS, UnitWords

VERSION = 2
"""Of these rules: what older ones found is found again."""

FEW = 10
"""Up to this, a number in words after "ces" or "tous" says only which ones are meant."""

MOST = 50_000
"""Numbers looked at in one text: twice as many as five megabytes of news have."""

EVENTS = ("Heures", "Minutes", "Nations")
"""With a capital after a number these are races, papers and tournaments."""

POSTAL_CODE = 5
"""Digits of a postal code, which a town follows."""

LARGE = 100
"""From this on a bare number after a word such as "soit" is a figure."""

OLDEST, NEWEST = 1500, 2100
"""A bare number between these may be a year that the dates do not know."""


@dataclass(frozen=True, slots=True)
class Openings:
    """The words with which figures of a language begin: numbers, plurals of scales, halves."""

    pattern: re.Pattern[str]
    plurals: frozenset[str]
    halves: frozenset[str]


def _openings(
    small: Sequence[str], ones: Sequence[str], halves: Sequence[str], words: UnitWords
) -> Openings:
    """`ones` are articles: they open a figure only before a scale, or a time and a half."""
    plurals = frozenset(
        word
        for word, scale in words.scales.items()
        if scale > 1 and (word.endswith("s") or words is ENGLISH_WORDS)
    )
    singles = [word for word in words.scales if not word.endswith("s") or word == "tiers"]
    times = ("heure", "journée", "semaine", "an", "mois", "jour")
    opened = [f"{one} {single}" for one in ones for single in singles]
    opened += [f"{one} {time} et dem" for one in ("un", "une") for time in times]
    pattern = re.compile(rf"\b(?:\d|{tree([*small, *opened, *plurals, *halves])})")
    return Openings(pattern, plurals, frozenset(halves))


FRENCH_OPENINGS = _openings(
    [word for word in SMALL if word not in ("un", "une", "zéro")],
    ("un", "une", "le", "la"),
    ("moitié",),
    FRENCH_WORDS,
)
ENGLISH_OPENINGS = _openings(
    [word for word in ENGLISH_SMALL if word not in ("one", "zero", "hundred", "thousand")],
    ("a", "one", "the"),
    ("half",),
    ENGLISH_WORDS,
)

_WORD = re.compile(r"[^\W\d_]+")
_THE = re.compile(r"\b(?:les|des|aux|the|l'un des|entre les) $")
_THESE = re.compile(r"\b(?:ces|tous|toutes|tous les|toutes les|nos|vos|those|these|all|every) $")
_TOTAL = re.compile(r"(?:\b(?:soit|contre|atteint|atteindre|dont|sur|de|à) |\+ ?)$")
_POINT = re.compile(r"\d\.\d")


def figures(text: Text, dates: Sequence[DateMention]) -> tuple[Figure, ...]:
    """The figures of an article in reading order; numbers inside `dates` are none."""
    english = text.language == "en"
    finder = Finder(plain(text.text), text.text, english=english)
    found: list[Quantity] = []
    for one in finder.found([date.span for date in dates]):
        while found and found[-1].end > one.start:
            found.pop()
        found.append(one)
    return tuple(
        Figure(text.article, Span(q.start, q.end), q.low, q.high, q.unit, q.hedge) for q in found
    )


class Finder:
    """Finds the figures of one text."""

    def __init__(self, small: str, text: str, *, english: bool) -> None:
        """`small` is the plain text of `text`."""
        self.small = small
        self.text = text
        self.openings = ENGLISH_OPENINGS if english else FRENCH_OPENINGS
        self.read = Quantities(small, text, english=english)

    def found(self, dates: Sequence[Span]) -> Iterator[Quantity]:
        """The figures in order; a later one may take the place of the one it overlaps."""
        end, at = 0, 0
        for opening in islice(self.openings.pattern.finditer(self.small), MOST):
            start = opening.start()
            while at < len(dates) and dates[at].end <= start:
                at += 1
            if start < end or (at < len(dates) and dates[at].start <= start):
                continue
            quantity, end = self.at(start, opening.group())
            if quantity and not (at < len(dates) and quantity.end > dates[at].start):
                yield quantity

    def at(self, start: int, opening: str) -> tuple[Quantity | None, int]:
        """The figure that begins here, and up to where the text has been read."""
        if opening.isdecimal():
            end = skipped(self.small, start)
            if end > start:
                return None, end
        if opening in self.openings.plurals or opening in self.openings.halves:
            return self.without_number(start, opening)
        number = self.read.number(start)
        if number is None:
            word = _WORD.match(self.small, start)
            if word is None or " " not in opening:
                return None, start + 1
            number = Number(1.0, word.end(), digits=False)  # "le tiers"
        quantity = self.read.at(start, number)
        if not self.counts(start, number, quantity):
            return None, quantity.end
        return quantity, quantity.end

    def without_number(self, start: int, opening: str) -> tuple[Quantity | None, int]:
        """ "des milliers", "la moitié"."""
        end = start + len(opening)
        if self.small[end : end + 1].isalpha():
            return None, end
        half = opening in self.openings.halves
        quantity = self.read.half(start, end) if half else self.read.many(start)
        return quantity, quantity.end if quantity else end

    def counts(self, start: int, number: Number, found: Quantity) -> bool:
        """Whether a quantity is one that tells something."""
        if self.small[number.end : number.end + 2][:1] in ("-", "–") and not found.unit:
            return found.sure
        if found.sure:
            return True
        before = self.small[max(0, start - 16) : start]
        if not number.digits:
            return self.counts_in_words(number, found, before)
        glued = found.end == number.end and self.small[number.end : number.end + 1].isalpha()
        written = self.small[start : number.end]
        postal = len(written) == POSTAL_CODE and written.isdecimal() and found.unit[:1].isupper()
        if glued or postal or found.unit in EVENTS or in_name(self.small, self.text, start):
            return False
        return bool(found.unit) or self.counts_bare(start, number, found, before)

    def counts_in_words(self, number: Number, found: Quantity, before: str) -> bool:
        """Whether a number in words, and not sure, is a quantity."""
        if not found.unit:
            return found.hedge is not None and number.value > FEW
        if found.unit.startswith("heure") and is_time(self.small, found.end):
            return False
        if number.value == 1:
            return found.low != 1
        if number.value == 2 and _THE.search(before):
            return False
        return number.value > FEW or not _THESE.search(before)

    def counts_bare(self, start: int, number: Number, found: Quantity, before: str) -> bool:
        """Whether a number in digits without a unit is a quantity."""
        written = self.small[start : number.end]
        if written.isdecimal() and OLDEST <= number.value <= NEWEST:
            return False
        if found.hedge is not None:
            return True
        if not written.isdecimal():
            return not (_POINT.search(written) and number.value < LARGE)
        return number.value >= LARGE and _TOTAL.search(before) is not None
