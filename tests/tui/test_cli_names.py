"""`recoupe names` as a person or a script uses it."""

import json
import shutil
from pathlib import Path

import pytest

from index.library import Library
from tui.cli import run
from tui.own.places import data_folder, own_folder


@pytest.fixture
def folder(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, its derived data ready, nothing decided."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RECOUPE_OWN", str(tmp_path / "own"))
    shutil.copytree(library.data, data_folder(library.root, tmp_path / "data"))
    return str(library.root)


def names(folder: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The entities that `recoupe entities` lists: id by name."""
    capsys.readouterr()
    run(["entities", folder, "--json"])
    found = json.loads(capsys.readouterr().out)["entities"]
    return {entity["name"]: entity["entity"] for entity in found}


def test_deciding_and_undoing(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By name or by id; what comes of it is printed, and the list of entities follows."""
    before = names(folder, capsys)
    assert {"Hélène Marchandeau", "Paul Estève"} <= before.keys()
    assert run(["names", folder, "merge", "hélène marchandeau", before["Paul Estève"]]) == 0
    assert "Hélène Marchandeau\t" in capsys.readouterr().out
    assert run(["names", folder, "split", "Paul Estève", "Paul Estève", "--json"]) == 0
    [alone] = json.loads(capsys.readouterr().out)["entities"]
    assert alone["variants"] == ["Paul Estève"]
    assert run(["names", folder, "rename", alone["entity"], "Le maire"]) == 0
    assert run(["names", folder, "reject", "Le maire", "Paul Estève"]) == 0
    assert not {"Le maire", "Paul Estève"} & names(folder, capsys).keys()
    assert run(["names", folder]) == 0
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == [
        "merge", "split", "rename", "reject"
    ]  # fmt: skip
    for _ in range(4):
        assert run(["names", folder, "undo"]) == 0
    assert run(["names", folder, "undo"]) == 1
    assert names(folder, capsys) == before


def test_the_list_as_json(
    folder: str, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """Decisions with their lines, and the lines that cannot be read."""
    assert run(["names", folder, "list"]) == 1
    file = own_folder(library.root) / "names.txt"
    file.parent.mkdir(parents=True)
    file.write_text("reject MISC Nm | Nm\noops\n", "utf-8")
    capsys.readouterr()
    assert run(["names", folder, "list", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["decisions"] == [
        {
            "line": 1,
            "effective": False,
            "verb": "reject",
            "names": [{"name": "Nm", "label": "MISC"}],
            "forms": ["Nm"],
            "article": None,
        }
    ]
    assert [problem["path"] for problem in printed["problems"]] == [str(file)]
    run(["names", folder, "list"])
    lines = capsys.readouterr().out.splitlines()
    assert "changes nothing" in lines[0]
    assert "line 2 " in lines[1]


@pytest.mark.parametrize(
    "wrong",
    [["merge", "Nobody", "Lorvent"], ["merge", "Lorvent"], ["split", "Lorvent", "Nm"],
     ["split", "Lorvent", "Lorvent", "--in", "nowhere.txt"], ["rename", "Lorvent", " "], ["no"]],
)  # fmt: skip
def test_what_is_refused(folder: str, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line says why, status 2, and nothing is decided."""
    assert run(["names", folder, *wrong]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(["names", folder, "list"]) == 1
