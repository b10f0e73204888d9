"""Which looks suit the terminal: its colours, its background, whether it knows more than ASCII."""

import locale
import os
from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.terminal import themes
from tui.terminal.manners import few_colours
from tui.terminal.signs import ASCII

PREFIX = "recoupe-"


class PlainSigns(LineFilter):
    """Draws every sign and border in ASCII, Textual's own too; one cell stays one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, their signs replaced."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(ASCII), segment.style, segment.control)
            for segment in segments
        ]


class Upright(LineFilter):
    """Dims what is italic: GNU screen would reverse it, as what was searched."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, none of them italic."""
        return [
            Segment(segment.text, segment.style + _UPRIGHT, segment.control)
            if segment.style is not None and segment.style.italic
            else segment
            for segment in segments
        ]


_UPRIGHT = Style(italic=False, dim=True)


def theme_of(wanted: str, known: Mapping[str, object], environ: Mapping[str, str]) -> str:
    """The name of the theme to begin with: `wanted`, with or without our prefix, if it is known.

    Without a wish, what suits the terminal. NO_COLOR wins over any wish.
    """
    if environ.get("NO_COLOR"):
        return themes.PLAIN
    if (name := named(wanted, known)) is not None:
        return name
    light = _light(environ)
    if few_colours(environ):
        return themes.SIXTEEN_LIGHT if light else themes.SIXTEEN
    return themes.LIGHT if light else themes.DEFAULT


def named(wanted: str, known: Mapping[str, object]) -> str | None:
    """The theme that is meant, None where there is none of that name."""
    return next((name for name in (wanted, PREFIX + wanted) if wanted and name in known), None)


def ascii_only(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known not to show more than ASCII: another locale, an old console."""
    if environ.get("TERM", "") in ("linux", "vt100", "vt220", "ansi"):
        return True
    return os.name == "posix" and locale.getencoding().lower() not in ("utf-8", "utf8")


def italics(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has italics, as far as its name tells."""
    in_tmux = environ.get("TMUX") or environ.get("TERM_PROGRAM") == "tmux"
    return not environ.get("TERM", "").startswith("screen") or bool(in_tmux)


def _light(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that its background is light; few say anything."""
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return background in ("7", "15")
