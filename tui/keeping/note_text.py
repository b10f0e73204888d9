"""The text of the file of notes: what is in it, and changes that touch only the lines concerned.

Pure: a text in, a text out. Line ends stay as the reader's editor writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.keeping import note_lines
from tui.keeping.note_lines import Note, Section

HEADER = """\
# Notes and bookmarks

<!--
Yours: change, move or delete what you like, here or in recoupe, which reads this file again each
time. A note is a heading "## ...", what it is about as a block quotation, what you write about it,
and a few lines that say where it belongs:

- tags: #any #you #like
- at: <recoupe:PATH;char=FROM,TO;sha256=DIGEST>     its place in the article
- around: "what stands before" … "and after"        finds it when the article has changed

What is in a comment such as this one is left alone.
-->
"""


@dataclass(frozen=True, slots=True)
class Removed:
    """The lines of a note that was taken out, and the id of the note that followed it."""

    rows: tuple[str, ...]
    next: str | None


class NoteText:
    """One state of the file. After a change ask `text`; the notes are those of before."""

    def __init__(self, text: str) -> None:
        """`text` may hold surrogates for bytes that are no UTF-8: they stay as they are."""
        self._rows = text.split("\n") if text else []
        self._end = "\r" if text.partition("\n")[0].endswith("\r") else ""
        self._lines = [_clean(row) for row in self._rows]
        self._sections: dict[str, Section] = {}
        notes: list[Note] = []
        for section in note_lines.sections(self._lines):
            one = note_lines.note(self._lines, section, self._sections.keys())
            self._sections[one.id] = section
            notes.append(one)
        self.notes = tuple(notes)

    @property
    def text(self) -> str:
        """The file's text."""
        return "\n".join(self._rows)

    def problems(self) -> list[tuple[int, str]]:
        """The lines that cannot be understood, by number from 1, each with the reason."""
        told = [
            (at + 1, reason)
            for section in self._sections.values()
            for at, reason in section.problems
        ]
        foreign = (at for at, row in enumerate(self._rows) if any(map(_foreign, row)))
        return sorted([*told, *((at + 1, "is not text in UTF-8") for at in foreign)])

    def add(self, new: Note) -> None:
        """Write a note after the others."""
        self._insert(len(self._rows), note_lines.made(new))

    def remove(self, note: Note) -> Removed:
        """Take a note out; comments inside it stay."""
        section = self._sections[note.id]
        mine = note_lines.own_rows(self._lines, section)
        following = next((one.id for one in self.notes if one.line > note.line), None)
        removed = Removed(tuple(self._rows[at] for at in mine), following)
        self._delete(mine)
        return removed

    def restore(self, removed: Removed) -> None:
        """Put a note back before the one that followed it, at the end if that is gone, too."""
        places = (one.line - 1 for one in self.notes if one.id == removed.next)
        self._insert(next(places, len(self._rows)), removed.rows)

    def change(self, note: Note, text: str | None, tags: Sequence[str] | None) -> None:
        """Write another text or other tags; None leaves them."""
        section = self._sections[note.id]
        # Tags stand after the text, or the text is in several places: the last first.
        if tags is not None:
            self._set_tags(section, tags)
        if text is not None:
            self._set_text(section, text)

    def _set_tags(self, section: Section, tags: Sequence[str]) -> None:
        rows = [note_lines.tag_line(tags) + self._end] if tags else []
        at = section.fields.get("tags")
        former = 0 if at is None else 1
        first = min(section.fields.values()) if at is None else at
        self._rows[first : first + former] = rows
        section.shift(first, len(rows) - former)

    def _set_text(self, section: Section, text: str) -> None:
        lines = note_lines.text_lines(text) if text.strip() else []
        rows = [line + self._end for line in lines]
        if section.text:
            first = section.text[0]
            self._delete(section.text)
            self._rows[first:first] = rows
        elif rows:
            after = (section.quotation[-1] if section.quotation else section.start) + 1
            self._rows[after:after] = [self._end, *rows]

    def _insert(self, at: int, rows: Sequence[str]) -> None:
        """Put a note's rows before a row, or at the end, with a blank row on each side."""
        if not self._rows:
            self._rows = HEADER.split("\n")
            at = len(self._rows)
        before, after = self._rows[:at], self._rows[at:]
        while before and not before[-1].strip():
            before.pop()
        kept = [row.removesuffix("\r") for row in rows]
        while kept and not kept[-1]:
            kept.pop()
        middle = ["", *kept, ""] if before else [*kept, ""]
        self._rows = [*before, *(row + self._end for row in middle), *after]
        if not after:
            self._rows[-1] = ""

    def _delete(self, rows: Sequence[int]) -> None:
        for at in reversed(rows):
            del self._rows[at]


def _clean(row: str) -> str:
    """A row as it is understood: without its line end, a sign for each byte that is no text."""
    return row.removesuffix("\r").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _foreign(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"
