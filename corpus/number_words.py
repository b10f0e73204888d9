"""Numbers as French and English write them: "1 000", "1.000", "3,5", "quatre-vingt-dix".

What is read is `plain` text. Every pattern is bounded, so that a megabyte of digits costs no
more than as much prose.
"""

import re
from dataclasses import dataclass

SMALL = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000,
}  # fmt: skip
ENGLISH_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip

_LONGEST = 12
"""Words of the longest number that is read."""


def _run(words: dict[str, int], joint: str) -> re.Pattern[str]:
    """One number word and those that follow it."""
    word = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{word})(?:(?:{joint})(?:{word})\b){{0,{_LONGEST}}}(?![\w])")


_FRENCH_RUN = _run(SMALL, r" et |-et-|-| ")
_ENGLISH_RUN = _run(ENGLISH_SMALL, r" and |-| ")
_WORD = re.compile(r"[a-zé]+")
_ALL = ENGLISH_SMALL | SMALL

# A number with its thousands parted, or a plain one with at most fifteen digits.
_FRENCH_DIGITS = re.compile(
    r"(?:\d{1,3}([ .])\d{3}(?:\1\d{3}){0,4}(?!\d)(?:,\d{1,3}(?!\d))?"
    r"|\d{1,15}(?:,\d{1,4}|\.\d{1,2}|\.\d{4})?(?!\d))"
)
_ENGLISH_DIGITS = re.compile(
    r"(?:\d{1,3}([ ,])\d{3}(?:\1\d{3}){0,4}(?!\d)(?:\.\d{1,3}(?!\d))?"
    r"|\d{1,15}(?:\.\d{1,4})?(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written up to `end`. `digits` tells that it is not in words."""

    value: float
    end: int
    digits: bool


def number_at(text: str, at: int, *, english: bool) -> Number | None:
    """The number that begins at this place of a plain text, None where none does."""
    if text[at : at + 1].isdecimal():
        return _in_digits(text, at, english=english)
    match = (_ENGLISH_RUN if english else _FRENCH_RUN).match(text, at)
    return _in_words(text, match) if match else None


def numeral(written: str) -> int | None:
    """The whole number that a text is ("12", "trois"), None where it is something else."""
    for english in (False, True):
        number = number_at(written, 0, english=english)
        if number and number.end == len(written) and number.value.is_integer():
            return int(number.value)
    return None


def _in_digits(text: str, at: int, *, english: bool) -> Number | None:
    """A number in digits. In French "1.000" is a thousand, "1,000" one; in English not."""
    match = (_ENGLISH_DIGITS if english else _FRENCH_DIGITS).match(text, at)
    if match is None:
        return None
    written = match.group()
    if match[1]:
        written = written.replace(match[1], "")
    return Number(float(written.replace(",", ".")), match.end(), digits=True)


def _in_words(text: str, match: re.Match[str]) -> Number:
    """The longest number that words from the run's first one make."""
    total, group, end = 0, 0, match.start()
    for word in _WORD.finditer(text, match.start(), match.end()):
        if word.group() in ("et", "and"):
            continue
        value = _ALL[word.group()]
        if value == 1000:
            if total:
                break
            total, group = max(group, 1) * 1000, 0
        else:
            joined = _joined(group, value)
            if joined is None:
                break
            group = joined
        end = word.end()
    return Number(float(total + group), end, digits=False)


def _joined(group: int, value: int) -> int | None:
    """A number under a thousand with one more word, None where none is so said."""
    rest = group % 100
    if value == 100:
        return group * 100 if 0 < group < 20 else 100 if group == 0 else None
    if value == 20 and rest == 4:
        return group + 76
    if value < 10:
        follows = rest % 10 == 0 and (rest != 10 or value > 6)
        return group + value if follows and value else value if group == 0 else None
    if value <= 19:
        return group + value if rest in (0, 60, 80) else None
    return group + value if rest == 0 else None
