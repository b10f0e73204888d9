"""Which words two texts have in common, and which one changed: for passages that are near copies.

Pure. Case and accents count, the kind of apostrophe and the spaces do not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from corpus.types import Span

_WORD = re.compile(r"\w+['’]?|[^\w\s]")

MOST_WORDS = 4_000
"""Words of a text that are looked at: what comes after is taken as not compared.

Some 24,000 characters, more than any passage; the time grows with the square of it."""

SHORT = 3
"""Letters of words that hold no two changes apart: `à la mairie` for `de la ville` is one."""


class Word(NamedTuple):
    """A word or a sign: what is compared, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one text that stand otherwise in the other; an empty span where nothing stands."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class WordDiff:
    """All changes in order, and the share of words, 0 to 1, that both texts have in order."""

    changes: tuple[Change, ...]
    alike: float


def word_diff(left: str, right: str) -> WordDiff:
    """What `right` writes otherwise than `left`; offsets are characters of each."""
    ours, theirs = words(left), words(right)
    matcher = SequenceMatcher(None, [w.key for w in ours], [w.key for w in theirs])
    same = sum(block.size for block in matcher.get_matching_blocks())
    changes = tuple(
        Change(_span(ours, i, j), _span(theirs, k, m)) for i, j, k, m in _joined(matcher, ours)
    )
    return WordDiff(changes, 2 * same / max(len(ours) + len(theirs), 1))


def words(text: str) -> list[Word]:
    """The words and signs of a text, as many as are compared."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        if len(found) == MOST_WORDS:
            break
        found.append(Word(match.group().replace("’", "'"), match.start(), match.end()))
    return found


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words, 0 to 1, that two texts have in any order; quick."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def counted(text: str) -> Counter[str]:
    """A text's words, for `likeness`."""
    return Counter(word.key for word in words(text))


def _joined(matcher: SequenceMatcher[str], ours: list[Word]) -> Iterator[tuple[int, int, int, int]]:
    """The changed stretches; two with hardly a word between them are one."""
    held: tuple[int, int, int, int] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if held is not None and _hardly_apart(ours[held[1] : i]):
            held = (held[0], j, held[2], m)
            continue
        if held is not None:
            yield held
        held = (i, j, k, m)
    if held is not None:
        yield held


def _hardly_apart(between: list[Word]) -> bool:
    """Whether the words between two changes are too few and short to hold them apart."""
    return len(between) <= 2 and all(len(word.key) <= SHORT for word in between)


def _span(found: list[Word], first: int, last: int) -> Span:
    """The characters of the words from `first` up to `last`; none: the place between two words."""
    if first < last:
        return Span(found[first].start, found[last - 1].end)
    at = found[first - 1].end if first else 0
    return Span(at, at)
