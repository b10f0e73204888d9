"""Copying does what it says, and says no more than it did, in real tmux and screen."""

import base64
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminals import Terminal, TmuxServer, bare, needs_screen, needs_tmux
from tui.terminal.clipboard import MOST, Copied, copy, osc52, through_screen

ROOT = Path(__file__).resolve().parents[2]
TEXT = "« Nous tiendrons », a répété Maude Kerbrat\n1\u202f000 tonnes — 港"


def copied(text: str, environ: dict[str, str], tmp_path: Path) -> tuple[Copied, str]:
    """What copying says, and what it sent to the terminal."""
    sent: list[str] = []
    done = copy(text, write=sent.append, environ=environ, spare=tmp_path / "state" / "copied.txt")
    return done, "".join(sent)


def offered(shown: bytes) -> list[str]:
    """The texts that a terminal was asked to put into its clipboard."""
    found = re.findall(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]*)(?:\a|\x1b\\)", shown)
    return [base64.b64decode(one).decode() for one in found]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[TmuxServer]:
    """A tmux in a terminal with a clipboard."""
    server = TmuxServer(tmp_path)
    yield server
    server.close()


@needs_tmux
@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_tmux_has_it_and_its_terminal_is_offered_it_where_allowed(
    tmux: TmuxServer, tmp_path: Path, setting: str
) -> None:
    """The buffer holds it in any case; "off" is respected, and said with the line that helps."""
    tmux.run("set", "-g", "set-clipboard", setting)
    done, sent = copied(TEXT, tmux.inside, tmp_path)
    assert tmux.run("show-buffer") == TEXT
    assert done.sure and not sent and "Ctrl-b ]" in done.words
    assert offered(tmux.shows(setting)) == ([TEXT] if setting != "off" else [])
    assert ("set -g set-clipboard on" in done.words) is (setting == "off")
    assert ("cannot be known" in done.words) is (setting != "off")


@needs_tmux
def test_a_terminal_that_tmux_does_not_know_gets_it_passed_on_where_allowed(
    tmp_path: Path,
) -> None:
    """allow-passthrough leads past a tmux that knows of no clipboard; without it that is said."""
    tmux = TmuxServer(tmp_path, term="linux")
    try:
        done, sent = copied(TEXT, tmux.inside, tmp_path)
        assert (tmux.run("show-buffer"), sent) == (TEXT, "")
        assert "knows of no clipboard" in done.words
        tmux.run("set", "-g", "allow-passthrough", "on")
        done, sent = copied(TEXT, tmux.inside, tmp_path)
        assert "passed on" in done.words and "cannot be known" in done.words
        tmux.write(sent)
        tmux.write("<through>")
        assert offered(tmux.terminal.until(b"<through>")) == [TEXT]
    finally:
        tmux.close()


