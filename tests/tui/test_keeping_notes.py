"""The reader's file of notes: kept whole whoever writes it, a person included."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import RecoupeError
from corpus.types import ArticleId, Span
from tests.tui.kept import PARAGRAPHS, crane, span_of
from tui.keeping.anchor import Anchor
from tui.keeping.note_lines import Note, sections
from tui.keeping.note_text import NoteText
from tui.keeping.notes import Notes
from tui.keeping.quotations import quotations

ARTICLE = crane()
WIND = span_of(ARTICLE, "Le vent soufflait à 110 km/h")
NIGHT = span_of(ARTICLE, "un troisième, le Sterne, a gagné Brest dans la nuit")


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """No notes yet."""
    return Notes(tmp_path / "own")


def test_a_file_that_a_person_reads(notes: Notes) -> None:
    """Heading, quotation, text and a few lines of where; nothing else."""
    notes.add(ARTICLE, WIND, text="110 ou 130 ?\nVoir Météo.", tags=["#vent", "port louvet"])
    shown = notes.path.read_text("utf-8").partition("-->\n")[2]
    [note] = notes.all()
    assert shown == (
        "\n## La grue (L’Écho, 2021-03-04, ¶ 2)\n\n> Le vent soufflait à 110 km/h\n\n"
        "110 ou 130 ?\nVoir Météo.\n\n- tags: #vent #port-louvet\n"
        f"- at: <recoupe:grue.txt;char={WIND.start},{WIND.end};sha256={ARTICLE.digest}>\n"
        '- around: "jeudi sur le quai des Forges" … '.replace(
            "jeudi sur le quai des Forges",
            ARTICLE.text[WIND.start - 48 : WIND.start].replace("\n", "\\n"),
        )
        + json.dumps(ARTICLE.text[WIND.end : WIND.end + 48], ensure_ascii=False)
        + f"\n- made: {note.made}\n- id: {note.id}\n"
    )
    assert note.text == "110 ou 130 ?\nVoir Météo."
    assert note.tags == ("vent", "port-louvet")
    assert not notes.problems()


def test_notes_of_an_article_wherever_they_are_now(notes: Notes) -> None:
    """In the order of its text, under another name, after edits; others are not among them."""
    notes.add(ARTICLE, NIGHT)
    notes.add(ARTICLE, WIND)
    notes.add(crane(["Un autre texte, assez long pour une note."], name="b.txt"), Span(0, 20))
    assert [one.found.span for one in notes.of(ARTICLE)] == [WIND, NIGHT]
    assert [one.found.status for one in notes.of(crane(name="c.txt"))] == ["moved", "moved"]
    edited = crane([PARAGRAPHS[1].replace("110", "130"), "Le reste est ailleurs."])
    assert [one.found.status for one in notes.of(edited)] == ["changed", "lost"]


def test_change_remove_and_undo(notes: Notes) -> None:
    """Only the lines concerned change; what was removed comes back where it was."""
    first, second = notes.add(ARTICLE, WIND, text="a"), notes.add(ARTICLE, NIGHT)
    before = notes.path.read_text("utf-8")
    changed = notes.change(first, text="b\n\n## c\n- id: d", tags=["x"])
    assert (changed.text, changed.tags) == ("b\n\n## c\n- id: d", ("x",))
    assert notes.all()[1] == replace(second, line=second.line + 4)
    assert notes.change(changed, text="a", tags=[]).text == "a"
    assert notes.path.read_text("utf-8") == before
    assert notes.change(second, text="neu").text == "neu"
    notes.change(notes.all()[1], text="")
    assert notes.path.read_text("utf-8").split() == before.split()
    before = notes.path.read_text("utf-8")
    for which in (0, 0):
        notes.remove(notes.all()[which])
    assert notes.all() == ()
    again = Notes(notes.path.parent)  # Another day.
    assert again.any_removed()
    assert again.undo()
    assert again.undo()
    assert not again.undo() and not again.any_removed()
    assert sorted(one.id for one in notes.all()) == sorted((first.id, second.id))
    assert sorted(notes.path.read_text("utf-8").split()) == sorted(before.split())


def test_removed_notes_are_read_and_moved_by_hand(notes: Notes) -> None:
    """They stand in a file of their own as they stood before, in order, until they come back."""
    first = notes.add(ARTICLE, WIND, text="a\n## b\n### c\n<!-- removed x -->", tags=["t"])
    second = notes.add(ARTICLE, NIGHT)
    before = notes.path.read_text("utf-8")
    for one in (first, notes.all()[-1]):
        notes.remove(notes.all()[0] if one == first else one)
    trash = notes.path.with_name("removed-notes.md")
    kept = NoteText(trash.read_text("utf-8")).notes
    assert [replace(one, line=0) for one in kept] == [
        replace(one, line=0) for one in (first, second)
    ]
    assert notes.undo() and notes.all()[0].id == second.id
    assert [one.id for one in NoteText(trash.read_text("utf-8")).notes] == [first.id]
    assert notes.undo() and notes.path.read_text("utf-8").split() == before.split()
    trash.unlink()
    assert not notes.undo()


def test_what_was_changed_elsewhere_is_not_overwritten(notes: Notes, tmp_path: Path) -> None:
    """Whoever saw the older text is told so; other parts of the note may be changed."""
    seen = notes.add(ARTICLE, WIND, text="a")
    other = Notes(tmp_path / "own")
    other.change(other.all()[0], text="b")
    with pytest.raises(RecoupeError, match="changed elsewhere"):
        notes.change(seen, text="c")
    assert notes.change(seen, tags=["t"]).text == "b"
    other.remove(other.all()[0])
    with pytest.raises(RecoupeError, match="no longer"):
        notes.change(seen, tags=[])


def test_hands_in_the_file(notes: Notes) -> None:
    """What a person writes there survives every change that recoupe makes."""
    first = notes.add(ARTICLE, WIND, text="a")
    text = notes.path.read_text("utf-8")
    mine = ["# Dossier grue", "Une liste :", "- un", "<!-- à moi -->", "## Sans rien", "rien"]
    text = text.replace("a\n\n- at", "a\n<!-- ici -->\n> citation à moi\n\n- at")
    notes.path.write_text(text + "\n".join(mine) + "\n", "utf-8")
    notes.add(ARTICLE, NIGHT)
    notes.change(notes.all()[0], text="b", tags=["t"])
    notes.remove(notes.all()[0])
    lines = notes.path.read_text("utf-8").splitlines()
    assert [line for line in lines if line in mine] == mine
    assert "<!-- ici -->" in lines
    notes.undo()
    assert notes.all()[0].id == first.id
    assert not notes.problems()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("- at: <recoupe", "- at: <zotero", "says no place"),
        ("- at:", "- et:", "without a line “- at:”"),
        ("> Le vent", "Le vent", "without a quotation"),
        ("- around: \"", "- around: ", "two texts"),
        ("- id:", "- made:", "a second “- made:”"),
        ("- made: ", "- made: \udcff", "UTF-8"),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_understood(notes: Notes, old: str, new: str, reason: str) -> None:
    """They are told with their number and stay; the note is still listed."""
    notes.add(ARTICLE, WIND, text="mot à moi")
    text = notes.path.read_text("utf-8")
    head, _, tail = text.rpartition(old)
    broken = head + new + tail
    notes.path.write_bytes(broken.encode("utf-8", "surrogateescape"))
    [problem] = notes.problems()
    assert reason in problem.reason
    number = int(problem.reason.split()[1].rstrip(":"))
    assert number >= text[: text.index("## La grue")].count("\n") + 1
    [note] = notes.all()
    assert "mot à moi" in note.text
    notes.change(note, tags=["t"])
    kept = notes.path.read_bytes().decode("utf-8", "surrogateescape")
    assert [line for line in kept.split("\n") if line != "- tags: #t"] == broken.split("\n")


def test_copies_and_notes_without_id(notes: Notes) -> None:
    """Each is a note of its own."""
    notes.add(ARTICLE, WIND, text="a")
    text = notes.path.read_text("utf-8")
    note = text[text.index("\n## ") :]
    bare = "\n".join(line for line in note.split("\n") if not line.startswith(("- id", "- made")))
    notes.path.write_text(text + note + bare + bare, "utf-8")
    found = notes.all()
    assert len({one.id for one in found}) == 4
    notes.change(found[1], text="b")
    notes.remove(found[3])
    assert [one.text for one in notes.all()] == ["a", "b", "a"]


def test_windows_line_ends_stay(notes: Notes) -> None:
    """Every line of the file ends as the others."""
    notes.add(ARTICLE, WIND, text="a")
    notes.path.write_bytes(notes.path.read_bytes().replace(b"\n", b"\r\n"))
    notes.change(notes.all()[0], text="b\nc", tags=["t"])
    notes.add(ARTICLE, NIGHT)
    notes.remove(notes.all()[0])
    notes.undo()
    written = notes.path.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    assert [one.text for one in notes.all()] == ["b\nc", ""]


def note_of(exact: str, text: str, tags: list[str], article: str, around: str) -> Note:
    place = Anchor(ArticleId(article), exact.strip() or "x", around, around, Span(3, 9), "0" * 64)
    return Note("abc", place, text.strip(), tuple(dict.fromkeys(tags)), "h", "2021", 0)


odd = st.text(
    st.sampled_from(list("ab ’<>-#\\`*_[]|\"'\n:\u2028\u00a0;%é1.0\t=+!&~$")), max_size=30
)
plain_lines = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=40
)
made_notes = st.builds(
    note_of,
    (odd | plain_lines).map(lambda text: "\n".join(line.strip() for line in text.split("\n"))),
    odd | plain_lines,
    st.lists(st.text("aé1_-", min_size=1), max_size=3),
    (odd | plain_lines).filter(bool),
    odd | plain_lines,
)


@given(st.lists(made_notes, min_size=1, max_size=3))
def test_a_note_reads_back(written: list[Note]) -> None:
    """Whatever characters articles, paths and readers use."""
    file = NoteText("")
    for number, note in enumerate(written):
        file = NoteText(file.text)
        file.add(replace(note, id=f"n{number}"))
    read = NoteText(file.text)
    assert not read.problems()
    expected = [replace(note, id=f"n{number}") for number, note in enumerate(written)]
    assert [replace(one, line=0) for one in read.notes] == expected
    # `recoupe verify` reads the same in it.
    assert [one.anchor for one in quotations(file.text, ".md")] == [n.anchor for n in read.notes]


BY_HAND = """\

