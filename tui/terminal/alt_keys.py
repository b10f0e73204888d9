"""Alt and a letter, taken as it comes from the terminal.

Textual waits a tenth of a second for what might follow, and where that is another such key, as
when one is held down, it reads `^` and the letter instead. No terminal sends anything longer that
begins with escape and a small letter.
"""

from enum import Enum
from string import ascii_lowercase
from typing import Any, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


def know_them() -> None:
    """Tell Textual; those that it knows, alt-b and alt-f, stay what they are."""
    named = Enum("Alt", [(letter, f"alt+{letter}") for letter in ascii_lowercase])  # type: ignore[misc]
    known = cast("dict[str, Any]", ANSI_SEQUENCES_KEYS)
    for key in named:
        known.setdefault(f"\x1b{key.name}", (key,))
