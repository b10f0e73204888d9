"""The reader's decisions on names, applied to the store on top of what linking found.

Before a decision is applied, what it changes is kept in a journal, so that the last ones can be
taken back alone: a new decision, an undone one or an edited file costs what it touches, whatever
the size of the corpus. Linking writes everything anew and empties the journal; then all decisions
are applied again, in the order of the file. The result is the same either way.
"""

from collections.abc import Sequence

from corpus.database import Database
from corpus.desk import Decision, written
from corpus.forms import tidy
from corpus.name_store import NameStore
from corpus.sounds import flat
from corpus.types import EntityId

HIDDEN = EntityId("")
"""The entity of mentions that the reader has rejected: no list of mentions holds them."""

JOURNAL = ("decided", "decided_mentions", "decided_entities")


class DeskStore:
    """Reached as `Store.desk`; `apply` and `forget` belong inside the store's transactions."""

    def __init__(self, database: Database, names: NameStore) -> None:
        self._db = database
        self._names = names

    def applied(self) -> list[tuple[str, bool]]:
        """The lines of the decisions that hold now, each with whether it changes anything."""
        rows = self._db.rows("SELECT line, effect FROM decided ORDER BY number")
        return [(line, bool(effect)) for line, effect in rows]

    def made(self) -> EntityId:
        """The entity that the last decision, a split, has made."""
        sql = "SELECT id FROM decided_entities WHERE name IS NULL ORDER BY number DESC LIMIT 1"
        return EntityId(self._db.rows(sql)[0][0])

    def apply(self, decisions: Sequence[Decision]) -> bool:
        """Have exactly these decisions hold, in this order; whether that was not so before."""
        before = [line for line, _ in self.applied()]
        lines = list(map(written, decisions))
        same = 0
        while same < min(len(before), len(lines)) and before[same] == lines[same]:
            same += 1
        for number in reversed(range(same, len(before))):
            self._take_back(number)
        for number in range(same, len(lines)):
            effect = self._decide(number, decisions[number])
            self._db.write("INSERT INTO decided VALUES (?, ?, ?)", number, lines[number], effect)
        return before != lines

    def forget(self) -> None:
        """Take the names as they are for what linking found."""
        for table in JOURNAL:
            self._db.write(f"DELETE FROM {table}")

    # One decision

    def _decide(self, number: int, decision: Decision) -> bool:
        """Apply one decision on top of those before; whether it changes anything."""
        found = [
            entity
            for name in decision.entities
            if (entity := self._names.meant(name.form, name.label))
        ]
        ids = list(dict.fromkeys(found))
        if decision.verb == "merge":
            return len(ids) > 1 and self._merge(number, ids)
        if not ids:
            return False
        if decision.verb == "rename":
            return self._rename(number, ids[0], decision.forms[0])
        return self._part(number, ids[0], decision)

    def _merge(self, number: int, ids: Sequence[EntityId]) -> bool:
        self._note(number, ids)
        for entity in ids[1:]:
            self._move(number, ids[0], "entity = ?", entity)
        self._names.recount(ids)
        return True

    def _rename(self, number: int, entity: EntityId, name: str) -> bool:
        self._note(number, [entity])
        self._db.write("UPDATE entities SET name = ? WHERE id = ?", name, entity)
        self._names.recount([entity])
        return True

    def _part(self, number: int, entity: EntityId, decision: Decision) -> bool:
        """Split off or reject what is written in one of the decision's forms."""
        where, place = "entity = ?", [str(entity)]
        if decision.article is not None:
            where += " AND article = (SELECT key FROM articles WHERE id = ?)"
            place.append(decision.article)
        sql = f"SELECT text, count(*) FROM mentions WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"
        counts: dict[str, int] = dict(self._db.rows(sql, *place))
        texts = chosen(list(counts), decision.forms)
        sql = "SELECT label, mentions FROM entities WHERE id = ?"
        label, size = self._db.rows(sql, entity)[0]
        splits = decision.verb == "split"
        if not texts or (splits and sum(counts[text] for text in texts) == size):
            return False
        target, touched = HIDDEN, [entity]
        self._note(number, [entity])
        if splits:
            target, name = self._names.unused(label, tidy(texts[0]))
            touched.append(target)
            self._note(number, [target])
            self._db.write("INSERT INTO entities VALUES (?, ?, ?, 0, 0)", target, name, label)
        marks = ",".join("?" * len(texts))
        self._move(number, target, f"{where} AND text IN ({marks})", *place, *texts)
        self._names.recount(touched)
        return True

    # The journal

    def _note(self, number: int, ids: Sequence[EntityId]) -> None:
        """Keep what entities are called before a decision; without name: not there."""
        for entity in ids:
            rows = self._db.rows("SELECT name, label FROM entities WHERE id = ?", entity)
            name, label = rows[0] if rows else (None, None)
            sql = "INSERT INTO decided_entities VALUES (?, ?, ?, ?)"
            self._db.write(sql, number, entity, name, label)

    def _move(self, number: int, target: EntityId, where: str, *values: object) -> None:
        """Give mentions another entity, and keep which one they had."""
        self._db.write(
            "INSERT INTO decided_mentions SELECT ?, article, start, entity FROM mentions"
            f" WHERE {where}",
            *(number, *values),
        )
        self._db.write(f"UPDATE mentions SET entity = ? WHERE {where}", target, *values)

    def _take_back(self, number: int) -> None:
        """Undo the last decision that holds."""
        sql = "SELECT entity, article, start FROM decided_mentions WHERE number = ?"
        moved = self._db.rows(sql, number)
        self._db.write_all("UPDATE mentions SET entity = ? WHERE article = ? AND start = ?", moved)
        sql = "SELECT id, name, label FROM decided_entities WHERE number = ?"
        noted = self._db.rows(sql, number)
        for entity, name, label in noted:
            self._db.write("DELETE FROM entities WHERE id = ?", entity)
            if name is not None:
                self._db.write("INSERT INTO entities VALUES (?, ?, ?, 0, 0)", entity, name, label)
        self._names.recount([entity for entity, _, _ in noted])
        for table in JOURNAL:
            self._db.write(f"DELETE FROM {table} WHERE number = ?", number)


def chosen(texts: Sequence[str], forms: Sequence[str]) -> list[str]:
    """The texts written as one of the forms, in the forms' order: exactly so, else in other
    capitals or accents."""
    found: list[str] = []
    for form in forms:
        exact = [text for text in texts if tidy(text) == form]
        found += exact or [text for text in texts if flat(tidy(text)) == flat(form)]
    return list(dict.fromkeys(found))