## x
# y
> z
<!--
-->
- id: id1
- tags:
- at: <recoupe:b;char=1,2>
words
- around: 1
\udcff""".split("\n")


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A file of three notes that a hand has edited anyhow, and its lines."""
    file = NoteText("")
    for number in range(3):
        place = Anchor(ArticleId("a.txt"), f"quoted {number}", "be", "af", Span(0, 8), "0" * 64)
        file.add(Note(f"id{number}", place, f"text {number}", ("t",), f"head {number}", "2021", 0))
        file = NoteText(file.text)
    lines = file.text.split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        line = draw(st.sampled_from(BY_HAND))
        if draw(st.booleans()):
            lines.insert(at, line)
        else:
            lines[at] = draw(
                st.sampled_from([line, lines[at][1:], lines[at] + "\r", lines[at - 1]])
            )
    return "\n".join(lines), lines


@given(edits(), st.sampled_from(["add", "text", "tags", "remove"]), st.integers(0, 9))
def test_no_edit_by_hand_loses_a_line(edited: tuple[str, list[str]], what: str, which: int) -> None:
    """After any change of one note every line of the others, and every foreign line, is there."""
    text, lines = edited
    file = NoteText(text)
    file.problems()
    mine: set[int] = set()
    if file.notes and what != "add":
        note = file.notes[which % len(file.notes)]
        section = next(s for s in sections([line.removesuffix("\r") for line in lines])
                       if s.start == note.line - 1)  # fmt: skip
        mine = (
            set(range(section.start, section.end))
            if what == "remove"
            else {*(section.text if what == "text" else []), section.fields.get("tags", -1)}
        )
        if what == "remove":
            removed = file.remove(note)
        else:
            file.change(note, "new" if what == "text" else None, ["n"] if what == "tags" else None)
    else:
        place = Anchor(ArticleId("n.txt"), "new", span=Span(0, 3))
        file.add(Note("new", place, "", (), "new", "", 0))
    kept = iter(file.text.split("\n"))
    for at, line in enumerate(lines):
        if at not in mine and line.strip():
            assert line in kept, f"line {at + 1} is gone or out of order"
    if mine and what == "remove":
        again = NoteText(file.text)
        again.restore(removed)
        assert sorted(filter(str.strip, again.text.replace("\r", "").split("\n"))) == sorted(
            filter(str.strip, text.replace("\r", "").split("\n"))
        )


