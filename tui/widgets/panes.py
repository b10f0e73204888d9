"""The three panes: which one is in front, where the keyboard is, what is hidden.

On a wide screen they stand beside each other. On a narrow one only the front pane shows, with
the related passages as a drawer under the article where there is height for it. The stylesheet
does the rest from the classes set here.
"""

from dataclasses import dataclass
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from tui.widgets.article_view import ArticleView
from tui.widgets.related_list import RelatedList
from tui.widgets.search_box import SearchBox
from tui.widgets.search_pane import SearchPane

Pane = Literal["search", "article", "related"]
ORDER: tuple[Pane, ...] = ("search", "article", "related")


class Panes(Container):
    """Search, article, related."""

    @dataclass
    class Fronted(Message):
        """The keyboard is in another pane, or in the box."""

        pane: Pane
        """The pane."""
        typing: bool
        """Whether keys are typed into the box."""

    def __init__(self) -> None:
        """The search pane is in front."""
        super().__init__(id="panes", classes="-search")
        self.front: Pane = "search"

    def compose(self) -> ComposeResult:
        """Article and related passages share a container, so that one can lie under the other."""
        yield SearchPane()
        with Container(id="reading"):
            yield ArticleView(id="article")
            yield RelatedList(id="related")

    def bring(self, pane: Pane) -> None:
        """Put a pane in front and give it the keyboard."""
        if pane == "related":
            self.remove_class("-no-related")
        self._set_front(pane)
        self.query_one("#hits" if pane == "search" else f"#{pane}").focus()

    def bring_box(self) -> None:
        """Type a search."""
        self._set_front("search")
        self.query_one(SearchBox).focus()

    def toggle_related(self) -> None:
        """To the related passages; from there, hide them."""
        if self.front == "related":
            self.add_class("-no-related")
            self.bring("article")
        else:
            self.bring("related")

    def cycle(self, step: int) -> None:
        """The next pane that is not hidden."""
        order = [p for p in ORDER if p != "related" or not self.has_class("-no-related")]
        self.bring(order[(order.index(self.front) + step) % len(order)])

    def leave(self) -> None:
        """Towards the search pane."""
        self.bring(ORDER[max(ORDER.index(self.front) - 1, 0)])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mouse moves the keyboard too."""
        for node in event.widget.ancestors_with_self:
            if node.id in ORDER:
                self._set_front(node.id)
                typing = isinstance(event.widget, SearchBox)
                self.post_message(self.Fronted(node.id, typing))

    def _set_front(self, pane: Pane) -> None:
        """Tell the stylesheet."""
        self.front = pane
        for name in ORDER:
            self.set_class(name == pane, f"-{name}")
