"""In real terminals: what is owed to the shell and to whoever sits there, however it ends."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import RecoupeError
from tests.tui.program import SECRET
from tests.tui.terminals import Terminal, bare
from tui import door, opening
from tui.terminal import crash, manners

ROOT = Path(__file__).resolve().parents[2]
READY = "● up to date".encode()
MOUSE_OFF = "⊘ mouse: M".encode()
SANE = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u")
"""The shell's screen, a cursor, no mouse, no pasted brackets, plain keys."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A home of its own."""
    own = {"PYTHONPATH": str(ROOT), "RECOUPE_OWN": str(tmp_path / "own")}
    return bare(tmp_path, COLORTERM="truecolor", **own)


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals to close."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def program(tmp_path: Path, *more: str) -> list[str]:
    """The command line of the reader on three articles."""
    return [sys.executable, "-m", "tests.tui.program", str(tmp_path), *more]


def test_the_mouse_the_shell_and_the_end(
    tmp_path: Path, environ: dict[str, str], opened: list[Terminal]
) -> None:
    """M gives the mouse away and takes it back; Ctrl-Z stops, fg comes back in another size with
    the mouse as it was; SIGTERM keeps the place and leaves the terminal as it was."""
    shell = Terminal(["sh", "-i"], {**environ, "PS1": "shell> "})
    opened.append(shell)
    shell.until(b"shell> ")
    shell.send(" ".join(program(tmp_path)).encode() + b"\n")
    assert b"\x1b[?1003h" in shell.until(READY)
    shell.send(b"\t")
    shell.until(b"Choose an article")
    shell.send(b"M")
    assert b"\x1b[?1003l" in shell.until(MOUSE_OFF)
    shell.send(b"\x1a")
    shown = shell.until(b"shell> ")
    assert all(one in shown for one in SANE if one not in (b"\x1b[?1000l", b"\x1b[?1003l"))
    shell.send(b"fg\n")
    shown = shell.until(MOUSE_OFF)
    assert b"\x1b[?1049h" in shown and b"\x1b[?1003h" not in shown
    shell.send(b"M")
    shell.until(b"\x1b[?1003h")
    shell.send(b"\x1a")
    shell.until(b"shell> ")
    shell.resize((70, 20))
    shell.send(b"fg\n")
    # In the new size the last line is the twentieth; on a busy machine it may come a frame later.
    assert b"\x1b[?1003h" in shell.until(b"\x1b[20;")
    os.kill(reader_pid(tmp_path), 15)
    shown = shell.until(b"shell> ")
    assert all(one in shown for one in SANE)
    shell.send(b"echo status=$?\n")
    shell.until(b"status=143")
    assert list((tmp_path / "own").rglob("session.json"))


def reader_pid(tmp_path: Path) -> int:
    """The process that reads this folder."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            words = (entry / "cmdline").read_bytes().split(b"\0")
            if b"tests.tui.program" in words and str(tmp_path).encode() in words:
                return int(entry.name)
    raise AssertionError("the reader does not run")


def test_a_lost_connection_keeps_the_place(
    tmp_path: Path, environ: dict[str, str], opened: list[Terminal]
) -> None:
    """The terminal goes away: the place is saved, and the process ends at once."""
    terminal = Terminal(program(tmp_path), environ)
    opened.append(terminal)
    terminal.until(READY)
    terminal.hang_up()
    assert terminal.ended() == 128 + 1
    assert list((tmp_path / "own").rglob("session.json"))


def test_a_bug_leaves_a_sane_terminal_and_a_report(
    tmp_path: Path, environ: dict[str, str], opened: list[Terminal]
) -> None:
    """Status 70; the report's path is said, and nothing of an article stands in it."""
    terminal = Terminal(program(tmp_path, "fail"), environ)
    opened.append(terminal)
    terminal.until(READY)
    terminal.send(b"boum")
    assert terminal.ended() == crash.BUG
    assert all(one in terminal.shown for one in SANE)
    after = terminal.shown.split(SANE[0])[-1].decode()
    [report] = (tmp_path / "xdg_state_home" / "recoupe").glob("crash-*.txt")
    assert report.name in "".join(after.split()) and SECRET not in after
    written = report.read_text()
    assert "LookupError: nothing like '…' here" in written and "program.py" in written
    assert "80×24" in written and "Reader" in written and SECRET not in written


def test_a_report_holds_no_text(tmp_path: Path) -> None:
    """Neither values of variables nor what an error quotes, of any of the errors in a chain."""
    article = "Nous tiendrons"
    try:
        try:
            {}[article]
        except KeyError as error:
            raise ValueError(f"« {article} » and “{article}”: " + article * 20) from error
    except ValueError as error:
        text = crash.report(error, {"size": "80×24"})
    assert "KeyError" in text and "ValueError" in text and "and then" in text
    assert article not in text.replace('article = "Nous tiendrons"', "")
    missing = crash.report(ModuleNotFoundError("No module named 'gone'"), {})
    assert "No module named 'gone'" in missing


def test_without_a_terminal_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One clear line, status 2, and what to use instead; nothing is drawn into a pipe."""
    assert door.run([str(tmp_path)]) == opening.ERROR == 2
    told = capsys.readouterr()
    assert not told.out and told.err.count("\n") == 1
    assert "needs a terminal" in told.err and "recoupe search" in told.err


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_place_text_is_refused(term: str) -> None:
    """As in an editor's shell buffer."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    streams = (Screen(), Screen(), Screen())
    with pytest.raises(RecoupeError, match="cannot place text"):
        manners.check({"TERM": term}, streams)
    manners.check({"TERM": "linux"}, streams)
    with pytest.raises(RecoupeError, match="needs a terminal"):
        manners.check({"TERM": "linux"}, (Screen(), io.StringIO(), Screen()))


def test_textual_is_told_to_be_calm_and_calmer_from_afar() -> None:
    """Before it is loaded; what the user has set for it stays."""
    here = {"TERM": "xterm-256color"}
    manners.prepare(here)
    assert here["TEXTUAL_ANIMATIONS"] == "none" and here["TEXTUAL_SMOOTH_SCROLL"] == "0"
    assert here["TEXTUAL_FPS"] == str(manners.NEAR_FRAMES) and here["TEXTUAL_COLOR_SYSTEM"] == "256"
    away = {"TERM": "xterm", "COLORTERM": "truecolor", "SSH_TTY": "/dev/pts/3"}
    manners.prepare(away)
    assert away["TEXTUAL_FPS"] == str(manners.FAR_FRAMES)
    assert away["TEXTUAL_COLOR_SYSTEM"] == "truecolor"
    chosen = {"TERM": "linux", "SSH_TTY": "x", "TEXTUAL_FPS": "60", "NO_COLOR": ""}
    manners.prepare(chosen)
    assert "NO_COLOR" not in chosen
    assert chosen["TEXTUAL_FPS"] == "60" and chosen["TEXTUAL_COLOR_SYSTEM"] == "standard"


def test_another_encoding_keeps_every_letter_one_cell() -> None:
    """A letter that the terminal has not becomes "?", not a code that shifts the line."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="iso-8859-1", errors="backslashreplace")
    manners.tolerate(stream)
    stream.write("l’été ⌂")
    stream.flush()
    assert raw.getvalue() == "l?été ?".encode("iso-8859-1")
