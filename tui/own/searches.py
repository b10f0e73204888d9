"""Searches that the reader gave a name or wants to keep: one a line of a file of the reader's.

A line is a query; or a name, a tab, a query. Lines that begin with # are remarks and stay.
"""

from dataclasses import dataclass
from pathlib import Path

from corpus.own_file import OwnFile

NAME = "searches.txt"
HEAD = "# Saved searches, one a line; a name may stand before it, parted by a tab.\n"


@dataclass(frozen=True, slots=True)
class Saved:
    """A search and what it is called, "" where it has no name."""

    query: str
    name: str = ""


class Searches:
    """The saved searches of one library."""

    def __init__(self, own: Path) -> None:
        """They are kept in the folder `own`, which need not exist."""
        self._file = OwnFile(own / NAME)

    def all(self) -> tuple[Saved, ...]:
        """In the file's order; none where it cannot be read."""
        try:
            lines = self._file.text().splitlines()
        except OSError:
            return ()
        found = (_saved(line) for line in lines)
        return tuple(saved for saved in found if saved is not None)

    def add(self, saved: Saved) -> None:
        """Keep a search; one that is there gets the new name.

        Raises RecoupeError where the file cannot be written.
        """
        self._write(saved.query, _line(saved))

    def remove(self, query: str) -> None:
        """Keep a search no longer. Raises RecoupeError where the file cannot be written."""
        self._write(query, None)

    def _write(self, query: str, line: str | None) -> None:
        """Put a line in the place of the query's own, or at the end."""
        with self._file.writing():
            lines = (self._file.text() or HEAD).splitlines()
            at = [n for n, old in enumerate(lines) if (s := _saved(old)) and s.query == query]
            new = [line] if line is not None else []
            if at:
                lines[at[0] : at[0] + 1] = new
            else:
                lines += new
            self._file.replace("\n".join(lines) + "\n")


def _saved(line: str) -> Saved | None:
    """A line's search, None for a remark or an empty line."""
    if not line.strip() or line.startswith("#"):
        return None
    name, tab, query = line.partition("\t")
    return Saved(query.strip(), name.strip()) if tab else Saved(line.strip())


def _line(saved: Saved) -> str:
    """A search as a line, whatever was typed."""
    query, name = " ".join(saved.query.split()), " ".join(saved.name.split())
    return f"{name}\t{query}" if name or query.startswith("#") else query
