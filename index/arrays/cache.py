"""What has been computed once and may be wanted again, the least recently used given up first."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import numpy as np

Value = TypeVar("Value")

ENTRY_BYTES = 200
"""What an entry costs besides its arrays."""


class Cache:
    """Values by key, at most so many bytes of arrays. May be used from any thread."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self.size = 0

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made now where it is not kept.

        Two threads may make the same value at once: it is the same, and one of them is kept.
        """
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
                return entry[0]  # type: ignore[return-value]
        value = make()
        cost = ENTRY_BYTES + _bytes(value)
        with self._lock:
            if key not in self._entries and cost <= self._limit:
                self._entries[key] = (value, cost)
                self.size += cost
            while self.size > self._limit:
                _, (_, given_up) = self._entries.popitem(last=False)
                self.size -= given_up
        return value


def _bytes(value: object) -> int:
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, (tuple, list)):
        return sum(map(_bytes, value))
    slots: Iterable[str] = getattr(value, "__slots__", ())
    return sum(_bytes(getattr(value, slot)) for slot in slots)
