"""Where the parts of a library's derived data lie inside its data folder."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths inside `data`. All of it may be deleted at any time."""

    data: Path

    @property
    def writable(self) -> bool:
        """Whether this process may write here; where nothing is yet, only trying will tell."""
        parts = (self.data, self.store, self.lexicon, self.index, self.facts)
        return all(os.access(part, os.W_OK) for part in parts if part.exists())

    @property
    def updating(self) -> bool:
        """Whether some process brings the library up to date now."""
        # It brings asyncio along, and a search need not wait for that.
        from filelock import FileLock, Timeout

        lock = FileLock(self.lock, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            return True
        lock.release()
        return False

    @property
    def store(self) -> Path:
        """The SQLite file of what is known of each article."""
        return self.data / "store.sqlite"

    @property
    def index(self) -> Path:
        """The folder of the full-text index."""
        return self.data / "index"

    @property
    def facts(self) -> Path:
        """The folder of the index of names and quotations."""
        return self.data / "facts"

    @property
    def lexicon(self) -> Path:
        """The SQLite file of the corpus's own words."""
        return self.data / "lexicon.sqlite"

    @property
    def lock(self) -> Path:
        """The file that the one updating process holds locked."""
        return self.data / "lock"
