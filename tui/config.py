"""The user's configuration: the only reader of config.toml and of RECOUPE_CONFIG.

A mistake in the file never stops the program: it is told with its line, and the rest counts.
Nothing but this file is loaded where there is no configuration, which is the usual case.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from platformdirs import user_config_path

if TYPE_CHECKING:
    from tui.keys.keymap import Keymap
    from tui.keys.presets import Preset

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)
_LANGUAGE = re.compile(r"""^\s*["']?language["']?\s*=\s*["'](\w*)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something in the file that does not count, or not as it was meant."""

    line: int
    """Where, from 1; 0 for the file as a whole."""
    message: str
    """What is wrong, and what would be right where that is known."""


@dataclass(frozen=True, slots=True)
class Config:
    """All that a user can set; the defaults are the program's."""

    preset: "Preset" = "default"
    """Where the keys start from."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of the user's own, by the full names of their actions."""
    theme: str = ""
    """The theme's name; empty lets the program choose."""
    background: Literal["theme", "terminal"] = "theme"
    """Whose background lies under everything."""
    ascii: bool = False
    """Whether borders and signs are drawn in plain ASCII."""
    mouse: bool = True
    """Whether the program gets the mouse at the start, rather than the terminal."""
    language: str = ""
    """The interface's language, as "fr"; empty goes by the locale."""
    dates: Literal["words", "iso"] = "words"
    """How dates are written: 12 Mar 2024, or 2024-03-12."""
    text_width: int = 84
    """Cells at most for a line of an article."""
    left: int = 28
    """Per cent of the screen's width for the left pane."""
    related: int = 30
    """Per cent of the screen's width for the related passages."""
    drawer: int = 34
    """Per cent of the screen's height for the related passages where they lie under the article."""
    mistakes: tuple[Mistake, ...] = ()
    """What was wrong in the file, by line."""

    @property
    def keymap(self) -> "Keymap":
        """The keys of every action."""
        from tui.keys.keymap import Keymap, of_preset

        base = of_preset(self.preset)
        return Keymap({**base.changed, **self.keys}, base.numbers)


def config_path() -> Path:
    """Where the configuration is, or would be: RECOUPE_CONFIG, else in this user's own folder."""
    chosen = os.environ.get("RECOUPE_CONFIG")
    return Path(chosen) if chosen else user_config_path("recoupe") / "config.toml"


def wanted_language() -> str:
    """The language that the file asks for, empty where it says none.

    Only its line is looked for: most commands need nothing else, and reading all that can be set
    loads much.
    """
    try:
        written = config_path().read_text("utf-8-sig", "replace")
    except OSError:
        return ""
    found = _LANGUAGE.search(_TABLE.split(written, maxsplit=1)[0])
    return found.group(1) if found else ""


def load(path: Path | None = None) -> Config:
    """The configuration at `path`, else at `config_path()`; the defaults where there is no file."""
    path = path or config_path()
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return Config(mistakes=(Mistake(0, error.strerror or str(error)),))
    from tui.settings.read import read

    return read(written)
