"""The documents of the text index as a concordance reads them: columns, texts, their order."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from index.arrays.executor import Executor

AT_ONCE = 200
"""Documents whose articles are in memory at once: some megabytes."""

Numbers = NDArray[np.int64]


class Documents:
    """Those of one generation. For any thread."""

    def __init__(self, executor: Executor, store: Store) -> None:
        self._executor = executor
        self._store = store
        self._columns: dict[str, Numbers] = {}

    def column(self, name: str) -> Numbers:
        """By document: the value of a numeric column."""
        if name not in self._columns:
            self._columns[name] = self._executor.column(name).astype(np.int64)
        return self._columns[name]

    @cached_property
    def ranks(self) -> Numbers:
        """By document: the place of its article in the folder's order, -1 where it has gone."""
        listed = np.array(self._store.places.keys(), np.int64)
        by_key = np.argsort(listed)
        keys = self.column("key")
        # One look-up for each article: its documents follow each other.
        heads = np.flatnonzero(np.diff(keys, prepend=-1))
        wanted = keys[heads]
        ranks = np.full(len(heads), -1, np.int64)
        at = np.searchsorted(listed, wanted, sorter=by_key)
        known = np.flatnonzero(at < len(listed))
        known = known[listed[by_key[at[known]]] == wanted[known]]
        ranks[known] = by_key[at[known]]
        return ranks.repeat(np.diff(heads, append=len(keys)))

    def texts(self, docs: Sequence[int]) -> list[str]:
        """The texts of some documents, empty where the article has gone."""
        found: list[str] = []
        keys, start, end = (self.column(name) for name in ("key", "start", "end"))
        for begin in range(0, len(docs), AT_ONCE):
            some = docs[begin : begin + AT_ONCE]
            whole = self._store.places.texts(list(dict.fromkeys(keys[some].tolist())))
            found += [whole.get(int(keys[doc]), "")[start[doc] : end[doc]] for doc in some]
        return found