def test_several_writers(notes: Notes) -> None:
    """None loses what another wrote."""

    def write() -> None:
        mine = Notes(notes.path.parent)
        for _ in range(5):
            mine.add(ARTICLE, WIND)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes.all()) == 20
    assert not notes.problems()


WRITER = """
import sys
from pathlib import Path
from tests.tui.kept import crane
from corpus.types import Span
from tui.keeping.notes import Notes
from tui.keeping.quotations import quotations
notes = Notes(Path(sys.argv[1]))
while True:
    note = notes.add(crane(), Span(20, 60), text="x" * 20000)
    print(note.id, flush=True)
"""


@pytest.fixture
def writer(notes: Notes) -> Iterator[subprocess.Popen[str]]:
    """A process that adds notes until it is killed, and prints each one's id."""
    command = [sys.executable, "-c", WRITER, str(notes.path.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_killed_while_writing(notes: Notes, writer: subprocess.Popen[str]) -> None:
    """Every note that was told is there, whole; and others can write at once."""
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip() for _ in range(12)]
    writer.send_signal(signal.SIGKILL)
    told += writer.stdout.read().split()
    writer.wait()
    assert {one.id for one in notes.all()} >= set(told)
    assert not notes.problems()
    assert {len(one.text) for one in notes.all()} == {20000}
    notes.add(ARTICLE, WIND)


def test_a_file_that_cannot_be_read_or_written(notes: Notes) -> None:
    """Said, and nothing else happens."""
    notes.path.mkdir(parents=True)
    assert notes.all() == ()
    [problem] = notes.problems()
    assert "cannot be read" in problem.reason
    with pytest.raises(RecoupeError, match="directory"):
        notes.add(ARTICLE, WIND)
