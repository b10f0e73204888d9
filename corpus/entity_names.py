"""The part of the store that says what entities are called, many at a time."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.database import Database
from corpus.forms import tidy
from corpus.sounds import flat
from corpus.types import EntityId, Label

_PARTS = re.compile(r"[-' ]+")
HIGHEST = "\U0010ffff"


class Called(NamedTuple):
    """An entity's name; `alone`: whether no other one of its label is called so."""

    name: str
    alone: bool


class EntityNames:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def called(self, ids: Collection[EntityId]) -> dict[EntityId, Called]:
        """The names of some entities, those that are still there.

        Names that differ only in accents, capitals, hyphens, apostrophes or spaces are one.
        """
        sql = f"SELECT id, name, label FROM entities WHERE id {_among(ids)}"
        rows = self._db.rows(sql, *ids)
        variants = {entity: _variants(name) for entity, name, _ in rows}
        wanted = frozenset[str]().union(*variants.values())
        sql = (
            "SELECT f.folded, e.label, e.id FROM forms f JOIN entities e ON e.id = f.entity"
            f" WHERE f.folded {_among(wanted)} AND e.name = f.form"
        )
        has: dict[tuple[str, Label], set[EntityId]] = {}
        for folded, label, entity in self._db.rows(sql, *wanted):
            has.setdefault((folded, label), set()).add(entity)
        return {
            entity: Called(
                name, all(has.get((v, label), {entity}) == {entity} for v in variants[entity])
            )
            for entity, name, label in rows
        }

    def beginning(self, starts: Sequence[str], label: Label | None) -> list[tuple[EntityId, str]]:
        """The entities whose name begins in one of some ways, accents and capitals aside.

        Each with its name; of `label`, where one is given. The most often written so first.
        """
        ranges = " OR ".join(["(f.folded >= ? AND f.folded < ?)"] * len(starts))
        ends = [end for start in starts for end in (flat(start), flat(start) + HIGHEST)]
        return self._db.rows(
            "SELECT e.id, e.name FROM forms f JOIN entities e ON e.id = f.entity"
            f" WHERE ({ranges}) AND e.name = f.form AND coalesce(?, e.label) = e.label"
            " ORDER BY f.mentions DESC, e.id",
            *(*ends, label),
        )


def _among(values: Collection[object]) -> str:
    return f"IN ({','.join('?' * len(values))})"


@lru_cache(maxsize=4096)
def _variants(name: str) -> frozenset[str]:
    """A name without accents and capitals, and with all its parts joined in one way."""
    plain = flat(tidy(name))
    return frozenset((plain, _PARTS.sub(" ", plain), _PARTS.sub("-", plain)))
