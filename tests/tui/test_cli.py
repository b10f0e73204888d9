"""The command line as scripts see it: output, errors, exit statuses, and the documented JSON."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from tui.cli import run
from tui.own.places import own_folder

ROOT = Path(__file__).resolve().parents[2]
JSON_PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"```console\n\$ recoupe ([^\n]+)\n```\n```json\n(.+?)```", JSON_PAGE, re.DOTALL
)


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that docs/json.md describes, beside its derived data."""
    base = tmp_path_factory.mktemp("documented")
    (base / "articles").mkdir()
    for name, text in re.findall(r"`(\w+\.txt)`\n```text\n(.+?)```", JSON_PAGE, re.DOTALL):
        (base / "articles" / name).write_text(text, encoding="utf-8")
    (base / "articles" / "vide.txt").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(base)
        patch.setenv("RECOUPE_DATA", str(base / "data"))
        patch.setenv("RECOUPE_OWN", str(base / "own"))
        own = own_folder(base / "articles")
        own.mkdir(parents=True)
        [line] = re.findall(r"names.txt`[^`]+```\n(.+?\n)```", JSON_PAGE, re.DOTALL)
        (own / "names.txt").write_text(line, encoding="utf-8")
        for place, introduced in ((own / "notes.md", "says what is in it:"),
                                  (base / "citation.md", "`citation.md` is")):  # fmt: skip
            [shown] = re.findall(rf"{introduced}\n\n```markdown\n(.+?)```", JSON_PAGE, re.DOTALL)
            place.write_text(shown, encoding="utf-8")
        yield base


@pytest.fixture
def asked(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, with a copy of its ready library as derived data."""
    from tui.own.places import data_folder

    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path))
    shutil.copytree(library.data, data_folder(library.root, tmp_path))
    return str(library.root)


def test_the_page_has_an_example_of_every_answering_command() -> None:
    """Nothing promised is left untried."""
    commands = {command.split()[0] for command, _ in EXAMPLES}
    assert commands == {
        "search", "show", "related", "facets", "kwic", "compare", "quotes", "dates", "figures",
        "entities", "list", "names", "timeline", "speakers", "notes", "verify",
    }  # fmt: skip


@pytest.mark.parametrize(("command", "expected"), EXAMPLES, ids=[c for c, _ in EXAMPLES])
def test_documented_examples(
    documented: Path, command: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """docs/json.md shows what the command really prints, down to the order of the keys."""
    assert run(command.split()) == 0
    printed = json.loads(capsys.readouterr().out)
    promised = json.loads(expected)
    for answer in (printed, promised):
        answer.pop("elapsed_ms", None)
    assert flat(printed) == flat(promised)


def flat(value: object, path: str = "") -> list[tuple[str, object]]:
    """A JSON value as (path, leaf) pairs in order, its numbers ready for comparison."""
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in flat(inner, f"{path}.{key}")]
    if isinstance(value, list):
        return [pair for at, inner in enumerate(value) for pair in flat(inner, f"{path}[{at}]")]
    return [(path, pytest.approx(value, rel=0.01) if isinstance(value, float) else value)]


def test_exit_statuses(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    """0 found, 1 nothing, 2 error with one line of reason and hint."""
    assert run(["search", asked, "engrais"]) == 0
    assert run(["search", asked, "introuvable"]) == 1
    assert run(["related", asked, "c.txt", "1"]) == 1
    capsys.readouterr()
    for wrong in (
        ["search", asked],
        ["search", asked, "x", "--lim", "3"],
        ["show", asked, "nosuch"],
        ["related", asked, "a.txt", "99"],
        ["related", asked, "a.txt", "x"],
        ["list", asked + "/nowhere"],
        ["nosuchfolder"],
    ):
        assert run(wrong) == 2, wrong
        said = capsys.readouterr()
        assert said.out == ""
        assert re.fullmatch(r"recoupe: [^\n]+ \([^\n]+\)\n", said.err), said.err


def test_json_of_nothing_is_still_json(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A script parses the answer before it looks at the status."""
    assert run(["search", asked, "introuvable", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["hits"] == []


def test_no_escape_codes_when_not_a_terminal(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Output goes into pipes and files as it is."""
    for command in (
        ["search", asked, "engrais"],
        ["show", asked, "a"],
        ["related", asked, "a", "1"],
    ):
        assert run(command) == 0
        said = capsys.readouterr()
        assert "\x1b" not in said.out + said.err


def test_reasons_are_printed_beside_each_related_passage(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why it is shown, in words."""
    assert run(["related", asked, "a.txt", "1"]) == 0
    assert re.search(r"because: .*Lorvent \(entity \d+\.\d\)", capsys.readouterr().out)


def test_folded_pieces_are_listed_with_their_rule(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was hidden, and why."""
    assert run(["show", asked, "a.txt", "--folded"]) == 0
    assert "Votre adresse" in capsys.readouterr().out


def test_hostile_text_never_reaches_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences in text, titles and file names are shown or dropped, never sent."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "data"))
    folder = tmp_path / "hostile"
    folder.mkdir()
    evil = "\x1b]0;owned\x07\x1b[31mrojo\x1b[0m [bold]negrita[/] [[/x]] \x9b31m"
    line = json.dumps({"title": f"Título {evil}", "text": f"El texto {evil} sigue aquí. " * 9})
    (folder / "a.jsonl").write_text(line, encoding="utf-8")
    (folder / "b\x1b[31m.bin").write_bytes(b"\x00\x01")
    for command in ("list", "search", "show"):
        words = {"search": ["negrita"], "show": ["a.jsonl#1"]}.get(command, [])
        for options in ([], ["--json"]):
            run([command, str(folder), *words, *options])
            said = capsys.readouterr()
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said.out + said.err)
            if command != "list":
                assert "[bold]negrita[/] [[/x]]" in said.out


def test_the_real_articles(
    shared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first real input: spellings meet, titles are right, related passages have reasons."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path))
    articles = str(shared / "articles")
    assert run(["search", articles, "choigou", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert {hit["article"][:3] for hit in hits} == {"000", "002"}
    titles = {"000": "Le sommet", "001": "Poutine remercie", "003": "Faut-il", "004": "Explicateur"}
    for article in ("000", "001", "002", "003", "004"):
        assert run(["show", articles, article, "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert (shown["title"] or "").startswith(titles.get(article, ""))
        assert (shown["title"] is None) == (article == "002")
        for debris in ("Source link", "Articles similaires", "commentaire", "ttn-fr", "Digest"):
            assert debris not in shown["text"]
        source = next((shared / "articles").glob(f"{article}*")).read_text(encoding="utf-8")
        for mention in shown["mentions"]:
            assert source[mention["source_start"] : mention["source_end"]] == mention["text"]
    assert run(["related", articles, "003", "6", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["related"]
    assert found
    assert all(not one["article"].startswith("003") and one["reasons"] for one in found)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`recoupe --version` for bug reports."""
    assert run(["--version"]) == 0
    assert re.fullmatch(r"recoupe \d+\.\d+\.\d+\n", capsys.readouterr().out)
