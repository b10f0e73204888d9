"""A SQLite file that this process may only read, while another process may write it.

SQLite reads a file in WAL mode beside its writer only through two more files, `-wal` and `-shm`.
The last process that leaves deletes them, and a reader without permission to write the folder
cannot make them. So there are two ways to open it. While they are there: `mode=ro`, and SQLite
itself shows the last commit. While they are not: `immutable`, which takes no locks and believes
that nothing changes; that is checked after each answer, and one during which something changed is
asked for again.
"""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

PATIENCE_S = 2.0
"""Seconds for which it is tried to read the file: it may just be made anew."""

PAUSE_S = 0.02
"""Seconds between two tries, where one failed."""


@dataclass(frozen=True, slots=True)
class _State:
    """What tells whether a file is the one that was opened, and unchanged."""

    written: bool
    """Whether a process that may write has it open, or had when it died."""
    inode: int
    modified: int
    size: int


class SharedFile:
    """The open file; may be used from several threads, calls take turns."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before the first question."""
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._opened: _State | None = None
        self.opened = 0
        """How often it was opened: what was read through another opening may have changed since."""

    def rows(self, sql: str, *values: object) -> list[Any]:
        """All rows that a query gives, of the last commit.

        Raises sqlite3.OperationalError where the file cannot be opened, sqlite3.DatabaseError
        itself where it is damaged.
        """
        end = monotonic() + PATIENCE_S
        with self._lock:
            while True:
                try:
                    state = self._state()
                    rows = self._connection(state).execute(sql, values).fetchall()
                    if self._holds(state):
                        return rows
                except sqlite3.DatabaseError:
                    self.close()
                    if monotonic() > end:
                        raise
                    sleep(PAUSE_S)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _connection(self, state: _State) -> sqlite3.Connection:
        """The connection that shows the file as it is now."""
        if self._db is None or not self._same(state):
            self.close()
            how = "mode=ro" if state.written else "mode=ro&immutable=1"
            self._db = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?{how}",
                uri=True,
                timeout=PATIENCE_S,
                check_same_thread=False,
                isolation_level=None,
            )
            self._opened = state
            self.opened += 1
        return self._db

    def _same(self, state: _State) -> bool:
        """Whether what is open shows a file in this state."""
        if self._opened is not None and self._opened.written:
            # It sees commits by itself, and while it is open nobody deletes the two files.
            return state.written and state.inode == self._opened.inode
        return state == self._opened

    def _holds(self, state: _State) -> bool:
        """Whether what was read in a state is true of the file."""
        now = self._state()
        return now == state or (state.written and now.written and now.inode == state.inode)

    def _state(self) -> _State:
        try:
            found = self._path.stat()
        except OSError as error:
            raise sqlite3.OperationalError(f"{self._path}: {error.strerror}") from None
        return _State(self._log.exists(), found.st_ino, found.st_mtime_ns, found.st_size)
