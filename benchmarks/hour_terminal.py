"""A shell in a terminal of its own, its screen worked out as it is drawn: for `hour.py`.

There is a shell because a program can be stopped (Ctrl-Z) only where one waits for it.
"""

import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from itertools import groupby

import pyte
from pty_run import QUERIES, reply

PROMPT = "hour$ "
SHELL = ("bash", "--norc", "--noprofile", "--noediting", "-i")

_UNKNOWN = re.compile(rb"\x1b\[[<>=]\d*u")
"""Textual's words on the keyboard, which pyte would print."""
_BEGUN = re.compile(rb"\x1b(?:\[[^@-~]*|\][^\x07\x1b]*)?$")
"""A sequence of which the rest has not come yet."""
_OTHER_SCREEN = re.compile(rb"\x1b\[\?1049[hl]")
"""To the program's own screen, or back from it: pyte has only one, which is cleared instead."""
_CLIPBOARD = re.compile(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]+)")

NAMED = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ",
    "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "delete": "\x1b[3~", "f1": "\x1bOP", "f3": "\x1bOR",
    "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
}  # fmt: skip
"""What xterm sends for keys that are no characters."""


def sent(key: str) -> str:
    """What a terminal sends for one key, as the table of actions writes it."""
    if key in NAMED:
        return NAMED[key]
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return chr(ord(key[-1].upper()) & 0x1F)
    if key.startswith("alt+") and len(key) == len("alt+x"):
        return f"\x1b{key[-1]}"
    if len(key) == 1:
        return key
    raise ValueError(f"no terminal sends {key}")


class Terminal:
    """A shell on a pseudo-terminal, and what stands on its screen."""

    def __init__(self, environ: Mapping[str, str], folder: str, size: tuple[int, int]) -> None:
        """Starts at once, in a folder; `size` in columns and rows."""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""
        self.copied = ""
        """What the terminal was last asked to keep for pasting."""
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.chdir(folder)
            os.execvpe(SHELL[0], SHELL, {**environ, "PS1": PROMPT})
        self._tell_size(size)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, told to the program at once."""
        self.screen.resize(rows, columns)
        self._tell_size((columns, rows))

    def type(self, text: str) -> None:
        """Characters as they are."""
        os.write(self._terminal, text.encode())

    def listen(
        self, quiet: float, longest: float, done: Callable[[], bool] = lambda: False
    ) -> bool:
        """Draw what comes until `done`, or until nothing has come for `quiet` seconds; whether it
        ended so, not because `longest` seconds were over."""
        until = time.monotonic() + longest
        while (now := time.monotonic()) < until:
            if done():
                return True
            wait = min(quiet, until - now)
            if not select.select([self._terminal], [], [], wait)[0]:
                return wait >= quiet or done()
            try:
                self._take(os.read(self._terminal, 1 << 16))
            except OSError:
                return True  # The shell has ended.
        return done()

    def lines(self) -> list[str]:
        """The screen, without the spaces at the ends of lines."""
        return [line.rstrip() for line in self.screen.display]

    def reversed(self) -> list[str]:
        """What is drawn in reverse (the cursor of a box, what one stands on): line and cell, from
        1, and the characters."""
        found = []
        for row in range(self.screen.lines):
            cells = [self.screen.buffer[row][column] for column in range(self.screen.columns)]
            start = 0
            for lit, run in groupby(cells, key=lambda cell: cell.reverse):
                text = [cell.data for cell in run]
                if lit:
                    found.append(f"{row + 1},{start + 1} {''.join(text)}")
                start += len(text)
        return found

    def close(self) -> None:
        """End the shell and what it runs."""
        os.close(self._terminal)
        for number in (signal.SIGHUP, signal.SIGKILL):
            os.kill(self.pid, number)
        os.waitpid(self.pid, 0)

    def _tell_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _take(self, data: bytes) -> None:
        """Draw; answer what a terminal is asked."""
        data = self._rest + data
        begun = _BEGUN.search(data)
        end = begun.start() if begun else len(data)
        data, self._rest = data[:end], data[end:]
        for query in QUERIES.finditer(data):
            os.write(self._terminal, reply(query))
        for copy in _CLIPBOARD.finditer(data):
            self.copied = base64.b64decode(copy[1]).decode()
        first, *others = _OTHER_SCREEN.split(_UNKNOWN.sub(b"", data))
        self._stream.feed(first)
        for other in others:
            self.screen.reset()
            self._stream.feed(other)
