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
from corpus.errors import RecoupeError
from corpus.load import VERSION as LOAD_VERSION
from corpus.names import VERSION as LINK_VERSION
from corpus.readers import child as documents
from corpus.store import Store
from corpus.types import ArticleId, Progress
from index.build import Builder, damaged
from index.copies import update as copies
from index.engine import open_generation
from index.folder import Folder
from index.intake import STORE_BATCH, Intake
from index.lexicon import Lexicon
from index.naming import Naming
from index.schema import stamp
from index.time_left import TimeLeft
from index.types import Changed, Event

FIRST_BATCH, BATCH = 500, 8_000
"""Articles in a commit of the index: few at first, so that searching can begin; then many, because
each commit is a segment and each search looks into every segment."""

PACE = "linking pace"
"""The stamp that tells the next update how many seconds names take to be linked, by article."""


def update(
    root: Path, data: Path, *, cancelled: Callable[[], bool], own: Path | None = None
) -> Iterator[Event]:
    """Bring the library of `root` in `data` up to date; yields what happens as it happens.

    `own` is the folder of the reader's own files, whose decisions on names are applied.

    Stops soon after `cancelled` says so, with everything done so far kept.
    Raises RecoupeError when another process is already updating the library, or when `root` is
    gone: all that was read of it is kept.
    """
    if not root.exists():
        raise RecoupeError("No such folder", f"{root} does not exist", "check the path")
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
        self._own = own
        self._folder = folder
        self._cancelled = cancelled
        self._store = Store.open_or_remake(folder.store)
        self._indexed = 0

    def run(self) -> Iterator[Event]:
        """All steps, each report with the time left."""
        pace = self._store.stamp(PACE)
        left = TimeLeft(float(pace) if pace else None)
        try:
            for event in self._steps(left):
                yield left.told(event)
            if left.linking_seen:
                self._store.set_stamp(PACE, f"{left.linking:.6f}")
        finally:
            documents.close()
            self._store.close()

    def _steps(self, left: TimeLeft) -> Iterator[Event]:
        yield from self._check_stamps()
        yield from self._read()
        counts = self._store.lists.counts()
        left.all_read(counts.annotated, counts.articles)
        yield from self._index()
        self._settle()
        yield from self._copies()
        yield from Naming(self._store, self._folder, self._own, self._cancelled).run()
        if not self._cancelled():
            yield Changed("end", self._store.lists.counts().articles)

    # Versions

    def _check_stamps(self) -> Iterator[Event]:
        """Drop what other versions made or what is damaged, and say so."""
        total = self._store.lists.counts().articles
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
        total = self._store.lists.counts().articles
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
        if self._indexed * 2 > self._store.lists.counts().articles:
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
        yield Changed("text", self._store.lists.counts().articles)
