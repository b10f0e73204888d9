"""The reader: what a user does in one pane is carried to the engine and to the other panes."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from corpus.types import Span
from index.library import Library
from index.types import Hit
from tui import labels
from tui.history import History, Place
from tui.keys import Scope
from tui.messages import Answered, Marked, Opened, RelatedFound
from tui.screens.library_screen import LibraryScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.block_list import BlockList
from tui.widgets.key_line import KeyLine
from tui.widgets.panes import ORDER, Panes
from tui.widgets.related_list import RelatedList, shared_spans
from tui.widgets.search_pane import SearchPane
from tui.widgets.status import StatusLine
from tui.wrap import inert

NARROW = 110
"""Three panes side by side need this many columns."""
SHORT = 18
"""Under this many rows the related passages do not share the screen with the article."""
SETTLED = 0.15
"""Seconds on a paragraph before its related passages are looked up."""

NOTHING_RELATED = "Nothing in the other articles speaks of this passage."
NAMES_PENDING = "Names are still being read: there may be more later."


class Reader(LibraryScreen):
    """The one screen that stays."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  (Textual's)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    def __init__(self, library: Library, *, name: str, query: str) -> None:
        """`name` is what the top line calls the library; `query` is typed at the start."""
        super().__init__(library)
        self._library_name = name
        self._first_query = query
        self._history = History()
        self._opened: Place | None = None
        self._returning: Place | None = None
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        """Top line, panes, keys."""
        yield StatusLine(self._library_name)
        yield Panes()
        yield KeyLine()

    def on_mount(self) -> None:
        """The frame first, the library after it."""
        self._related.border_title = "related"
        self.query_one(Panes).bring_box()
        if self._first_query:
            self._search.query_text = self._first_query
        self.call_after_refresh(self.start)

    def on_resize(self) -> None:
        """The top line shows the panes where they are not all in view."""
        self.query_one(StatusLine).tell(narrow=self.size.width < NARROW)

    def ask_again(self) -> None:
        """The library changed: the same search, names and related passages once more."""
        if self._search.query_text.strip():
            self.work.search(self._search.query_text)
        article = self._article.article
        if article is not None and self._opened is not None:
            self.work.mark(article.id, self._opened.query)
            self.work.relate(article.id, self._article.paragraph)

    # What the user does

    def action_search(self) -> None:
        """To the box."""
        self.query_one(Panes).bring_box()

    def action_pane_search(self) -> None:
        """To the results."""
        self.query_one(Panes).bring("search")

    def action_pane_article(self) -> None:
        """To the article."""
        self.query_one(Panes).bring("article")

    def action_pane_related(self) -> None:
        """To the related passages, or hide them."""
        self.query_one(Panes).toggle_related()

    def action_next_pane(self) -> None:
        """To the next pane."""
        self.query_one(Panes).cycle(1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self.query_one(Panes).cycle(-1)

    def action_leave_pane(self) -> None:
        """Towards the results."""
        self.query_one(Panes).leave()

    def action_next_match(self) -> None:
        """To the next lit word."""
        self._tell_place("match", self._article.go_to_match(1))

    def action_previous_match(self) -> None:
        """To the lit word before."""
        self._tell_place("match", self._article.go_to_match(-1))

    def action_next_name(self) -> None:
        """To the next name."""
        self._tell_place("name", self._article.go_to_name(1))

    def action_previous_name(self) -> None:
        """To the name before."""
        self._tell_place("name", self._article.go_to_name(-1))

    def action_folded(self) -> None:
        """Show or fold what was taken for debris."""
        self._article.toggle_folded()

    def action_back(self) -> None:
        """To where the user was."""
        self._return_to(self._history.back(self._here), "This is where you began.")

    def action_forward(self) -> None:
        """To where the user came back from."""
        self._return_to(self._history.forward(self._here), "There is nothing further on.")

    def action_quit_reader(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    @on(SearchPane.Asked)
    def _ask(self, event: SearchPane.Asked) -> None:
        """Search what is typed."""
        if event.query.strip():
            self.work.search(event.query)

    @on(SearchPane.Chosen)
    def _choose_hit(self, event: SearchPane.Chosen) -> None:
        """Open a result."""
        item = event.item
        if isinstance(item, Hit):
            number = item.passage.number
            self.work.open(Place(item.info.id, number, query=event.query, marks=item.marks))
        else:
            self.work.open(Place(item.id))

    @on(BlockList.Chosen, "#related")
    def _choose_related(self, event: BlockList.Chosen) -> None:
        """Go where a related passage stands, what is shared lit."""
        item = self._related.items[event.index]
        query = self._search.query_text
        shared = shared_spans(item, target=True)
        number = item.passage.number
        self.work.open(Place(item.info.id, number, query=query, shared=shared))

    @on(BlockList.Lit, "#related")
    def _light_shared(self) -> None:
        """Light in the article what the lit related passage has in common with it."""
        items = self._related.items
        if self._related.has_focus and items:
            self._article.share(shared_spans(items[self._related.lit], target=False))
        else:
            self._article.share(())

    @on(ArticleView.ParagraphChanged)
    def _settle(self, event: ArticleView.ParagraphChanged) -> None:
        """Look for related passages once the reader stays."""
        self._tell_place()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(
            SETTLED, lambda: self.work.relate(event.article, event.paragraph)
        )

    @on(Panes.Fronted)
    def _front(self, event: Panes.Fronted) -> None:
        """The top and bottom lines belong to the pane in front."""
        self.query_one(StatusLine).tell(pane=ORDER.index(event.pane))
        if event.typing:
            self.query_one(KeyLine).tell("box")
        else:
            near: Scope = "article" if event.pane == "article" else "list"
            self.query_one(KeyLine).tell(near, "reader", "app")
        self._light_shared()

    # What the engine answers

    @on(Answered)
    def _answer(self, event: Answered) -> None:
        """Show the results; the words of another search are lit in the open article too."""
        self._search.answer(event.results)
        query = event.results.query
        if self._opened is not None and query not in (self._opened.query, ""):
            self._opened = replace(self._opened, query=query, marks=(), shared=())
            self.work.mark(self._opened.article, query)

    @on(Opened)
    def _open(self, event: Opened) -> None:
        """Show an article, remembering where the reader was."""
        place, article = event.place, event.article
        if article is None:
            self.notify("This article is no longer in the library.", severity="warning")
            return
        here = self._here
        if place is self._returning:
            self._search.query_text = place.query
        elif here is not None:
            self._history.leave(here)
        self._returning = None
        self._opened = place
        lit = _lit(place, event.matches)
        self._article.show(article, place, mentions=event.mentions, matches=lit)
        title = inert(labels.name(article))
        self._article.border_title = Content(title)
        self.query_one(StatusLine).tell(title=title)
        self._related.show(())
        self.query_one(Panes).bring("article")

    @on(Marked)
    def _mark(self, event: Marked) -> None:
        """Light names and words anew."""
        place = self._opened
        if place is not None and (place.article, place.query) == (event.article, event.query):
            self._article.mark(event.mentions, _lit(place, event.matches))

    @on(RelatedFound)
    def _relate(self, event: RelatedFound) -> None:
        """Show related passages, unless the reader is elsewhere by now."""
        article = self._article.article
        if article is None or (article.id, self._article.paragraph) != (
            event.article,
            event.paragraph,
        ):
            return
        empty = f"{NOTHING_RELATED}\n{NAMES_PENDING}" if self.names_pending else NOTHING_RELATED
        self._related.show(event.related, empty=empty, keep=True)
        self._light_shared()

    # Where things are

    @property
    def _search(self) -> SearchPane:
        return self.query_one(SearchPane)

    @property
    def _article(self) -> ArticleView:
        return self.query_one(ArticleView)

    @property
    def _related(self) -> RelatedList:
        return self.query_one(RelatedList)

    @property
    def _here(self) -> Place | None:
        """Where the reader is, and what is searched."""
        place, opened = self._article.place, self._opened
        if place is None or opened is None:
            return None
        query = self._search.query_text
        return replace(place, query=query, marks=opened.marks, shared=opened.shared)

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        """Go to a place of the history."""
        if place is None:
            self.notify(otherwise, timeout=2)
            return
        self._returning = place
        self.work.open(place)

    def _tell_place(self, kind: str = "", found: tuple[int, int] = (0, 0)) -> None:
        """Say which paragraph this is, and which lit word of how many."""
        article = self._article.article
        if article is None:
            return
        where = labels.where(article, self._article.paragraph)
        if kind:
            at, total = found
            where += f" · {kind} {at}/{total}" if total else f" · no {kind}"
        self.query_one(StatusLine).tell(where=where)


def _lit(place: Place, matches: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words to light: those shared with the passage one comes from, else the searched ones."""
    return place.shared or tuple(sorted({*matches, *place.marks}))
