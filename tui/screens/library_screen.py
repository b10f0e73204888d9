"""A screen on a library that is being brought up to date while it is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen
from textual.timer import Timer

from corpus.types import Progress, Summary
from tui import keys
from tui.keyed import keyed
from tui.language.engine_words import translated
from tui.language.i18n import N_, _
from tui.messages import (
    FolderChanged,
    LibraryChanged,
    Listed,
    OthersUpdate,
    UpdateEnded,
    UpdateMoved,
    WatchEnded,
)
from tui.terminal.compositor import SparingCompositor
from tui.text import labels
from tui.text.remaining import Remaining
from tui.widgets.article_view import ArticleView
from tui.widgets.search_pane import SearchPane
from tui.widgets.status import StatusLine
from tui.work import Work

if TYPE_CHECKING:
    from index.library import Library

DOING = {
    "read": N_("reading"),
    "index": N_("indexing"),
    "names": N_("names"),
    "linking": N_("linking names"),
    "facts": N_("indexing names"),
    "copies": N_("looking for copies"),
}
"""What the stages of an update are called; others, the rare ones, say it themselves."""

PAUSE = 3.0
"""Seconds that names gather before the screen asks again: in a large library that costs."""


class LibraryScreen(Screen[None], inherit_bindings=False):
    """The part of the reader that follows the library; what it shows of it is its heir's."""

    # Not the first thing in view: what a page was left for says what gets the keyboard.
    AUTO_FOCUS = ""
    BINDINGS = keys.bindings("reader")

    def __init__(self, opened: "Callable[[], Library]") -> None:
        """`opened` opens the library, in a thread and not before `start`."""
        super().__init__()
        self._compositor = SparingCompositor()
        self.work = Work(opened, self)
        self.summary: Summary | None = None
        self.version = 0
        self._updating = False
        self._changed_meanwhile = False
        self._asking: Timer | None = None
        self._read_only = False
        self._remaining = Remaining()
        self._stopped = False

    def ask_again(self) -> None:
        """Something new can be read: ask again for what is shown."""

    def start(self) -> None:
        """List what is there, then see what is new."""
        self.work.list_articles()
        self._bring_up_to_date()

    @property
    def names_pending(self) -> bool:
        """Whether names are still to be read in some article."""
        return self.summary is not None and self.summary.annotated < self.summary.articles

    def action_update(self) -> None:
        """Bring the library up to date, or say who does."""
        if self._read_only:
            words = _("This library is read-only: others keep its index. What they add appears.")
            self.notify(words, markup=False, timeout=6)
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        self._updating, self._stopped = True, False
        self._remaining = Remaining()
        self._tell_work(_("looking for changes…"))
        self.work.update()

    def action_stop_update(self) -> None:
        """Stop that; what was done is kept."""
        if self._updating:
            self._stopped = True
            self._tell_work(_("stopping…"))
            self.work.stop_update()

    def action_watch(self) -> None:
        """Follow the folder, or no longer."""
        if self.work.watching:
            self.work.stop_watch()
        else:
            self.work.watch()

    @on(FolderChanged)
    def _follow_folder(self) -> None:
        """Bring the library up to date, after the update that may be under way."""
        self.query_one(StatusLine).tell(watching=True)
        if self._updating:
            self._changed_meanwhile = True
        else:
            self._bring_up_to_date()

    @on(WatchEnded)
    def _stop_following(self, event: WatchEnded) -> None:
        """Say so."""
        self.query_one(StatusLine).tell(watching=False)
        if event.failure:
            self.notify(event.failure, severity="warning", markup=False, timeout=10)

    @on(Listed)
    def _list(self, event: Listed) -> None:
        """Show what the library holds."""
        if self.summary is None:
            self.work.warm()
        self.summary = event.summary
        if self._stopped and not self._updating:
            self._stopped = False
            self.notify(labels.kept(event.summary), markup=False, timeout=8)
        self.query_one(StatusLine).tell(summary=event.summary, read_only=event.read_only)
        if event.read_only and not self._read_only:
            self._read_only = True
            self.work.watch()
        empty = "" if event.infos else self._why_empty()
        total = event.summary.articles
        self.query_one(SearchPane).list_articles(event.infos, total, empty=empty)
        welcome = self._told(
            "list.choose",
            _("Choose an article and press {key}.\nOr type: results change with every letter."),
            _("Type: results change with every letter."),
        )
        self.query_one(ArticleView).say(empty or welcome)

    @on(UpdateMoved)
    def _move(self, event: UpdateMoved) -> None:
        """Say how far the update is."""
        if self._updating and not self._stopped:
            self._remaining.hear(event.progress.left)
            stop = self._told("reader.stop_update", _("{key} stops"))
            doing, left = _words(event.progress), self._remaining
            told = ((doing, left.words, stop), (doing, left.brief, stop), (doing, left.brief))
            self._tell_work(*("  ".join(filter(None, parts)) for parts in told))

    @on(OthersUpdate)
    def _follow_others(self) -> None:
        """Show what another recoupe adds to the library."""
        if self._updating:
            self._tell_work(_("another recoupe reads the folder"))
        self.library_changed()

    @on(LibraryChanged)
    def _change(self, event: LibraryChanged) -> None:
        """Ask again for everything shown, not with every batch; the reader's place stays."""
        if event.changed.what != "names":
            self.library_changed()
        elif self._asking is None:
            self._asking = self.set_timer(PAUSE, self.library_changed)

    def library_changed(self) -> None:
        """Something in the library is new: ask again for all that is shown of it."""
        self._asking = None
        self.version += 1
        self.work.list_articles()
        self.ask_again()

    @on(UpdateEnded)
    def _end(self, event: UpdateEnded) -> None:
        """Say how the update ended."""
        self._updating = False
        stopped = self._told("reader.update", _("○ stopped: {key} goes on"), _("○ stopped"))
        self._tell_work(stopped if event.cancelled else "")
        self.library_changed()
        if event.failure:
            self._tell_work(_("○ not up to date"))
            self.notify(event.failure, severity="warning", markup=False, timeout=10)
        if self._changed_meanwhile and not event.cancelled:
            self._changed_meanwhile = False
            self._bring_up_to_date()

    def _tell_work(self, *words: str) -> None:
        """The longest words first: the first that fit are shown."""
        self.query_one(StatusLine).tell(work=words)

    def _why_empty(self) -> str:
        """What to say while there is no article."""
        if self._updating:
            return _("Reading the folder…")
        if self.summary is not None and self.summary.problems:
            return self._told(
                "reader.view_problems",
                _("No file of this folder could be read.\nPress {key} to see why."),
                _("No file of this folder could be read."),
            )
        return self._told(
            "reader.update",
            _(
                "There are no articles in this folder.\n"
                "Put text files there, one article each, or a .jsonl file with many;"
                " then press {key}."
            ),
            _(
                "There are no articles in this folder.\n"
                "Put text files there, one article each, or a .jsonl file with many."
            ),
        )

    def _told(self, name: str, words: str, otherwise: str = "") -> str:
        """Words that name the key of an action, or others."""
        return keyed(self).keymap.told(name, words, otherwise)


def _words(progress: Progress) -> str:
    """`reading 1,204 of 36,128`, `names 12 %`."""
    stage = progress.stage
    doing = _(DOING[stage]) if stage in DOING else translated(stage)
    done, total = labels.number(progress.done), labels.number(progress.total)
    if not progress.total:
        return f"{doing} {done}" if progress.done else f"{doing}…"
    if progress.stage == "names":
        return f"{doing} {100 * progress.done // progress.total} %"
    return _("{doing} {done} of {total}").format(doing=doing, done=done, total=total)
