"""The corpus's own words: by their beginnings, by patterns, by their letters, by their sound.

What is typed is the beginning of a word, not of a stem, and without accents or with others: for
each folded word the file knows the accented forms that the index's field `exact` holds. Words
of articles that are gone stay: who asks counts how often a word is in the index. One small SQLite
file beside the index.
"""

import re
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.shared_file import SharedFile
from index.analysis import fold
from index.sound import sound

if TYPE_CHECKING:
    from index.edits import Letters

MAX_LETTERS = 64
"""Longer words are debris (a line of a table, a key): they are found only as they are."""

MIN_SOUND = 3
"""Letters of a key under which too many words sound alike."""

_CHUNK = 500
"""Words asked for in one statement."""


class Lexicon:
    """The open file; may be called from several threads."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or make the file; with `read_only` one that others write.

        Raises sqlite3.DatabaseError when it is damaged.
        """
        self._lock = threading.RLock()
        self._loaded: tuple[object, str] = (None, "")
        self._by_length: dict[int, list[str]] = {}
        self._letters: dict[int, Letters] = {}
        self._shared = SharedFile(path) if read_only else None
        if not read_only:
            self._open(path)

    def _open(self, path: Path) -> None:
        self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        for table in ("forms (folded TEXT, word TEXT", "sounds (sound TEXT, folded TEXT"):
            first, second = re.findall(r"(\w+) TEXT", table)
            self._db.execute(
                f"CREATE TABLE IF NOT EXISTS {table}, PRIMARY KEY ({first}, {second}))"
                " WITHOUT ROWID"
            )

    def _rows(self, sql: str, *values: object) -> list[Any]:
        if self._shared is not None:
            return self._shared.rows(sql, *values)
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def _version(self) -> object:
        """Another one after each change by another process."""
        [(version,)] = self._rows("PRAGMA data_version")
        return version if self._shared is None else (self._shared.opened, version)

    def add(self, words: Iterable[str]) -> None:
        """Add accented words in small letters; those already there stay."""
        forms = [(fold(word), word) for word in words if len(word) <= MAX_LETTERS]
        keys = {(sound(folded), folded) for folded, _ in forms if folded.isalpha()}
        with self._lock:
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR IGNORE INTO forms VALUES (?, ?)", forms)
            self._db.executemany("INSERT OR IGNORE INTO sounds VALUES (?, ?)", sorted(keys))
            self._db.execute("COMMIT")
            self._loaded = (None, "")

    def matching(self, pattern: str) -> list[str]:
        """The words whose folded form a pattern describes.

        `*` is any letters or none, `?` one letter, at the end of the pattern one or none.
        """
        if len(pattern) > 2 * MAX_LETTERS:
            return []
        beginning = re.split(r"[*?]", pattern, maxsplit=1)[0]
        if beginning == pattern:
            return self._forms([pattern])
        expression = _expression(pattern)
        if not beginning:
            found = re.findall(f"^{expression}$", self._all(), re.MULTILINE)
            return self._forms(found)
        between = "FROM forms WHERE folded >= ? AND folded < ?"
        ends = beginning, beginning + "\U0010ffff"
        if pattern == beginning + "*":
            # One string is much faster to fetch than as many rows.
            [(words,)] = self._rows(f"SELECT group_concat(word, char(10)) {between}", *ends)
            return words.split("\n") if words else []
        rows = self._rows(f"SELECT folded, word {between}", *ends)
        matches = re.compile(expression).fullmatch
        return [word for folded, word in rows if matches(folded)]

    def near(self, folded: str, distance: int) -> list[str]:
        """The words within so many edits of a folded word (see `index.edits`)."""
        from index.edits import letters, within

        self._all()
        near: list[str] = []
        for length in range(len(folded) - distance, len(folded) + distance + 1):
            words = self._by_length.get(length)
            if words and length:
                if length not in self._letters:
                    self._letters[length] = letters(words)
                near += [words[k] for k in within(folded, self._letters[length], distance)]
        return self._forms(near)

    def sounding(self, folded: str) -> list[str]:
        """The words that sound like a folded word."""
        key = sound(folded)
        if len(key) < MIN_SOUND:
            return []
        rows = self._rows("SELECT folded FROM sounds WHERE sound = ?", key)
        return self._forms([row[0] for row in rows])

    def _forms(self, folded: list[str]) -> list[str]:
        """The accented forms of some folded words."""
        found: list[str] = []
        for start in range(0, len(folded), _CHUNK):
            some = folded[start : start + _CHUNK]
            sql = f"SELECT word FROM forms WHERE folded IN ({','.join('?' * len(some))})"
            found += [row[0] for row in self._rows(sql, *some)]
        return found

    def _all(self) -> str:
        """All folded words, one a line; read again when the file has changed."""
        with self._lock:
            version = self._version()
            if self._loaded[0] != version:
                # One string is much faster to fetch than as many rows.
                sql = "SELECT group_concat(folded, char(10)) FROM forms"
                text: str = self._rows(sql)[0][0] or ""
                words = list(dict.fromkeys(text.split("\n")))
                by_length: defaultdict[int, list[str]] = defaultdict(list)
                for word in words:
                    by_length[len(word)].append(word)
                self._by_length = dict(by_length)
                self._letters = {}
                self._loaded = (version, "\n".join(words))
            return self._loaded[1]

    def close(self) -> None:
        """Close the file."""
        if self._shared is not None:
            self._shared.close()
            return
        with self._lock:
            self._db.close()


def _expression(pattern: str) -> str:
    """A pattern as a regular expression that never goes back over a `*` (atomic groups)."""
    body = pattern.rstrip("?")
    optional = len(pattern) - len(body)
    first, *others = (re.escape(piece).replace(r"\?", ".") for piece in body.split("*"))
    if not others:
        return f"{first}.{{0,{optional}}}"
    *middle, last = others
    inner = "".join(f"(?>.*?{piece})" for piece in middle if piece)
    return f"{first}{inner}.*{last}.{{0,{optional}}}"
