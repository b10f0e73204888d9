"""Words a few edits away from one, among many of the same length at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Letters(NamedTuple):
    """Words of one length, a column each: their code points by place, and the set of them.

    The set has bit `code % 32` of each letter: words that differ in more bits than edits allow
    need not be compared.
    """

    places: NDArray[np.uint32]
    sets: NDArray[np.uint32]


def letters(words: list[str]) -> Letters:
    """Prepare words of one length."""
    length = len(words[0])
    codes = np.array(words, f"U{length}").view(np.uint32).reshape(-1, length)
    sets = np.bitwise_or.reduce(np.uint32(1) << (codes & np.uint32(31)), axis=1)
    return Letters(np.ascontiguousarray(codes.T), sets)


def within(word: str, words: Letters, most: int) -> NDArray[np.intp]:
    """The numbers of the words at most `most` edits away from `word`.

    An edit puts a letter in, leaves one out, changes one, or exchanges two neighbours (optimal
    string alignment, after F. Damerau, 1964).
    """
    own = np.uint32(sum({1 << (ord(letter) & 31) for letter in word}))
    lacking = np.bitwise_count(own & ~words.sets) <= most
    likely = np.flatnonzero(lacking & (np.bitwise_count(words.sets & ~own) <= most))
    return likely[_distances(word, words.places[:, likely], most) <= most]


def _distances(word: str, places: NDArray[np.uint32], most: int) -> NDArray[np.uint8]:
    """The edits to each word; only cells that near the diagonal are computed."""
    length, count = places.shape
    far = np.full(count, most + 1, np.uint8)
    same = {letter: places == ord(letter) for letter in set(word)}
    before: list[NDArray[np.uint8]] = []
    last = [np.full(count, min(j, most + 1), np.uint8) for j in range(length + 1)]
    for i, letter in enumerate(word, 1):
        row = [np.full(count, min(i, most + 1), np.uint8)]
        for j in range(1, length + 1):
            if abs(i - j) > most:
                row.append(far)
                continue
            changed = last[j - 1] + ~same[letter][j - 1]
            cell = np.minimum(np.minimum(last[j], row[j - 1]) + 1, changed)
            if i > 1 and j > 1:
                exchanged = same[word[i - 2]][j - 1] & same[letter][j - 2]
                cell = np.minimum(cell, np.where(exchanged, before[j - 2] + 1, cell))
            row.append(cell)
        before, last = last, row
    return last[length]
