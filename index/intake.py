"""From a folder to the store: what is new, changed, renamed or gone since the last look.

A file is known by its size and time; where these differ, by the digest of its bytes. So a file
that was only touched is not read again, and a renamed one keeps all that is known of it.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Set
from pathlib import Path, PurePosixPath

from corpus.file_store import FileState
from corpus.load import SourceFile, load, scan
from corpus.store import Store
from corpus.types import Article, ArticleId, Problem, Progress

STORE_BATCH = 200
"""Articles in a transaction: some 100 ms of work, so that a kill or a cancel loses little."""


class Intake:
    """One look at a folder."""

    def __init__(self, root: Path, store: Store, cancelled: Callable[[], bool]) -> None:
        self._root = root
        self._store = store
        self._cancelled = cancelled
        self.stored = 0
        """Articles read so far, changed or not."""

    def run(self) -> Iterator[Progress | Problem]:
        """Read new and changed files, follow renamed ones, drop what is gone."""
        known = self._store.files.known()
        yield Progress("read", 0, 0)
        found: list[SourceFile] = []
        unseen: list[Problem] = []
        for item in scan(self._root):
            if self._cancelled():
                return
            if isinstance(item, Problem):
                unseen.append(item)
                yield item
            else:
                found.append(item)
        with self._store.transaction():
            self._store.files.set_scan_problems(unseen)
        gone = _gone(known, {file.path for file in found}, unseen)
        for file in found:
            if self._cancelled():
                return
            state = known.get(file.path)
            if state is None or (state.size, state.mtime_ns) != (file.size, file.mtime_ns):
                yield from self._take(file, state, gone)
        with self._store.transaction():
            for path in gone:
                self._store.remove_file(path)
        self._store.settle()

    def _take(
        self, file: SourceFile, state: FileState | None, gone: dict[str, FileState]
    ) -> Iterator[Progress | Problem]:
        """Read a file, unless its bytes are those of a file that is known already."""
        digest = self._digest(file.path)
        now = FileState(file.size, file.mtime_ns, digest)
        if digest and state is not None and state.digest == digest:
            with self._store.transaction():
                self._store.files.put(file.path, now)
            return
        former = next((path for path in gone if _same(path, gone[path], file.path, now)), None)
        if former is not None and state is None:
            del gone[former]
            with self._store.transaction():
                self._store.rename_file(former, file.path)
                self._store.files.put(file.path, now)
            return
        yield from self._read(file.path, now)

    def _digest(self, path: str) -> str:
        """The digest of a file's bytes, "" where they cannot be read."""
        file = self._root if self._root.is_file() else self._root / path
        try:
            with file.open("rb") as stream:
                return hashlib.file_digest(stream, "blake2b").hexdigest()
        except OSError:
            return ""

    def _read(self, path: str, state: FileState) -> Iterator[Progress | Problem]:
        """Store a file's articles and problems; the file counts as read only at its end."""
        problems: list[Problem] = []
        batch: list[Article] = []
        ids: set[ArticleId] = set()
        for item in load(self._root, path):
            if self._cancelled():
                return
            if isinstance(item, Problem):
                problems.append(item)
                yield item
                continue
            batch.append(item)
            ids.add(item.id)
            if len(batch) == STORE_BATCH:
                with self._store.transaction():
                    self._put(batch, len(ids) - len(batch))
                batch.clear()
                yield Progress("read", self.stored, 0, path)
        with self._store.transaction():
            self._put(batch, len(ids) - len(batch))
            self._store.keep_only(path, frozenset(ids))
            self._store.files.set_problems(path, problems)
            self._store.files.put(path, state)
        yield Progress("read", self.stored, 0, path)

    def _put(self, batch: list[Article], position: int) -> None:
        for number, article in enumerate(batch):
            self._store.put(article, position + number)
        self.stored += len(batch)


def _gone(
    known: Mapping[str, FileState], seen: Set[str], unseen: list[Problem]
) -> dict[str, FileState]:
    """The known files that are there no more; those in a folder that cannot be looked into stay."""
    # "." is the folder itself: where it cannot be looked into, everything stays.
    hidden = tuple("" if problem.path == "." else f"{problem.path}/" for problem in unseen)
    return {
        path: known[path] for path in sorted(known.keys() - seen) if not path.startswith(hidden)
    }


def _same(old: str, before: FileState, new: str, now: FileState) -> bool:
    """Whether a file that is gone is the new one: the same bytes, read in the same way."""
    if before.size != now.size or not now.digest or before.digest != now.digest:
        return False
    return PurePosixPath(old).suffixes == PurePosixPath(new).suffixes
