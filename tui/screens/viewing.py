"""The left pane's views, and what is searched."""

from dataclasses import replace

from textual import on

from index.types import Hit
from tui.history import Place
from tui.language.i18n import _
from tui.messages import Answered, Narrow, Search
from tui.screens.moving import Moving
from tui.text.narrowing import toggled
from tui.widgets.panes import Panes
from tui.widgets.search_pane import SearchPane
from tui.widgets.status import StatusLine


class Viewing(Moving):
    """One action for each view; the panes by key."""

    async def bring_view(self, name: str) -> None:
        """Put a view in front and give it the keyboard."""
        await self.show_view(name)
        self.panes.bring("search")

    async def show_view(self, name: str) -> None:
        """Put a view in front; the keyboard stays."""
        view = await self.panes.finder.bring(name)
        self.query_one(StatusLine).tell(view=_(view.TITLE))

    async def action_search(self) -> None:
        """To the search box."""
        await self.show_view("results")
        self.panes.bring_box()

    async def action_view_results(self) -> None:
        """What was found."""
        await self.bring_view("results")

    async def action_view_contents(self) -> None:
        """Headings and paragraphs of the article."""
        await self.bring_view("contents")

    async def action_view_folded(self) -> None:
        """What was taken for debris in the article."""
        await self.bring_view("folded")

    async def action_view_entities(self) -> None:
        """The library's names."""
        await self.bring_view("entities")

    async def action_view_concordance(self) -> None:
        """Words in context."""
        await self.bring_view("concordance")

    async def action_view_searches(self) -> None:
        """Saved and used searches."""
        await self.bring_view("searches")

    async def action_view_notes(self) -> None:
        """Notes and bookmarks."""
        await self.bring_view("notes")

    async def action_view_quotes(self) -> None:
        """Who said what."""
        await self.bring_view("quotes")

    async def action_view_timeline(self) -> None:
        """What was when."""
        await self.bring_view("timeline")

    async def action_view_facets(self) -> None:
        """How what is searched divides."""
        await self.bring_view("facets")

    async def action_view_problems(self) -> None:
        """What could not be read."""
        await self.bring_view("problems")

    def action_pane_search(self) -> None:
        """To the left pane; from there, hide it."""
        self.panes.toggle("search")

    def action_pane_article(self) -> None:
        """To the article."""
        self.panes.bring("article")

    def action_pane_related(self) -> None:
        """To the related passages; from there, hide them."""
        self.panes.toggle("related")

    def action_next_pane(self) -> None:
        """To the next pane."""
        self.panes.cycle(1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self.panes.cycle(-1)

    def action_leave_pane(self) -> None:
        """Out of the zoom, else towards the left pane."""
        self.panes.leave()

    def action_zoom(self) -> None:
        """The front pane alone, or all again."""
        self.panes.zoom()

    def action_widen(self) -> None:
        """More room for the front pane."""
        self.panes.widen(1)

    def action_narrow(self) -> None:
        """Less room for the front pane."""
        self.panes.widen(-1)

    def on_resize(self) -> None:
        """The top line shows the panes where they are not all in view."""
        self.query_one(StatusLine).tell(narrow=not self.has_class("-wide"))
        panes = self.query_one(Panes)
        self.call_after_refresh(lambda: panes.share(panes.shares))

    @on(SearchPane.Asked)
    def _ask(self, event: SearchPane.Asked) -> None:
        """Search what is typed."""
        if event.query.strip():
            self.work.search(event.query, event.limit)
        else:
            self.tell_views()

    @on(Search)
    async def _search(self, event: Search) -> None:
        """Search as if it had been typed."""
        event.stop()
        self.search_pane.query_text = event.query
        if event.show:
            await self.bring_view("results")

    @on(Narrow)
    def _narrow(self, event: Narrow) -> None:
        """A clause more, or less."""
        event.stop()
        self.search_pane.query_text = toggled(self.search_pane.query_text, event.clause)

    @on(SearchPane.Chosen)
    def _choose_hit(self, event: SearchPane.Chosen) -> None:
        """Open a result."""
        item = event.item
        if isinstance(item, Hit):
            number = item.passage.number
            place = Place(item.info.id, number, query=event.query, marks=item.marks)
        else:
            place = Place(item.id)
        self.go(place, stay=event.stay)

    @on(Answered)
    def _answer(self, event: Answered) -> None:
        """Show the results; the words of another search are lit in the open article too."""
        self.search_pane.answer(event.results)
        query = event.results.query
        if self.opened is not None and query not in (self.opened.query, ""):
            self.opened = replace(self.opened, query=query, marks=(), shared=())
            self.work.mark(self.opened.article, query)
        self.tell_views()
