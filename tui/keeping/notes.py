"""The reader's notes, tags and bookmarks on one library: one file of Markdown, `notes.md`.

What is removed stays in a file beside it, `removed-notes.md`, from which the last one comes back.
The file is the reader's: it may be read, edited, compared and synchronised with anything. Every
change reads it again under a lock and replaces only the lines that it concerns; what cannot be
understood stays where it is and is told.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.errors import RecoupeError
from corpus.own_file import OwnFile
from corpus.types import Article, Problem, Span
from tui.keeping import note_lines, trash
from tui.keeping.anchor import Anchor, anchor, paragraph_of
from tui.keeping.find import Found, find
from tui.keeping.note_lines import Note
from tui.keeping.note_text import NoteText

FILE = "notes.md"


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and where its place is in an article now."""

    note: Note
    found: Found


@dataclass(frozen=True, slots=True)
class _Read:
    """What is in the file; `state` tells whether it still is the same file."""

    state: object
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


class Notes:
    """The notes of a folder of the reader's own; neither it nor the file need exist yet.

    Methods may be called from any thread. Those that write raise RecoupeError where they cannot.
    """

    def __init__(self, own: Path) -> None:
        self.path = own / FILE
        self._file = OwnFile(self.path)
        self._trash = OwnFile(own / trash.FILE)
        self._last: _Read | None = None

    def all(self) -> tuple[Note, ...]:
        """Every note, in the file's order."""
        return self._read().notes

    def problems(self) -> tuple[Problem, ...]:
        """The lines that cannot be understood, each with its number."""
        return self._read().problems

    def of(self, article: Article) -> tuple[Placed, ...]:
        """The notes on an article, under this name or with these contents, in the order of the
        text, each with where it is found now; lost ones last."""
        anchored = ((one, one.anchor) for one in self.all() if one.anchor is not None)
        placed = [
            Placed(one, find(article, place))
            for one, place in anchored
            if article.id == place.article or article.digest == place.digest
        ]
        end = Span(len(article.text), len(article.text))
        return tuple(sorted(placed, key=lambda one: one.found.span or end))

    def add(
        self, article: Article, span: Span, *, text: str = "", tags: Iterable[str] = ()
    ) -> Note:
        """Keep a place and what the reader writes about it; returns the new note.

        Raises ValueError where nothing is written at `span`.
        """
        place = anchor(article, span)
        heading = _heading(article, place)
        with self._changing() as file:
            name = _new_id({one.id for one in file.notes})
            file.add(Note(name, place, text, cleaned(tags), heading, _now(), 0))
        return self._called(name)

    def change(
        self, note: Note, *, text: str | None = None, tags: Iterable[str] | None = None
    ) -> Note:
        """Write another text or other tags; returns the note as it is then.

        `note` is what the reader saw. Where it is gone, or another program has changed the same
        part of it since, RecoupeError says so and nothing is written.
        """
        with self._changing() as file:
            current = self._same(file, note)
            seen = (
                text is None or current.text == note.text,
                tags is None or current.tags == note.tags,
            )
            if not all(seen):
                raise RecoupeError(
                    "Changed", "this note has been changed elsewhere", "read it again"
                )
            file.change(current, text, None if tags is None else cleaned(tags))
        return self._called(current.id)

    def remove(self, note: Note) -> None:
        """Take a note out of the file; comments in it stay. `undo` puts it back."""
        with self._changing() as file:
            removed = file.remove(self._same(file, note))
            # First: a note is rather in both files than in none.
            self._trash.replace(trash.thrown(self._trash.text(), removed, _now()))

    def any_removed(self) -> bool:
        """Whether `undo` can put a note back."""
        try:
            return trash.taken_back(self._trash.text()) is not None
        except OSError:
            return False

    def undo(self) -> bool:
        """Put the note back that was removed last, be it long ago; False where there is none."""
        if not self.any_removed():
            return False
        with self._file.writing():
            found = trash.taken_back(self._trash.text())
            if found is not None:
                file = NoteText(self._file.text())
                file.restore(found[0])
                self._file.replace(file.text)
                self._trash.replace(found[1])
        return found is not None

    @contextmanager
    def _changing(self) -> Iterator[NoteText]:
        """The file as it is now, written at the end of the block; other writers wait."""
        with self._file.writing():
            file = NoteText(self._file.text())
            yield file
            self._file.replace(file.text)

    def _read(self) -> _Read:
        """The file as it is now; read again only if it has changed."""
        try:
            stat = self.path.stat()
            state: object = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if self._last is None or self._last.state != state:
                self._last = self._parsed(state)
        except FileNotFoundError:
            self._last = _Read(None, (), ())
        except OSError as error:
            problem = Problem(str(self.path), "notes", f"cannot be read: {error.strerror}")
            self._last = _Read(None, (), (problem,))
        return self._last

    def _parsed(self, state: object) -> _Read:
        file = NoteText(self._file.text())
        problems = (
            Problem(str(self.path), "notes", f"line {number}: {reason}")
            for number, reason in file.problems()
        )
        return _Read(state, file.notes, tuple(problems))

    def _same(self, file: NoteText, note: Note) -> Note:
        """A note as it is in the file now. Raises RecoupeError where it is gone."""
        wanted = (note.id, note.anchor, note.heading)
        same = (one for one in file.notes if (one.id, one.anchor, one.heading) == wanted)
        found = next(same, None)
        if found is None:
            raise RecoupeError("Gone", "this note is no longer in the file", str(self.path))
        return found

    def _called(self, name: str) -> Note:
        """The note of an id that was just written."""
        return next(one for one in self.all() if one.id == name)


def cleaned(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as the file has them: without #, a hyphen for each blank or comma, each once."""
    hyphened = ("-".join(note_lines.tags(tag)) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in hyphened if tag))


def _heading(article: Article, place: Anchor) -> str:
    """What a note is called in the file: title or name of the article, outlet, date, paragraph."""
    number = paragraph_of(article, place.span) if place.span else 0
    facts = (article.source, article.published, f"¶ {number}" if number else "title")
    return f"{article.title or article.id} ({', '.join(fact for fact in facts if fact)})"


def _now() -> str:
    """ISO 8601, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _new_id(taken: set[str]) -> str:
    """Eight characters that no other note of the file has."""
    while (name := secrets.token_hex(4)) in taken:
        pass
    return name
