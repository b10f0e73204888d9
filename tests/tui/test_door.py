"""The way to the first screen is short: only what it needs is loaded."""

import subprocess
import sys

import pytest
from typer.main import get_command

from tui import cli, door


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
    views = {name for name in modules if name.startswith("tui.widgets.") and "view" in name}
    assert views <= {"tui.widgets.view", "tui.widgets.article_view"}


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
