"""`recoupe` in a terminal of its own, as a person's terminal would run it: for `terminal.py`.

The program gets a pseudo-terminal, a thread reads what it draws and notes when each piece came;
what a screen shows is worked out afterwards, so that measuring takes no time from what is measured.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

QUIET = 0.15
"""Seconds without a byte after which an answer is taken as finished."""
LONGEST = 20.0
"""Seconds after which a program that goes on drawing is not waited for."""

QUERIES = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[(0?)c|\x1b\[6n|\x1b\[\?u")
"""What a program asks a terminal about itself; `reply` answers."""
_SUPPORTED = {b"2026": b"2"}
"""Modes known here, and that they are off: synchronised output, which most terminals have. As in
xterm, no resizing in the band of keys (2048)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that came together, and when (`time.monotonic`, seconds)."""

    when: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key did: milliseconds until its last byte, and how many bytes; 0, 0 for nothing."""

    ms: float
    size: int


class PtyRun:
    """One run of the program."""

    def __init__(self, arguments: Sequence[str], *, columns: int, rows: int) -> None:
        """Start `recoupe` with some arguments in a terminal of a size, for a reader who is new."""
        self.columns, self.rows = columns, rows
        self.pieces: list[Piece] = []
        program = str(Path(sys.executable).with_name("recoupe"))
        self._own = tempfile.TemporaryDirectory()
        environment = {
            **os.environ,
            **{"TERM": "xterm-256color", "COLORTERM": "truecolor", "RECOUPE_OWN": self._own.name},
        }
        self.began = time.monotonic()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(program, [program, *arguments], environment)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Note what is drawn; answer what a terminal is asked."""
        while True:
            try:
                data = os.read(self._terminal, 1 << 16)
            except OSError:
                return  # The program has ended.
            self.pieces.append(Piece(time.monotonic(), data))
            for query in QUERIES.finditer(data):
                os.write(self._terminal, reply(query))

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has been drawn for so many seconds."""
        began = time.monotonic()
        while time.monotonic() - began < LONGEST:
            last = max(self.pieces[-1].when if self.pieces else began, began)
            if time.monotonic() - last >= quiet:
                return
            time.sleep(0.002)

    def press(self, key: str, quiet: float = QUIET) -> Answer:
        """Press a key, wait until its answer is drawn and nothing came for so many seconds."""
        before = len(self.pieces)
        pressed = time.monotonic()
        os.write(self._terminal, key.encode())
        self.settle(quiet)
        drawn = self.pieces[before:]
        if not drawn:
            return Answer(0.0, 0)
        return Answer((drawn[-1].when - pressed) * 1000, sum(len(piece.data) for piece in drawn))

    def screens(self) -> list[tuple[float, list[str]]]:
        """The lines of the screen after each piece drawn so far, and seconds since the start."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        found = []
        for piece in self.pieces:
            # Textual's words on the keyboard (`CSI > 1 u`), which pyte would print.
            stream.feed(re.sub(rb"\x1b\[[<>=]\d*u", b"", piece.data))
            found.append((piece.when - self.began, list(screen.display)))
        return found

    def quit(self) -> int:
        """Ctrl-C, then wait; the exit status, or minus the signal that was needed."""
        os.write(self._terminal, b"\x03")
        status = self._waited(5.0)
        if status is None:
            os.kill(self.pid, signal.SIGKILL)
            status = os.waitpid(self.pid, 0)[1]
        self._reader.join(1.0)
        os.close(self._terminal)
        self._own.cleanup()
        return os.waitstatus_to_exitcode(status)

    def _waited(self, seconds: float) -> int | None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return status
            select.select([], [], [], 0.01)
        return None


def reply(query: re.Match[bytes]) -> bytes:
    """What a terminal says to a question about it."""
    if query[1] is not None:
        return b"\x1b[?%s;%s$y" % (query[1], _SUPPORTED.get(query[1], b"0"))
    if query[0] == b"\x1b[6n":
        return b"\x1b[1;1R"
    return b"\x1b[?0u" if query[0] == b"\x1b[?u" else b"\x1b[?64;22c"
