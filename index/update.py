"""Bring a library up to date with its folder: read, index, annotate, link; only what changed.

Every step is kept as soon as it is done, in an order in which a kill at any moment loses only
the work in hand: the store says what still waits, and doing a step twice gives the same as once.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from corpus import annotate as annotator
from corpus.database import remove_database
from corpus.desk_file import DeskFile
from corpus.errors import RecoupeError
from corpus.load import VERSION as LOAD_VERSION
from corpus.names import VERSION as LINK_VERSION
from corpus.names import link
from corpus.readers import child as documents
from corpus.store import Store
from corpus.types import Annotated, ArticleId, Problem, Progress, Text
from index.build import Builder, damaged
from index.copies import update as copies
from index.engine import open_generation
from index.facts import build as facts
from index.facts.held import outdate
from index.folder import Folder
from index.intake import STORE_BATCH, Intake
from index.lexicon import Lexicon
from index.schema import stamp
from index.types import Changed

Event = Progress | Problem | Changed

FIRST_BATCH, BATCH = 500, 8_000
"""Articles in a commit of the index: few at first, so that searching can begin; then many, because
each commit is a segment and each search looks into every segment."""

FIRST_LINKING = 500
"""Annotated articles after which names are first linked; then again at each fourfold."""

FEW = 50
"""New articles whose names are given entities at once, a second's work: linking all anew takes
some while in a large library."""

NAMES_BATCH = 32
"""Annotated articles in a transaction: as many as the child hands over at a time."""

ALL = "library"
"""The path under which problems of no one file are kept."""


def update(
    root: Path, data: Path, *, cancelled: Callable[[], bool], own: Path | None = None
) -> Iterator[Event]:
    """Bring the library of `root` in `data` up to date; yields what happens as it happens.

    `own` is the folder of the reader's own files, whose decisions on names are applied.

    Stops soon after `cancelled` says so, with everything done so far kept.
    Raises RecoupeError when another process is already updating the library.
    """
    folder = Folder(data)
    data.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise RecoupeError(
            "Busy",
            "another recoupe is bringing this library up to date",
            "wait for it to end, or read what is there with --no-update",
        ) from None
    try:
        yield from _Update(root, folder, cancelled, own).run()
    finally:
        lock.release()


class _Update:
    """One run: what it works on, and its steps."""

    def __init__(
        self, root: Path, folder: Folder, cancelled: Callable[[], bool], own: Path | None
    ) -> None:
        self._root = root
        self._desk = DeskFile(own) if own else None
        self._folder = folder
        self._cancelled = cancelled
        self._store = Store.open_or_remake(folder.store)
        self._indexed = 0

    def run(self) -> Iterator[Event]:
        try:
            yield from self._check_stamps()
            yield from self._read()
            yield from self._index()
            self._settle()
            yield from self._copies()
            yield from self._annotate()
            yield from self._redecide()
            if not self._cancelled():
                yield Changed("end", self._store.counts().articles)
        finally:
            documents.close()
            self._store.close()

    # Versions

    def _check_stamps(self) -> Iterator[Event]:
        """Drop what other versions made or what is damaged, and say so."""
        total = self._store.counts().articles
        if self._store.count_waiting("indexed") < total and self._index_is_lost():
            yield Progress("the index was lost or damaged: made again", 0, 0)
            with self._store.transaction():
                self._forget("index")
        stamps = {"load": str(LOAD_VERSION), "index": stamp(), "annotate": annotator.models()}
        for part, wanted in stamps.items():
            made_with = self._store.stamp(part)
            if made_with == wanted:
                continue
            with self._store.transaction():
                self._forget(part)
                self._store.set_stamp(part, wanted)
            if made_with is not None:
                yield Progress(f"made with another version ({made_with}): {part} again", 0, 0)
        if self._store.stamp("link") != str(LINK_VERSION):
            with self._store.transaction():
                self._store.names.set_linked(False)
                self._store.set_stamp("link", str(LINK_VERSION))

    def _index_is_lost(self) -> bool:
        parts = (self._folder.index, self._folder.lexicon)
        return not all(map(Path.exists, parts)) or damaged(*parts)

    def _forget(self, part: str) -> None:
        """Have one step done again from nothing."""
        if part == "load":
            self._store.files.forget_all()
        elif part == "index":
            shutil.rmtree(self._folder.index, ignore_errors=True)
            remove_database(self._folder.lexicon)
            self._store.reset("indexed")
        else:
            self._store.reset("annotated")

    # Reading

    def _read(self) -> Iterator[Event]:
        """Store new and changed articles; index them along the way."""
        intake = Intake(self._root, self._store, self._cancelled)
        looked_at = 0
        for event in intake.run():
            yield event
            if intake.stored - looked_at >= STORE_BATCH:
                looked_at = intake.stored
                if self._store.count_waiting("indexed") >= self._batch_size():
                    yield from self._index()

    # Indexing

    def _batch_size(self) -> int:
        return BATCH if self._folder.index.exists() else FIRST_BATCH

    def _index(self) -> Iterator[Event]:
        """Put what waits into the index, a batch a commit."""
        while not self._cancelled():
            ids = self._store.waiting("indexed", self._batch_size())
            stale = self._store.stale()
            if not ids and not stale:
                return
            yield from self._index_batch(ids, stale)

    def _index_batch(self, ids: list[ArticleId], stale: list[ArticleId]) -> Iterator[Event]:
        total = self._store.counts().articles
        done = total - self._store.count_waiting("indexed")
        with Builder(self._folder.index, Lexicon(self._folder.lexicon)) as builder:
            gone = set(stale)
            # A kill between the index's commit and the store's leaves articles that are in the
            # index and still wait: only a first look can tell.
            present = builder.present(i for i in ids if i not in gone)
            for article_id in stale:
                builder.remove(article_id)
            for number, article_id in enumerate(ids):
                if self._cancelled():
                    return
                article = self._store.article(article_id)
                if article is not None and article_id not in present:
                    builder.add(article, self._store.key(article_id))
                if number % STORE_BATCH == 0:
                    yield Progress("index", done + number, total)
            yield Progress("index", done + len(ids), total)
            builder.commit()
        with self._store.transaction():
            self._store.set_indexed(ids, stale)
        self._indexed += len(ids)
        yield Changed("text", done + len(ids))

    def _settle(self) -> None:
        """Merge the index where most of it is new; small updates leave it alone."""
        if not self._indexed or self._cancelled():
            return
        if self._indexed * 2 > self._store.counts().articles:
            with Builder(self._folder.index, Lexicon(self._folder.lexicon)) as builder:
                builder.settle()

    def _copies(self) -> Iterator[Event]:
        """Group the articles that print the same, where articles came or went."""
        if self._cancelled() or not copies.waiting(self._store):
            return
        generation = open_generation(self._folder)
        if generation is None:
            return
        yield Progress("copies", 0, 0)
        copies.update(self._store, generation.text)
        yield Changed("text", self._store.counts().articles)

    # Names

    def _annotate(self) -> Iterator[Event]:
        """Read the names of what waits in a child process; link them along the way."""
        total = self._store.counts().articles
        waiting = self._store.waiting("annotated", total)
        done = total - len(waiting)
        next_linking = max(FIRST_LINKING, done * 4)
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
            if done >= next_linking:
                next_linking = done * 4
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
            yield Changed("names", self._store.counts().annotated)

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
