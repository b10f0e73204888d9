"""Opening places and going back to them: the part of the reader that all others stand on."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from corpus.types import Span
from tui.context import Context
from tui.history import History, Place
from tui.language.engine_words import told
from tui.language.i18n import _
from tui.messages import Failed, Go, Marked, Opened
from tui.screens.library_screen import LibraryScreen
from tui.start import Start
from tui.text import labels
from tui.text.wrap import inert
from tui.widgets.article_view import ArticleView
from tui.widgets.key_line import KeyLine
from tui.widgets.panes import Panes
from tui.widgets.related_list import RelatedList
from tui.widgets.search_pane import SearchPane
from tui.widgets.status import StatusLine


class Moving(LibraryScreen):
    """The panes, the open article, the history."""

    def __init__(self, start: Start) -> None:
        """Empty panes."""
        super().__init__(start.opened)
        self.start_of = start
        self.history = History()
        self.opened: Place | None = None
        self._returning: Place | None = None
        self._staying = False
        self._said: tuple[tuple[int | None, Span | None], str] = ((None, None), "")

    def compose(self) -> ComposeResult:
        """Top line, panes, keys."""
        yield StatusLine(self.start_of.name, narrow=not self.has_class("-wide"))
        yield Panes()
        yield KeyLine()

    @property
    def panes(self) -> Panes:
        """The three panes."""
        return self.query_one(Panes)

    @property
    def search_pane(self) -> SearchPane:
        """The results, even while another view is in front."""
        return self.query_one(SearchPane)

    @property
    def article_view(self) -> ArticleView:
        """The article."""
        return self.query_one(ArticleView)

    @property
    def related_list(self) -> RelatedList:
        """The related passages."""
        return self.query_one(RelatedList)

    @property
    def here(self) -> Place | None:
        """Where the reader is, and what is searched; None before an article is open."""
        place, opened = self.article_view.place, self.opened
        if place is None or opened is None:
            return None
        query = self.search_pane.query_text
        return replace(place, query=query, marks=opened.marks, shared=opened.shared)

    def go(self, place: Place, *, stay: bool = False) -> None:
        """Open a place; `stay` leaves the keyboard where it is, where that pane stays in view."""
        self._staying = stay and not self.has_class("-narrow") and not self.panes.zoomed
        self.work.open(place)

    def reopen(self, place: Place) -> None:
        """Open a place where one was before: neither the keyboard nor the history moves."""
        self._staying, self._returning = True, place
        self.work.open(place)

    def tell_views(self) -> None:
        """The view in front shows what belongs to the reader's place."""
        view = self.article_view
        query = self.search_pane.query_text.strip()
        context = Context(view.article, view.mentions, view.paragraph, query, self.version)
        self.panes.finder.look(context)

    def tell_view_again(self) -> None:
        """The view in front shows what has changed in the reader's own files."""
        self.version += 1
        self.tell_views()

    def tell_place(self, say: str = "") -> None:
        """Say where one is in the article, and on what one stands; or `say`, until one moves."""
        view, place = self.article_view, self.article_view.place
        if view.article is None or place is None:
            return
        here = (place.offset, place.found)
        if say:
            self._said = (here, say)
        words = self._said[1] if self._said[0] == here else self.standing_words()
        # A pane that has not been in view has no lines yet, and so no place among them.
        shown = view.column is not None and view.column.lines
        where = labels.where(view.article, view.paragraph, view.progress) if shown else ""
        self.query_one(StatusLine).tell(where=where, found=words)

    def standing_words(self) -> str:
        """On which of how many things one stands, "" for none."""
        standing = self.article_view.standing
        return labels.standing(standing) if standing is not None else ""

    def action_back(self) -> None:
        """To where the user was."""
        self._return_to(self.history.back(self.here), _("This is where you began."))

    def action_forward(self) -> None:
        """To where the user came back from."""
        self._return_to(self.history.forward(self.here), _("There is nothing further on."))

    @on(Go)
    def _go(self, event: Go) -> None:
        """Somebody wants to read there."""
        event.stop()
        self.go(event.place, stay=event.stay)

    @on(Opened)
    def _open(self, event: Opened) -> None:
        """Show an article, remembering where the reader was."""
        place, article = event.place, event.article
        if article is None:
            message = _("This article is no longer in the library.")
            self.notify(message, severity="warning", markup=False)
            return
        here = self.here
        if place is self._returning:
            self.search_pane.query_text = place.query
        elif here is not None:
            self.history.leave(here)
        self._returning = None
        self.opened = place
        self.article_view.show(
            article, place, mentions=event.mentions, matches=lit(place, event.matches)
        )
        title = inert(labels.name(article))
        self.article_view.border_title = Content(title)
        self.query_one(StatusLine).tell(title=title)
        self.related_list.clear()
        if not self._staying:
            self.panes.bring("article")
        self._staying = False
        self.tell_views()

    @on(ArticleView.Jumped)
    def _jump(self, event: ArticleView.Jumped) -> None:
        """Remember where the reader was in the same article."""
        event.stop()
        opened, before = self.opened, event.before
        if opened is not None and before.article == opened.article:
            query = self.search_pane.query_text
            shown = replace(before, query=query, marks=opened.marks, shared=opened.shared)
            self.history.leave(shown)

    @on(Marked)
    def _mark(self, event: Marked) -> None:
        """Light names and words anew."""
        place = self.opened
        if place is not None and (place.article, place.query) == (event.article, event.query):
            self.article_view.mark(event.mentions, lit(place, event.matches))
            self.tell_views()

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        """The library cannot be read: say why, and leave as the command line would."""
        self.app.exit(2, return_code=2, message=f"recoupe: {told(event.error)}")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        """Go to a place of the history."""
        view, opened = self.article_view, self.opened
        if place is None:
            self.notify(otherwise, timeout=2)
            return
        seen = opened and (opened.article, opened.marks, opened.shared)
        same = seen == (place.article, place.marks, place.shared)
        if same and view.column is not None and place.query == self.search_pane.query_text:
            view.forget_selection()
            view.return_to(view.column, place)
            self.panes.bring("article")
            return
        self._returning = place
        self.work.open(place)


def lit(place: Place, matches: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words to light: those shared with the passage one comes from, else the searched ones."""
    return place.shared or tuple(sorted({*matches, *place.marks}))
