"""The reader's notes and bookmarks: to be looked through, opened, changed, removed."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from corpus.types import Article, Problem
from tui import keys
from tui.context import Context
from tui.history import Place
from tui.keyed import keyed
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.messages import Go
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.render import Role, Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library
    from tui.keeping.find import Found, Status
    from tui.keeping.note_lines import Note

BECAME: "dict[Status, str]" = {
    "exact": "",
    "moved": N_("moved"),
    "changed": N_("the text has changed"),
    "lost": N_("no longer there"),
}
"""What became of a note's place, as far as it is worth a word."""

QUOTED = 2
"""Lines of a quotation; of what is written about it there are as many."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A note, what became of its place, and the number of its paragraph, None where it is lost."""

    note: "Note"
    found: "Found | None"
    paragraph: int | None


class NoteList(BlockList[Kept]):
    """Notes: where, what is quoted, what is written about it."""

    def key_of(self, item: Kept) -> Hashable:
        """Its id in the file."""
        return item.note.id

    def cited(self, item: Kept) -> Place | None:
        """What stands now where it was kept."""
        found = item.found
        return Place(found.article, found=found.span) if found and found.span else None

    def rows_of(self, item: Kept, width: int) -> tuple[Row, ...]:
        """Sign and article, quotation, text, tags."""
        note = item.note
        mark = sign("note" if note.text else "bookmark")
        became = _(BECAME[item.found.status if item.found else "lost"])
        where = labels.place(item.paragraph) if item.paragraph is not None else ""
        origin = labels.APART.join(part for part in (became, where) if part)
        rows = list(heading_rows(f"{mark} {note.heading}", origin, width))
        quoted = note.anchor.exact if note.anchor else ""
        rows += _set_in(quoted, width, ())
        if item.found is not None and item.found.status == "changed":
            rows += _set_in(f"{sign('differ')} {item.found.text}", width, ("warn",))
        rows += _set_in(note.text, width, ("accent",))
        if note.tags:
            tags = " ".join(f"#{tag}" for tag in note.tags)
            rows.append((Run("  "), Run(fit(tags, width - 2), ("entity",))))
        return (*rows, ())


class NotesView(View):
    """Notes with all words or #tags typed."""

    BINDINGS = keys.bindings("notes")
    TITLE: ClassVar[str] = N_("notes")
    PROMPT: ClassVar[str] = N_("words or #tags of a note")
    LEADS: ClassVar[bool] = True

    @dataclass
    class Found(Message):
        """The notes were read and their places found."""

        kept: tuple[Kept, ...]
        """In the file's order."""
        problems: tuple[Problem, ...]
        """Lines of the file that cannot be understood."""
        removed: bool
        """Whether a removed note can be put back."""

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__("notes")
        self._kept: tuple[Kept, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._removed = False
        self._version = -1

    def make_list(self) -> NoteList:
        """Empty."""
        return NoteList(id="note-list")

    @property
    def lit(self) -> "Note | None":
        """The lit note, None in an empty list."""
        items = self.listing.items
        return items[self.listing.lit].note if items else None

    @property
    def idle(self) -> frozenset[str]:
        """There is a note to change, or one to put back."""
        undo = () if self._removed else ("notes.undo",)
        return frozenset(undo) if self.listing.items else keys.names("notes", "undo").union(undo)

    def look(self, context: Context) -> None:
        """They change with the library and by the reader's hand."""
        if context.version != self._version:
            self._version = context.version
            notes = self.reader.notes

            def question(library: "Library") -> Message:
                from tui.keeping.locate import all_found

                listed = notes.all()
                anchors = [note.anchor for note in listed if note.anchor is not None]
                found = iter(all_found(library, anchors))
                kept = [_kept(note, next(found) if note.anchor else None) for note in listed]
                return self.Found(tuple(kept), notes.problems(), notes.any_removed())

            self.work.ask(self, "notes", question)

    def filtered(self, text: str) -> None:
        """Those with all words typed."""
        from tui.keeping.listing import holds

        shown = [one for one in self._kept if holds(one.note, text)]
        empty = _("No note has these words.") if self._kept else self._how_to_keep()
        self.listing.show(shown, empty=empty, keep=True)
        count = len(self._kept)
        told = [ngettext("{n} note", "{n} notes", count).format(n=labels.number(count))]
        reasons = [translated(one.reason) for one in self._problems]
        told += [_("notes.md, {reason}").format(reason=reason) for reason in reasons]
        self.say(tuple(told) if count or self._problems else ())

    def _how_to_keep(self) -> str:
        """That nothing is kept, and by which keys one keeps."""
        keymap = keyed(self).keymap
        lines = (
            _("Nothing is kept yet."),
            keymap.told("reader.bookmark", _("Reading, {key} bookmarks the passage.")),
            keymap.told("reader.note", _("{key} writes a note on it.")),
        )
        return "\n".join(filter(None, lines))

    @on(Found)
    def _show(self, event: Found) -> None:
        event.stop()
        self._kept, self._problems = event.kept, event.problems
        self._removed = event.removed
        self.filtered(self.typed)
        keyed(self).tell_keys()

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Go to the place, the words lit."""
        event.stop()
        found = self.listing.items[event.index].found
        if found is None or found.span is None:
            self.notify(_("What was quoted there stands in no article now."), timeout=4)
        else:
            place = Place(found.article, offset=found.span.start, shared=(found.span,))
            self.post_message(Go(place, event.stay))

    def action_edit(self) -> None:
        """Change the lit note's text."""
        if self.lit is not None:
            self.reader.edit_note(self.lit)

    def action_retag(self) -> None:
        """Change its tags."""
        if self.lit is not None:
            self.reader.tag_note(self.lit)

    def action_remove(self) -> None:
        """Remove it."""
        if self.lit is not None:
            self.reader.remove_note(self.lit)

    def action_undo(self) -> None:
        """Put the one back that was removed last."""
        self.reader.restore_note()


def _kept(note: "Note", found: "tuple[Found, Article | None] | None") -> Kept:
    """A note with the number of its paragraph."""
    from tui.keeping.anchor import paragraph_of

    where, article = found or (None, None)
    if where is None or where.span is None or article is None:
        return Kept(note, where, None)
    return Kept(note, where, paragraph_of(article, where.span))


def _set_in(text: str, width: int, roles: tuple[Role, ...]) -> list[Row]:
    """A text in a few lines, set in by two cells."""
    if not text.strip():
        return []
    rows = excerpt(text, 0, (), width=width - 2, height=QUOTED)
    return [(Run("  "), *(Run(run.text, (*run.roles, *roles)) for run in row)) for row in rows]
