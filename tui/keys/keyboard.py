"""What is typed, key by key: chords, and numbers that say how often.

There is no clock in it: a key that begins no chord answers at once, a chord waits for its next
key as long as it takes, and escape or a key that does not fit gives it up.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.keys.keymap import FARNESS, Keymap
from tui.keys.names import shown
from tui.keys.table import BY_NAME

MOST = 999
"""No action is repeated more often: each time costs."""

Levels = Sequence[Collection[str]]
"""What answers, from the keyboard outwards: names of actions, and keys of other widgets."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a key means: an action `times` over; or, where there is none, whether the key is
    `kept` back as a part of something longer (or of nothing) instead of going its own way."""

    name: str = ""
    times: int = 1
    kept: bool = False


class _Mark(NamedTuple):
    """An action that answers, the nearest one the least."""

    farness: int
    depth: int
    name: str


PASSED = Press()
KEPT = Press(kept=True)


class Keyboard:
    """Remembers what was typed of a chord and of a number."""

    def __init__(self, keymap: Keymap) -> None:
        """Nothing is typed yet."""
        self.keymap = keymap
        self._chord = ""
        self._number = ""

    @property
    def pending(self) -> str:
        """What is typed and waits for more, as a person reads it; mostly nothing."""
        return f"{self._number}{' ' if self._number and self._chord else ''}{shown(self._chord)}"

    def continuations(self, levels: Levels) -> list[tuple[str, str]]:
        """The keys that go on from what is typed, each with the name of its action."""
        found = []
        for chord in self.keymap.longer.get(self._chord, ()):
            if (mark := self._nearest((chord,), levels)) is not None:
                found.append((shown(chord.removeprefix(self._chord)), mark.name))
        return found

    def press(self, key: str, levels: Levels, *, typed: bool) -> Press:
        """Take a key, by Textual's name.

        `typed` says that what has the keyboard would write it down. Nearer levels come first.
        """
        if key in BY_NAME:  # A click, or another part of the program, names the action itself.
            return self._forget(PASSED)
        whole = f"{self._chord} {key}".strip()
        known = whole in self.keymap.names or whole in self.keymap.longer
        names = self.keymap.names.get(whole if known else key, ())
        always = [name for name in names if BY_NAME[name].priority]
        if always:
            return self._forget(Press(always[0]))
        if typed and not self._chord:
            return self._forget(PASSED)
        return self._meant(whole, key, levels)

    def _meant(self, whole: str, key: str, levels: Levels) -> Press:
        """What a key means after what was typed before."""
        if self._number and not self._chord and key == "0":
            return self._count(key)
        done = self._nearest((whole,), levels)
        begun = self._nearest(self.keymap.longer.get(whole, ()), levels)
        best = min((mark for mark in (done, begun) if mark is not None), default=None)
        theirs = next((depth for depth, level in enumerate(levels) if key in level), None)
        if not self._chord and theirs is not None and (best is None or theirs < best.depth):
            return self._forget(PASSED)
        if best is not None and best is begun:
            self._chord = whole
            return KEPT
        if best is not None:
            times = int(self._number or 1) if BY_NAME[best.name].repeats else 1
            return self._forget(Press(best.name, min(times, MOST)))
        if self._chord or (self._number and key == "escape"):
            return self._forget(KEPT)
        return self._count(key)

    def _nearest(self, chords: Iterable[str], levels: Levels) -> "_Mark | None":
        """The action that one of these means here: that of the scope nearest to the keyboard."""
        marks = (
            _Mark(FARNESS.get(BY_NAME[name].scope, 0), depth, name)
            for chord in chords
            for name in self.keymap.names.get(chord, ())
            for depth, level in enumerate(levels)
            if name in level
        )
        return min(marks, default=None)

    def _count(self, key: str) -> Press:
        """A digit of a number, or a key that means nothing here."""
        if (
            self.keymap.numbers
            and key.isdecimal()
            and key.isascii()
            and (self._number or key > "0")
        ):
            self._number += key
            return KEPT
        return self._forget(PASSED)

    def _forget(self, press: Press) -> Press:
        """Begin anew."""
        self._chord = self._number = ""
        return press
