"""The open SQLite file: its schema, its version, its transactions."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA_VERSION = 5
"""Raise it with every change of the tables: a file of another version is made anew."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE NOT NULL, path TEXT NOT NULL, position INTEGER NOT NULL,
    title TEXT, source TEXT, published TEXT, language TEXT, paragraphs INTEGER NOT NULL,
    passages INTEGER NOT NULL, digest TEXT NOT NULL, text TEXT NOT NULL, detail TEXT NOT NULL,
    whole TEXT, grp TEXT NOT NULL, host INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0, annotated INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_by_path ON articles (path, position);
CREATE INDEX articles_to_index ON articles (key) WHERE indexed = 0;
CREATE INDEX articles_to_annotate ON articles (key) WHERE annotated = 0;
CREATE TABLE lines (
    article INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (article, line)
) WITHOUT ROWID;
CREATE INDEX lines_by_line ON lines (line);
CREATE TABLE furniture (grp TEXT, line INTEGER, PRIMARY KEY (grp, line)) WITHOUT ROWID;
CREATE TABLE stale (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE mentions (
    article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, label TEXT NOT NULL,
    text TEXT NOT NULL, entity TEXT, PRIMARY KEY (article, start)
) WITHOUT ROWID;
CREATE TABLE quotes (
    article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL,
    speaker TEXT, speaker_start INTEGER, speaker_end INTEGER, cue_start INTEGER, cue_end INTEGER,
    continues INTEGER NOT NULL, PRIMARY KEY (article, start, end)
) WITHOUT ROWID;
CREATE TABLE dates (
    article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, earliest TEXT,
    latest TEXT, relative_to TEXT, PRIMARY KEY (article, start)
) WITHOUT ROWID;
CREATE TABLE figures (
    article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, low REAL, high REAL,
    unit TEXT NOT NULL, hedge TEXT, PRIMARY KEY (article, start)
) WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (entity, article);
CREATE TABLE entities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, mentions INTEGER NOT NULL,
    articles INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE forms (
    entity TEXT NOT NULL, form TEXT NOT NULL, folded TEXT NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, form)
) WITHOUT ROWID;
CREATE INDEX forms_by_folded ON forms (folded);
CREATE TABLE aliases (
    word TEXT NOT NULL, other TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (word, other, entity)
) WITHOUT ROWID;
CREATE INDEX aliases_by_entity ON aliases (entity);
CREATE TABLE decided (number INTEGER PRIMARY KEY, line TEXT NOT NULL, effect INTEGER NOT NULL);
CREATE TABLE decided_mentions (
    number INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, entity TEXT NOT NULL,
    PRIMARY KEY (number, article, start)
) WITHOUT ROWID;
CREATE TABLE decided_entities (
    number INTEGER NOT NULL, id TEXT NOT NULL, name TEXT, label TEXT, PRIMARY KEY (number, id)
) WITHOUT ROWID;
CREATE TABLE signatures (article INTEGER PRIMARY KEY, signature BLOB);
CREATE TABLE copy_pairs (
    low INTEGER NOT NULL, high INTEGER NOT NULL, alike REAL NOT NULL, PRIMARY KEY (low, high)
) WITHOUT ROWID;
CREATE INDEX copy_pairs_by_high ON copy_pairs (high);
CREATE TABLE copy_groups (article INTEGER PRIMARY KEY, grp INTEGER NOT NULL);
CREATE INDEX copy_groups_by_group ON copy_groups (grp);
CREATE TABLE problems (path TEXT, stage TEXT, reason TEXT);
CREATE INDEX problems_by_path ON problems (path);
"""

_LATER = {
    "articles_by_date": "articles (published DESC, path, position)",
    "articles_by_language": "articles (language, passages)",
}
"""Indexes that the tables of a version did not have at first: made where a file lacks them."""


def remove_database(path: Path) -> None:
    """Delete a SQLite file and what SQLite keeps beside it."""
    for part in ("", "-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)


class Database:
    """A connection that several threads may use; calls take turns."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path`.

        Raises sqlite3.DatabaseError when the file is not a database of this version.
        """
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.DatabaseError:
            self._db.close()
            raise

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        # A power cut may lose the last transactions, never the file: they are done again.
        self._db.execute("PRAGMA synchronous = NORMAL")
        if self._version() != SCHEMA_VERSION:
            self._make()
        there = {name for (name,) in self.rows("SELECT name FROM sqlite_master")}
        if not there.issuperset(_LATER):
            with self.transaction():
                for name, columns in _LATER.items():
                    self._db.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")

    def _make(self) -> None:
        """Make the tables, unless another process has just done it."""
        with self.transaction():
            version = self._version()
            if version == SCHEMA_VERSION:
                return
            if version or self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise sqlite3.DatabaseError(f"schema {version}, not {SCHEMA_VERSION}")
            for statement in _SCHEMA.split(";"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _version(self) -> int:
        version: int = self._db.execute("PRAGMA user_version").fetchone()[0]
        return version

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside are kept together or not at all."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def changes(self) -> int:
        """How many rows were changed through this connection: whether something was written here
        since. What other processes write is not counted."""
        with self._lock:
            return self._db.total_changes

    def rows(self, sql: str, *values: object) -> list[Any]:
        """All rows that a query gives, as tuples."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def write(self, sql: str, *values: object) -> None:
        """Run one statement."""
        with self._lock:
            self._db.execute(sql, values)

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values."""
        with self._lock:
            self._db.executemany(sql, rows)
