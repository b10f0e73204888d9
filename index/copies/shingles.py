"""What an article says as a set: every five words in a row (A. Broder, 1997), as numbers.

The words come from the index, folded, so that neither accents nor punctuation part two copies.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash
from whoosh.query import Every

from index.analysis import fold
from index.arrays.dictionary import U32
from index.arrays.executor import Executor
from index.arrays.words import WordsReader

Hashes = NDArray[np.uint64]
Signatures = NDArray[np.uint16]

SIZE = 5
"""Words of a shingle."""

FEWEST = 20
"""Shingles that an article must have: a shorter one says too little to be somebody's copy."""

PERMUTATIONS = 128
"""Numbers of a signature. Each is the low half of a minimum (b-bit minwise hashing, P. Li and
A. König, 2010): two that differ agree by chance once in 65,536."""

SEED = 5
KEPT = 1024
"""Articles whose shingles are kept while others are compared with them: some 4 MB."""

VERSION = f"{SIZE} words, {PERMUTATIONS} × 16 bits, rensa {RMinHash.ALGORITHM_VERSION}"
"""What signatures are made with: those made with another cannot be compared."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


class Shingles:
    """The shingles of articles, by their keys in the store, from one generation."""

    def __init__(self, executor: Executor) -> None:
        self._segments = [_Hashed(words, base) for words, base in executor.readers("words")]
        docs = executor.matched(Every()).astype(np.int64)
        keys = executor.column("key")[docs].astype(np.int64)
        # The passages of an article stand in one segment, in their order.
        order = np.argsort(keys, kind="stable")
        self._docs, self._keys = docs[order], keys[order]
        self.of = lru_cache(maxsize=KEPT)(self._of)

    def _of(self, key: int) -> Hashes:
        """The shingles of an article, sorted, each once; none where it is not in the index."""
        begin, end = np.searchsorted(self._keys, (key, key + 1))
        docs = self._docs[begin:end]
        if not len(docs):
            return np.empty(0, np.uint64)
        segment = next(s for s in reversed(self._segments) if s.base <= docs[0])
        return np.unique(_shingled(segment.hashes(docs - segment.base)))


class _Hashed:
    """The words of a segment as 64 bits each, the same in all segments and at all times."""

    def __init__(self, words: WordsReader, base: int) -> None:
        self.base = base
        self._words = words
        self._by_code = np.zeros(words.distinct, np.uint64)

    def hashes(self, docs: NDArray[np.int64]) -> Hashes:
        """The words of some documents, in order."""
        codes = self._words.gather(docs)[0]
        missing = np.unique(codes[self._by_code[codes] == 0])
        self._by_code[missing] = [_hash(word) for word in self._spelled(missing)]
        hashes: Hashes = self._by_code[codes]
        return hashes

    def _spelled(self, codes: U32) -> Iterable[str]:
        return map(self._words.word, self._words.ranks[codes].tolist())


def _hash(word: str) -> int:
    digest = blake2b(fold(word).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") | 1


def _shingled(words: Hashes) -> Hashes:
    """One number for every SIZE words in a row."""
    count = max(0, len(words) - SIZE + 1)
    found = np.zeros(count, np.uint64)
    for at in range(SIZE):
        found = found * _FACTOR + words[at : at + count]
    found ^= found >> np.uint64(31)
    return found * _FACTOR


def signatures(sets: list[Hashes]) -> Signatures:
    """The MinHash of each set (A. Broder, 1997), one row each: the more of two rows' numbers
    agree, the more the sets do."""
    ends = np.cumsum([0, *map(len, sets)])
    flat = np.concatenate([np.empty(0, np.uint64), *sets])
    made = RMinHash.digest_matrix_from_flat_token_hashes(flat, ends, PERMUTATIONS, SEED)
    return np.array(made.to_rows(), np.uint32).astype(np.uint16).reshape(-1, PERMUTATIONS)


def shared(one: Hashes, other: Hashes) -> int:
    """How many shingles two sets have in common."""
    return len(np.intersect1d(one, other, assume_unique=True))
