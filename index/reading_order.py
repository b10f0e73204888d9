"""In which order articles are read one after the other: the oldest first, undated ones last."""

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store


def ranks(store: Store, keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """By article, given by its key in the store: its place in reading order.

    What is equally dated, and what is undated, is in the folder's order. An article that is gone
    has some place.
    """
    listed = np.array(store.bulk.reading_order(), np.int64)
    if not len(listed):
        return np.zeros(len(keys), np.int64)
    by_key = np.argsort(listed)
    at = np.minimum(np.searchsorted(listed, keys, sorter=by_key), len(listed) - 1)
    return by_key[at]
