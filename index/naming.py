"""The part of an update that concerns names: read them, link them, keep what the reader decided.

Quotations, dates and figures are read along with them, and the facts index follows.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import annotate as annotator
from corpus.desk_file import DeskFile
from corpus.names import link
from corpus.store import Store
from corpus.types import Annotated, ArticleId, Problem, Progress, Text
from index.facts import build as facts
from index.facts.held import outdate
from index.folder import Folder
from index.types import Changed, Event

FIRST_LINKING = 500
"""Annotated articles after which names are first linked; then again at each fourfold."""


FEW = 50
"""New articles whose names are given entities at once, a second's work: linking all anew takes
some while in a large library."""

NAMES_BATCH = 32
"""Annotated articles in a transaction: as many as the child hands over at a time."""

ALL = "library"
"""The path under which problems of no one file are kept."""


def next_linking(done: int) -> int:
    """The number of annotated articles at which names are linked next, after so many."""
    return max(FIRST_LINKING, done * 4)


class Naming:
    """One run over what waits in a store."""

    def __init__(
        self, store: Store, folder: Folder, own: Path | None, cancelled: Callable[[], bool]
    ) -> None:
        """`own` is the folder of the reader's own files, whose decisions are applied."""
        self._store = store
        self._folder = folder
        self._desk = DeskFile(own) if own else None
        self._cancelled = cancelled

    def run(self) -> Iterator[Event]:
        """Bring names up to date; yields what happens as it happens."""
        yield from self._annotate()
        yield from self._redecide()

    def _annotate(self) -> Iterator[Event]:
        """Read the names of what waits in a child process; link them along the way."""
        total = self._store.lists.counts().articles
        waiting = self._store.waiting("annotated", total)
        done = total - len(waiting)
        to_link = next_linking(done)
        batch: list[Annotated] = []
        for item in annotator.annotate(self._texts(waiting), cancelled=self._cancelled):
            if isinstance(item, Problem):
                yield from self._note(item)
                continue
            batch.append(item)
            if len(batch) == NAMES_BATCH or done + len(batch) == total:
                self._keep(batch)
                done += len(batch)
                batch.clear()
                yield Progress("names", done, total)
            if done >= to_link:
                to_link = next_linking(done)
                yield from self._link()
        if len(waiting) <= FEW and total - len(waiting) >= FIRST_LINKING:
            yield from self._link_new()
        yield from self._link()

    def _texts(self, ids: list[ArticleId]) -> Iterator[Text]:
        for article_id in ids:
            article = self._store.article(article_id)
            if article is not None:
                yield Text(
                    article.id,
                    article.language,
                    article.text,
                    article.paragraphs,
                    article.published,
                )

    def _note(self, problem: Problem) -> Iterator[Event]:
        """Keep a problem of the whole library, once."""
        kept = [p for p in self._store.files.problems() if p.path == ALL]
        if problem.reason not in [p.reason for p in kept]:
            noted = Problem(ALL, problem.stage, problem.reason)
            with self._store.transaction():
                self._store.files.set_problems(ALL, [*kept, noted])
            yield noted

    def _keep(self, batch: list[Annotated]) -> None:
        with self._store.transaction():
            for annotated in batch:
                article = self._store.article(annotated.article)
                if article is not None:
                    self._store.put_annotated(article, annotated)

    def _link(self) -> Iterator[Event]:
        """Give every mention its entity, where names have changed since the last time."""
        names = self._store.names
        if names.linked() or self._cancelled():
            return
        yield Progress("linking", 0, 0)
        linking = link(names.forms())
        with self._store.transaction():
            names.replace(linking)
            self._store.desk.forget()
            self._decide()
            outdate(self._store)
        yield from self._facts()

    def _link_new(self) -> Iterator[Event]:
        """Show whom the names of a few new articles mean while all are linked anew."""
        if self._store.names.linked() or self._cancelled():
            return
        with self._store.transaction():
            self._store.names.link_new()
            outdate(self._store)
        yield from self._facts()

    def _facts(self) -> Iterator[Event]:
        """Have names and quotations found as the store knows them now."""
        if not facts.outdated(self._store, self._folder.facts):
            return
        yield from facts.refresh(self._store, self._folder.facts, cancelled=self._cancelled)
        if not self._cancelled():
            yield Changed("names", self._store.lists.counts().annotated)

    def _redecide(self) -> Iterator[Event]:
        """Apply what the reader has changed by hand in the file of decisions."""
        with self._store.transaction():
            if self._decide():
                outdate(self._store)
        yield from self._facts()

    def _decide(self) -> bool:
        """Have the reader's decisions on names hold, as the file says them now."""
        if self._desk is None:
            return False
        return self._store.desk.apply([line.decision for line in self._desk.read()[0]])
