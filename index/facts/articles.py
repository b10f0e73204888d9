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

    def of(self, docs: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The numbers of the articles of documents, each once, ascending."""
        seen = np.zeros(len(self.keys), dtype=np.bool_)
        seen[self.of_doc[docs]] = True
        return np.flatnonzero(seen)

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
        first, last = (self._by_article(self.text.column(name)) for name in ("day", "day_end"))
        dated = known(first) & known(last)
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
