"""What is made of all that the store holds of a kind, read a part at a time.

Reading all of it takes a while, and whoever asked may no longer wait for the answer: the parts
read by then are kept, and the next to ask goes on from there.
"""

import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from corpus.errors import RecoupeError

Part = TypeVar("Part")
Made = TypeVar("Made")


def never() -> bool:
    """For those who wait for every answer."""
    return False


class Gathered(Generic[Part, Made]):
    """Made once, by whoever asks first and waits. For any thread."""

    def __init__(self, parts: Iterator[Part], make: Callable[[list[Part]], Made]) -> None:
        """`make` is called with all parts; nothing is read before `get`."""
        self._lock = threading.Lock()
        self._parts = parts
        self._read: list[Part] = []
        self._make = make
        self._made: Made | None = None

    def get(self, cancelled: Callable[[], bool] = never) -> Made:
        """What was made of all parts. Raises RecoupeError soon after `cancelled` says so."""
        with self._lock:
            if self._made is None:
                for part in self._parts:
                    self._read.append(part)
                    if cancelled():
                        raise RecoupeError("Stopped", "nobody waits for this answer any more", "")
                self._made = self._make(self._read)
                self._read = []
            return self._made
