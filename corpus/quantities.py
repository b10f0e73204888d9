"""A number with all that belongs to it: range, scale, unit, sign of money, hedge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import hedges
from corpus.date_grammar import words
from corpus.number_words import ENGLISH_SMALL, SMALL, Number, number_at, numeral
from corpus.unit_words import ENGLISH_WORDS, FRENCH_WORDS
from corpus.units import SHORT_SCALES, Unit, scale_at, share_at, unit_at

SERIES = 5
"""At most so many numbers make one range: "300, 500 ou 1.000"."""

LARGEST_PART = 10
"""More than this "sur" something is no share but a result: "23 voix sur 30"."""

_OR = re.compile(r" {1,3}(?:à|ou|to|or) {1,3}| ?[-–] ?")
_AND = re.compile(r" {1,3}(?:et|and) {1,3}(?:les )?")
_COMMA = re.compile(r", {1,3}")
_BETWEEN = re.compile(r"\b(?:entre|between) (?:les )?$")
_CHANGE = re.compile(
    r"\b(?:pass|grimp|augment|chut|baiss|recul|tomb|mont|rédui|ramen|bond|port|relev|abaiss|rose"
    r"|rise|fell|grew|grow|increas|decreas|cut|raised|dropp|jump|climb)\w{0,8} "
    r"(?:[\w'-]{1,20} ){0,3}(?:de|from) $"
)
_MONEY_BEFORE = re.compile(r"(?:us)?[$€£¥] ?$")
_MONEY_SCALE = re.compile(r" ?(k|m|bn|b)\b")
_MINUS = re.compile(r"(?:^|[ (])[-−]$")
_FEW = words(word for word, value in (ENGLISH_SMALL | SMALL).items() if 0 < value <= LARGEST_PART)
_OUT_OF = re.compile(
    rf"\b(?P<of>{_FEW}|\d{{1,2}})(?: (?P<what>[^\W\d_][\w-]{{1,30}}))? (?:sur|in|out of) $"
)
_HOURS = re.compile(r"(\d{1,3}) ?h(?: ?([0-5]\d)(?: ?mi?n)?)?(?!\w)")
_MANY = re.compile(r"\b(?:des|plusieurs|quelques|de nombreu(?:x|ses)|several|many|some|a few) $")
_OF_THEM = re.compile(r" (?:de |d'|of )")
_HALF = re.compile(r"\b(?:la|une)(?: bonne| petite| grosse)? $")
_LINK = re.compile(r"\s*(?:\b(?:de|des|of)|\bd['’])?\s*$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure where it stands. `sure` tells that it is one whatever stands around."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    hedge: str | None
    sure: bool


class Quantities:
    """Reads the quantities of one text."""

    def __init__(self, plain: str, text: str, *, english: bool) -> None:
        """`plain` is the plain text of `text`."""
        self.plain = plain
        self.text = text
        self.english = english
        self.words = ENGLISH_WORDS if english else FRENCH_WORDS

    def at(self, start: int, number: Number) -> Quantity:
        """The quantity whose first number begins here."""
        whole = self.out_of(start, number) or self.priced(start, number) or self.hours(start)
        if whole:
            return self.hedged(whole, loose=False)
        unit = self.unit(number)
        spread = self.series(start, number) or self.repeated(start, number, unit)
        if spread:
            low, high, unit = spread
        else:
            unit = self.borrowed(number, unit)
            low = high = total(number, unit)
        found = Quantity(start, unit.end, low, high, unit.name, None, unit.sure)
        return self.hedged(self.below_zero(found), loose=unit.loose)

    def many(self, start: int) -> Quantity | None:
        """What a plural without a number says: "des milliers de cartouches" are 1,000 or more."""
        unit = unit_at(self.plain, self.text, start, 2, self.words)
        some = _MANY.search(self.plain, max(0, start - 20), start)
        linked = _OF_THEM.search(self.plain, start, unit.end)
        if not (some or linked):
            return None
        words = self.text[start : unit.end].removesuffix(unit.name)
        hedge = some.group().strip() if some else _LINK.sub("", words)
        first = some.start() if some else start
        return Quantity(first, unit.end, unit.scale, None, unit.name, hedge, sure=True)

    def half(self, start: int, end: int) -> Quantity | None:
        """ "la moitié des électeurs"; "de moitié" and "moitié moins" are not read."""
        unit = share_at(self.plain, self.text, end, self.words)
        article = self.english or _HALF.search(self.plain, max(0, start - 14), start)
        if not (article and unit.sure):
            return None
        found = Quantity(start, unit.end, 0.5, 0.5, unit.name, None, sure=True)
        return self.hedged(found, loose=False)

    def number(self, at: int) -> Number | None:
        """The number that begins here."""
        return number_at(self.plain, at, english=self.english)

    def unit(self, number: Number) -> Unit:
        """The unit behind a number."""
        return unit_at(self.plain, self.text, number.end, number.value, self.words)

    def borrowed(self, number: Number, unit: Unit) -> Unit:
        """The unit, or that of the number joined to this one: "billets de 500 et 1.000 roupies"."""
        joint = _AND.match(self.plain, number.end) or _OR.match(self.plain, number.end)
        other = self.number(joint.end()) if joint and unit.end == number.end else None
        if joint is None or other is None or joint.group().strip() in ("-", "–"):
            return unit
        shared = self.unit(other)
        return replace(shared, end=number.end, more=0)

    def out_of(self, start: int, number: Number) -> Quantity | None:
        """ "un Français sur trois": `number` is the second one."""
        if not self.plain.endswith(("sur ", "in ", "out of "), max(0, start - 7), start):
            return None
        match = _OUT_OF.search(self.plain, max(0, start - 50), start)
        part = numeral(match["of"]) if match else None
        unit = self.unit(number)
        if match is None or not part or part > LARGEST_PART or part >= total(number, unit):
            return None
        what = match["what"] or ""
        if what in self.words.not_counted or (unit.name and not what and not self.english):
            return None
        name = self.text[match.start("what") : match.end("what")] if what else unit.name
        share, end = part / total(number, unit), number.end if what else unit.end
        return Quantity(match.start(), end, share, share, name, None, sure=True)

    def hours(self, start: int) -> Quantity | None:
        """A duration such as "2h30", in hours."""
        match = _HOURS.match(self.plain, start)
        if match is None:
            return None
        lasted = int(match[1]) + int(match[2] or 0) / 60
        return Quantity(start, match.end(), lasted, lasted, "h", None, sure=True)

    def series(self, start: int, first: Number) -> tuple[float, float, Unit] | None:
        """Low, high and unit of numbers that share a unit: "10 à 15 %", "300, 500 ou 1.000"."""
        numbers = [first]
        for _ in range(SERIES):
            end = numbers[-1].end
            joint = _OR.match(self.plain, end) or self.and_after(start, end)
            comma = None if joint else _COMMA.match(self.plain, end)
            either = joint or comma
            number = self.number(either.end()) if either else None
            if either is None or number is None or number.value <= numbers[-1].value:
                return None
            numbers.append(number)
            if joint:
                return self.shared(start, numbers, joint.group().strip())
        return None

    def and_after(self, start: int, at: int) -> re.Match[str] | None:
        """The "et" that stands between the bounds of "entre … et"."""
        between = _BETWEEN.search(self.plain, max(0, start - 14), start)
        return _AND.match(self.plain, at) if between else None

    def shared(
        self, start: int, numbers: Sequence[Number], joint: str
    ) -> tuple[float, float, Unit] | None:
        """Low, high and unit of numbers of which only the last has its scale and unit."""
        unit = self.unit(numbers[-1])
        if joint in ("-", "–") and not (unit.name and numbers[0].digits):
            return None  # a score
        if joint in ("à", "to") and self.changes(start):
            return None
        low = numbers[0].value * unit.scale
        return low, total(numbers[-1], unit), unit

    def repeated(self, start: int, first: Number, unit: Unit) -> tuple[float, float, Unit] | None:
        """Low, high and unit of two numbers with their own: "entre 900 000 et 1 million"."""
        joint = self.and_after(start, unit.end) or _OR.match(self.plain, unit.end)
        number = self.number(joint.end()) if joint else None
        if joint is None or number is None or self.changes(start):
            return None
        other = self.unit(number)
        low, high = total(first, unit), total(number, other)
        same = unit.name.casefold() == other.name.casefold() or not unit.name
        return (low, high, other) if same and other.name and low < high else None

    def changes(self, start: int) -> bool:
        """Whether "passer de" stands before: two figures, no range."""
        return _CHANGE.search(self.plain, max(0, start - 60), start) is not None

    def priced(self, start: int, number: Number) -> Quantity | None:
        """A sum with the sign of money before it: "$3.5 billion", "£3m"."""
        money = _MONEY_BEFORE.search(self.plain, max(0, start - 4), start)
        if money is None:
            return None
        scale, end, _ = scale_at(self.plain, number.end, self.words)
        short = _MONEY_SCALE.match(self.plain, number.end)
        if short:
            scale, end = SHORT_SCALES[short[1]], short.end()
        amount = number.value * scale
        name = self.text[money.start() : money.end()].strip()
        return Quantity(money.start(), end, amount, amount, name, None, sure=True)

    def below_zero(self, found: Quantity) -> Quantity:
        """With the minus that stands before it."""
        if not (found.sure and _MINUS.search(self.plain, max(0, found.start - 2), found.start)):
            return found
        low, high = (bound and -bound for bound in (found.high, found.low))
        return replace(found, start=found.start - 1, low=low, high=high)

    def hedged(self, found: Quantity, *, loose: bool) -> Quantity:
        """With the hedge before or behind it, or the word in it that makes it inexact."""
        hedge = hedges.before(self.plain, found.start) or hedges.after(self.plain, found.end)
        if hedge is None:
            if not loose:
                return found
            written = self.text[found.start : found.end].removesuffix(found.unit)
            return replace(found, hedge=_LINK.sub("", written))
        low = None if hedge.bound == "most" else found.low
        high = None if hedge.bound == "least" else found.high
        start, end = min(found.start, hedge.start), max(found.end, hedge.end)
        said = self.text[hedge.start : hedge.end]
        return Quantity(start, end, low, high, found.unit, said, found.sure)


def total(number: Number, unit: Unit) -> float:
    """The number with what its unit makes of it."""
    return (number.value + unit.more) * unit.scale
