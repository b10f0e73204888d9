"""The search box, how the query was read, and what was found.

The list always belongs to the text in the box, or the line above it says "searching…".
"""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from corpus.types import ArticleInfo
from index.types import Hit, Results
from tui import labels
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import HitList
from tui.widgets.search_box import SearchBox
from tui.wrap import inert

SLOW = 0.1
"""Seconds after which one is told that the list is an older text's; sooner it would flicker."""
LISTED = 200
"""So many articles are listed while nothing is searched; a longer list is not read."""
REMARKS = 3
"""Lines at most that say how a query was read."""


class SearchPane(Vertical):
    """Search and results."""

    @dataclass
    class Asked(Message):
        """The text in the box changed."""

        query: str
        """The text, as typed."""

    @dataclass
    class Chosen(Message):
        """A result is to be opened."""

        item: Hit | ArticleInfo
        """The result."""
        query: str
        """What found it, empty in the list of all articles."""

    def __init__(self) -> None:
        """Nothing listed yet."""
        super().__init__(id="search")
        self._infos: tuple[ArticleInfo, ...] = ()
        self._results: Results | None = None
        self._open_when_found = False
        self._empty_text = ""
        self._said = ""

    def compose(self) -> ComposeResult:
        """Box, remarks, list."""
        with Horizontal(id="boxline"):
            yield Static("›", id="prompt")
            yield SearchBox()
        yield Static("", id="remarks", markup=False)
        yield HitList(id="hits")

    def on_mount(self) -> None:
        """A frame with a title where there is room for one."""
        self.border_title = "search"

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(SearchBox).value

    @query_text.setter
    def query_text(self, text: str) -> None:
        """Type for the user."""
        self.query_one(SearchBox).value = text

    @property
    def up_to_date(self) -> bool:
        """Whether the list belongs to the text in the box."""
        wanted = self.query_text.strip()
        return not wanted or (self._results is not None and self._results.query == self.query_text)

    def list_articles(self, infos: tuple[ArticleInfo, ...], *, empty: str) -> None:
        """The library's articles; `empty` says why there are none."""
        self._infos, self._empty_text = infos, empty
        if not self.query_text.strip():
            self._show_articles(keep=True)

    def answer(self, results: Results) -> None:
        """Show an answer, unless the text in the box has moved on."""
        if results.query != self.query_text or not results.query.strip():
            return
        again = self._results is not None and self._results.query == results.query
        self._results = results
        self.query_one(HitList).show(results.hits, empty=_nothing(results), keep=again)
        found = labels.count(results.total, "passage")
        shown = f"{len(results.hits):,} of " if results.total > len(results.hits) else ""
        self._say((f"{shown}{found}", *results.reading.remarks))
        if self._open_when_found:
            self._open_when_found = False
            self.query_one(HitList).action_choose()

    @on(Input.Changed, "#box")
    def _typed(self, event: Input.Changed) -> None:
        """Ask, and say that the answer is not there yet."""
        event.stop()
        self._open_when_found = False
        if not event.value.strip():
            self._results = None
            self._show_articles(keep=False)
        elif not self.up_to_date:
            self.set_timer(SLOW, self._say_searching)
        self.post_message(self.Asked(event.value))

    @on(SearchBox.OpenFirst)
    def _open_first(self) -> None:
        """Open the lit result of what is typed, as soon as it is there."""
        if self.up_to_date:
            self.query_one(HitList).action_choose()
        else:
            self._open_when_found = True

    @on(SearchBox.Left)
    def _leave_box(self) -> None:
        """From the box to the list."""
        self.query_one(HitList).focus()

    @on(SearchBox.Step)
    async def _step(self, event: SearchBox.Step) -> None:
        """Move in the list while the box keeps the keyboard."""
        await self.query_one(HitList).run_action(event.action)

    @on(BlockList.Chosen, "#hits")
    def _choose(self, event: BlockList.Chosen) -> None:
        """Open a result of what is typed; an older list's is not opened."""
        event.stop()
        if self.up_to_date:
            query = self.query_text if self.query_text.strip() else ""
            self.post_message(self.Chosen(self.query_one(HitList).items[event.index], query))

    def _show_articles(self, *, keep: bool) -> None:
        """The latest articles first where there are too many to list."""
        infos = self._infos
        if len(infos) > LISTED:
            infos = tuple(sorted(infos, key=lambda info: info.published or "", reverse=True))
            self._say((f"the latest {LISTED} of {len(infos):,}: type to search",))
        else:
            self._say((labels.count(len(infos), "article"),) if infos else ())
        self.query_one(HitList).show(infos[:LISTED], empty=self._empty_text, keep=keep)

    def _say_searching(self) -> None:
        """The list is still an older text's."""
        if not self.up_to_date:
            self._say(("searching…",))

    def _say(self, remarks: tuple[str, ...]) -> None:
        """The dim lines under the box."""
        line = self.query_one("#remarks", Static)
        text = "\n".join(inert(remark) for remark in remarks[:REMARKS])
        if text != self._said:
            self._said = text
            line.update(Content(text))
            line.display = bool(text)


def _nothing(results: Results) -> str:
    """What to try where nothing was found."""
    words = results.query.split()
    hint = "Try fewer words." if len(words) > 1 else "Try the beginning of the word."
    return f"Nothing found.\n{hint}"
