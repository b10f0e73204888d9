"""Folders and files → articles and problems."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.load import SourceFile, load, scan
from corpus.readers import jsonl, raw
from corpus.types import Article, Problem

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."


def files(root: Path) -> list[SourceFile]:
    """The files of a folder that can be looked into."""
    return [item for item in scan(root) if isinstance(item, SourceFile)]


def one(root: Path, path: str) -> Article | Problem:
    """The only thing that a file gives."""
    (found,) = load(root, path)
    return found


def reason(root: Path, path: str) -> str:
    """Why a file gives no article."""
    found = one(root, path)
    assert isinstance(found, Problem)
    return found.reason


def test_scan_yields_every_visible_file_by_path(tmp_path: Path) -> None:
    """Sorted posix paths with sizes; nothing hidden, no link out of the folder."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    root = tmp_path / "root"
    (root / "b" / ".git").mkdir(parents=True)
    for name in ("b/2.txt", "a.pdf", ".hidden.txt", "b/.git/x.txt", "c.png"):
        (root / name).write_text("abc")
    (root / "link.txt").symlink_to(outside)
    (root / "loop").symlink_to(root)
    assert [(f.path, f.size) for f in files(root)] == [("a.pdf", 3), ("b/2.txt", 3), ("c.png", 3)]


def test_what_browsers_save_beside_a_page_is_left_out(tmp_path: Path) -> None:
    """The folder of a page's pictures and frames holds no articles; one named alike may."""
    for name in ("page.html", "page_files/ad.html", "page_fichiers/ad.html", "notes_files/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("abc")
    assert [item.path for item in scan(tmp_path)] == ["notes_files/a.txt", "page.html"]


def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path: Path) -> None:
    """The files in it are not seen, and that is a problem, not nothing."""
    (tmp_path / "a.txt").write_text(PROSE)
    at = os.open(tmp_path, os.O_RDONLY)
    name = "d" * 250
    for _ in range(17):  # deeper than a path may be long
        os.mkdir(name, dir_fd=at)
        deeper = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = deeper
    os.close(at)
    file, problem = scan(tmp_path)
    assert isinstance(file, SourceFile) and isinstance(problem, Problem)
    assert (file.path, problem.stage, problem.reason) == ("a.txt", "scan", "file name too long")
    assert problem.path.startswith(f"{name}/{name}")


def test_a_single_file_is_a_root(tmp_path: Path) -> None:
    """A file given as the root is scanned and loaded under its name."""
    file = tmp_path / "a.txt"
    file.write_text(PROSE)
    assert [f.path for f in files(file)] == ["a.txt"]
    found = one(file, "a.txt")
    assert isinstance(found, Article)
    assert (found.id, found.path, found.text, found.language) == ("a.txt", "a.txt", PROSE, "fr")


def test_a_text_file_keeps_its_alignment(tmp_path: Path) -> None:
    """Offsets of a text lead to the decoded file, gzipped or not."""
    source = f"\u200b{PROSE}\n\nSource link"
    (tmp_path / "a.txt").write_bytes(source.encode("utf-8-sig"))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(source.encode()))
    for path in ("a.txt", "b.txt.gz"):
        found = one(tmp_path, path)
        assert isinstance(found, Article)
        assert found.alignment is not None
        assert found.alignment.source_offset(0) == 1
        assert found.folded[0].source is not None
        assert source[found.folded[0].source.start :] == "Source link"


def test_the_digest_is_of_what_is_kept(tmp_path: Path) -> None:
    """Debris and places change no digest; the text does."""
    (tmp_path / "a.txt").write_text(f"{PROSE}\n\nSource link")
    (tmp_path / "b.txt").write_text(f"\n\n{PROSE}\n\nRetour en haut")
    (tmp_path / "c.txt").write_text(f"{PROSE} Enfin.")
    a, b, c = (one(tmp_path, path) for path in ("a.txt", "b.txt", "c.txt"))
    assert isinstance(a, Article) and isinstance(b, Article) and isinstance(c, Article)
    assert a.digest == b.digest != c.digest
    assert len(a.digest) == 64


