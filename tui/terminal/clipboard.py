"""Copying, wherever the program runs, and saying no more than was done.

Inside tmux its buffer, which one can be sure of; on a desktop the system's clipboard; elsewhere
the terminal is asked (OSC 52), which never answers. What none of them takes goes into a file.
"""

import base64
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.own_file import replace_file
from tui.language.i18n import N_, _
from tui.terminal.manners import far
from tui.terminal.tmux import Tmux

MOST = 100_000
"""Characters of a sequence that xterm's heirs take; longer ones many drop, or print."""
CHUNK = 512
"""GNU screen takes at most 768 bytes in one string that it is to pass on."""
PATIENCE = 3.0
"""Seconds for a clipboard's own program; one that waits for a lost display takes for ever."""

DEAF = {
    "Apple_Terminal": "Terminal.app",
    "linux": N_("the Linux console"),
}
"""Terminals, by TERM_PROGRAM or TERM, known to take no text from programs."""

# What a terminal or shell would obey when the text is pasted.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Write = Callable[[str], None]
"""Sends characters to the terminal as they are, between two frames."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was done with a text.

    `sure`: it certainly can be pasted from somewhere, or stands in `path`. `words` say what was
    done, for the reader; `path` is the file that it was written to instead.
    """

    sure: bool
    words: str
    path: Path | None = None


def copy(text: str, *, write: Write, environ: Mapping[str, str], spare: Path) -> Copied:
    """Put a text where the reader can paste it from.

    `environ` tells where the program runs; `spare` is the file for what can go nowhere else.
    Takes some ten milliseconds, up to `PATIENCE` where a desktop does not answer: not for the
    thread that draws.
    """
    text = pasteable(text)
    if environ.get("TMUX"):
        tmux = Tmux(environ)
        if tmux.load(text):
            return _in_tmux(text, tmux, write)
    tool = desktop_tool(environ)
    if tool is not None and _run(tool, text):
        return Copied(True, _("Copied: it is in the system's clipboard."))
    deaf = _deaf(environ)
    if deaf:
        why = _("{terminal} takes no text from programs").format(terminal=deaf)
        return _to_file(text, spare, why)
    sequence = osc52(text)
    if len(sequence) > MOST:
        return _to_file(text, spare, _("it is too long for a terminal's clipboard"))
    if environ.get("STY"):
        write(through_screen(sequence))
        return Copied(
            False, _("Sent through screen to the terminal: {unknown}.").format(unknown=unknown())
        )
    write(sequence)
    words = _("Sent to the terminal: {unknown}.").format(unknown=unknown())
    if environ.get("TERM", "").startswith(("tmux", "screen")):
        words += " " + _("A tmux around it takes it where its configuration says: {line}").format(
            line="set -g set-clipboard on"
        )
    return Copied(False, words)


def unknown() -> str:
    """Why a text that was sent to the terminal is not called copied."""
    return _("whether it took it cannot be known")


def pasteable(text: str) -> str:
    """The text without what a terminal or a shell would obey where it is pasted."""
    return _OBEYED.sub("", text).encode("utf-8", "replace").decode("utf-8")


def osc52(text: str) -> str:
    """The sequence that asks a terminal to put a text into its clipboard; ASCII only."""
    return f"\x1b]52;c;{base64.b64encode(text.encode('utf-8')).decode('ascii')}\a"


def through_screen(sequence: str) -> str:
    """The sequence in pieces that GNU screen passes on to its terminal."""
    pieces = (sequence[at : at + CHUNK] for at in range(0, len(sequence), CHUNK))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def through_tmux(sequence: str) -> str:
    """The sequence as tmux passes it on to its terminal, where allow-passthrough is on."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def desktop_tool(environ: Mapping[str, str]) -> list[str] | None:
    """The command that fills this desktop's clipboard; None from afar and where there is none."""
    if far(environ):
        return None
    tools: list[list[str]] = []
    if environ.get("WAYLAND_DISPLAY"):
        tools.append(["wl-copy", "--type", "text/plain;charset=utf-8"])
    if environ.get("DISPLAY"):
        tools.append(["xclip", "-selection", "clipboard", "-in"])
        tools.append(["xsel", "--clipboard", "--input"])
    if sys.platform == "darwin":
        tools.append(["pbcopy"])
    if environ.get("WSL_DISTRO_NAME"):
        tools.append(["clip.exe"])
    return next((tool for tool in tools if shutil.which(tool[0], path=environ.get("PATH"))), None)


def _in_tmux(text: str, tmux: Tmux, write: Write) -> Copied:
    """In tmux's buffer; the terminal around it, or the desktop, are offered it too."""
    done = _("Copied: it is in tmux's buffer, {prefix} ] pastes it.").format(prefix=tmux.prefix)
    tool = desktop_tool(tmux.environ)
    if tool is not None and _run(tool, text):
        return Copied(True, _("Copied: it is in the system's clipboard and in tmux's buffer."))
    if len(osc52(text)) > MOST:
        return Copied(True, f"{done} " + _("It is too long for the terminal's clipboard."))
    if not tmux.offers:
        line = "set -g set-clipboard on"
        why = _("The terminal was not offered it, as set-clipboard is off: {line}")
        return Copied(True, f"{done} " + why.format(line=line))
    if tmux.reaches and tmux.load(text, offer=True):
        sent = _("The terminal was offered it: {unknown}.").format(unknown=unknown())
    elif tmux.passes:
        write(through_tmux(osc52(text)))
        sent = _("It was passed on to the terminal: {unknown}.").format(unknown=unknown())
    else:
        sent = _("tmux knows of no clipboard of this terminal.")
    return Copied(True, f"{done} {sent}")


def _deaf(environ: Mapping[str, str]) -> str:
    """The name of a terminal that is known to take no text, "" for others."""
    if environ.get("VTE_VERSION"):
        return _("this terminal (GNOME's VTE)")
    name = DEAF.get(environ.get("TERM_PROGRAM", "")) or DEAF.get(environ.get("TERM", ""))
    return _(name) if name else ""


def _run(tool: list[str], text: str) -> bool:
    """Give a text to a clipboard's program; whether it took it."""
    # Windows' program reads UTF-16; the others UTF-8.
    given = text.encode("utf-16" if tool[0] == "clip.exe" else "utf-8")
    try:
        done = subprocess.run(
            tool,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _to_file(text: str, spare: Path, why: str) -> Copied:
    """Write a text where the reader can fetch it."""
    try:
        spare.parent.mkdir(parents=True, exist_ok=True)
        replace_file(spare, text.encode("utf-8"))
    except OSError as error:
        words = _("Not copied: {why}, and {path} cannot be written: {error}.")
        return Copied(False, words.format(why=why, path=spare, error=error.strerror or error))
    words = _("Not copied: {why}. Written to {path}")
    return Copied(True, words.format(why=why, path=spare), spare)
