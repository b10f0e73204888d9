"""The words of a segment that a choice stands for."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold, language
from index.arrays.dictionary import U32
from index.arrays.words import WordsReader
from index.concordance.patterns import Choice

CHANGED_LETTERS = 2
"""Letters at a stem's end that its words need not have: `vindicatif` gives `vindiqu`, `lying`
`lie`. Neither Snowball stemmer (French, English) changes more."""


class Forms:
    """One segment's words by stem; what has been looked up is remembered. For any thread."""

    def __init__(self, words: WordsReader) -> None:
        self._words = words
        self.codes = cache(self._codes)
        self.stops = cache(self._stops)

    def _codes(self, choice: Choice, code: str | None, loose: bool) -> U32:
        """The codes of the words that a choice stands for, in an article of a language."""
        ranks = sorted(set(self._ranks(choice, code)))
        codes = self._words.codes_by_rank[ranks]
        return codes[~self.stops(code)[codes]] if loose else codes

    def _ranks(self, choice: Choice, code: str | None) -> Iterator[int]:
        for stem in choice.stems:
            yield from self._of_stem(stem, code)
        for word in choice.exact:
            rank = self._words.rank(word)
            if rank is not None:
                yield rank
        for begun in choice.beginnings:
            for rank in self._words.beginning(fold(begun)):
                if self._words.word(rank).startswith(begun):
                    yield rank

    def _of_stem(self, wanted: str, code: str | None) -> Iterator[int]:
        stem = language(code).stem
        for rank in self._words.beginning(wanted[: max(1, len(wanted) - CHANGED_LETTERS)]):
            if stem(fold(self._words.word(rank))) == wanted:
                yield rank

    def _stops(self, code: str | None) -> NDArray[np.bool_]:
        """By code of a word: whether it is a stop word of a language."""
        stops = np.zeros(self._words.distinct, np.bool_)
        for stop in language(code).stop:
            ranks = self._words.spelled(stop)
            stops[self._words.codes_by_rank[ranks.start : ranks.stop]] = True
        return stops
