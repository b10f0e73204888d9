"""Real terminals for tests: programs on a pseudo-terminal, and tmux on a socket of its own."""

import fcntl
import os
import pty
import select
import shlex
import shutil
import signal
import struct
import subprocess
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

SECONDS = 60.0
"""After this a test gives up; what it waits for takes some hundredths of a second."""

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
needs_screen = pytest.mark.skipif(shutil.which("screen") is None, reason="screen is not installed")


def bare(tmp: Path, **more: str) -> dict[str, str]:
    """An environment that knows of no desktop, multiplexer or other machine."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    homes = {
        name: str(tmp / name.lower())
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    }
    return {**kept, **homes, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more}


class Terminal:
    """A program on a terminal of its own, of which it is the session's leader."""

    def __init__(
        self, command: list[str], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        """Starts at once; `size` in columns and rows."""
        self.master, slave = pty.openpty()
        self.shown = b""
        self.resize(size)
        self.program = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(environ), preexec_fn=_lead
        )
        os.close(slave)

    def resize(self, size: tuple[int, int]) -> None:
        """Another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self.master, keys)

    def until(self, wanted: bytes) -> bytes:
        """All that it has shown since the last call, up to `wanted` and what came with it."""
        deadline = monotonic() + SECONDS
        while wanted not in self.shown:
            if not select.select([self.master], [], [], deadline - monotonic())[0]:
                raise AssertionError(f"never came: {wanted!r} in {self.shown[-2000:]!r}")
            self._read(wanted)
        shown, self.shown = self.shown, b""
        return shown

    def ended(self) -> int:
        """Its exit status, once it has ended; what it still showed is in `shown`."""
        deadline = monotonic() + SECONDS
        while self.program.poll() is None:
            if monotonic() > deadline:
                raise AssertionError(f"still runs: {self.shown[-2000:]!r}")
            if self.master < 0 or not self._more():
                with suppress(subprocess.TimeoutExpired):
                    self.program.wait(0.02)
        while self.master >= 0 and self._more():
            pass
        return self.program.returncode

    def hang_up(self) -> None:
        """The connection is lost."""
        os.close(self.master)
        self.master = -1

    def close(self) -> None:
        """End what still runs."""
        self.program.kill()
        self.program.wait()
        if self.master >= 0:
            self.hang_up()

    def _more(self) -> bool:
        """Whether it showed more just now."""
        if not select.select([self.master], [], [], 0.02)[0]:
            return False
        try:
            more = os.read(self.master, 65536)
        except OSError:
            return False
        self.shown += more
        return bool(more)

    def _read(self, wanted: bytes) -> None:
        try:
            self.shown += os.read(self.master, 65536)
        except OSError:
            raise AssertionError(f"ended before {wanted!r}: {self.shown[-2000:]!r}") from None


def _lead() -> None:
    """In the child: lead a session on this terminal, deaf to nothing."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGTSTP):
        signal.signal(number, signal.SIG_DFL)


class TmuxServer:
    """A server of its own with one pane, and a terminal attached to it."""

    def __init__(self, tmp: Path, term: str = "xterm-256color") -> None:
        """`term` is the terminal around it."""
        self.environ = bare(tmp, TERM=term)
        # Paths of sockets may not be long.
        self._socket = f"/tmp/recoupe-test-{os.getpid()}"
        self.run("new-session", "-d", "-x", "80", "-y", "24", "cat")
        where = self.run("display-message", "-p", "#{socket_path},#{pid},0\t#{pane_tty}").strip()
        server, self.pane = where.split("\t")
        self.inside = {**self.environ, "TMUX": server, "TMUX_PANE": "%0", "TERM": "tmux-256color"}
        self.terminal = Terminal([*self._command, "attach"], self.environ)
        self.shows("attached")

    @property
    def _command(self) -> list[str]:
        return ["tmux", "-S", self._socket, "-f", "/dev/null"]

    def run(self, *command: str) -> str:
        """What one of tmux's commands prints."""
        done = subprocess.run(
            [*self._command, *command], env=self.environ, capture_output=True, check=False
        )
        return done.stdout.decode()

    def start(self, *command: str, **more: str) -> None:
        """Run a program in the pane, instead of what runs there."""
        settings = [word for name, value in more.items() for word in ("-e", f"{name}={value}")]
        self.run("respawn-pane", "-k", "-t", "%0", *settings, shlex.join(command))

    def screen(self, wanted: str) -> list[str]:
        """The lines of the pane, as soon as these words stand there."""
        deadline = monotonic() + SECONDS
        while wanted not in (shown := self.run("capture-pane", "-p", "-t", "%0")):
            if monotonic() > deadline:
                raise AssertionError(f"never came: {wanted!r} in\n{shown}")
        return shown.split("\n")

    def type(self, keys: str) -> None:
        """Type into the pane, mouse reports too."""
        self.run("send-keys", "-t", "%0", "-l", keys)

    def write(self, text: str) -> None:
        """What a program in the pane would write."""
        Path(self.pane).write_bytes(text.encode())

    def shows(self, mark: str) -> bytes:
        """All that the terminal around it got until now."""
        self.run("set", "-g", "status-right", f"<{mark}>")
        return self.terminal.until(f"<{mark}>".encode())

    def close(self) -> None:
        """End the server."""
        self.run("kill-server")
        self.terminal.close()
        Path(self._socket).unlink(missing_ok=True)