@needs_tmux
def test_a_long_text_is_in_tmux_only(tmux: TmuxServer, tmp_path: Path) -> None:
    """tmux takes any length; the terminal would drop it, so it is not bothered."""
    text = "grève " * (MOST // 6)
    done, _ = copied(text, tmux.inside, tmp_path)
    assert tmux.run("show-buffer") == text
    assert offered(tmux.shows("long")) == [] and "too long" in done.words


@needs_tmux
def test_a_tmux_that_has_gone_is_not_believed(tmp_path: Path) -> None:
    """TMUX may outlive its server, as in a container: then the terminal is asked."""
    environ = bare(tmp_path, TMUX="/tmp/no-such-socket,1,0", TERM="tmux-256color")
    done, sent = copied(TEXT, environ, tmp_path)
    assert offered(sent.encode()) == [TEXT]
    assert not done.sure and "set -g set-clipboard on" in done.words


def test_a_plain_terminal_is_asked_and_never_called_sure(tmp_path: Path) -> None:
    """Over SSH there is nothing else; whether it worked nobody knows."""
    environ = bare(tmp_path, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22", DISPLAY=":0")
    done, sent = copied(TEXT, environ, tmp_path)
    assert offered(sent.encode()) == [TEXT]
    assert not done.sure and "cannot be known" in done.words
    assert "opied" not in done.words


def test_nothing_in_a_text_reaches_the_terminal(tmp_path: Path) -> None:
    """What would be obeyed where it is pasted is left out; the rest travels as base64."""
    hostile = "a\x1b]52;c;AAAA\a\x1b[201~rm -rf ~\r\x9b31m\u202eb\ud800\tc\nd"
    done, sent = copied(hostile, bare(tmp_path), tmp_path)
    assert sent.isascii() and sent.count("\x1b") == 1 and sent.count("\a") == 1
    assert offered(sent.encode()) == ["a]52;c;AAAA[201~rm -rf ~31mb?\tc\nd"]
    assert not done.sure


def test_what_fits_nowhere_is_written_to_a_file(tmp_path: Path) -> None:
    """A terminal's limit, a terminal without clipboard: the path is said, the text is there."""
    done, sent = copied("x" * MOST, bare(tmp_path), tmp_path)
    assert not sent and done.path is not None and str(done.path) in done.words
    assert done.path.read_text() == "x" * MOST and done.words.startswith("Not copied")
    assert done.path.stat().st_mode & 0o077 == 0
    for deaf in ({"TERM": "linux"}, {"TERM_PROGRAM": "Apple_Terminal"}, {"VTE_VERSION": "7600"}):
        done, sent = copied(TEXT, bare(tmp_path, **deaf), tmp_path)
        assert not sent and done.path is not None and done.path.read_text() == TEXT
    done.path.unlink()
    done.path.parent.rmdir()
    done.path.parent.write_text("in the way")
    done, _ = copied(TEXT, bare(tmp_path, TERM="linux"), tmp_path)
    assert not done.sure and done.path is None and "cannot be written" in done.words


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in tools are shell scripts")
def test_a_desktop_has_it_in_its_clipboard(tmp_path: Path) -> None:
    """The system's own program is given the text, and only where the reader sits here."""
    tool = tmp_path / "bin" / "xclip"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/how\ncat >{tmp_path}/what\n')
    tool.chmod(0o755)
    here = {**bare(tmp_path, DISPLAY=":0"), "PATH": f"{tool.parent}:{os.environ['PATH']}"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", here["PATH"])
        done, sent = copied(TEXT, here, tmp_path)
        assert done.sure and not sent and "system's clipboard" in done.words
        assert (tmp_path / "what").read_text() == TEXT
        assert (tmp_path / "how").read_text() == "-selection clipboard -in\n"
        done, sent = copied(TEXT, {**here, "SSH_TTY": "/dev/pts/1"}, tmp_path)
        assert sent and not done.sure
        # A display that has gone: the terminal is asked instead.
        tool.write_text("#!/bin/sh\ncat >/dev/null\nexit 1\n")
        done, sent = copied(TEXT, here, tmp_path)
        assert sent and not done.sure


@needs_tmux
def test_what_the_mouse_selects_is_copied_by_a_key(tmux: TmuxServer, tmp_path: Path) -> None:
    """All the way, in a real terminal: drag, y, and the words are in tmux and on their way out."""
    own = {"PYTHONPATH": str(ROOT), "RECOUPE_OWN": str(tmp_path / "own")}
    tmux.start(sys.executable, "-m", "tests.tui.program", str(tmp_path), **own)
    tmux.screen("up to date")
    tmux.type("tiendrons")
    tmux.screen("1 passage")
    tmux.type("\r")
    lines = tmux.screen("¶ 12/12")
    row = next(y for y, line in enumerate(lines) if "Nous tiendrons" in line)
    column = lines[row].index("Nous")
    end = column + len("Nous tiendrons") - 1
    at = f";{row + 1}"
    tmux.type(f"\x1b[<0;{column + 1}{at}M\x1b[<32;{column + 3}{at}M")
    tmux.type(f"\x1b[<32;{end + 1}{at}M\x1b[<0;{end + 1}{at}m")
    tmux.type("y")
    tmux.screen("tmux's buffer")
    assert "Nous tiendrons\xa0»" in tmux.run("show-buffer")
    assert tmux.run("show-buffer") in offered(tmux.shows("copied"))


@needs_screen
def test_screen_passes_it_on_to_its_terminal(tmp_path: Path) -> None:
    """Long texts too: screen takes only some hundred bytes at a time."""
    text = "La grève des dockers. " * 1500
    done, sent = copied(text, bare(tmp_path, STY="1.pts", TERM="screen"), tmp_path)
    assert sent == through_screen(osc52(text)) and not done.sure
    (tmp_path / "sent").write_text(f"{sent}<end>")
    (tmp_path / "sockets").mkdir(mode=0o700)
    environ = bare(tmp_path, SCREENDIR=str(tmp_path / "sockets"))
    ours = ["screen", "-c", "/dev/null", "-S", "test"]
    terminal = Terminal([*ours, "sh", "-c", f"cat {tmp_path}/sent; read wait"], environ)
    try:
        assert offered(terminal.until(b"<end>")) == [text]
    finally:
        subprocess.run([*ours, "-X", "quit"], env=environ, check=True)
        terminal.close()
