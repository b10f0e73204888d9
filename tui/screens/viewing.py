"""The left pane's views, and what is searched."""

from dataclasses import replace

from textual import on

from index.types import Hit
from tui.history import Place
from tui.i18n import _
from tui.messages import Answered
from tui.screens.moving import Moving
from tui.widgets.panes import Panes
from tui.widgets.search_pane import SearchPane
from tui.widgets.status import StatusLine


class Viewing(Moving):
    """One action for each view; the panes by key."""

    async def bring_view(self, name: str) -> None:
        """Put a view in front and give it the keyboard."""
        view = await self.panes.finder.bring(name)
        self.query_one(StatusLine).tell(view=_(view.TITLE))
        self.panes.bring("search")

    async def action_search(self) -> None:
        """To the search box."""
        await self.bring_view("results")
        self.panes.bring_box()

    async def action_view_results(self) -> None:
        """What was found."""
        await self.bring_view("results")

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
            self.work.search(event.query)
        else:
            self.tell_views()

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
