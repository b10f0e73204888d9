"""Who speaks for whom: articles by their group of copies, many at once."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Voices:
    """The groups of one moment, as `CopyStore.groups` gives them. Immutable."""

    def __init__(self, groups: Mapping[int, int]) -> None:
        self._keys = np.array(sorted(groups), np.int64)
        self._groups = np.array([groups[key] for key in self._keys.tolist()], np.int64)

    def of(self, keys: NDArray[Any]) -> NDArray[np.int64]:
        """The group of each article, its own key where it has no copies."""
        found = keys.astype(np.int64)
        if len(self._keys):
            at = np.minimum(np.searchsorted(self._keys, found), len(self._keys) - 1)
            known = self._keys[at] == found
            found[known] = self._groups[at[known]]
        return found

    def independent(self, keys: NDArray[Any]) -> int:
        """How many of some articles are no copies of each other: the independent sources."""
        # Not `np.unique`, whose first call loads NumPy's masked arrays.
        return int(np.count_nonzero(np.diff(np.sort(self.of(keys)), prepend=-1)))
