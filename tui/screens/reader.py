"""The reader: what a user does in one pane is carried to the engine and to the other panes."""

from textual import on
from textual.timer import Timer

from tui.history import Place
from tui.language.i18n import _
from tui.messages import RelatedFound
from tui.screens.finding import Finding
from tui.screens.keeping import Keeping
from tui.screens.naming import Naming
from tui.screens.recouping import Recouping
from tui.screens.remembering import Remembering
from tui.screens.selecting import SelectingText
from tui.screens.sourcing import Sourcing
from tui.screens.threshold import HEIGHTS, WIDTHS
from tui.screens.touring import Touring
from tui.start import Start
from tui.widgets.article_view import ArticleView
from tui.widgets.block_list import BlockList
from tui.widgets.panes import ORDER, Panes
from tui.widgets.related_list import NOTHING_RELATED, shared_spans
from tui.widgets.status import StatusLine

SETTLED = 0.15
"""Seconds on a paragraph before its related passages are looked up."""


class Reader(SelectingText, Remembering, Finding, Naming, Recouping, Keeping, Sourcing, Touring):
    """The one screen that stays."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, start: Start, typed: str | None = None) -> None:
        """Empty panes; `typed` is what stands in the box already, None for nothing new."""
        super().__init__(start)
        self._typed = typed
        self._settling: Timer | None = None

    def on_mount(self) -> None:
        """The frame first, the library after it."""
        self.related_list.clear()
        self.panes.bring_box()
        # At once and not, as Textual does it, when all has been drawn without.
        self.set_focus(self.search_pane.box)
        if self.start_of.query:
            self.search_pane.query_text = self.start_of.query
        self.resume()
        if self._typed is not None:
            self.search_pane.query_text = self._typed
        self.call_after_refresh(self.start)
        if self.start_of.tour:
            self.call_after_refresh(self.begin_tour)

    def ask_again(self) -> None:
        """The library changed: the same search, names and related passages once more."""
        if self.search_pane.query_text.strip():
            self.search_pane.ask()
        article = self.article_view.article
        if article is not None and self.opened is not None:
            self.work.mark(article.id, self.opened.query)
            self.work.relate(article.id, self.article_view.paragraph)
        self.tell_views()

    def action_quit_reader(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    @on(BlockList.Chosen, "#related")
    def _choose_related(self, event: BlockList.Chosen) -> None:
        """Go where a related passage stands, what is shared lit."""
        item = self.related_list.items[event.index]
        query = self.search_pane.query_text
        shared = shared_spans(item, target=True)
        place = Place(item.info.id, item.passage.number, query=query, shared=shared)
        self.go(place, stay=event.stay)

    @on(BlockList.Lit, "#related")
    def _light_shared(self) -> None:
        """Light in the article what the lit related passage has in common with it."""
        related = self.related_list
        if related.has_focus and related.items:
            self.article_view.share(shared_spans(related.items[related.lit], target=False))
        else:
            self.article_view.share(())

    @on(ArticleView.ParagraphChanged)
    def _settle(self, event: ArticleView.ParagraphChanged) -> None:
        """Look for related passages once the reader stays."""
        self.tell_place()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, lambda: self._settled(event))

    def _settled(self, event: ArticleView.ParagraphChanged) -> None:
        """The reader stays on a paragraph."""
        self.work.relate(event.article, event.paragraph)
        self.tell_views()

    @on(Panes.Fronted)
    def _front(self, event: Panes.Fronted) -> None:
        """The top and bottom lines belong to the pane in front."""
        self.query_one(StatusLine).tell(pane=ORDER.index(event.pane))
        self._light_shared()

    @on(RelatedFound)
    def _relate(self, event: RelatedFound) -> None:
        """Show related passages, unless the reader is elsewhere by now."""
        article = self.article_view.article
        if article is None or (article.id, self.article_view.paragraph) != (
            event.article,
            event.paragraph,
        ):
            return
        empty = _(NOTHING_RELATED)
        if self.names_pending:
            empty += "\n" + _("Names are still being read: there may be more later.")
        self.related_list.relate((event.article, event.paragraph), event.related, empty=empty)
        self._light_shared()
