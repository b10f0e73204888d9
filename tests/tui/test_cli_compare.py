"""`recoupe compare`: two articles or two paragraphs, for a person and for scripts."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import RecoupeError
from index.library import Library
from tui.commands.compare import compare_
from tui.own.places import data_folder


@pytest.fixture
def asked(library: Library, tmp_path: Path) -> Path:
    """The folder of the four articles, with a copy of its ready library as derived data."""
    shutil.copytree(library.data, data_folder(library.root, tmp_path))
    return library.root


def test_two_articles_as_lines(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What differs comes first, then what agrees; each with its paragraph."""
    assert compare_(asked, ["a.txt", "b.txt"], data=tmp_path, as_is=True) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "≠\tfigure\t¶1 douze personnes\t¶1 Quatorze personnes\tblessé"
    assert "=\tname\t¶2 Ivan Kovaltchouk\t¶1 Ivan Kovalchuk" in lines


def test_two_paragraphs_as_json(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every place is located in its article and in its source file."""
    assert (
        compare_(asked, ["a.txt", "1", "b.txt", "1"], as_json=True, data=tmp_path, as_is=True) == 0
    )
    found = json.loads(capsys.readouterr().out)
    assert (found["left"]["article"], found["right"]["article"]) == ("a.txt", "b.txt")
    [difference] = found["differences"]
    for side, name in (("left", "a.txt"), ("right", "b.txt")):
        where, source = difference[side], (asked / name).read_text(encoding="utf-8")
        assert source[where["source_start"] : where["source_end"]] == where["text"]
        assert where["paragraph"] == 1
    assert difference["left"]["text"] == "douze personnes"
    names = {one["text"] for one in found["agreements"] if one["kind"] == "name"}
    assert names == {"Lorvent", "Ivan Kovaltchouk"}


def test_articles_on_other_things(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing in common: status 1, and JSON all the same."""
    assert compare_(asked, ["a.txt", "c.txt"], as_json=True, data=tmp_path, as_is=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["agreements"] == found["differences"] == []


@pytest.mark.parametrize(
    "places",
    [
        ["a.txt"],
        ["a.txt", "1", "b.txt"],
        ["a.txt", "1", "b.txt", "99"],
        ["a.txt", "x", "b.txt", "1"],
    ],
)
def test_what_cannot_be_compared(asked: Path, tmp_path: Path, places: list[str]) -> None:
    """An error says what is wrong."""
    with pytest.raises(RecoupeError):
        compare_(asked, places, data=tmp_path, as_is=True)


def test_what_may_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], update: Callable[[Path, Path], Library]
) -> None:
    """Amounts of one unit on which the engine is silent are listed apart, as on the screen."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Un port\n\nLe port compte 40 grues.", encoding="utf-8")
    (folder / "b.txt").write_text("Un quai\n\nOn y a vu tomber 30 grues.", encoding="utf-8")
    update(folder, data_folder(folder, tmp_path / "data")).close()
    compare_(folder, ["a.txt", "b.txt"], data=tmp_path / "data", as_is=True)
    assert "?\tfigure\t¶1 40 grues\t¶1 30 grues" in capsys.readouterr().out.splitlines()
    compare_(folder, ["a.txt", "b.txt"], as_json=True, data=tmp_path / "data", as_is=True)
    [may] = json.loads(capsys.readouterr().out)["may_differ"]
    assert (may["left"][0]["text"], may["right"][0]["text"]) == ("40 grues", "30 grues")
