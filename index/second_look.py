"""A second look at the best passages of a query, at their running words.

BM25F knows stems, each for itself. Here the best passages are compared once more:

- each word counts at three levels: as written, as a form of it, as a word that begins alike
  (`conquis`, `conquête`); the surer the likeness, the more. Each level saturates and is normalised
  by length as in BM25 (Robertson & Zaragoza 2009). Beginnings of five letters as terms are an old
  and strong approximation of derivation (P. McNamee & J. Mayfield, Character N-Gram Tokenization
  for European Language Text Retrieval, 2004);
- words side by side in the query, stop words included, and side by side in the passage (ordered
  pairs: D. Metzler & W. B. Croft, A Markov Random Field Model for Term Dependencies, 2005), by how
  few of the passages compared have them: counted among these alone, as no index has pairs;
- the words of an article's title belong to all its passages.

Tuned on one half of the questions of `shared/eval/search_fr`, by title, checked on the other; see
`benchmarks/search_quality.py`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis import language
from index.arrays.executor import Executor
from index.arrays.words import WordsReader
from index.asked import Asked

REACH = 100
"""Passages looked at again: more change nothing."""

WRITTEN, ALIKE, PAIR = 1.4, 1.7, 1.5
"""What a word as written, a word of at least that likeness, a pair is worth beside BM25F's 1."""

K1, B = 0.9, 0.75

BEGINNING = 5
"""Letters that words which begin alike share."""

SHORT = 3
"""Letters up to which too many words begin alike: only regular plurals and feminines are tried."""
_ENDINGS = ("", "s", "x", "e", "es")

_LEVELS = 3
_NONE = -1

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


