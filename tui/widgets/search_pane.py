"""The search box, how the query was read, and what was found.

The list always belongs to the text in the box, or the line above it says "searching…".
"""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.message import Message

from corpus.types import ArticleInfo
from index.types import Hit, Results
from tui.context import Context
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.text import labels
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import HitList
from tui.widgets.search_box import SearchBox
from tui.widgets.view import View

FIRST, MORE = 20, 3
"""Results asked for while one types, and how many times as many when one nears their end: each
costs a look at its text, and few are looked at."""
NEAR = 8
"""Results from the end at which more are asked for."""
SLOW = 0.1
"""Seconds after which one is told that the list is an older text's; sooner it would flicker."""


class SearchPane(View):
    """Search and results."""

    TITLE: ClassVar[str] = N_("search")
    PROMPT: ClassVar[str] = N_("search")

    @dataclass
    class Asked(Message):
        """The text in the box changed."""

        query: str
        """The text, as typed."""
        limit: int
        """How many results are wanted."""

    @dataclass
    class Chosen(Message):
        """A result is to be opened."""

        item: Hit | ArticleInfo
        """The result."""
        query: str
        """What found it, empty in the list of all articles."""
        stay: bool
        """Whether the keyboard stays in the list."""

    def __init__(self) -> None:
        """Nothing listed yet."""
        super().__init__("results")
        self._infos: tuple[ArticleInfo, ...] = ()
        self._total = 0
        self._results: Results | None = None
        self._open_when_found = False
        self._wanted = FIRST
        self._empty_text = ""

    def make_list(self) -> HitList:
        """Hits, or articles."""
        return HitList(id="hits")

    def look(self, context: Context) -> None:
        """The results belong to the box alone."""

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.typed

    @query_text.setter
    def query_text(self, text: str) -> None:
        """Type for the user."""
        box = self.query_one(SearchBox)
        box.value = text
        box.cursor_position = len(text)

    @property
    def up_to_date(self) -> bool:
        """Whether the list belongs to the text in the box."""
        wanted = self.query_text.strip()
        return not wanted or (self._results is not None and self._results.query == self.query_text)

    def list_articles(self, infos: tuple[ArticleInfo, ...], total: int, *, empty: str) -> None:
        """The library's articles, of how many; `empty` says why there are none."""
        self._infos, self._total, self._empty_text = infos, total, empty
        if not self.query_text.strip():
            self._show_articles(keep=True)

    def answer(self, results: Results) -> None:
        """Show an answer, unless the text in the box has moved on."""
        if results.query != self.query_text or not results.query.strip():
            return
        again = self._results is not None and self._results.query == results.query
        self._results = results
        self.listing.show(results.hits, empty=_nothing(results), keep=again)
        self.say((_found(results), *map(translated, results.reading.remarks)))
        if self._open_when_found:
            self._open_when_found = False
            self.listing.action_choose()

    def filtered(self, text: str) -> None:
        """Ask, and say that the answer is not there yet."""
        self._open_when_found, self._wanted = False, FIRST
        if not text.strip():
            self._results = None
            self._show_articles(keep=False)
        elif not self.up_to_date:
            self.set_timer(SLOW, self._say_searching)
        self.ask()

    def ask(self) -> None:
        """Ask for as many results of what is typed as were listed."""
        self.post_message(self.Asked(self.query_text, self._wanted))

    def open_first(self) -> None:
        """Open the lit result of what is typed, as soon as it is there."""
        if self.up_to_date:
            self.listing.action_choose()
        else:
            self._open_when_found = True

    @on(BlockList.Lit, "#hits")
    def _want_more(self, event: BlockList.Lit) -> None:
        """More results, before the reader comes to the end of these."""
        results = self._results
        if results is None or event.index < len(results.hits) - NEAR or not self.up_to_date:
            return
        if self._wanted <= len(results.hits) < results.total:
            self._wanted *= MORE
            self.ask()

    @on(BlockList.Chosen, "#hits")
    def _choose(self, event: BlockList.Chosen) -> None:
        """Open a result of what is typed; an older list's is not opened."""
        event.stop()
        if self.up_to_date:
            query = self.query_text if self.query_text.strip() else ""
            item = self.listing.items[event.index]
            self.post_message(self.Chosen(item, query, event.stay))

    def _show_articles(self, *, keep: bool) -> None:
        """What there is to read before anything is searched."""
        shown, total = len(self._infos), self._total
        if shown < total:
            words = _("the latest {shown} of {total}: type to search")
            self.say((words.format(shown=labels.number(shown), total=labels.number(total)),))
        else:
            self.say((labels.articles(total),) if shown else ())
        self.listing.show(self._infos, empty=self._empty_text, keep=keep)

    def _say_searching(self) -> None:
        """The list is still an older text's."""
        if not self.up_to_date:
            self.say((_("searching…"),))


def _found(results: Results) -> str:
    """How many passages, and how many of them are listed."""
    shown, total = len(results.hits), results.total
    words = ngettext("{total} passage", "{total} passages", total)
    if shown < total:
        words = _("{shown} of {total} passages")
    return words.format(shown=labels.number(shown), total=labels.number(total))


def _nothing(results: Results) -> str:
    """What to try where nothing was found."""
    words = results.query.split()
    hint = _("Try fewer words.") if len(words) > 1 else _("Try the beginning of the word.")
    return "{nothing}\n{hint}".format(nothing=_("Nothing found."), hint=hint)
