"""`recoupe serve`: a real server on this machine, asked as browsers and others ask."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import (
    ClientSession,
    ClientWebSocketResponse,
    CookieJar,
    WSMsgType,
    WSServerHandshakeError,
)

from tests.conftest import NAMELESS, write_articles
from tui.cli import run
from tui.web.guard import Guard

PATIENCE = 60
"""Seconds for a reader to start on a busy machine."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address that a server prints; it runs until the tests are done, and ends when asked."""
    base = tmp_path_factory.mktemp("served")
    folder = write_articles(base / "puerto & faro", NAMELESS)
    server = subprocess.Popen(
        [sys.executable, "-m", "tui", "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"RECOUPE_DATA": str(base / "data"), "RECOUPE_OWN": str(base / "own")},
    )
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)
        _, err = server.communicate(timeout=PATIENCE)
        assert server.returncode == 0, err
        assert "whoever has this address" in err and "Traceback" not in err
    finally:
        server.kill()
        server.communicate()


@pytest.fixture
def base(address: str) -> str:
    """The address without its token."""
    return address.partition("/?")[0]


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    """Keeps cookies, as a browser does; for numbers too."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


async def screen(socket: ClientWebSocketResponse, words: str) -> str:
    """What a reader has drawn, once the words are in it."""
    drawn = ""
    async with asyncio.timeout(PATIENCE):
        async for message in socket:
            if message.type is WSMsgType.BINARY:
                drawn += message.data.decode("utf-8")
                text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", drawn)
                if words in text:
                    return text
    raise AssertionError(f"{words!r} never came: {drawn[-300:]!r}")


async def test_without_the_token_nothing_is_shown(browser: ClientSession, base: str) -> None:
    """Neither the page nor its parts, nor with a token that is not it."""
    for path in ("/", "/?token=", "/?token=" + "x" * 32, "/page.js", "/static/js/textual.js"):
        async with browser.get(base + path) as answer:
            assert answer.status == 403, path
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert not list(browser.cookie_jar)


async def test_with_the_token_the_page_is_shown_and_remembered(
    browser: ClientSession, address: str, base: str
) -> None:
    """The cookie that stands for the token from then on is out of reach of scripts and sites."""
    async with browser.get(address) as answer:
        assert answer.status == 200
        text = await answer.text()
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert address.partition("token=")[2] not in cookie
    assert "puerto &amp; faro" in text and f'"{base.replace("http", "ws")}/ws"' in text
    for path in ("/", *re.findall(r'(?:href|src)="(/[^"]+)"', text)):
        async with browser.get(base + path) as answer:
            assert answer.status == 200, path


async def test_nothing_is_fetched_from_elsewhere(
    browser: ClientSession, address: str, base: str
) -> None:
    """No part that the page names lies on another machine, and the browser is told so."""
    async with browser.get(address) as answer:
        text = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    async with browser.get(base + "/page.css") as answer:
        text += await answer.text()
    assert not re.findall(r"https?://|//[a-z]", text)
    assert "default-src 'none'" in policy and "http:" not in policy
    assert f"connect-src 'self' {base.replace('http', 'ws')};" in policy


async def test_a_reader_comes_through_the_websocket(
    browser: ClientSession, address: str, base: str
) -> None:
    """It draws its screen, takes keys and the page's size, and the page ends with it."""
    async with browser.get(address) as answer:
        assert answer.status == 200
    where = base.replace("http", "ws") + "/ws?width=90&height=20"
    async with browser.ws_connect(where, headers={"Origin": base}) as socket:
        await screen(socket, "Un faro")
        for nonsense in ("no json", "[]", '["resize", 3]', '["stdin", {}]', "3"):
            await socket.send_str(nonsense)
        await socket.send_str(json.dumps(["resize", {"width": 10**9, "height": 30}]))
        await socket.send_str(json.dumps(["resize", {"width": 100, "height": 30}]))
        await socket.send_str(json.dumps(["stdin", "colgante"]))
        await screen(socket, "1 passage")
        assert "colgante" in await exported(socket, browser, base)
        await socket.send_str(json.dumps(["stdin", "\x03"]))
        async with asyncio.timeout(PATIENCE):
            async for _ in socket:
                pass
        assert socket.closed


