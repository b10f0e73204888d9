"""What the user keeps of what is read: notes, tags, bookmarks; their signs beside the text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from corpus.errors import RecoupeError
from corpus.types import Article, ArticleId
from tui.keyed import keyed
from tui.language.engine_words import translated
from tui.language.i18n import _
from tui.messages import Opened
from tui.screens.citing import Citing
from tui.terminal.signs import sign
from tui.text.wrap import inert

if TYPE_CHECKING:
    from index.library import Library
    from tui.keeping.note_lines import Note
    from tui.keeping.notes import Notes, Placed

LINE_END = " ⏎ "
"""Stands for a line end where a note of several lines is changed in one."""


class Keeping(Citing):
    """Notes and bookmarks; copies and exports."""

    _placed: "tuple[Placed, ...]" = ()
    """The notes on the open article."""

    @dataclass
    class NotesFound(Message):
        """The notes on an article were looked for."""

        article: ArticleId
        """The article."""
        placed: "tuple[Placed, ...]"
        """The notes, and where they stand."""

    @dataclass
    class Kept(Message):
        """The notes were changed, or could not be."""

        told: str
        """What was done, or why it was not."""
        refused: bool = False
        """Whether nothing was changed."""

    @cached_property
    def notes(self) -> "Notes":
        """The reader's own file of notes."""
        # Not needed for the first screen.
        from tui.keeping.notes import Notes

        return Notes(self.start_of.own)

    # On the passage being read

    def action_bookmark(self) -> None:
        """Bookmark the passage; a mere bookmark that is there is taken away."""
        passage = self.passage()
        if passage is None:
            return
        article, span = passage
        bare = [one for one in self._notes_here() if not one.text and not one.tags]
        if bare:
            self.keep(lambda notes: notes.remove(bare[0]), _("The bookmark is removed."))
        else:
            done = keyed(self).keymap.told(
                "reader.view_notes", _("Bookmarked: {key} lists them."), _("Bookmarked.")
            )
            self.keep(lambda notes: notes.add(article, span), done)

    def action_note(self) -> None:
        """Write on the passage, or go on with what is written there."""
        here = [one for one in self._notes_here() if one.text] or self._notes_here()
        if here:
            self.edit_note(here[0])
            return
        passage = self.passage()
        if passage is None:
            return
        article, span = passage

        def written(text: str) -> None:
            self.keep(lambda notes: notes.add(article, span, text=text), _("The note is kept."))

        self._have_typed(_("Note"), "", written)

    def action_tag(self) -> None:
        """Tag the passage, or the note on it."""
        here = self._notes_here()
        if here:
            self.tag_note(here[0])
            return
        passage = self.passage()
        if passage is None:
            return
        article, span = passage

        def written(text: str) -> None:
            self.keep(lambda notes: notes.add(article, span, tags=text.split()), _("Tagged."))

        self._have_typed(_("Tags"), "", written)

    # On any note

    def edit_note(self, note: "Note") -> None:
        """Change a note's text."""

        def written(text: str) -> None:
            self.keep(lambda notes: notes.change(note, text=text), _("The note is changed."))

        self._have_typed(_("Note"), note.text, written, empty=True)

    def tag_note(self, note: "Note") -> None:
        """Change a note's tags."""

        def written(text: str) -> None:
            tags = text.replace(",", " ").split()
            self.keep(lambda notes: notes.change(note, tags=tags), _("The tags are changed."))

        self._have_typed(_("Tags"), " ".join(f"#{tag}" for tag in note.tags), written, empty=True)

    def remove_note(self, note: "Note") -> None:
        """Remove a note."""
        words = keyed(self).keymap.told(
            "notes.undo", _("The note is removed. {key} puts it back."), _("The note is removed.")
        )
        self.keep(lambda notes: notes.remove(note), words)

    def restore_note(self) -> None:
        """Put back the note that was removed last."""

        def restore(notes: "Notes") -> None:
            if not notes.undo():
                raise RecoupeError("Nothing", _("There is no removed note."), "")

        self.keep(restore, _("The note is back."))

    def keep(self, change: "Callable[[Notes], object]", done: str) -> None:
        """Change the notes in a thread: another program may be writing the file. Then say so."""
        self.article_view.settle_selection()
        self.run_worker(partial(self._keep, change, done), thread=True, group="notes")

    def _keep(self, change: "Callable[[Notes], object]", done: str) -> None:
        try:
            change(self.notes)
        except RecoupeError as error:
            self.post_message(self.Kept(translated(error.message), refused=True))
        except ValueError:
            self.post_message(self.Kept(_("Nothing is written there."), refused=True))
        else:
            self.post_message(self.Kept(done))

    @on(Kept)
    def _tell_kept(self, event: Kept) -> None:
        event.stop()
        if event.refused:
            self.notify(event.told, severity="warning", markup=False, timeout=8)
        else:
            self.notify(event.told, markup=False, timeout=3)
        self._look_for_notes()
        self.tell_view_again()

    def _have_typed(
        self, question: str, text: str, then: Callable[[str], None], *, empty: bool = False
    ) -> None:
        """Have a line typed; `empty` tells whether nothing is an answer, too."""
        from tui.screens.prompt import Prompt

        def typed(answer: str | None) -> None:
            if answer is not None and (answer.strip() or empty):
                then("\n".join(part.strip() for part in answer.split(LINE_END.strip())))

        self.app.push_screen(Prompt(question, text.replace("\n", LINE_END)), typed)

    # Beside the text

    @on(Opened)
    def _find_notes(self, event: Opened) -> None:
        """Those of another article are no longer wanted."""
        if event.article is not None:
            self._placed = ()
            self._look_for_notes(event.article)

    def _look_for_notes(self, article: Article | None = None) -> None:
        """Find the notes on an article, the open one."""
        article = article or self.article_view.article
        if article is None:
            return
        found = article

        def question(library: "Library") -> Message:
            return self.NotesFound(found.id, self.notes.of(found))

        self.work.ask(self, "notes", question)

    @on(NotesFound)
    def _show_notes(self, event: NotesFound) -> None:
        """A sign beside the line where each begins."""
        event.stop()
        view = self.article_view
        if view.article is None or view.article.id != event.article:
            return
        self._placed = event.placed
        signs = {
            one.found.span.start: sign("note" if one.note.text else "bookmark")
            for one in event.placed
            if one.found.span is not None
        }
        view.note(signs)
        self.tell_place()

    def standing_words(self) -> str:
        """What is written on the paragraph, where nothing else is to be said of it."""
        words = super().standing_words()
        told = ((one.text, *(f"#{tag}" for tag in one.tags)) for one in self._notes_here())
        lines = (" ".join(" ".join(parts).split()) for parts in told)
        return words or inert(next(filter(None, lines), ""))

    def _notes_here(self) -> "list[Note]":
        """The notes on what is selected, else on the paragraph being read."""
        view = self.article_view
        article = view.article
        paragraph = article.paragraph(view.paragraph) if article is not None else None
        if paragraph is None:
            return []
        chosen = view.selected
        return [
            one.note
            for one in self._placed
            if one.found.span is not None
            and (one.found.span == chosen if chosen else paragraph.span.overlaps(one.found.span))
        ]
