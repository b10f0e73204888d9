"""The articles behind passages, as arrays: which is whose, and what all its passages share."""

from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Every

from index.arrays.executor import Executor
from index.days import known

UNKNOWN = -1
"""The code of an article without source, language or month."""

_EPOCH = date(1970, 1, 1).toordinal()


class Articles:
    """One generation of the text index by article; articles are numbered from 0 by their keys.

    Everything is computed when first wanted, and kept. May be used from any thread.
    """

    def __init__(self, text: Executor) -> None:
        self.text = text

    @cached_property
    def live(self) -> NDArray[np.uint32]:
        """The documents that are not deleted, ascending."""
        return self.text.matched(Every())

    @cached_property
    def keys(self) -> NDArray[np.uint32]:
        """By article: its key in the store."""
        return self._numbered[0]

    @cached_property
    def of_doc(self) -> NDArray[np.int64]:
        """By document: the number of its article."""
        return self._numbered[1]

    @cached_property
    def _numbered(self) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        keys = self.text.column("key")
        # Passages of an article follow each other: its key is looked up once.
        heads = np.flatnonzero(np.diff(keys.astype(np.int64), prepend=-1))
        different = np.sort(keys[heads])
        different = different[np.diff(different.astype(np.int64), prepend=-1) != 0]
        numbers = np.searchsorted(different, keys[heads])
        return different, numbers.repeat(np.diff(heads, append=len(keys)))

    def of(self, docs: NDArray[Any]) -> NDArray[np.intp]:
        """The numbers of the articles of documents, each once, ascending."""
        seen = np.zeros(len(self.keys), dtype=np.bool_)
        seen[self.of_doc[docs]] = True
        return np.flatnonzero(seen)

    def numbers(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the articles of some keys, UNKNOWN for those that are not indexed."""
        if not len(self.keys):
            return np.full(len(keys), UNKNOWN, np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, UNKNOWN)

    def passages(self, keys: NDArray[np.int64], offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        """The documents in which some characters of articles, by their keys, stand; UNKNOWN for
        none."""
        at = np.searchsorted(self._places, keys << 32 | offsets, side="right") - 1
        if not len(self._places):
            return at
        found = self._in_order[np.maximum(at, 0)]
        same = (at >= 0) & (self.text.column("key")[found] == keys)
        return np.where(same, found.astype(np.int64), UNKNOWN)

    @cached_property
    def _in_order(self) -> NDArray[np.uint32]:
        """The live documents by article and place."""
        key, start = (self.text.column(name)[self.live] for name in ("key", "start"))
        return self.live[np.lexsort((start, key))]

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """Those documents' articles and first characters, as one number each."""
        columns = (self.text.column(name)[self._in_order] for name in ("key", "start"))
        key, start = (column.astype(np.int64) for column in columns)
        places: NDArray[np.int64] = key << 32 | start
        return places

    @cached_property
    def days(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """By article the first and the last day that its date can mean, as `date.toordinal`
        counts them; UNKNOWN for those without a date."""
        first, last = (self._by_article(self.text.column(name)) for name in ("day", "day_end"))
        dated = known(first) & known(last)
        first, last = (np.where(dated, d, UNKNOWN).astype(np.int64) for d in (first, last))
        return first, last

    @cached_property
    def sources(self) -> tuple[NDArray[np.int32], list[str]]:
        """By article the number of its source, and the sources."""
        return self._coded("source")

    @cached_property
    def languages(self) -> tuple[NDArray[np.int32], list[str]]:
        """By article the number of its language, and their ISO 639-1 codes."""
        return self._coded("language")

    @cached_property
    def months(self) -> tuple[NDArray[np.int32], list[str]]:
        """By article the number of its month, where its date tells one; and the months.

        Months are ISO 8601 ("2023-09"), ascending, with those in between that have no article.
        """
        first, last = self.days
        dated = first != UNKNOWN
        first, last = (_month(np.where(dated, days, _EPOCH)) for days in (first, last))
        dated &= first == last
        if not dated.any():
            return np.full(len(self.keys), UNKNOWN, dtype=np.int32), []
        start = first[dated].min()
        codes = np.where(dated, first - start, UNKNOWN).astype(np.int32)
        months = np.arange(start, start + codes.max() + 1).astype("datetime64[M]")
        return codes, [str(month) for month in months]

    def _coded(self, field: str) -> tuple[NDArray[np.int32], list[str]]:
        codes, values = self.text.codes(field)
        known = np.array([bool(value) for value in values], dtype=np.bool_)
        numbers = np.where(known, np.arange(len(values)), UNKNOWN).astype(np.int32)
        return self._by_article(numbers[codes], UNKNOWN), values

    def _by_article(self, by_doc: NDArray[Any], absent: int = 0) -> NDArray[Any]:
        """What all passages of an article share, by article."""
        found = np.full(len(self.keys), absent, dtype=by_doc.dtype)
        found[self.of_doc[self.live]] = by_doc[self.live]
        return found


def _month(days: NDArray[Any]) -> NDArray[np.int64]:
    """Months since 1970 of days as `date.toordinal` counts them."""
    found = (days.astype(np.int64) - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return found.astype(np.int64)
