"""What is typed, key by key: chords, and numbers that say how often.

There is no clock in it: a key that begins no chord answers at once, a chord waits for its next
key as long as it takes, and escape or a key that does not fit gives it up.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.keys.keymap import Keymap
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
            for name in self._answering(chord, levels):
                found.append((shown(chord.removeprefix(self._chord)), name))
        return found

    def press(self, key: str, levels: Levels, *, typed: bool) -> Press:
        """Take a key, by Textual's name.

        `typed` says that what has the keyboard would write it down. Nearer levels come first.
        """
        if self._chord and key == "escape":
            return self._forget(KEPT)
        if typed and not self._chord:
            return PASSED
        whole = f"{self._chord} {key}".strip()
        for level in levels:
            names = self._answering(whole, (level,))
            if names:
                times = int(self._number or 1) if BY_NAME[names[0]].repeats else 1
                return self._forget(Press(names[0], min(times, MOST)))
            if any(self._answering(chord, (level,)) for chord in self.keymap.longer.get(whole, ())):
                self._chord = whole
                return KEPT
            if key in level and not self._chord:
                return self._forget(PASSED)
        if self._chord or (self._number and key == "escape"):
            return self._forget(KEPT)
        return self._count(key)

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

    def _answering(self, chord: str, levels: Levels) -> list[str]:
        """The actions that a chord means in these levels."""
        names = self.keymap.names.get(chord, ())
        return [name for level in levels for name in names if name in level]

    def _forget(self, press: Press) -> Press:
        """Begin anew."""
        self._chord = self._number = ""
        return press
