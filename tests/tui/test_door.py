"""The way to the first screen is short: only what it needs is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from tui import cli, door, opening


def loaded(statement: str) -> set[str]:
    """What a new interpreter has loaded after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_door_knows_every_command() -> None:
    group = get_command(cli.app)
    assert frozenset(group.commands) == door.COMMANDS  # type: ignore[attr-defined]


def test_the_first_screen_waits_neither_for_the_library_nor_for_commands() -> None:
    modules = loaded("import tui.door, tui.opening, tui.app")
    heavy = {"index.library", "numpy", "whoosh", "sqlite3", "typer", "corpus.decode", "lxml"}
    assert not modules & heavy


def test_the_first_screen_does_not_wait_for_the_reader() -> None:
    modules = loaded("import tui.door, tui.opening, tui.app")
    many_values = {"corpus.types", "index.types", "tui.messages", "tui.history", "index"}
    seldom = {"tui.terminal.clipboard", "tui.terminal.crash", "tui.palette", "tui.settings"}
    assert not modules & (many_values | seldom)
    assert {name for name in modules if name.startswith("tui.widgets.")} == {
        "tui.widgets.key_line",
        "tui.widgets.search_box",
        "tui.widgets.status",
    }
    assert {name for name in modules if name.startswith("tui.screens.")} == {
        "tui.screens.threshold"
    }


def test_the_first_list_waits_neither_for_the_index_nor_for_what_links_names() -> None:
    modules = loaded("from index.library import Library")
    heavy = {"numpy", "whoosh", "Stemmer", "corpus.names", "corpus.boilerplate", "index.desk"}
    assert not modules & heavy


@pytest.mark.parametrize(
    ("arguments", "direct"),
    [
        (["/no/such/folder"], True),
        (["/no/such/folder", "--query", "x"], False),
        (["--help"], False),
        (["list"], False),
        ([], False),
    ],
)
def test_the_reader_alone_needs_no_options(
    arguments: list[str], direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("tui.opening.open_reader", lambda *_, **__: asked.append("reader"))
    monkeypatch.setattr("tui.cli.run", lambda _: asked.append("command") or 0)
    door.run(arguments)
    assert asked == ["reader" if direct else "command"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serach"], "did you mean recoupe search?"),
        (["serach", "articles", "engrais"], "did you mean recoupe search?"),
        (["cite", "articles", "a.txt", "1", "--as", "bibtex"], "(recoupe cite --help)"),
        (["/no/such/folder"], "there is no /no/such/folder"),
        (["/no/such/folder", "--query", "x"], "there is no /no/such/folder"),
    ],
)
def test_a_misspelt_command_is_told(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rather than the terminal or the arguments that the reader would want."""
    assert door.run(arguments) == opening.ERROR
    assert said in capsys.readouterr().err


def test_a_reader_that_goes_is_no_failure() -> None:
    """Of `recoupe keys | head -1`: found, and not a word about the pipe."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tui", "keys"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (opening.FOUND, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_no_bug() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tui", "keys"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == opening.ERROR
    assert "there is no room left to write" in done.stderr
    assert len(done.stderr.splitlines()) == 1