async def test_readers_leave_with_a_server_that_is_killed(tmp_path: Path) -> None:
    """None is left behind; and a page whose reader cannot begin ends by itself."""
    folder = write_articles(tmp_path / "articles", NAMELESS)
    server = subprocess.Popen(
        [sys.executable, "-m", "tui", "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"RECOUPE_DATA": str(tmp_path), "RECOUPE_OWN": str(tmp_path / "own")},
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        base = address.partition("/?")[0]
        where = base.replace("http", "ws") + "/ws"
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
            async with browser.get(address) as answer:
                assert answer.status == 200
            folder.rename(tmp_path / "elsewhere")
            async with browser.ws_connect(where, headers={"Origin": base}) as socket:
                async with asyncio.timeout(PATIENCE):
                    assert (await socket.receive()).type is WSMsgType.CLOSE
            (tmp_path / "elsewhere").rename(folder)
            async with browser.ws_connect(where, headers={"Origin": base}) as socket:
                await screen(socket, "up to date")
                assert readers(folder)
                server.kill()
        async with asyncio.timeout(PATIENCE):
            while readers(folder):
                await asyncio.sleep(0.05)
    finally:
        server.kill()
        server.communicate()


def readers(folder: Path) -> list[str]:
    """The processes that have a folder open, but for servers."""
    listed = subprocess.run(["ps", "-wweo", "args"], capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if f"tui read {folder}" in line]


async def exported(socket: ClientWebSocketResponse, browser: ClientSession, base: str) -> str:
    """What the browser keeps after E; O, before it, starts nothing on the server."""
    await socket.send_str(json.dumps(["stdin", "\r"]))
    await screen(socket, "El alcalde")
    await socket.send_str(json.dumps(["stdin", "O"]))
    await screen(socket, "no program of the")
    await socket.send_str(json.dumps(["stdin", "E"]))
    await screen(socket, "write into a file")
    await socket.send_str(json.dumps(["stdin", "\r"]))
    async with asyncio.timeout(PATIENCE):
        async for message in socket:
            if message.type is WSMsgType.TEXT and "deliver_file_start" in message.data:
                [_, key] = json.loads(message.data)
                async with browser.get(f"{base}/download/{key}") as answer:
                    assert answer.headers["Content-Disposition"].startswith("attachment; ")
                    return await answer.text()
    raise AssertionError("nothing was handed over")


@pytest.mark.parametrize(
    ("headers", "with_cookie"),
    [
        ({"Origin": "HERE"}, False),
        ({}, True),
        ({"Origin": "https://evil.example"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": "http://127.0.0.1:1"}, True),
        ({"Origin": "http://evil.example", "Host": "evil.example"}, True),
    ],
)
async def test_a_websocket_of_others_is_refused(
    address: str, base: str, headers: dict[str, str], with_cookie: bool
) -> None:
    """Without the cookie, without an origin, from another site, or under another's name."""
    async with ClientSession() as session:
        async with session.get(address) as answer:
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
        sent = {name: value.replace("HERE", base) for name, value in headers.items()}
        sent |= {"Cookie": cookie} if with_cookie else {}
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect(base.replace("http", "ws") + "/ws", headers=sent)
        assert refused.value.status == 403


async def test_another_name_for_this_machine_is_refused(address: str) -> None:
    """DNS rebinding: a name that somebody points here opens nothing, with the token or not."""
    async with ClientSession() as session:
        for host in ("evil.example", f"evil.example:{urlsplit(address).port}", "[", "a b", ""):
            async with session.get(address, headers={"Host": host}) as answer:
                assert answer.status in (400, 403), host
        async with session.get(address, headers={"Host": "localhost:99"}) as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    ("host", "public", "asked", "answers"),
    [
        ("127.0.0.1", "", "localhost:8000", True),
        ("127.0.0.1", "", "[::1]:8000", True),
        ("127.0.0.1", "", "192.168.1.5:8000", False),
        ("127.0.0.1", "", "localhost.evil.example", False),
        ("0.0.0.0", "", "192.168.1.5:8000", True),
        ("0.0.0.0", "", "evil.example:8000", False),
        ("desk.example", "", "desk.example:8000", True),
        ("127.0.0.1", "https://news.example", "news.example", True),
        ("127.0.0.1", "https://news.example", "evil.example", False),
    ],
)
def test_hosts_that_are_ours(host: str, public: str, asked: str, answers: bool) -> None:
    """Numbers cannot be pointed elsewhere, names only where they were given."""
    assert Guard("t" * 20, host, 8000, public).answers_to(asked) is answers


def test_behind_a_proxy_its_address_counts() -> None:
    """What is printed, and from where the websocket may be opened."""
    guard = Guard("t" * 20, "127.0.0.1", 8000, "https://news.example")
    assert guard.address == "https://news.example"
    assert guard.same_site("https://news.example", "127.0.0.1:8000")
    assert not guard.same_site("https://evil.example", "127.0.0.1:8000")
    assert not guard.same_site("ftp://127.0.0.1:8000", "127.0.0.1:8000")


def test_a_token_that_can_be_guessed_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As is an address that is none."""
    assert run(["serve", str(folder), "--token", "secret"]) == 2
    assert "can be guessed" in capsys.readouterr().err
    assert run(["serve", str(folder), "--public", "news.example"]) == 2
    assert "is no address" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Serving is an extra: most read in their terminal."""
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    monkeypatch.delitem(sys.modules, "tui.web.server", raising=False)
    monkeypatch.delitem(sys.modules, "tui.web.session", raising=False)
    assert run(["serve", str(folder)]) == 2
    assert 'pip install "recoupe[serve]"' in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(address: str, folder: Path) -> None:
    """Not a traceback."""
    port = str(urlsplit(address).port)
    tried = subprocess.run(
        [sys.executable, "-m", "tui", "serve", str(folder), "--port", port],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert tried.returncode == 2 and tried.stderr.startswith("recoupe: ")
    assert not tried.stdout
