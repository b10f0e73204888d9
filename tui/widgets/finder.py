"""The left pane: one view at a time, each made when it is first wanted."""

from collections.abc import Mapping
from importlib import import_module

from textual.app import ComposeResult
from textual.containers import Container

from tui.context import Context
from tui.language.i18n import _
from tui.widgets.search_pane import SearchPane
from tui.widgets.view import View

VIEWS: Mapping[str, str] = {
    "results": "search_pane:SearchPane",
    "concordance": "concordance_view:ConcordanceView",
    "contents": "contents_view:ContentsView",
    "entities": "entities_view:EntitiesView",
    "quotes": "quotes_view:QuotesView",
    "timeline": "timeline_view:TimelineView",
    "facets": "facets_view:FacetsView",
    "folded": "folded_view:FoldedView",
    "searches": "searches_view:SearchesView",
    "notes": "notes_view:NotesView",
    "problems": "problem_view:ProblemView",
}
"""The views by name, each as its module and class: `reader.view_<name>` is the action that brings
one up, and loads it. The first screen waits for none but the results."""


class Finder(Container):
    """Holds the views; only the one in front is shown and told what the reader does."""

    def __init__(self) -> None:
        """The results are in front."""
        super().__init__(id="search")
        self.current: View = SearchPane()
        self._shown_for = Context()

    def compose(self) -> ComposeResult:
        """The results; other views come when they are asked for."""
        yield self.current

    def on_mount(self) -> None:
        """A frame with the view's name where there is room for one."""
        self.border_title = _(self.current.TITLE)

    async def bring(self, name: str) -> View:
        """Put a view in front; it shows what belongs to the reader's place."""
        found = (child for child in self.children if isinstance(child, View) and child.id == name)
        view = next(found, None)
        if view is None:
            view = _made(name)
            await self.mount(view)
        if self.current is not view:
            self.current.left()
        for other in self.children:
            other.display = other is view
        self.current = view
        self.border_title = _(view.TITLE)
        view.look(self._shown_for)
        return view

    def look(self, context: Context) -> None:
        """The reader is at something else, or the library has changed."""
        if context != self._shown_for:
            self._shown_for = context
            self.current.look(context)


def _made(name: str) -> View:
    """A new view."""
    module, view = VIEWS[name].split(":")
    made: View = getattr(import_module(f"tui.widgets.{module}"), view)()
    return made
