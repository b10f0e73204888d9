"""`recoupe timeline` and `recoupe speakers` as a person or a script uses them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.index.facts.stories import Story, read
from tests.index.prepared import prepared
from tui.cli import run
from tui.own.places import data_folder

STORIES = [
    Story("a.txt", ["« Oui » :[Ana Lirelle], « non » :[Ana Lirelle]. La grève."], "2021-03-04"),
    Story("b.txt", ["« Encore » :[Tom Duvarne]. La grève.", "« Rien »."], "2021-05"),
    Story("c.txt", ["Rien."], "2019"),
    Story("d.txt", ["[Ana Lirelle] se tait."]),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The folder of the four stories, all that is known of them where the command looks."""
    library = prepared(tmp_path, map(read, STORIES))
    library.close()
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "kept"))
    monkeypatch.setenv("RECOUPE_OWN", str(tmp_path / "own"))
    shutil.copytree(library.data, data_folder(library.root, tmp_path / "kept"))
    return str(library.root)


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command prints as JSON."""
    assert run([*arguments, "--json", "--no-update"]) == 0
    return json.loads(capsys.readouterr().out)


def test_timeline(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Buckets without a gap; what is in none is told apart."""
    found = answered(capsys, "timeline", folder, "--by", "month", "--from", "2021-02-01")
    counts = [(one["start"], one["articles"]) for one in found["buckets"]]
    assert counts[:4] == [
        ("2021-02-01", 0),
        ("2021-03-01", 1),
        ("2021-04-01", 0),
        ("2021-05-01", 1),
    ]
    assert (found["articles"], found["earlier"], found["undated"]) == (4, 1, 1)
    narrowed = answered(capsys, "timeline", folder, "grève", "--entity", "Ana Lirelle")
    assert (narrowed["unit"], narrowed["articles"]) == ("day", 1)
    assert run(["timeline", folder, "grève", "--by", "year", "--no-update"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["# 2 articles", "2021-01-01\t2021-12-31\t2"]
    assert run(["timeline", folder, "--in-text", "--no-update"]) == 1
    assert run(["timeline", folder, "--by", "decade", "--no-update"]) == 2
    assert run(["timeline", folder, "--from", "May", "--no-update"]) == 2


def test_speakers(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The most quoted first, the unknown last; in what is searched; by name."""
    found = answered(capsys, "speakers", folder)
    names = [(one["name"], one["quotes"], one["articles"]) for one in found["speakers"]]
    assert names == [("Ana Lirelle", 2, 1), ("Tom Duvarne", 1, 1), (None, 1, 1)]
    assert (found["total"], found["quotes"], found["articles"]) == (3, 4, 2)
    assert answered(capsys, "speakers", folder, "encore", "--limit", "1")["total"] == 2
    assert run(["speakers", folder, "--name", "duvarne", "--no-update"]) == 0
    assert capsys.readouterr().out == "1\t1\tTom Duvarne\tper:tom-duvarne\n"
    assert run(["speakers", folder, "--name", "nobody", "--no-update"]) == 1
