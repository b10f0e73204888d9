"""`recoupe serve`: the reader in a browser."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import RecoupeError
from tui.commands.base import FOUND, Data, Folder
from tui.language.i18n import _, language
from tui.opening import no_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.web.guard import Guard

HERE = "127.0.0.1"
PORT = 8000


def serve(
    folder: Folder,
    host: Annotated[
        str, typer.Option("--host", help="Listen here: this machine alone, unless you say more.")
    ] = HERE,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Listen at this port; 0: any free one.")
    ] = PORT,
    token: Annotated[
        str,
        typer.Option(
            "--token",
            envvar="RECOUPE_TOKEN",
            help="What lets people in; another one each time, if you name none.",
        ),
    ] = "",
    public: Annotated[
        str,
        typer.Option(
            "--public", metavar="URL", help="The address of a proxy that hands requests on to here."
        ),
    ] = "",
    data: Data = None,
) -> int:
    """Open the reader in a browser, for whoever has the address that is printed.

    A page is a reader of its own; all share your notes and your decisions on names. See
    docs/serve.md before you let others than yourself in.
    """
    from tui.web.guard import Guard, new_token

    guard = Guard(_checked(token) or new_token(), host, port, _address(public))
    if not folder.exists():
        raise no_folder(folder)
    serve_pages = _server()
    serve_pages(_reader(folder, data), folder.resolve().name, guard, _tell)
    return FOUND


def _server() -> "Callable[[Sequence[str], str, Guard, Callable[[Guard], None]], None]":
    """What serves pages. Raises RecoupeError where it is not installed."""
    try:
        from tui.web.server import serve as serve_pages
    except ModuleNotFoundError as missing:
        raise RecoupeError(
            "Not installed",
            _("serving pages needs {name}, which is not installed").format(name=missing.name),
            'pip install "recoupe[serve]"',
        ) from None
    return serve_pages


def _reader(folder: Path, data: Path | None) -> list[str]:
    """The command that opens the reader on a folder, in any working folder."""
    # -P: a module that lies in the working folder is never taken for one of ours.
    words = [sys.executable, "-P", "-m", "tui", "read", str(folder.resolve())]
    words += ["--lang", language()]
    return [*words, "--data", str(data.resolve())] if data else words


def _checked(token: str) -> str:
    from tui.web.guard import SHORTEST

    if token and len(token) < SHORTEST:
        message = _("a token of fewer than {n} characters can be guessed").format(n=SHORTEST)
        raise RecoupeError("Too short", message, _("leave --token out: one is made for you"))
    return token


def _address(public: str) -> str:
    if public and not public.startswith(("http://", "https://")):
        message = _("“{word}” is no address").format(word=public)
        hint = _("such as {example}").format(example="--public https://reading.example.org")
        raise RecoupeError("No address", message, hint)
    return public.rstrip("/")


def _tell(guard: "Guard") -> None:
    """Print where the reader is, once; what to know goes to stderr."""
    from urllib.parse import quote

    from tui.web.guard import is_loopback

    print(f"{guard.address}/?token={quote(guard.token)}", flush=True)
    if not is_loopback(guard.host):
        warning = _(
            "warning: this is open to other machines, and what goes over the network can be read "
            "there: put a proxy with TLS before it (docs/serve.md)"
        )
        print(f"recoupe: {warning}", file=sys.stderr)
    print("recoupe: " + _("whoever has this address reads along; Ctrl-C ends it"), file=sys.stderr)
