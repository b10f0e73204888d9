"""The part of the store that says where articles and names stand, by the articles' keys."""

import json
from collections.abc import Sequence

from corpus.database import Database
from corpus.types import ArticleId, EntityId


class PlaceStore:
    """Reached as `Store.places`. Plain numbers, for those who hold them in arrays."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def articles(self) -> list[tuple[int, ArticleId]]:
        """Key and id of all articles, in the folder's order."""
        return self._db.rows("SELECT key, id FROM articles ORDER BY path, position")

    def keys(self) -> list[int]:
        """The keys of all articles, in the folder's order."""
        return [key for (key,) in self._db.rows("SELECT key FROM articles ORDER BY path, position")]

    def mentions(self, entity: EntityId) -> list[tuple[int, int]]:
        """Article and start of all mentions of an entity, in this order."""
        sql = "SELECT article, start FROM mentions WHERE entity = ? ORDER BY 1, 2"
        return self._db.rows(sql, entity)

    def ends(self, entity: EntityId, keys: Sequence[int]) -> dict[tuple[int, int], int]:
        """Where the mentions of an entity in some articles end, by article and start."""
        sql = (
            "SELECT article, start, end FROM mentions WHERE entity = ?"
            " AND article IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.rows(sql, entity, json.dumps(list(keys)))
        return {(article, start): end for article, start, end in rows}

    def texts(self, keys: Sequence[int]) -> dict[int, str]:
        """The texts of some articles, by key; those that are gone are left out."""
        marks = ",".join("?" * len(keys))
        return dict(self._db.rows(f"SELECT key, text FROM articles WHERE key IN ({marks})", *keys))
