"""Notes, citations, checks and exports from the command line."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from corpus.errors import RecoupeError
from corpus.types import ArticleId, Span
from index.library import Library
from tests.tui.kept import crane
from tui.cli import run
from tui.keeping import export
from tui.keeping.forms import CITATION_FORMS, CitationForm
from tui.keeping.notes import Notes
from tui.own.places import data_folder, own_folder

FORMS: dict[CitationForm, str] = {
    "text": "c.txt", "markdown": "c.md", "bibtex": "c.bib", "csl": "c.json",
}  # fmt: skip


@pytest.fixture
def folder(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, its derived data ready, no notes."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RECOUPE_OWN", str(tmp_path / "own"))
    shutil.copytree(library.data, data_folder(library.root, tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return str(library.root)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What a command prints."""
    capsys.readouterr()
    assert run([*arguments, "--no-update"]) == status
    return capsys.readouterr().out


@pytest.mark.parametrize("form", CITATION_FORMS)
def test_cited_checked_and_changed(
    folder: str, form: CitationForm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A citation matches; edited by a word it does not, and the word is shown."""
    shown = asked(capsys, "cite", folder, "a.txt", "1", "--format", form)
    file = tmp_path / FORMS[form]
    file.write_text(shown, "utf-8")
    assert "exact" in asked(capsys, "verify", str(file), folder)
    file.write_text(shown.replace("douze", "treize").replace("lib", ""), "utf-8")
    told = asked(capsys, "verify", str(file), folder, status=1)
    assert "changed" in told
    assert "[-treize-]{+douze+}" in told
    printed = json.loads(asked(capsys, "verify", str(file), folder, "--json", status=1))
    assert (printed["matching"], printed["total"]) == (0, 1)
    [one] = printed["quotations"]
    assert (one["status"], one["article"], one["paragraph"]) == ("changed", "a.txt", 1)


def test_verify_finds_renamed_and_lost(
    folder: str, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A renamed article by its contents; what nobody wrote is lost; nothing quoted is no match."""
    shown = asked(capsys, "cite", folder, "a.txt", "1")
    file = tmp_path / "c.md"
    lost = shown.replace("a.txt", "z.txt").replace("sha256=", "sha256=" + "0" * 64)[:-65]
    file.write_text(shown.replace("recoupe:a.txt", "recoupe:old/a.txt") + "\n" + lost, "utf-8")
    printed = json.loads(asked(capsys, "verify", str(file), folder, "--json", status=1))
    assert [one["status"] for one in printed["quotations"]] == ["moved", "lost"]
    assert [one["article"] for one in printed["quotations"]] == ["a.txt", None]
    assert printed["quotations"][1]["cited"] == "z.txt"
    file.write_text("Rien.\n", "utf-8")
    assert "0 of 0" in asked(capsys, "verify", str(file), folder, status=1)


def test_verify_looks_for_the_library(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file beside the articles needs no folder; elsewhere the reason is told."""
    shown = asked(capsys, "cite", folder, "b.txt", "2")
    beside = Path(folder) / ".citations.md"
    beside.write_text(shown, "utf-8")
    assert "1 of 1" in asked(capsys, "verify", str(beside))
    beside.unlink()
    (tmp_path / "c.md").write_text(shown, "utf-8")
    for wrong in (["c.md"], ["nowhere.md", folder], ["bad.json", folder]):
        (tmp_path / "bad.json").write_text("{", "utf-8")
        assert run(["verify", *wrong, "--no-update"]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_notes_in_every_form(
    folder: str, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """Listed with tags and what became of their places; a broken line is told."""
    assert asked(capsys, "notes", folder, status=1) == ""
    article = library.article(ArticleId("a.txt"))
    assert article is not None
    kept = Notes(own_folder(library.root))
    kept.add(article, article.paragraphs[1].span, text="=1+1", tags=["port"])
    kept.add(article, article.paragraphs[2].span)
    kept.add(crane(), Span(0, 30), tags=["grue"])
    text = kept.path.read_text("utf-8")
    head, _, tail = text.rpartition('- around: "')
    kept.path.write_text(f"{head}- around: {tail}", "utf-8")
    printed = json.loads(asked(capsys, "notes", folder, "--json"))
    assert [(n["article"], n["paragraph"], n["status"]) for n in printed["notes"]] == [
        ("a.txt", 1, "exact"), ("a.txt", 2, "exact"), (None, None, "lost"),
    ]  # fmt: skip
    number = head.count("\n") + 1
    assert printed["problems"][0]["reason"].startswith(f"line {number}: ")
    [only] = json.loads(asked(capsys, "notes", folder, "--json", "--tag", "#port"))["notes"]
    assert only["note"] == "=1+1"
    rows = list(csv.DictReader(io.StringIO(asked(capsys, "notes", folder, "--csv"))))
    assert [row["note"] for row in rows] == ["'=1+1", "", ""]
    assert "| a.txt |" in asked(capsys, "notes", folder, "--markdown")
    lines = asked(capsys, "notes", folder)
    assert "a.txt ¶ 1  (exact)  #port" in lines
    assert "(lost)  #grue" in lines
    [found] = json.loads(asked(capsys, "export", folder, "notes", "#GRUE"))["notes"]
    assert found["tags"] == ["grue"]


@pytest.mark.parametrize(
    ("what", "query", "command"),
    [
        ("results", "port", ["search", "{}", "port"]),
        ("entities", "", ["entities", "{}"]),
        ("quotes", "", ["quotes", "{}"]),
        ("quotes", "Hélène Marchandeau", ["quotes", "{}", "--entity", "Hélène Marchandeau"]),
        ("concordance", "port", ["kwic", "{}", "port"]),
    ],
)
def test_exports_are_what_the_commands_print(
    folder: str, what: str, query: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same JSON; as many rows in a table."""
    command = [folder if word == "{}" else word for word in command]
    printed = json.loads(asked(capsys, *command, "--json"))
    exported = json.loads(asked(capsys, "export", folder, what, query))
    printed.pop("elapsed_ms", 0)
    exported.pop("elapsed_ms", 0)
    assert exported == printed
    table = asked(capsys, "export", folder, what, query, "--format", "csv")
    items = next(value for value in printed.values() if isinstance(value, list) and value
                 and isinstance(value[0], dict))  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(items) > 0
    shown = asked(capsys, "export", folder, what, query, "--format", "markdown").splitlines()
    assert len(shown) == len(items) + 2


def test_exported_files(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written whole, never over another file."""
    file = tmp_path / "out.csv"
    asked(capsys, "export", folder, "entities", "lorvent", "--format", "csv", "-o", str(file))
    before = file.read_text("utf-8")
    assert "Lorvent" in before
    assert run(["export", folder, "results", "port", "-o", str(file), "--no-update"]) == 2
    assert file.read_text("utf-8") == before
    assert run(["export", folder, "results", "port", "-o", "no/where", "--no-update"]) == 2
    assert run(["export", folder, "results", "--no-update"]) == 2
    assert asked(capsys, "export", folder, "entities", "xyzzy", status=1)
    assert {path.name for path in tmp_path.iterdir()} <= {"data", "own", "out.csv"}


def test_tables_are_inert() -> None:
    """No formula for a spreadsheet, no markup for a reader of Markdown, numbers as they are."""
    hits = [{"title": '=HYPERLINK("x")', "source": "+1", "score": -2.5, "article": "@x",
             "snippet": "a|b\n<i> [c](d)", "published": "-3", "copies": ["=1", "b"]}]  # fmt: skip
    [row] = csv.DictReader(io.StringIO(export.text("results", {"hits": hits}, "csv")))
    assert [row[name] for name in ("title", "source", "score", "article", "published")] == [
        "'=HYPERLINK(\"x\")", "'+1", "-2.5", "'@x", "'-3",
    ]  # fmt: skip
    line = export.text("results", {"hits": hits}, "markdown").splitlines()[2]
    assert r"a\|b \<i\> \[c\](d)" in line


def test_replacing_a_file_is_asked_for(tmp_path: Path) -> None:
    """The caller says that it may be replaced."""
    file = tmp_path / "e.md"
    export.write("entities", {"entities": []}, "markdown", file)
    with pytest.raises(RecoupeError, match="there already"):
        export.write("entities", {"entities": []}, "json", file)
    export.write("entities", {"entities": []}, "json", file, replace=True)
    assert file.read_text("utf-8") == '{"entities": []}\n'
