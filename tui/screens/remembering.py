"""Coming back: the session, the searches that were used, what was read."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from functools import partial
from itertools import count
from threading import Lock

from textual import on

from corpus.errors import RecoupeError
from corpus.types import ArticleId
from tui.language.engine_words import told
from tui.messages import Opened
from tui.own import session
from tui.own.read_marks import ReadMarks
from tui.own.session import Session
from tui.screens.viewing import Viewing
from tui.start import Start
from tui.widgets.finder import VIEWS
from tui.widgets.hit_list import HitList
from tui.widgets.panes import ORDER, Shares
from tui.widgets.search_pane import SearchPane

SHARES = ("search", "related", "drawer")


class Remembering(Viewing):
    """What this reader did here before."""

    def __init__(self, start: Start) -> None:
        """The last session is read, not yet taken up."""
        super().__init__(start)
        self.session: Session = session.load(start.own)
        self.read_marks = ReadMarks(start.own)
        self._saving = Lock()
        self._sessions, self._saved = count(1), 0

    def resume(self) -> None:
        """Take up the last session, unless there is something to search, or the tour."""
        self._show_read(self.read_marks.articles)
        kept = self.session
        shares = {name: share for name, share in kept.shares.items() if name in SHARES}
        self.panes.share(replace(self._configured, **shares))
        self.article_view.width_wanted = self.start_of.config.text_width
        if self.start_of.query or self.start_of.tour:
            return
        self.history.take(kept.behind, kept.ahead)
        self.search_pane.query_text = kept.query
        self.call_after_refresh(self._return, kept)

    @property
    def _configured(self) -> Shares:
        """What the panes get where the reader has not changed it here."""
        config = self.start_of.config
        return Shares(config.left, config.related, config.drawer)

    def save_state(self) -> None:
        """Keep where the reader is; called however the program ends."""
        self._save(next(self._sessions), self._session_now())

    def _save(self, number: int, now: Session) -> None:
        """Write a session down, unless a later one is: threads may overtake each other."""
        with self._saving:
            if number > self._saved:
                self._saved = number
                session.save(self.start_of.own, now)

    def _session_now(self) -> Session:
        """Where the reader is, and what leads back."""
        behind, ahead = self.history.places
        shares = asdict(self.panes.shares).items() - asdict(self._configured).items()
        return replace(
            self.session,
            query=self.search_pane.query_text,
            view=self.panes.finder.current.id or "results",
            pane=self.panes.front,
            place=self.here,
            behind=behind,
            ahead=ahead,
            hidden=tuple(p for p in ORDER if self.panes.has_class(f"-no-{p}")),
            shares=dict(shares),
        )

    def mark_read(self, article: ArticleId, *, read: bool = True) -> None:
        """Say that an article was read, here and in the list."""
        articles = self.read_marks.articles
        changed = articles | {article} if read else articles - {article}
        self._show_read(changed)
        self.run_worker(partial(self._keep_mark, article, read), thread=True, group="marks")

    def action_unread(self) -> None:
        """The article is to be read still."""
        article = self.article_view.article
        if article is not None:
            self.mark_read(article.id, read=False)

    @on(SearchPane.Chosen)
    def _used(self, event: SearchPane.Chosen) -> None:
        """A search that led to an article is worth remembering."""
        self.session = self.session.searched(event.query)

    @on(Opened)
    def _read(self, event: Opened) -> None:
        """An article that was opened is read, and where one goes on if the power goes."""
        if event.article is not None:
            self.mark_read(event.article.id)
            self.call_after_refresh(self._save_aside)

    def _save_aside(self) -> None:
        """Keep where the reader is, in a thread: it waits for the disk."""
        save = partial(self._save, next(self._sessions), self._session_now())
        self.run_worker(save, thread=True, group="session")

    async def _return(self, kept: Session) -> None:
        """To the place, the view and the pane of the last session."""
        if kept.place is not None:
            self.reopen(kept.place)
        for pane in kept.hidden:
            self.panes.add_class(f"-no-{pane}")
        await self.show_view(kept.view if kept.view in VIEWS else "results")
        pane = next((p for p in ORDER if p == kept.pane), ORDER[0])
        # The box has had the keyboard from the start; who has left it since is not called back.
        if pane != "search" or self.panes.finder.current is not self.search_pane:
            self.panes.bring(pane)

    def _show_read(self, articles: Iterable[ArticleId]) -> None:
        """In the lists of articles and passages."""
        self.query_one(HitList).mark_read(articles)
        self.related_list.mark_read(articles)

    def _keep_mark(self, article: ArticleId, read: bool) -> None:
        """Write it down; where that cannot be, it counts while the program runs."""
        try:
            self.read_marks.mark(article, read=read)
        except RecoupeError as error:
            self.app.call_from_thread(self.notify, told(error), severity="warning", markup=False)
