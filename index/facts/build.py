"""Bring the facts index up to date with the store: only articles whose facts changed.

A library's names are linked anew whenever articles come, but few entities change by that. Each
document therefore holds a digest of its article's facts; comparing those with the store's is one
pass over both, and only articles that differ are written again.
"""

import shutil
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import numpy as np
from whoosh.query import Every

from corpus.fact_rows import FactRows
from corpus.store import Store
from corpus.types import ArticleId, Progress
from index.arrays.executor import Executor
from index.arrays.index import ArrayIndex, create, open_index, whole
from index.arrays.writer import ArrayWriter
from index.facts.held import HELD
from index.facts.schema import digest, documents, schema, stamp

STAGE = "facts"

TOLD = 200
"""Articles between two reports of progress, and two looks at whether to stop: some 50 ms."""


def outdated(store: Store, folder: Path) -> bool:
    """Whether the index in `folder` does not hold what the store knows."""
    return store.stamp(HELD) != stamp() or not whole(folder)


def refresh(
    store: Store,
    folder: Path,
    *,
    cancelled: Callable[[], bool],
    articles: Collection[ArticleId] | None = None,
) -> Iterator[Progress]:
    """Bring the facts index in `folder` up to date with `store`; yields how far it is.

    With `articles`, where they are known to be all that changed, only those are looked at. The
    index is made where there is none, and made anew where it is damaged or of another version.
    All of it is one commit: when cancelled or killed before, the last generation stays.
    Raises whoosh.index.LockError when another process is writing the index.
    """
    rows = store.fact_rows
    index = _opened(store, folder)
    try:
        held = _held(index)
        only = None if articles is None else sorted(rows.keys(list(articles)))
        if only is not None:
            held = {key: held[key] for key in only if key in held}
        wanted = {key: digest(state) for key, state in rows.states(only)}
        gone = [key for key in held if key not in wanted]
        new = {key: state for key, state in wanted.items() if held.get(key) != state}
        if (gone or new) and not cancelled():
            yield from _write(index, rows, gone, new, cancelled)
        if articles is None and not cancelled():
            store.set_stamp(HELD, stamp())
    finally:
        index.close()


def _opened(store: Store, folder: Path) -> ArrayIndex:
    """The index in `folder`, made where there is none that is whole and of these versions."""
    if store.stamp(STAGE) == stamp() and whole(folder):
        return open_index(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index = create(folder, schema())
    store.set_stamp(STAGE, stamp())
    return index


def _held(index: ArrayIndex) -> dict[int, int]:
    """The state of each article of which the index holds facts, by its key."""
    with index.reader() as reader:
        executor = Executor(reader)
        docs = executor.matched(Every())
        keys, states = (executor.column(name)[docs].tolist() for name in ("key", "state"))
    return dict(zip(keys, states, strict=True))


def _write(
    index: ArrayIndex,
    rows: FactRows,
    gone: Collection[int],
    new: dict[int, int],
    cancelled: Callable[[], bool],
) -> Iterator[Progress]:
    """Take the documents of some articles out and put those of others in, each with its state."""
    writer = index.writer()
    try:
        _remove(index, writer, [*gone, *new])
        for done, facts in enumerate(rows.of(list(new))):
            if done % TOLD == 0:
                if cancelled():
                    return
                yield Progress(STAGE, done, len(new))
            for document in documents(facts, new[facts.key]):
                writer.add_document(**document)
        yield Progress(STAGE, len(new), len(new))
        writer.commit()
    finally:
        if not writer.is_closed:
            writer.cancel()


def _remove(index: ArrayIndex, writer: ArrayWriter, keys: Collection[int]) -> None:
    """Take out all documents of some articles; the writer has the lock by now."""
    with index.reader() as reader:
        executor = Executor(reader)
        docs = executor.matched(Every())
        among = np.isin(executor.column("key")[docs], np.array(list(keys), dtype=np.uint32))
    for doc in docs[among].tolist():
        writer.delete_document(doc)
