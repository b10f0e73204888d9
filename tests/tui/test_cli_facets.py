"""`recoupe facets` and `recoupe entities --with` as a person or a script uses them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from tui.cli import run
from tui.own.places import data_folder


@pytest.fixture
def folder(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, its derived data ready."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RECOUPE_OWN", str(tmp_path / "own"))
    shutil.copytree(library.data, data_folder(library.root, tmp_path / "data"))
    return str(library.root)


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert run([*arguments, "--json", "--no-update"]) == 0
    return json.loads(capsys.readouterr().out)


def test_facets_as_json(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles by field; each clause narrows the query to just those articles."""
    found = answered(capsys, "facets", folder, "Lorvent")
    assert (found["query"], found["articles"]) == ("Lorvent", 3)
    assert found["total"] >= 3
    facets = {facet["field"]: facet["values"] for facet in found["facets"]}
    assert {"label": "fr", "query": "lang:fr", "articles": 2} in facets["language"]
    assert {"Lorvent"} <= {value["label"] for value in facets["place"]}
    for value in (value for values in facets.values() for value in values):
        narrowed = answered(capsys, "facets", folder, f"Lorvent {value['query']}")
        assert narrowed["articles"] == value["articles"], value


def test_facets_of_some_fields(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order asked for, so many values; as lines; nothing found is told by the status."""
    asked = "--field", "place", "--field", "language", "--limit", "1"
    found = answered(capsys, "facets", folder, "Lorvent", *asked)
    assert [facet["field"] for facet in found["facets"]] == ["place", "language"]
    assert [len(facet["values"]) for facet in found["facets"]] == [1, 1]
    assert run(["facets", folder, "Lorvent", "--field", "language", "--no-update"]) == 0
    assert "language\t2\tfr\tlang:fr" in capsys.readouterr().out.splitlines()
    assert run(["facets", folder, "zzzzqqq", "--no-update"]) == 1
    assert run(["facets", folder, "Lorvent", "--field", "colour", "--no-update"]) == 2


def test_entities_with_one(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who stands with a name, of one kind if asked for; the name's own counts."""
    found = answered(capsys, "entities", folder, "--with", "hélène marchandeau")
    assert found["name"] == "Hélène Marchandeau"
    assert found["passages"] >= 2
    assert "Ivan Kovaltchouk" in {one["name"] for one in found["with"]}
    places = answered(
        capsys, "entities", folder, "--with", "Hélène Marchandeau", "--label", "place"
    )
    assert {one["label"] for one in places["with"]} == {"LOC"}
    assert run(["entities", folder, "--with", "Hélène Marchandeau", "--no-update"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("PER\t1\t") for line in lines)
    assert run(["entities", folder, "--with", "Nobody", "--no-update"]) == 2
    assert run(["entities", folder, "--label", "animal", "--no-update"]) == 2


def test_entities_of_one_kind(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them, without --with."""
    found = answered(capsys, "entities", folder, "--label", "person")
    assert {one["label"] for one in found["entities"]} == {"PER"}
