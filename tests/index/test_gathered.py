"""What takes a while to read, and who no longer waits for it."""

import pytest

from corpus.errors import RecoupeError
from index.gathered import Gathered


def test_who_asks_next_goes_on_where_the_last_one_stopped() -> None:
    """Nothing is read before it is asked for, nothing twice, and it is made once."""
    read: list[int] = []
    made: list[int] = []

    def part(number: int) -> int:
        read.append(number)
        return number

    def make(parts: list[int]) -> int:
        made.append(sum(parts))
        return sum(parts)

    gathered = Gathered(map(part, range(5)), make)
    assert read == []
    with pytest.raises(RecoupeError):
        gathered.get(lambda: len(read) == 2)
    assert (read, made) == ([0, 1], [])
    assert gathered.get() == gathered.get(lambda: True) == 10
    assert (read, made) == ([0, 1, 2, 3, 4], [10])
