"""How to behave in the terminal that one was started in: settled before Textual is loaded, which
reads its settings from the environment when it is imported.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TextIO

from corpus.errors import RecoupeError
from tui.language.i18n import _

FAR_FRAMES = 20
"""Frames a second over SSH: each costs bytes, and twenty are as good for reading."""
NEAR_FRAMES = 120
"""Frames a second at this machine, so that no answer waits long for its frame. Where nothing
changes none is drawn."""

_MANY = 1 << 24
_NAMED = ("alacritty", "contour", "foot", "rio", "wezterm", "xterm-ghostty", "xterm-kitty")
"""Terminals with all colours, whose names do not say so where terminfo does not know them."""


def check(environ: Mapping[str, str], streams: tuple[TextIO | None, ...]) -> None:
    """Raises RecoupeError where there is no terminal to draw on, with what to do instead."""
    if in_browser(environ):
        return
    if any(stream is None or not stream.isatty() for stream in streams):
        message = _("the reader needs a terminal for input and output")
    elif environ.get("TERM", "") in ("", "dumb", "unknown"):
        message = _("this terminal (TERM={name}) cannot place text on the screen").format(
            name=environ.get("TERM") or '""'
        )
    else:
        return
    raise RecoupeError("No terminal", message, _("for scripts: recoupe search FOLDER WORDS"))


def prepare(environ: MutableMapping[str, str]) -> None:
    """Tell Textual how to behave; what the user has set for it stays."""
    if not environ.get("NO_COLOR"):
        # Textual takes an empty one for a wish, which the convention (no-color.org) says it is not.
        environ.pop("NO_COLOR", None)
    calm = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0"}
    calm["TEXTUAL_FPS"] = str(FAR_FRAMES if far(environ) else NEAR_FRAMES)
    found = colours(environ)
    calm["TEXTUAL_COLOR_SYSTEM"] = (
        "truecolor" if found >= _MANY else "256" if found >= 256 else "standard"
    )
    for name, value in calm.items():
        environ.setdefault(name, value)


def tolerate(stream: TextIO | None) -> None:
    """Where the terminal's encoding is not UTF-8, write "?" for a letter that it has not.

    Python's own way out, a code in its place, would shift all that follows on the line.
    """
    if stream is not None and hasattr(stream, "reconfigure") and stream.errors != "replace":
        stream.reconfigure(errors="replace")


def far(environ: Mapping[str, str]) -> bool:
    """Whether the reader sits, or may sit, at another machine than this one."""
    over_ssh = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    return bool(over_ssh) or in_browser(environ)


def in_browser(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is a page, which `recoupe serve` shows."""
    return bool(environ.get("TEXTUAL_DRIVER"))


def few_colours(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has no more than sixteen."""
    return colours(environ) < 256


def colours(environ: Mapping[str, str]) -> int:
    """How many colours the terminal has, by what it says of itself; 0 for none."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return _MANY
    term = environ.get("TERM", "")
    if term.endswith("-direct"):
        return _MANY
    if term.endswith("256color") or term.startswith(_NAMED):
        return 256
    return _terminfo(term)


def _terminfo(term: str) -> int:
    """The colours that terminfo knows of; eight where it does not know the terminal.

    It answers for the first terminal that a process asks about, whatever is asked later.
    """
    if sys.platform == "win32":
        return _MANY
    import curses

    with Path(os.devnull).open("wb") as nowhere:
        try:
            curses.setupterm(term, nowhere.fileno())
        except curses.error:
            return 8
    return max(curses.tigetnum("colors"), 0)
