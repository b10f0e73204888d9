"""The part of the store that holds files as they were last read, and what is wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.database import Database
from corpus.types import Problem

_WITHIN = "(path = ? OR path BETWEEN ? AND ? OR path BETWEEN ? AND ?)"
"""The rows of a file: its own, and those of the articles "path#1" or "path/name" inside it."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was last read: bytes, nanoseconds, digest of its bytes ("" if unknown)."""

    size: int
    mtime_ns: int
    digest: str


class FileStore:
    """Reached as `Store.files`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def known(self) -> dict[str, FileState]:
        """Each file as it was last read, by its path in the folder."""
        return {path: FileState(*state) for path, *state in self._db.rows("SELECT * FROM files")}

    def put(self, path: str, state: FileState) -> None:
        """Record that a file has been read to its end."""
        self._db.write(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            *(path, state.size, state.mtime_ns, state.digest),
        )

    def rename(self, old: str, new: str) -> None:
        """Follow a file's problems to its new path; the new path itself is yet to be `put`."""
        self._db.write(
            f"UPDATE problems SET path = ? || substr(path, ?) WHERE {_WITHIN}",
            *(new, len(old) + 1, *_within(old)),
        )
        self._db.write("DELETE FROM files WHERE path = ?", old)

    def drop(self, path: str) -> None:
        """Forget a file and its problems."""
        self.set_problems(path, ())
        self._db.write("DELETE FROM files WHERE path = ?", path)

    def forget_all(self) -> None:
        """Have every file read again by the next update; what is unchanged in them stays."""
        self._db.write("DELETE FROM files")

    def set_problems(self, path: str, problems: Iterable[Problem]) -> None:
        """Replace the problems of a file (or of another path that problems are kept under)."""
        self._db.write(f"DELETE FROM problems WHERE {_WITHIN}", *_within(path))
        self._db.write_all(
            "INSERT INTO problems VALUES (?, ?, ?)", ((p.path, p.stage, p.reason) for p in problems)
        )

    def set_scan_problems(self, problems: Iterable[Problem]) -> None:
        """Replace the problems of looking through the folder itself."""
        self._db.write("DELETE FROM problems WHERE stage = 'scan'")
        self._db.write_all(
            "INSERT INTO problems VALUES (?, 'scan', ?)", ((p.path, p.reason) for p in problems)
        )

    def problems(self) -> list[Problem]:
        """What could not be read or annotated, by path."""
        rows = self._db.rows("SELECT path, stage, reason FROM problems ORDER BY path, reason")
        return [Problem(*row) for row in rows]


def _within(path: str) -> tuple[str, ...]:
    """The values for `_WITHIN`; "$" and "0" come right after "#" and "/"."""
    return path, f"{path}#", f"{path}$", f"{path}/", f"{path}0"
