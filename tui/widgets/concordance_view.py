"""The concordance: every place where a word stands, in context, sorted by its neighbours."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from index.types import Concordance, KwicLine, KwicSort
from tui import keys
from tui.context import Context
from tui.history import Place
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.messages import Go
from tui.text import labels
from tui.widgets.block_list import BlockList
from tui.widgets.kwic_list import KwicList
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library

CONTEXT = 120
"""Characters of context on each side: more than any screen shows."""
PAGE = 200
"""Lines fetched at once; the next ones come when the reader nears the end."""
NEAR = 20
"""Lines from the end at which they are fetched."""

BY_WORD: tuple[KwicSort, ...] = ("left3", "left2", "left1", "right1", "right2", "right3")
BY_ARTICLE: tuple[KwicSort, ...] = ("article", "date", "source")

SORTS: dict[KwicSort, str] = {
    "left3": N_("3rd word left"),
    "left2": N_("2nd word left"),
    "left1": N_("1st word left"),
    "right1": N_("1st word right"),
    "right2": N_("2nd word right"),
    "right3": N_("3rd word right"),
    "article": N_("article"),
    "date": N_("date"),
    "source": N_("outlet"),
}


class ConcordanceView(View):
    """Of what is typed into its box; of the search, where nothing is."""

    BINDINGS = keys.bindings("concordance")
    TITLE: ClassVar[str] = N_("concordance")
    PROMPT: ClassVar[str] = N_("word, phrase or search; empty: what is searched")
    LEADS: ClassVar[bool] = True

    @dataclass
    class Found(Message):
        """Lines were looked up."""

        page: Concordance
        """Some lines, and how many there are."""
        sort: KwicSort
        """Their order."""
        offset: int
        """How many lines come before them."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("concordance")
        self._sort: KwicSort = "article"
        self._query = ""
        self._version = -1
        self._total = 0

    def make_list(self) -> KwicList:
        """Empty."""
        return KwicList(id="kwic-list")

    @property
    def asked(self) -> str:
        """Of what this is the concordance; a space at its end says that its last word is whole."""
        return self.typed if self.typed.strip() else self._query

    def look(self, context: Context) -> None:
        """Another search where the box is empty, or another library."""
        before = self.asked
        self._query = context.query
        if self.asked != before or context.version != self._version:
            self._version = context.version
            self._ask()

    @property
    def idle(self) -> frozenset[str]:
        """There are lines to sort."""
        return frozenset() if self.listing.items else keys.names("concordance")

    def filtered(self, text: str) -> None:
        """Another word."""
        self._ask()

    def _ask(self, offset: int = 0) -> None:
        """Fetch a page."""
        text, sort = self.asked, self._sort
        if not text.strip():
            self._total = 0
            self.listing.show((), empty=_("Type a word, or search for one first."))
            self.say(())
            return

        def question(library: "Library") -> Message:
            page = library.kwic(
                text, sort=sort, width=CONTEXT, limit=PAGE, offset=offset, typing=True
            )
            return self.Found(page, sort, offset)

        self.work.ask(self, "kwic", question)

    @on(Found)
    def _show(self, event: Found) -> None:
        event.stop()
        page = event.page
        if (page.query, event.sort) != (self.asked, self._sort):
            return
        before: tuple[KwicLine, ...] = tuple(self.listing.items) if event.offset else ()
        self._total = page.total
        self.listing.show((*before, *page.lines), empty=_("Nothing found."), keep=True)
        lines = ngettext("{n} line", "{n} lines", page.total).format(n=labels.number(page.total))
        order = _("by {order}").format(order=_(SORTS[self._sort]))
        listed = labels.APART.join((page.query.strip(), lines, order))
        self.say((listed, *map(translated, page.reading.remarks)))

    @on(BlockList.Lit)
    def _fetch_more(self, event: BlockList.Lit) -> None:
        """The next page, before the reader comes to the end of this one."""
        held = len(self.listing.items)
        if held < self._total and event.index >= held - NEAR:
            self._ask(held)

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """To the place of a line."""
        event.stop()
        line: KwicLine = self.listing.items[event.index]
        place = Place(
            line.info.id, line.passage.number, line.span.start, query=self.asked, marks=(line.span,)
        )
        self.post_message(Go(place, event.stay))

    def action_sort_left(self) -> None:
        """By a word further left."""
        self._sort_by(-1, "left1")

    def action_sort_right(self) -> None:
        """By a word further right."""
        self._sort_by(1, "right1")

    def action_sort_articles(self) -> None:
        """By article, date or outlet."""
        at = BY_ARTICLE.index(self._sort) + 1 if self._sort in BY_ARTICLE else 0
        self._order(BY_ARTICLE[at % len(BY_ARTICLE)])

    def _sort_by(self, step: int, first: KwicSort) -> None:
        """The neighbour in the order of words, `first` where lines are not sorted by words."""
        if self._sort not in BY_WORD:
            self._order(first)
            return
        at = BY_WORD.index(self._sort) + step
        self._order(BY_WORD[min(max(at, 0), len(BY_WORD) - 1)])

    def _order(self, sort: KwicSort) -> None:
        """From the first line on."""
        if sort != self._sort:
            self._sort = sort
            self._ask()
