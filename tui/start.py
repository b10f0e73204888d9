"""How the reader is started: what the command line hands to the app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.config import Config

if TYPE_CHECKING:
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Start:
    """One library to read, and where the reader's own files for it lie.

    `opened` opens the library: called once, in a thread, after the first screen. `name` is what
    the screen calls it; `query` is searched at once; `config` is what the user has set; `tour` asks
    for the first steps to be shown.
    """

    opened: "Callable[[], Library]"
    name: str
    own: Path
    query: str = ""
    config: Config = field(default_factory=Config)
    tour: bool = False
