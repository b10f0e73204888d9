"""The file of an article opens at the line that is being read, in what the reader has chosen."""

import gzip
import json
import sys
import zipfile
from pathlib import Path

import pytest

from corpus.load import load
from corpus.types import Article
from tests.tui.terminals import Terminal, bare
from tui.terminal.source import Source, command, locate, ways

ROOT = Path(__file__).resolve().parents[2]
BODY = "Les dockers de Port-Louvet ont reconduit la grève mardi, a annoncé leur porte-parole."
LAST = "La direction n’a pas répondu, et le trafic ne reprendra pas avant la fin de la semaine."


def read(root: Path, name: str, data: bytes) -> Article:
    """The last article of a file written there."""
    (root / name).write_bytes(data)
    found = [item for item in load(root, name) if isinstance(item, Article)]
    return found[-1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_line_in_a_text_file(tmp_path: Path, line_end: str, encoding: str) -> None:
    """Whatever the encoding and the line ends, and with lines before it that were folded."""
    lines = ["La grève continue", "", "Partager sur Facebook", "", BODY, "", "", LAST]
    article = read(tmp_path, "a.txt", line_end.join(lines).encode(encoding))
    found = locate(tmp_path, article, article.text.index("La direction") + 5)
    assert found == Source((tmp_path / "a.txt").resolve(), 8)
    assert locate(tmp_path, article, article.text.index("reconduit")) == Source(
        (tmp_path / "a.txt").resolve(), 5
    )


def test_the_line_in_a_file_of_many_and_none_where_unknown(tmp_path: Path) -> None:
    """An article of JSON lines stands on its own line; a page's text has no lines of its own."""
    lines = [json.dumps({"title": f"Titre {n}", "text": BODY}) for n in range(3)]
    article = read(tmp_path, "many.jsonl", "\n\n".join(lines).encode())
    assert locate(tmp_path, article, 10) == Source((tmp_path / "many.jsonl").resolve(), 5)
    assert locate(tmp_path / "many.jsonl", article, 10) == Source(
        (tmp_path / "many.jsonl").resolve(), 5
    )
    page = f"<html><body><article><h1>Titre</h1><p>{BODY}</p><p>{LAST}</p></article></body></html>"
    article = read(tmp_path, "page.html", page.encode())
    assert locate(tmp_path, article, 10) == Source((tmp_path / "page.html").resolve(), None)


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    """In an archive, packed, or gone."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("inside/a.txt", f"Titre\n\n{BODY}\n\n{LAST}")
    archived = read(tmp_path, "all.zip", (tmp_path / "all.zip").read_bytes())
    assert "archive" in str(locate(tmp_path, archived, 0))
    packed = read(tmp_path, "a.txt.gz", gzip.compress(f"Titre\n\n{BODY}\n\n{LAST}".encode()))
    assert "packed" in str(locate(tmp_path, packed, 0))
    article = read(tmp_path, "a.txt", f"Titre\n\n{BODY}\n\n{LAST}".encode())
    (tmp_path / "a.txt").unlink()
    assert "no longer there" in str(locate(tmp_path, article, 0))


def test_each_editor_is_given_the_line_its_own_way() -> None:
    """+12 before the file, file:12, or nothing where it is not known; its own options stay."""
    source = Source(Path("/a/b c.txt"), 12)
    assert command(["vim", "-R"], source) == ("vim", "-R", "+12", "/a/b c.txt")
    assert command(["/usr/bin/less"], source) == ("/usr/bin/less", "+12", "/a/b c.txt")
    assert command(["hx"], source) == ("hx", "/a/b c.txt:12")
    assert command(["code", "--wait"], source) == ("code", "--wait", "-g", "/a/b c.txt:12")
    assert command(["ed"], source) == ("ed", "/a/b c.txt")
    assert command(["vim"], Source(Path("/a"), None)) == ("vim", "/a")


def test_what_can_show_it(tmp_path: Path) -> None:
    """What the reader chose, then what is there; a desktop's programs only where he sits."""
    for name in ("less", "nano", "xdg-open"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    here = {"PATH": str(tmp_path), "EDITOR": "vim -n", "DISPLAY": ":0"}

    def labels(name: str, environ: dict[str, str]) -> list[str]:
        return [way.label for way in ways(Source(Path(f"/x/{name}"), 1), environ)]

    desktop = "this desktop's program for it"
    if sys.platform != "darwin":
        assert labels("a.txt", here) == ["editor: vim", "pager: less", desktop]
        assert labels("a.html", here) == ["browser", "editor: vim", "pager: less"]
        assert labels("a.pdf", here) == [desktop]
    away = {**here, "SSH_CONNECTION": "1 2 3 4", "VISUAL": "emacs -nw", "PAGER": "most"}
    assert labels("a.html", away) == ["editor: emacs", "pager: most"]
    assert labels("a.pdf", away) == []
    assert labels("a.txt", {"PATH": str(tmp_path)}) == ["editor: nano", "pager: less"]
    assert labels("a.txt", {"PATH": "/nowhere", "EDITOR": "'unclosed"}) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
def test_an_editor_gets_the_terminal_and_gives_it_back(tmp_path: Path) -> None:
    """O lends the terminal to the editor, Ctrl-C in it harms nobody, and the article is back."""
    editor = tmp_path / "edit"
    editor.write_text('#!/bin/sh\ntrap "" INT\necho "<edits $@>"\nread line\necho "<$line>"\n')
    editor.chmod(0o755)
    (tmp_path / "port.txt").write_text("La grève")
    own = {"PYTHONPATH": str(ROOT), "RECOUPE_OWN": str(tmp_path / "own"), "EDITOR": str(editor)}
    # Nothing else to choose from: no pager, no desktop.
    environ = bare(tmp_path, **own) | {"PATH": "/nowhere"}
    command = [sys.executable, "-m", "tests.tui.program", str(tmp_path)]
    terminal = Terminal(command, environ)
    try:
        terminal.until("● up to date".encode())
        terminal.send(b"tiendrons")
        terminal.until(b"1 passage")
        terminal.send(b"\r")
        terminal.until("¶ 12".encode())
        terminal.send(b"O")
        shown = terminal.until(b"<edits ")
        assert b"\x1b[?1049l" in shown and b"\x1b[?1003l" in shown
        terminal.send(b"\x03typed\n")
        shown = terminal.until("¶ 12".encode())
        assert b"<typed>" in shown and b"\x1b[?1049h" in shown and b"\x1b[?1003h" in shown
        terminal.send(b"\x03")
        assert terminal.ended() == 0
    finally:
        terminal.close()
