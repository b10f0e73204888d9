"""The three panes: which one is in front, where the keyboard is, what is hidden, how wide each is.

Wide: side by side. Middle: the left pane beside the article, the related passages as a drawer
under it. Narrow: only the front pane, the drawer under the article where there is height for it.
The stylesheet does the rest from the classes set here and from the screen's breakpoints.
"""

from dataclasses import dataclass, replace
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from tui.widgets.article_view import ArticleView
from tui.widgets.finder import Finder
from tui.widgets.related_list import RelatedList
from tui.widgets.search_box import SearchBox

Pane = Literal["search", "article", "related"]
ORDER: tuple[Pane, ...] = ("search", "article", "related")

STEP = 4
"""Per cent of the screen that a pane grows or shrinks by."""
LEAST, MOST = 16, 60
"""Per cent of the screen that a side pane may take."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Per cent of the width for the left pane and the related passages, of the height for their
    drawer."""

    search: int = 28
    related: int = 30
    drawer: int = 34


class Panes(Container):
    """Left pane, article, related."""

    @dataclass
    class Fronted(Message):
        """The keyboard is in another pane, or in another part of one."""

        pane: Pane
        """The pane."""

    def __init__(self) -> None:
        """The left pane is in front."""
        super().__init__(id="panes", classes="-search")
        self.front: Pane = "search"
        self.shares = Shares()
        self._wanted: Widget | None = None
        """What was last given the keyboard here."""

    def compose(self) -> ComposeResult:
        """Article and related passages share a container, so that one can lie under the other."""
        yield Finder()
        with Container(id="reading"):
            yield ArticleView(id="article")
            yield RelatedList(id="related")

    def on_mount(self) -> None:
        """The widths that no stylesheet can know; one types at once."""
        self.share(self.shares)
        self.bring_box()

    @property
    def finder(self) -> Finder:
        """The left pane."""
        return self.query_one(Finder)

    @property
    def zoomed(self) -> bool:
        """Whether the front pane has the whole screen."""
        return self.has_class("-zoomed")

    def bring(self, pane: Pane) -> None:
        """Put a pane in front, shown if it was hidden, and give it the keyboard."""
        self.remove_class(f"-no-{pane}")
        self._set_front(pane)
        wanted = self.finder.current.listing if pane == "search" else self.query_one(f"#{pane}")
        self._give_keyboard(wanted)
        self.call_after_refresh(self._keep_keyboard, wanted)

    def _give_keyboard(self, wanted: Widget) -> None:
        self._wanted = wanted
        wanted.focus()

    def _keep_keyboard(self, wanted: Widget) -> None:
        """While a page over the reader closes, the pane before may be hidden later than this one
        was shown: then Textual takes the keyboard away, or gives it to the box."""
        lost = self.screen.focused in (None, self.finder.current.box)
        if lost and self._wanted is wanted:
            wanted.focus()

    def bring_box(self) -> None:
        """Type into the box of the view in front."""
        box = self.finder.current.box
        self.remove_class("-no-search")
        self._set_front("search")
        self._give_keyboard(box or self.finder.current.listing)

    def toggle(self, pane: Pane) -> None:
        """To a pane; from there, hide it."""
        if self.front == pane and isinstance(self.screen.focused, SearchBox):
            self.bring(pane)
        elif self.front == pane and pane != "article":
            if self.zoomed:
                self.zoom()
            self.bring("article")
            self.add_class(f"-no-{pane}")
        else:
            self.bring(pane)

    def zoom(self) -> None:
        """Give the front pane the whole screen, or give the others their room again."""
        self.toggle_class("-zoomed")
        self.share(self.shares)

    def widen(self, step: int) -> None:
        """Make the front pane wider by a step, or narrower; the article grows from the left."""
        if self.front == "related" and self.screen.has_class("-wide"):
            self.share(replace(self.shares, related=_kept(self.shares.related + step * STEP)))
        elif self.front == "related":
            self.share(replace(self.shares, drawer=_kept(self.shares.drawer + step * STEP)))
        else:
            step = step if self.front == "search" else -step
            self.share(replace(self.shares, search=_kept(self.shares.search + step * STEP)))

    def share(self, shares: Shares) -> None:
        """Divide the screen; what is said of a pane that has all of it counts when it has not."""
        self.shares = shares
        alone = self.zoomed or self.screen.has_class("-narrow")
        self.finder.styles.width = None if alone else f"{shares.search}%"
        wide = self.screen.has_class("-wide") and not self.zoomed
        drawer = not (wide or self.zoomed or self.screen.has_class("-short"))
        related = self.query_one(RelatedList).styles
        related.width = f"{100 * shares.related // (100 - shares.search)}%" if wide else None
        related.height = f"{shares.drawer}%" if drawer else None

    def cycle(self, step: int) -> None:
        """The next pane that is not hidden."""
        order = [p for p in ORDER if p == self.front or not self.has_class(f"-no-{p}")]
        self.bring(order[(order.index(self.front) + step) % len(order)])

    def leave(self) -> None:
        """Out of the zoom, else towards the left pane."""
        if self.zoomed:
            self.zoom()
        else:
            self.bring(ORDER[max(ORDER.index(self.front) - 1, 0)])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mouse moves the keyboard too."""
        for node in event.widget.ancestors_with_self:
            if node.id in ORDER:
                self._set_front(node.id)
                self.post_message(self.Fronted(node.id))

    def _set_front(self, pane: Pane) -> None:
        """Tell the stylesheet."""
        self.front = pane
        for name in ORDER:
            self.set_class(name == pane, f"-{name}")


def _kept(share: int) -> int:
    """A share that leaves room for the others."""
    return min(max(share, LEAST), MOST)
