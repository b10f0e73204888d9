"""The terms of a field in one segment, prepared so that all can be compared with a word at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays.source import Arrays

Numbers = NDArray[np.intp]
"""Term numbers, ascending."""

_BITS = np.uint64(1) << np.arange(64, dtype=np.uint64)
_STARS = re.compile(r"\*+")
_NEWLINE = ord("\n")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms in `text`, a line each, and by term number where its line begins and ends.

    `codes` are the characters of `text`. `signatures` have a bit for each character that occurs
    in a term, at its code modulo 64: most terms that differ are told apart by them.
    """

    text: str
    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    signatures: NDArray[np.uint64]

    @classmethod
    def of(cls, arrays: Arrays, field: str) -> "Vocabulary":
        """Read all terms of a field."""
        terms = arrays.terms(field, range(arrays.term_count(field)))
        lines = b"\n".join([*terms, b""])
        if lines.count(b"\n") != len(terms):
            lines = b"\n".join([*(term.replace(b"\n", b" ") for term in terms), b""])
        text = lines.decode("utf-8", "replace")
        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        ends = np.flatnonzero(codes == _NEWLINE)
        starts = np.concatenate(([0], ends[:-1] + 1))[: len(ends)]
        bits = _BITS.take(codes & 63)
        bits[ends] = 0
        signatures = np.bitwise_or.reduceat(bits, starts) if len(ends) else bits
        return cls(text, codes, starts, ends, signatures)

    def matching(self, wildcard: str, among: range) -> Numbers:
        """The terms of a range that match a pattern with `*` (any characters) and `?` (any one)."""
        part = slice(among.start, among.stop)
        literal = wildcard.replace("*", "").replace("?", "")
        needed = _signature(literal)
        lengths = self.ends[part] - self.starts[part]
        likely = (self.signatures[part] & needed) == needed
        likely &= lengths >= len(wildcard.replace("*", ""))
        pattern = _of_wildcard(wildcard)
        numbers = np.flatnonzero(likely) + among.start
        places = zip(
            numbers.tolist(),
            self.starts.take(numbers).tolist(),
            self.ends.take(numbers).tolist(),
            strict=True,
        )
        matches = pattern.fullmatch
        found = [number for number, start, end in places if matches(self.text, start, end)]
        return np.array(found, dtype=np.intp)

    def within(self, word: str, edits: int, among: range) -> Numbers:
        """The terms of a range that are at most so many edits from a word.

        An edit inserts, deletes or replaces a character (Levenshtein's distance).
        """
        part = slice(among.start, among.stop)
        likely = np.abs(self.ends[part] - self.starts[part] - len(word)) <= edits
        # An edit changes which characters occur by two at most.
        differing = np.bitwise_count(self.signatures[part] ^ _signature(word))
        likely &= differing <= 2 * edits
        numbers = np.flatnonzero(likely) + among.start
        return numbers[self._distances(word, edits, numbers) <= edits]

    def _distances(self, word: str, edits: int, numbers: Numbers) -> NDArray[np.intp]:
        """The edits between a word and each of some terms, which are hardly longer.

        The rows of Wagner & Fischer's table (1974), for all terms at once.
        """
        starts = self.starts.take(numbers)
        longest = len(word) + edits
        places = starts + np.arange(longest)[:, np.newaxis]
        codes = self.codes.take(places, mode="clip")
        columns = np.arange(longest + 1, dtype=np.int16)[:, np.newaxis]
        row = np.repeat(columns, len(numbers), axis=1)
        for place, character in enumerate(word, 1):
            before = row
            row = np.empty_like(before)
            row[0] = place
            row[1:] = before[:-1] + (codes != ord(character))
            np.minimum(row[1:], before[1:] + 1, out=row[1:])
            # An insertion costs one more than what is left of it.
            row -= columns
            np.minimum.accumulate(row, axis=0, out=row)
            row += columns
        lengths = self.ends.take(numbers) - starts
        return np.asarray(row[lengths, np.arange(len(numbers))], dtype=np.intp)


def _signature(word: Iterable[str]) -> np.uint64:
    bits = 0
    for character in word:
        bits |= 1 << (ord(character) & 63)
    return np.uint64(bits)


def _of_wildcard(text: str) -> "re.Pattern[str]":
    """A pattern for a whole term from one with `*` and `?`.

    Each piece after a `*` is looked for once, at its first place: going back could not help
    and would take time that grows with a power of the number of stars.
    """
    first, *pieces = [re.escape(piece).replace(r"\?", ".") for piece in _STARS.split(text)]
    if not pieces:
        return re.compile(first)
    *middle, last = pieces
    found = "".join(f"(?>.*?{piece})" for piece in middle)
    return re.compile(f"{first}{found}.*{last}")
