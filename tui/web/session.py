"""One reader in one page: a process of its own, whose terminal is the page."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "tui.web.driver:Driver"
GRACE_S = 5.0
"""Seconds that a reader has to leave; then it is ended."""

SERVERS_OWN = frozenset(
    "RECOUPE_TOKEN TEXTUAL_FPS TMUX TMUX_PANE STY DISPLAY WAYLAND_DISPLAY WSL_DISTRO_NAME"
    " VTE_VERSION SSH_CONNECTION SSH_CLIENT SSH_TTY NO_COLOR".split()
)
"""Not for the reader: the token, and what tells of the terminal and the desktop of who serves.

A reader that knew them would copy into the server's clipboard.
"""

WIDEST, HIGHEST = 500, 200
"""Cells of a page; more is nobody's screen."""


class Session(AppService):
    """A reader started for one websocket."""

    def __init__(
        self, program: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager
    ) -> None:
        """`program` is the command to run, word by word: no shell reads it."""
        super().__init__(
            program[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._closed,
            download_manager=downloads,
        )
        self._program = program
        self._socket = socket

    async def _closed(self) -> None:
        await self._socket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """What the reader finds in its environment."""
        found = super()._build_environment(width, height)
        kept = {name: value for name, value in found.items() if name not in SERVERS_OWN}
        return kept | {"TEXTUAL_DRIVER": DRIVER, "TERM": "xterm-256color", "COLORTERM": "truecolor"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = process = await asyncio.create_subprocess_exec(
            *self._program,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            # What is typed where the server runs is for the server, and stopping a reader (ctrl+z)
            # must not stop the others.
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the reader draws; when it ends, or cannot begin, so does the page."""
        await super().run()
        await self._socket.close()

    async def follow(self, width: int, height: int) -> None:
        """Run the reader until it or the page goes."""
        await self.start(*_within(width, height))
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    await self._take(message.data)
        finally:
            await self.end()

    async def _take(self, text: str) -> None:
        """Do what the page says; what it cannot have said is passed over."""
        try:
            kind, *rest = json.loads(text)
        except (ValueError, TypeError):
            return
        match kind, rest:
            case "stdin", [str(keys)]:
                await self.send_bytes(keys.encode("utf-8", "replace"))
            case "resize", [{"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(*_within(width, height))
            case "ping", [sent]:
                await self._socket.send_json(["pong", sent])
            case "blur", _:
                await self.blur()
            case "focus", _:
                await self.focus()

    async def end(self) -> None:
        """Have the reader leave, and see that it does."""
        try:
            await asyncio.wait_for(self.stop(), GRACE_S)
        except TimeoutError:
            print("recoupe: a reader did not leave and was ended", file=sys.stderr)
        if self._process is not None and self._process.returncode is None:
            try:
                await asyncio.wait_for(self._process.wait(), GRACE_S)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()


def _within(width: int, height: int) -> tuple[int, int]:
    return min(max(width, 1), WIDEST), min(max(height, 1), HIGHEST)
