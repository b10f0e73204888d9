"""The parts of the store, each made when it is first asked for.

A list of articles needs none of what links names or learns furniture, and loading that takes
longer than reading the list.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from corpus.database import Database

if TYPE_CHECKING:
    from corpus.bulk_store import BulkStore
    from corpus.copy_store import CopyStore
    from corpus.desk_store import DeskStore
    from corpus.entity_names import EntityNames
    from corpus.fact_rows import FactRows
    from corpus.fact_store import FactStore
    from corpus.file_store import FileStore
    from corpus.furniture_store import FurnitureStore
    from corpus.list_store import ListStore
    from corpus.name_lookup import NameLookup
    from corpus.name_store import NameStore
    from corpus.place_store import PlaceStore


class StoreParts:
    """What is kept, by subject; each part says in its own file what it does."""

    def __init__(self, database: Database) -> None:
        """Nothing is loaded yet."""
        self._db = database

    @cached_property
    def bulk(self) -> "BulkStore":
        """Quotations and dates, many at a time."""
        from corpus.bulk_store import BulkStore

        return BulkStore(self._db)

    @cached_property
    def copies(self) -> "CopyStore":
        """Which articles are copies."""
        from corpus.copy_store import CopyStore

        return CopyStore(self._db)

    @cached_property
    def desk(self) -> "DeskStore":
        """The reader's decisions, applied."""
        from corpus.desk_store import DeskStore

        return DeskStore(self._db, self.names)

    @cached_property
    def entity_names(self) -> "EntityNames":
        """What entities are called, many at a time."""
        from corpus.entity_names import EntityNames

        return EntityNames(self._db)

    @cached_property
    def fact_rows(self) -> "FactRows":
        """Names and quotations, for whoever indexes them."""
        from corpus.fact_rows import FactRows

        return FactRows(self._db)

    @cached_property
    def facts(self) -> "FactStore":
        """What was read in an article besides names."""
        from corpus.fact_store import FactStore

        return FactStore(self._db)

    @cached_property
    def files(self) -> "FileStore":
        """Files and what went wrong with them."""
        from corpus.file_store import FileStore

        return FileStore(self._db)

    @cached_property
    def furniture(self) -> "FurnitureStore":
        """Lines that a source prints again and again."""
        from corpus.furniture_store import FurnitureStore

        return FurnitureStore(self._db)

    @cached_property
    def lists(self) -> "ListStore":
        """Articles to list, and how many there are."""
        from corpus.list_store import ListStore

        return ListStore(self._db)

    @cached_property
    def lookup(self) -> "NameLookup":
        """Entities by what is typed."""
        from corpus.name_lookup import NameLookup

        return NameLookup(self._db)

    @cached_property
    def names(self) -> "NameStore":
        """Mentions and entities."""
        from corpus.name_store import NameStore

        return NameStore(self._db)

    @cached_property
    def places(self) -> "PlaceStore":
        """Texts and names by the articles' keys."""
        from corpus.place_store import PlaceStore

        return PlaceStore(self._db)
