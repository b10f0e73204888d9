"""The store's file for those who may read it and not write it, whoever writes it meanwhile."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from corpus.database import SCHEMA_VERSION, Database
from corpus.errors import RecoupeError
from corpus.shared_file import SharedFile


def read_only() -> RecoupeError:
    """What is said to those who would change a library that others keep."""
    return RecoupeError(
        "Read-only library",
        "read-only library: the index is kept by others",
        "it is brought up to date by: recoupe index, run by whoever may write there",
    )


class SharedDatabase(Database):
    """A `Database` whose readers see each commit of another process, and never write."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`.

        Raises sqlite3.OperationalError when it cannot be read, RecoupeError when another version
        of recoupe made it.
        """
        self._file = SharedFile(path)
        version = self._file.rows("PRAGMA user_version")[0][0]
        if version != SCHEMA_VERSION:
            self._file.close()
            raise RecoupeError(
                "Another version",
                f"{path} was made by another version of recoupe, and may not be written by you",
                "ask whoever keeps it to run: recoupe index",
            )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def transaction(self) -> NoReturn:
        """Raises RecoupeError."""
        raise read_only()

    def changes(self) -> int:
        """Nothing is ever written through this connection."""
        return 0

    def rows(self, sql: str, *values: object) -> list[Any]:
        """All rows that a query gives, as tuples."""
        return self._file.rows(sql, *values)

    def write(self, sql: str, *values: object) -> None:
        """Raises RecoupeError."""
        raise read_only()

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Raises RecoupeError."""
        raise read_only()
