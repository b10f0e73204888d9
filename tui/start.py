"""How the reader is started: what the command line hands to the app."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Start:
    """One library to read, and where the reader's own files for it lie.

    `opened` opens the library: called once, in a thread, after the first screen. `name` is what
    the screen calls it; `query` is searched at once.
    """

    opened: "Callable[[], Library]"
    name: str
    own: Path
    query: str = ""
