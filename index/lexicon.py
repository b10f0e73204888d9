"""The corpus's own words, folded, with the stems they are indexed under.

What is typed is the beginning of a word, not of a stem: `munitio` begins no stem of French, but
it begins `munitions`, whose stem is `munit`. One small SQLite file beside the index.
"""

import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path


class Lexicon:
    """The open file; may be called from several threads."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises sqlite3.DatabaseError when it is damaged."""
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS words"
            " (word TEXT, stem TEXT, PRIMARY KEY (word, stem)) WITHOUT ROWID"
        )

    def add(self, words: Iterable[tuple[str, str]]) -> None:
        """Add (folded word, stem) pairs; those already there stay."""
        with self._lock:
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", words)
            self._db.execute("COMMIT")

    def stems(self, prefix: str) -> list[str]:
        """The stems of all words that begin with `prefix`, each once."""
        sql = "SELECT DISTINCT stem FROM words WHERE word >= ? AND word < ?"
        with self._lock:
            rows = self._db.execute(sql, (prefix, prefix + "\U0010ffff")).fetchall()
        return [row[0] for row in rows]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
