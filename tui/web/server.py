"""The pages: one with a terminal in it, its parts, and the websocket between it and a reader.

textual-serve brings the terminal (xterm.js), its font and the protocol to the reader's process.
Its own page fetches a font from the network and asks nobody who they are; this one does neither.
"""

import asyncio
import html
import signal
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from urllib.parse import quote

import textual_serve
from aiohttp import WSCloseCode, web
from textual_serve.download_manager import DownloadManager

from corpus.errors import RecoupeError
from tui.language.i18n import _
from tui.web.guard import Guard
from tui.web.session import GRACE_S, Session

OURS = Path(__file__).parent
THEIRS = Path(textual_serve.__file__).parent / "static"
PARTS = {"page.js": "text/javascript", "page.css": "text/css"}

MOST_READERS = 8
"""Pages at once: each is a process of some 100 MB."""

LONGEST_MESSAGE = 1 << 20
"""Bytes that a page may send at once: what somebody pastes."""

FONT_SIZES = range(6, 41)
USUAL_SIZE = 16

POLICY = {
    # The terminal puts its looks into the page itself; nothing comes from anywhere else.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src 'self' {socket}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # An article must not learn what lies in the clipboard, nor ask for anything else.
    "Permissions-Policy": "clipboard-read=(), camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Server": "recoupe",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

REFUSED = (
    "This reader opens only with the whole address that `recoupe serve` printed when it started, "
    "with its token.\n"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Lets in whom the guard lets in, and starts a reader for each of their pages."""

    def __init__(self, program: Sequence[str], name: str) -> None:
        """`program` is the reader's command, `name` what the page is called."""
        self._program = program
        self._name = name
        self._guard: Guard
        self._sockets: set[web.WebSocketResponse] = set()
        self._downloads = DownloadManager()

    def application(self) -> web.Application:
        """The pages, all behind the guard."""
        application = web.Application(middlewares=[self._watch_over])
        application.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._socket),
                web.get("/download/{key}", self._download),
                *(web.get(f"/{part}", self._part) for part in PARTS),
                web.static("/static", THEIRS),
            ]
        )
        application.on_shutdown.append(self._end_all)
        return application

    async def run(
        self, guard: Guard, *, listening: Callable[[Guard], None], stopped: asyncio.Event
    ) -> None:
        """Serve until `stopped`; `listening` is told the guard, with the port that was found.

        Raises RecoupeError where the address cannot be had.
        """
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=GRACE_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, guard.host, guard.port).start()
            self._guard = Guard(guard.token, guard.host, runner.addresses[0][1], guard.public)
            listening(self._guard)
            await stopped.wait()
        except OSError as error:
            reason = f"{guard.host}:{guard.port}: {error.strerror or error}"
            raise RecoupeError("Cannot listen", reason, _("choose another --port")) from None
        finally:
            await runner.cleanup()

    async def _end_all(self, _: web.Application) -> None:
        """Close all pages; their readers leave."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    # Who may

    @web.middleware
    async def _watch_over(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Every answer, a refusal too, tells the browser what a page of ours may do."""
        try:
            if not self._allowed(request):
                raise web.HTTPForbidden(text=REFUSED)
            response = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(self._policy(request))
            raise
        if not response.prepared:
            response.headers.update(self._policy(request))
        return response

    def _allowed(self, request: web.Request) -> bool:
        if not self._guard.answers_to(request.host):
            return False
        token = request.query.get("token")
        if token is not None and request.path == "/":
            return self._guard.lets_in(token)
        return self._guard.remembers(request.cookies.get(self._guard.cookie, ""))

    def _policy(self, request: web.Request) -> dict[str, str]:
        # What was no host of ours is not repeated.
        known = self._guard.answers_to(request.host)
        socket = self._socket_address(request) if known else ""
        return {name: rule.replace("{socket}", socket) for name, rule in POLICY.items()}

    # What they get

    async def _page(self, request: web.Request) -> web.Response:
        """The page, and the cookie that its parts are asked with."""
        wanted = request.query.get("fontsize", "")
        fits = wanted.isascii() and wanted.isdecimal() and int(wanted[:3]) in FONT_SIZES
        values = {
            "{name}": self._name,
            "{socket}": self._socket_address(request) + "/ws",
            "{size}": wanted if fits else str(USUAL_SIZE),
        }
        text = (OURS / "page.html").read_text(encoding="utf-8")
        for field, value in values.items():
            text = text.replace(field, html.escape(value))
        response = web.Response(text=text, content_type="text/html")
        response.headers["Cache-Control"] = "no-store"
        response.set_cookie(
            self._guard.cookie,
            self._guard.session,
            httponly=True,
            samesite="Strict",
            secure=self._guard.public.startswith("https:"),
        )
        return response

    def _socket_address(self, request: web.Request) -> str:
        """Where the page finds the websocket: the host by which the page itself was reached."""
        if self._guard.public:
            return "ws" + self._guard.address.removeprefix("http")
        return f"ws://{request.host}"

    async def _part(self, request: web.Request) -> web.Response:
        name = request.path.lstrip("/")
        text = (OURS / name).read_text(encoding="utf-8")
        return web.Response(text=text, content_type=PARTS[name])

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """A reader for this page."""
        if not self._guard.same_site(request.headers.get("Origin", ""), request.host):
            raise web.HTTPForbidden(text="Only this server's own page may do that.\n")
        if len(self._sockets) >= MOST_READERS:
            raise web.HTTPServiceUnavailable(text=f"{MOST_READERS} readers are open already.\n")
        socket = web.WebSocketResponse(heartbeat=30, max_msg_size=LONGEST_MESSAGE)
        self._sockets.add(socket)
        try:
            await socket.prepare(request)
            width, height = (_number(request.query.get(side, "")) for side in ("width", "height"))
            session = Session(self._program, socket, self._downloads)
            await session.follow(width or 80, height or 24)
        finally:
            self._sockets.discard(socket)
        return socket

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A file that the reader hands over; it is kept, never opened in the page's name."""
        key = request.match_info["key"]
        try:
            file = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="There is no such file any more.\n") from None
        response = web.StreamResponse(headers=self._policy(request))
        response.content_type = "application/octet-stream"
        name = quote(file.file_name, safe="")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response


def serve(
    program: Sequence[str], name: str, guard: Guard, listening: Callable[[Guard], None]
) -> None:
    """Serve until Ctrl-C. `listening` is told when it begins, at which port.

    Raises RecoupeError where the address cannot be had.
    """

    async def run() -> None:
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await Server(program, name).run(guard, listening=listening, stopped=stopped)

    asyncio.run(run())


def _number(text: str) -> int:
    """A small number, 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
