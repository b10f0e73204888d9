"""How a grammar of date expressions is written down and read.

A rule is a pattern, the words it can begin with, and what reads its match. All patterns see
`plain` text, are bounded and are tried only where one of their first words stands: a text costs
one search for those words.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.date_meanings import Meaning, part

DIGIT = "0"
"""Stands for any digit among the first words of a rule."""

MOST = 20_000
"""Dates read in one text: as many as five megabytes of news have; a longer list is no prose."""

LONGEST_PART = 30
"""Characters that are looked at for "au milieu du mois de "."""

Reader = Callable[[re.Match[str], str], Meaning | None]
"""From a match and the text as written: what it means, None where it is no date after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression: the words it begins with, its form, and its reader."""

    first: frozenset[str]
    form: re.Pattern[str]
    read: Reader


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression where it stands, not yet resolved."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language by their first word, and the search for those words.

    `part` finds what makes a period's beginning or end of it, where its text ends ("fin de l'").
    """

    rules: Mapping[str, Sequence[Rule]]
    first: re.Pattern[str]
    part: re.Pattern[str]

    def expressions(self, plain: str, text: str) -> list[Expression]:
        """All expressions of a text in order, apart from each other. `plain` is the plain text."""
        found: list[Expression] = []
        end = 0
        for first in self.first.finditer(plain):
            start = first.start()
            if start < end:
                continue
            if len(found) == MOST:
                break
            word = first.group()
            if word.isdecimal():
                if _inside_number(plain, start):
                    continue
                word = DIGIT
            for one in self.rules[word]:
                match = one.form.match(plain, start)
                meaning = one.read(match, text) if match else None
                if match and meaning:
                    whole = Expression(start, match.end(), meaning)
                    found.append(self._with_part(whole, plain, end))
                    end = match.end()
                    break
        return found

    def _with_part(self, whole: Expression, plain: str, after: int) -> Expression:
        """The expression with "début", "mi-" or "fin" before it, where one stands."""
        match = self.part.search(plain, max(after, whole.start - LONGEST_PART), whole.start)
        if match is None:
            return whole
        return Expression(match.start(), whole.end, part(whole.meaning, match[1]))


def rule(first: Iterable[str], form: str, read: Reader) -> Rule:
    """A rule; a blank in its form stands for up to three."""
    return Rule(frozenset(first), re.compile(form.replace(" ", " {1,3}")), read)


def grammar(rules: Iterable[Rule], part: str) -> Grammar:
    """The grammar of these rules; of those with the same first word the earlier is tried first."""
    by_word: dict[str, list[Rule]] = {}
    for one in rules:
        for word in one.first:
            by_word.setdefault(word, []).append(one)
    first = re.compile(rf"\b(?:\d|(?:{tree(by_word.keys() - {DIGIT})})\b)")
    return Grammar(by_word, first, re.compile(rf"\b{part}$"))


def tree(names: Iterable[str]) -> str:
    """A pattern for one of these words that looks at each letter once."""
    by_letter: dict[str, set[str]] = {}
    for name in names:
        by_letter.setdefault(name[:1], set()).add(name[1:])
    ends = "" in by_letter
    by_letter.pop("", None)
    branches = [
        re.escape(letter) + (tree(rests) if rests != {""} else "")
        for letter, rests in sorted(by_letter.items())
    ]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def words(names: Iterable[str]) -> str:
    """A pattern for one of these words."""
    return "(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + ")"


def capital_inside(text: str, start: int) -> bool:
    """Whether a capital stands here though no sentence begins: a name, not a word of time."""
    if not text[start].isupper() or text[start : start + 4].isupper():
        return False
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\u202f«“\"'(-–—")
    return bool(before) and before[-1] not in ".!?:;…»”\n"


def _inside_number(plain: str, start: int) -> bool:
    """Whether a digit here goes on with a number, or with a name such as Su-35 ("mi-2019" not)."""
    if start < 2:
        return False
    before, mark = plain[start - 2], plain[start - 1]
    if mark in "-–":
        return before.isalnum() and not plain.endswith(_PREFIXES, max(0, start - 6), start)
    return before.isdecimal() and mark in ".,/:"


_PREFIXES = ("mi-", "mid-", "post-", "pre-", "pré-")
