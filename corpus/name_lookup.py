"""Which entities the words of a question name; reached as `Store.lookup`."""

import re
from collections.abc import Sequence
from itertools import product

from corpus.database import Database
from corpus.sounds import flat
from corpus.types import EntityId, Label

_SPECIAL = re.compile(r"(?=[!%_])")
_WORD = re.compile(r"[^\W_]+")

MAX_JOINED = 5
"""Words of a name that are tried with spaces and with hyphens between them."""


class NameLookup:
    """Reads the forms of names; what is written is the `NameStore`'s."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def called(self, words: Sequence[str]) -> list[EntityId]:
        """The entities that are written as these words, with spaces or hyphens between them.

        Of several the one most often written so first. Fast: for every row of words of a query.
        """
        if not words or len(words) > MAX_JOINED:
            return []
        signs = product(" -", repeat=len(words) - 1)
        names = [words[0] + "".join(map("".join, zip(s, words[1:], strict=True))) for s in signs]
        places = ",".join("?" * len(names))
        rows = self._db.rows(
            f"SELECT entity FROM forms WHERE folded IN ({places}) ORDER BY mentions DESC, entity",
            *names,
        )
        return list(dict.fromkeys(row[0] for row in rows))

    def meant(
        self, words: Sequence[str], label: Label | None = None, *, begun: bool = False
    ) -> list[EntityId]:
        """The entities that have a form of just these words, else those with one that holds them
        all; the most mentioned first.

        Words are flat (`corpus.sounds.flat`). With `begun` the last one only begins a word.
        """
        if not words:
            return []
        found = self._holding(words, label)
        *whole, last = words
        exact: dict[EntityId, None] = {}
        holding: dict[EntityId, None] = {}
        for entity, form in found:
            has = _WORD.findall(flat(form))
            if has == list(words):
                exact[entity] = None
            ends = last in has or (begun and any(word.startswith(last) for word in has))
            if ends and set(whole) <= set(has):
                holding[entity] = None
        return list(exact if exact and not begun else holding)

    def _holding(self, words: Sequence[str], label: Label | None) -> list[tuple[EntityId, str]]:
        """Forms that hold the letters of all words, with their entities."""
        likes = " AND ".join(["f.folded LIKE ? ESCAPE '!'"] * len(words))
        escaped = [f"%{_SPECIAL.sub('!', word)}%" for word in words]
        rows = self._db.rows(
            "SELECT f.entity, f.form FROM forms f JOIN entities e ON e.id = f.entity"
            f" WHERE {likes} AND coalesce(?, e.label) = e.label ORDER BY e.mentions DESC, e.id",
            *escaped,
            label,
        )
        return [(entity, form) for entity, form in rows]
