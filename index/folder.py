"""Where the parts of a library's derived data lie inside its data folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths inside `data`. All of it may be deleted at any time."""

    data: Path

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