class SecondLook:
    """One generation of an index. May be used from any thread; words looked up are remembered."""

    def __init__(self, executor: Executor, languages: Sequence[str | None]) -> None:
        """`languages` are those of the articles, in whose way passages are read."""
        self._executor = executor
        self._stemmers = [language(code).stem for code in languages]
        self._readers: list[tuple[WordsReader, int]] = [*executor.readers("words")]
        self._codes = lru_cache(maxsize=1000)(self._forms)

    def again(self, words: Sequence[Asked], docs: NDArray[np.uint32], scores: Scores) -> Scores:
        """The scores of `docs`, those of the best `REACH` raised by what a second look finds."""
        best = np.sort(self._executor.best(docs, scores, REACH))
        raised = scores.copy()
        if words and len(best) > 1:
            raised[best] += self._bonus(words, docs[best].astype(np.int64))
        return raised

    def _bonus(self, words: Sequence[Asked], docs: Numbers) -> Scores:
        asked = list({word.folded: word for word in words}.values())
        slots = {word.folded: slot for slot, word in enumerate(asked)}
        marks, owners, lengths = self._marks(asked, docs)
        counts = np.bincount(
            (owners * len(asked) + marks // _LEVELS)[marks >= 0] * _LEVELS
            + (marks % _LEVELS)[marks >= 0],
            minlength=len(docs) * len(asked) * _LEVELS,
        ).reshape(len(docs), len(asked), _LEVELS)
        counts[:, :, 1] += self._in_title(asked, docs)
        in_a_row = [slots[word.folded] for word in words]
        return (
            self._of_words(asked, counts, lengths)
            + PAIR * _of_pairs(marks, owners, len(docs), in_a_row, len(asked))
        ).astype(np.float32)

    # Words

    def _of_words(
        self, asked: Sequence[Asked], counts: Numbers, lengths: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """What the words of each passage are worth."""
        alike = np.cumsum(counts, axis=2)
        size = self._executor.size
        weights = np.zeros(len(asked))
        for slot, word in enumerate(asked):
            if word.tells:
                having = max(self._executor.frequency("text", stem) for stem in word.stems)
                having = max(having, int(np.count_nonzero(alike[:, slot, -1])))
                weights[slot] = word.tells * log(1 + (size - having + 0.5) / (having + 0.5))
        norm = (K1 * (1 - B + B * lengths))[:, None]
        value = np.zeros(len(counts))
        for level, worth in ((0, WRITTEN), (_LEVELS - 1, ALIKE)):
            found = alike[:, :, level]
            value += worth * ((found * (K1 + 1) / (found + norm)) @ weights)
        return value

    def _in_title(self, asked: Sequence[Asked], docs: Numbers) -> NDArray[np.bool_]:
        """Which words the title of a passage's article has, where the title is not in it."""
        found = np.zeros((len(docs), len(asked)), np.bool_)
        later = np.flatnonzero(self._executor.column("start")[docs])
        if len(later):
            keys = self._executor.column("key")
            own = keys[docs[later]]
            for slot, word in enumerate(asked):
                if word.tells:
                    titled = [self._executor.postings("title", stem)[0] for stem in word.stems]
                    found[later, slot] = np.isin(own, keys[np.concatenate(titled)])
        return found

    # Which word of the query each word of a passage stands for

    def _marks(
        self, asked: Sequence[Asked], docs: Numbers
    ) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """All words of the passages in order: the slot of the word asked, times `_LEVELS`, plus
        the level of likeness, or `_NONE`; the place in `docs` of the passage each is in; and the
        length of each passage, as a share of the average."""
        marks, lengths = [], []
        total = sum(int(words.starts[-1]) for words, _ in self._readers)
        for number, (words, base) in enumerate(self._readers):
            begin, end = np.searchsorted(docs, (base, base + len(words)))
            if begin == end:
                continue
            codes, own = words.gather(docs[begin:end] - base)
            marks.append(self._table(number, asked)[codes].astype(np.int64))
            lengths.append(own)
        each = np.concatenate(lengths)
        average = max(total, 1) / max(self._executor.size, 1)
        owners = np.repeat(np.arange(len(docs)), each).astype(np.int64)
        return np.concatenate(marks), owners, (each / average).astype(np.float64)

    def _table(self, number: int, asked: Sequence[Asked]) -> NDArray[np.int16]:
        """By code of a segment's word: its mark. The best likeness wins, then the first word."""
        table = np.full(self._readers[number][0].distinct, _NONE, np.int16)
        found = [self._codes(number, word) for word in asked]
        for level in reversed(range(_LEVELS)):
            for slot, codes in reversed(list(enumerate(found))):
                table[codes[level]] = slot * _LEVELS + level
        return table

    def _forms(self, number: int, word: Asked) -> tuple[Numbers, ...]:
        """By level, the codes of a segment's words that are like a word."""
        reader = self._readers[number][0]
        forms: dict[int, str] = {}
        for found in self._candidates(reader, word):
            forms.update(zip(found, reader.folded_in(found), strict=True))
        ranks: list[list[int]] = [[] for _ in range(_LEVELS)]
        level_of: dict[str, int] = {}
        for rank, form in forms.items():
            level = level_of.get(form)
            if level is None:
                level = level_of[form] = self._level(form, word)
            if level != _NONE:
                ranks[level].append(rank)
        codes = reader.codes_by_rank
        return tuple(codes[np.array(level, np.int64)].astype(np.int64) for level in ranks)

    def _level(self, form: str, word: Asked) -> int:
        """How like a word a folded form is."""
        if form == word.folded:
            return 0
        if any(stem(form) in word.stems for stem in self._stemmers):
            return 1
        return 2 if _begin_alike(form, word.folded) else _NONE

    def _candidates(self, reader: WordsReader, word: Asked) -> Iterator[range]:
        """The ranks of all words that may be like a word."""
        if not word.tells:
            yield reader.spelled(word.folded)
            return
        heads = {word.folded, *word.stems}
        for beginning in {head[:BEGINNING] for head in heads if len(head) > SHORT}:
            yield reader.beginning(beginning)
        for head in heads:
            if len(head) <= SHORT:
                for ending in _ENDINGS:
                    yield reader.spelled(head + ending)


def _begin_alike(form: str, other: str) -> bool:
    head = other[:BEGINNING]
    return len(head) == BEGINNING and form.startswith(head) and not head[0].isdigit()


def _of_pairs(
    marks: Numbers, owners: Numbers, passages: int, words: Sequence[int], slots: int
) -> NDArray[np.float64]:
    """What the pairs of the query that stand in each passage are worth.

    `words` are the query's, as slots. A pair weighs its inverse document frequency among the
    passages; words that only begin alike make none.
    """
    pairs = list(dict.fromkeys(pairwise(words)))
    slot = np.where((marks >= 0) & (marks % _LEVELS < _LEVELS - 1), marks // _LEVELS, _NONE)
    both = (slot[:-1] >= 0) & (slot[1:] >= 0) & (owners[:-1] == owners[1:])
    written = (slot[:-1] * slots + slot[1:])[both]
    where = owners[:-1][both]
    found = np.zeros((passages, len(pairs)), np.bool_)
    for place, (first, second) in enumerate(pairs):
        found[where[written == first * slots + second], place] = True
    having = found.sum(axis=0)
    value: NDArray[Any] = found @ np.log(1 + (passages - having + 0.5) / (having + 0.5))
    return value
