"""The only callers of the engine: each question runs in a thread and posts its answer.

The library itself is opened by the first question, so that the first screen waits for nothing.
A lane asks one question at a time. Of the questions that wait in it only the newest is asked,
and an answer that a newer question has overtaken is dropped, so that fast typing never queues.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import Worker, get_current_worker

from corpus.errors import RecoupeError
from corpus.types import ArticleId, Progress, Span
from index.types import Changed
from tui.history import Place
from tui.language.engine_words import told
from tui.language.i18n import _
from tui.memory import spare
from tui.messages import (
    Answered,
    Failed,
    FolderChanged,
    LibraryChanged,
    Listed,
    Marked,
    Opened,
    OthersUpdate,
    RelatedFound,
    UpdateEnded,
    UpdateMoved,
    WatchEnded,
)

if TYPE_CHECKING:
    from index.library import Library

PROGRESS_SECONDS = 0.2
"""Progress is shown this often: each showing costs the terminal some bytes."""

LISTED = 200
"""So many articles are listed while nothing is searched, the latest; more are not read."""


class Lane:
    """One kind of question."""

    def __init__(self, host: DOMNode, name: str) -> None:
        """Answers are posted to `host`."""
        self._host = host
        self._name = name
        self._lock = Lock()
        self._next: Callable[[], Message] | None = None
        self._busy = False
        self._dropped = False

    def ask(self, question: Callable[[], Message]) -> None:
        """Ask as soon as the question before this one is answered."""
        with self._lock:
            self._next = question
            if self._busy:
                return
            self._busy = True
        self._host.run_worker(self._work, thread=True, group=self._name, name=self._name)

    def _work(self) -> None:
        """Ask until nothing waits."""
        while (question := self._take()) is not None:
            answer = question()
            if not self.overtaken and not get_current_worker().is_cancelled:
                self._host.post_message(answer)

    def _take(self) -> Callable[[], Message] | None:
        """The question that waits, None where the lane comes to rest."""
        with self._lock:
            question, self._next = self._next, None
            self._busy = question is not None
            self._dropped = False
        return question

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        with self._lock:
            self._next = None
            self._dropped = self._busy

    @property
    def overtaken(self) -> bool:
        """Whether nobody waits for what is being asked: a newer question does, or none."""
        return self._dropped or self._next is not None


class Work:
    """What a screen may ask of its library."""

    def __init__(self, opened: Callable[[], Library], host: DOMNode) -> None:
        """`opened` opens the library; the screen's own answers are posted to `host`."""
        self._opened = opened
        self._opening = Lock()
        self._held: Library | None = None
        self._host = host
        self._lanes: dict[tuple[DOMNode, str], Lane] = {}
        self._update: Worker[None] | None = None
        self.updating = False
        """Whether an update runs; no longer when its end is told."""
        self._watch: Worker[None] | None = None

    def ask(self, host: DOMNode, lane: str, question: Callable[[Library], Message]) -> None:
        """Ask in a thread and post the answer to `host`.

        A newer question of the same host and lane overtakes this one. A RecoupeError becomes a
        `Failed` message.
        """
        found = self._lanes.get((host, lane))
        if found is None:
            # Pages come and go: what they asked is not kept with them.
            self._lanes = {key: one for key, one in self._lanes.items() if key[0].is_attached}
            found = self._lanes[host, lane] = Lane(host, lane)
        found.ask(lambda: self._answer(question))

    def overtaken(self, host: DOMNode, lane: str) -> bool:
        """Whether nobody waits for what is being asked there; for questions that take long."""
        found = self._lanes.get((host, lane))
        return found is None or found.overtaken

    def drop(self, host: DOMNode, lane: str) -> None:
        """Nobody waits for an answer there any more."""
        found = self._lanes.get((host, lane))
        if found is not None:
            found.drop()

    def warm(self) -> None:
        """Have the library open what the first search would wait for; nothing is answered."""

        def work() -> None:
            self._library().warm()

        # What fails here fails again when it is asked for, and is told then.
        self._host.run_worker(work, thread=True, group="warm", exit_on_error=False)

    def list_articles(self) -> None:
        """Answered by `Listed`."""

        def question(library: Library) -> Message:
            summary = library.summary()
            many = summary.articles > LISTED
            infos = library.latest(LISTED) if many else library.articles()
            return Listed(summary, infos, library.read_only)

        self.ask(self._host, "list", question)

    def search(self, query: str, limit: int) -> None:
        """Answered by `Answered`. A space at the end says that the last word is whole."""
        self.ask(
            self._host,
            "search",
            lambda library: Answered(library.search(query, limit=limit, typing=_typing(query))),
        )

    def open(self, place: Place) -> None:
        """Answered by `Opened`."""

        def question(library: Library) -> Message:
            article = library.article(place.article)
            mentions = library.mentions(place.article)
            return Opened(place, article, mentions, _matches(library, place.query, place.article))

        self.ask(self._host, "open", question)

    def mark(self, article: ArticleId, query: str) -> None:
        """Answered by `Marked`."""

        def question(library: Library) -> Message:
            mentions = library.mentions(article)
            return Marked(article, query, mentions, _matches(library, query, article))

        self.ask(self._host, "marks", question)

    def relate(self, article: ArticleId, paragraph: int) -> None:
        """Answered by `RelatedFound`."""
        self.ask(
            self._host,
            "related",
            lambda library: RelatedFound(article, paragraph, library.related(article, paragraph)),
        )

    def _library(self) -> Library:
        """The library, opened by whoever needs it first."""
        with self._opening:
            if self._held is None:
                spare()
                self._held = self._opened()
            return self._held

    def _answer(self, question: Callable[[Library], Message]) -> Message:
        """The answer, or why there is none."""
        try:
            return question(self._library())
        except RecoupeError as error:
            return Failed(error)

    def update(self) -> None:
        """Told by `UpdateMoved` and `LibraryChanged`, ended by `UpdateEnded`."""
        if not self.updating:
            self.updating = True
            self._update = self._host.run_worker(self._follow, thread=True, group="update")

    def stop_update(self) -> None:
        """What was done so far is kept."""
        if self._update is not None:
            self._update.cancel()

    @property
    def watching(self) -> bool:
        """Whether the folder is followed."""
        return self._watch is not None and not self._watch.is_finished

    def watch(self) -> None:
        """Told by `FolderChanged`, at once and at each change, ended by `WatchEnded`."""
        if not self.watching:
            self._watch = self._host.run_worker(self._look_out, thread=True, group="watch")

    def stop_watch(self) -> None:
        """Follow the folder no longer."""
        if self._watch is not None:
            self._watch.cancel()

    def _look_out(self) -> None:
        """Tell the screen of each change."""
        worker = get_current_worker()
        failure = ""
        try:
            for _change in self._library().watch(cancelled=lambda: worker.is_cancelled):
                self._host.post_message(FolderChanged())
        except OSError as error:
            words = _("the folder cannot be followed: {error}")
            failure = words.format(error=error.strerror or error)
        self._host.post_message(WatchEnded(failure))

    def _follow(self) -> None:
        """Run the update and tell the screen how it goes."""
        worker = get_current_worker()
        failure = ""
        try:
            self._tell(worker)
        except RecoupeError as error:
            failure = told(error)
        self.updating = False
        self._host.post_message(UpdateEnded(worker.is_cancelled, failure))

    def _tell(self, worker: Worker[None]) -> None:
        """Progress now and then, changes always; another process's update is followed first."""
        told = 0.0
        library = self._library()
        if library.read_only:
            library.refresh()
            return
        for _change in library.others_update(cancelled=lambda: worker.is_cancelled):
            library.refresh()
            self._host.post_message(OthersUpdate())
        events = library.update(cancelled=lambda: worker.is_cancelled, in_child=True)
        for event in events:
            if isinstance(event, Changed):
                library.refresh()
                self._host.post_message(LibraryChanged(event))
            elif isinstance(event, Progress) and monotonic() - told > PROGRESS_SECONDS:
                told = monotonic()
                self._host.post_message(UpdateMoved(event))


def _matches(library: Library, query: str, article: ArticleId) -> tuple[Span, ...]:
    """The words of an article that a query matches, none for an empty one."""
    if not query.strip():
        return ()
    return library.matches(query, article, typing=_typing(query))


def _typing(query: str) -> bool:
    """Whether the last word may go on; a space at the end says that it is whole."""
    return not query.endswith(" ")
