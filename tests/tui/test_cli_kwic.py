"""`recoupe kwic` as a person or a script uses it."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len

from corpus.types import ArticleId, ArticleInfo, Passage, Span
from index.library import Library
from index.types import Concordance, KwicLine, Reading
from tui.cli import run
from tui.commands import kwic_out
from tui.own.places import data_folder


@pytest.fixture
def folder(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, its derived data ready."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path))
    shutil.copytree(library.data, data_folder(library.root, tmp_path))
    return str(library.root)


def line(left: str, keyword: str, right: str, source: str | None = None) -> KwicLine:
    """A line of some article."""
    name = ArticleId("a.txt")
    info = ArticleInfo(name, None, source, "2021-03", "fr", 1)
    return KwicLine(info, Passage(name, 2, Span(0, 90)), Span(7, 11), left, keyword, right)


def concordance(*lines: KwicLine) -> Concordance:
    """These lines; with four before them and three after them."""
    return Concordance("q", Reading(()), lines, len(lines) + 7, 0.1)


def test_keywords_stand_one_below_the_other(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the words before them, each with where it stands."""
    assert run(["kwic", folder, "port", "--width", "20", "--sort", "left1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {text[20:24].lower() for text in lines} == {"port"}
    before = [text[:20].split()[-1] for text in lines]
    assert before == sorted(before, key=str.lower)
    assert any(text.endswith("a.txt ¶0") for text in lines)


def test_json_says_where(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Offsets are the keyword's, in the text and in the file; pages follow each other."""
    assert run(["kwic", folder, '"directeur du port"', "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["keyword"] for one in found["lines"]] == ["directeur du port"] * found["total"]
    for one in found["lines"]:
        file = (Path(folder) / one["article"]).read_text(encoding="utf-8")
        assert file[one["source_start"] : one["source_end"]] == one["keyword"]
    run(["kwic", folder, '"directeur du port"', "--json", "--limit", "1", "--offset", "1"])
    assert json.loads(capsys.readouterr().out)["lines"] == found["lines"][1:2]


def test_a_name_in_all_its_spellings(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The mentions of an entity as a table, or the one line of reason that there is none."""
    assert run(["kwic", folder, "--entity", "Hélène Marchandeau", "--tsv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter="\t"))
    assert [row["article"] for row in rows].count("a.txt") == 2
    assert all("Marchandeau" in row["keyword"] for row in rows)
    assert run(["kwic", folder, "--entity", "Personne"]) == 2
    assert "no name “Personne”" in capsys.readouterr().err
    assert run(["kwic", folder, "introuvable"]) == 1


def test_alignment_counts_cells() -> None:
    """Wide letters, marks over letters, and what a terminal would obey."""
    lines = (
        line("港の", "port", " 倉庫で爆発", "Écho"),
        line("e\u0301te\u0301 ", "ports", " a\u0301"),
        line("\x1b[31mrouge ", "port", "\x07"),
    )
    shown = list(kwic_out.aligned(concordance(*lines), width=6, offset=4))
    places = [shown[at].index(one.keyword) for at, one in enumerate(lines)]
    assert [cell_len(text[:at]) for text, at in zip(shown, places, strict=False)] == [6, 6, 6]
    ends = [cell_len(text[: text.rindex("2021-03")]) for text in shown[:3]]
    assert len(set(ends)) == 1
    assert shown[0].endswith("2021-03 · Écho · a.txt ¶2")
    assert "\x1b" not in "".join(shown)
    assert shown[3] == "# 3 more: --offset 7 shows the next"


def test_context_does_not_begin_with_a_lonely_mark() -> None:
    """Where the width cuts a letter from its mark, both go."""
    [shown, _] = kwic_out.aligned(concordance(line("cafe\u0301 ", "port", "")), width=1, offset=0)
    assert shown.startswith(" port")
    [shown, _] = kwic_out.aligned(concordance(line("x倉", "port", "")), width=1, offset=0)
    assert shown.startswith(" port")


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_tables_are_read_back(delimiter: str) -> None:
    """By any program that reads such files, with quotation marks and separators inside."""
    out = io.StringIO()
    lines = [line('a, "b"\tc', "le\x9bport", " d"), line("", "port", "")]
    kwic_out.write_table(lines, out, delimiter=delimiter)
    rows = list(csv.DictReader(io.StringIO(out.getvalue()), delimiter=delimiter))
    assert [row["left"] for row in rows] == ['a, "b"\tc', ""]
    assert rows[0] == {
        "article": "a.txt", "paragraph": "2", "published": "2021-03", "source": "",
        "left": 'a, "b"\tc', "keyword": "le\\x9bport", "right": " d", "start": "7", "end": "11",
    }  # fmt: skip