def test_json_lines_give_articles_and_problems_by_line(tmp_path: Path) -> None:
    """Each line has its number in its id; a bad one is a problem and the rest is read."""
    good = {
        "title": "Le vote",
        "text": PROSE,
        "date": "2020-05-01T10:00:00Z",
        "source": "Le Phare / ",
    }
    lines = [
        json.dumps(good | {"authors": ["Anne Petit", {"name": "Luc Roy"}], "lang": "en"}),
        "{not json",
        "",
        '"a string"',
        json.dumps({"title": "Seul", "text": "  "}),
        json.dumps({"text": PROSE, "title": None, "byline": "Anne Petit et Luc Roy", "x": [1]}),
        json.dumps({"title": "t", "text": "\ud800 1 000", "lang": "fr-FR"}),
        "[" * 100_000,
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    for path in ("a.jsonl", "b.jsonl.gz"):
        first, bad, string, empty, untitled, odd, deep = load(tmp_path, path)
        assert isinstance(first, Article)
        assert (first.id, first.path) == (f"{path}#1", path)
        assert (first.title, first.published, first.source) == ("Le vote", "2020-05-01", "Le Phare")
        assert (first.byline, first.language) == (("Anne Petit", "Luc Roy"), "fr")
        assert first.text == f"Le vote\n\n{PROSE}"
        assert first.alignment is None
        assert bad == Problem(f"{path}#2", "read", "not JSON")
        assert string == Problem(f"{path}#4", "read", "not a JSON object")
        assert empty == Problem(f"{path}#5", "clean", "no text: only a title")
        assert isinstance(untitled, Article)
        assert (untitled.id, untitled.byline) == (f"{path}#6", ("Anne Petit", "Luc Roy"))
        assert isinstance(odd, Article)
        assert odd.language == "fr"
        assert deep == Problem(f"{path}#8", "read", "not JSON")


def test_limits_stop_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long a line is skipped and the next read; too large a file or expansion is refused."""
    monkeypatch.setattr(jsonl, "MAX_LINE", 200)
    monkeypatch.setattr(raw, "MAX_TEXT", 200)
    long, short = json.dumps({"text": PROSE * 9}), json.dumps({"text": PROSE})
    (tmp_path / "a.jsonl").write_text(f"{long}\n{short}\n")
    problem, found = load(tmp_path, "a.jsonl")
    assert isinstance(problem, Problem) and isinstance(found, Article)
    assert found.id == "a.jsonl#2"
    (tmp_path / "b.txt").write_bytes(b"a" * 1000)
    assert "larger than" in reason(tmp_path, "b.txt")
    monkeypatch.setattr(raw, "RATIO_FROM", 1000)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b"\n" * 1_000_000))
    assert "expands" in reason(tmp_path, "c.jsonl.gz")


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.pdf", b"Bonjour", "not a PDF document, whatever its name says"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as DOCX"),
        ("a.xml", b"<?xml version='1.0'?><!-- x --><kml/>", "another kind (kml)"),
        ("a.7z", b"7z", "not read: a 7-Zip archive"),
        ("a.txt", b"\0\1\2", "not text"),
        ("a.txt", b" \n\t", "no text"),
        ("a.txt", b"a\n" * 100_001, "more than 100,000 lines"),
        ("a.xyz", b"x", "not a format"),
        ("a.txt.gz", b"x", "not a gzip file"),
        ("a.txt.gz", gzip.compress(b"abc" * 99, mtime=0)[:-9], "ends too early"),
        ("a.jsonl", b"\0\0", "zero bytes"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, part: str) -> None:
    """A file that gives no article gives a reason in plain English."""
    (tmp_path / name).write_bytes(data)
    assert part in reason(tmp_path, name)


def test_the_contents_decide_what_a_file_is(tmp_path: Path) -> None:
    """Whatever its name, a page is read as a page and an RTF document as one."""
    page = f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>"
    document = rb"{\rtf1\ansi " + PROSE.encode("cp1252").replace(b"\xe9", rb"\'e9") + rb"\par}"
    for name, data in (("a.pdf", page.encode()), ("a.txt", page.encode()), ("a.doc", document)):
        (tmp_path / name).write_bytes(data)
        found = one(tmp_path, name)
        assert isinstance(found, Article)
        assert found.text == PROSE


def test_nothing_is_read_outside_the_folder(tmp_path: Path) -> None:
    """Neither a path that climbs nor a link leads out; what is gone is said to be."""
    (tmp_path / "secret.txt").write_text(PROSE)
    root = tmp_path / "root"
    root.mkdir()
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    for path in ("../secret.txt", "link.txt"):
        assert reason(root, path) == "outside the folder"
    assert reason(root, "gone.txt") == "no such file"


def test_text_is_read_without_the_libraries_of_documents(tmp_path: Path) -> None:
    """They take a third of a second and memory, and run in the child alone."""
    (tmp_path / "a.txt").write_text(PROSE)
    code = (
        "import sys; from pathlib import Path; from corpus.load import load\n"
        f"assert list(load(Path({str(tmp_path)!r}), 'a.txt'))\n"
        "print({'lxml', 'pypdfium2', 'striprtf', 'email.message'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_pictures_are_passed_over(tmp_path: Path) -> None:
    """What is no article by its kind is neither read nor complained of."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    assert list(load(tmp_path, "a.png")) == []


HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "hostile"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", sorted(f.name for f in HOSTILE.glob("*")) or ["absent"])
def test_hostile_files_do_no_harm(shared: Path, name: str) -> None:
    """Each gives articles or problems, soon, with nothing in the text that a terminal obeys."""
    found = list(load(shared / "hostile", name))
    assert found
    for item in found:
        if isinstance(item, Article):
            assert all(
                character.isprintable() or character in "\n\u00a0\u202f\u200d"
                for character in item.text
            )
            assert item.digest
        else:
            assert item.reason


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("cp1252", "cp1252"),
        ("cp850", "cp850"),
        ("iso-8859-15", "iso-8859-15"),
        ("mac_roman", "mac_roman"),
        ("mixed_utf8_latin1", "utf-8"),
        ("mojibake_double_utf8", "utf-8"),
        ("nfd", "utf-8"),
        ("utf-16-be", "utf-8"),
        ("utf-16-le", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-32", "utf-8"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_the_same_text_comes_out_of_every_encoding(shared: Path, name: str, encoding: str) -> None:
    """But for the signs that the file's encoding lacks: its writer put "?" for them."""
    right = one(shared / "hostile", "fr_utf-8.txt")
    found = one(shared / "hostile", f"fr_{name}.txt")
    assert isinstance(right, Article) and isinstance(found, Article)
    text = right.text.encode(encoding, "replace").decode(encoding)
    assert text in (found.text, found.text[: len(text)])
    assert set(found.text[len(text) :]) <= set(text + "\n")
