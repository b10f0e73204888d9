"""Files of many parts, each of which may be the one that cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A reader of a file of many parts begins with one; `number` counts from 0.

    Where the child that reads it ends in the middle, the next one begins with the part after.
    """

    number: int
    name: str
