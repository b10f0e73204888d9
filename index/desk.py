"""The reader's decisions on names, taken at once: in the store and in the reader's own file.

Both change or neither. Whoever brings the store up to date, this process or another, applies the
file as it then is, so that a decision holds after everything derived has been made again.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.desk import Decision, Named, written
from corpus.desk_file import DeskFile
from corpus.errors import RecoupeError
from corpus.forms import tidy
from corpus.store import Store
from corpus.types import ArticleId, Entity, EntityId, Problem
from index.facts.held import outdate


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the reader's file, with its line there (from 1).

    `effective` is False where nothing in the corpus is concerned now: it waits.
    """

    line: int
    decision: Decision
    effective: bool


class Desk:
    """What a library lets its reader decide. `own` is the folder of the reader's own files."""

    def __init__(self, store: Store, own: Path | None, *, read_only: bool = False) -> None:
        self._store = store
        self._read_only = read_only
        self._file = DeskFile(own) if own else None

    def problems(self) -> list[Problem]:
        """The lines of the reader's file that say nothing we understand."""
        return self._file.read()[1] if self._file else []

    def decisions(self) -> list[Decided]:
        """What the reader has decided, the oldest first."""
        lines = self._file.read()[0] if self._file else []
        applied = dict(enumerate(self._store.desk.applied()))
        return [
            Decided(line.number, line.decision, applied.get(at) == (written(line.decision), True))
            for at, line in enumerate(lines)
        ]

    def merge(self, ids: Sequence[EntityId]) -> EntityId:
        """Make one entity of several; its id and name are the first one's.

        This and the other decisions raise RecoupeError, with nothing changed, where an entity or
        a form does not exist, nothing would change, or the reader's file cannot be written.
        """
        different = list(dict.fromkeys(ids))
        if len(different) < 2:
            raise RecoupeError("Nothing to merge", "one name alone", "name two entities or more")
        self._take(
            lambda: Decision("merge", tuple(self._name(self._entity(one)) for one in different))
        )
        return different[0]

    def split(
        self, entity_id: EntityId, forms: Sequence[str], *, article: ArticleId | None = None
    ) -> EntityId:
        """Give what is written as one of `forms` an entity of its own, in one article or in all.

        Returns its id.
        """

        def decision() -> Decision:
            entity = self._entity(entity_id)
            wanted = self._forms(entity, forms)
            return Decision("split", (self._name(entity),), wanted, article)

        self._take(decision)
        return self._store.desk.made()

    def rename(self, entity_id: EntityId, name: str) -> None:
        """Call an entity otherwise; its id stays."""
        if not tidy(name):
            raise RecoupeError("No name", "the new name is empty", "give a name")
        self._take(
            lambda: Decision("rename", (self._name(self._entity(entity_id)),), (tidy(name),))
        )

    def reject(self, entity_id: EntityId, forms: Sequence[str] = ()) -> None:
        """Say that what is written as one of `forms`, or any of the entity's, is no name."""

        def decision() -> Decision:
            entity = self._entity(entity_id)
            wanted = self._forms(entity, forms) if forms else entity.variants
            return Decision("reject", (self._name(entity),), wanted)

        self._take(decision)

    def undo(self) -> Decision | None:
        """Take back the last decision; None where there is none."""
        with self._deciding() as file:
            undone = file.undo()
            self._apply(file)
            return undone

    # How it is done

    def _take(self, decision: Callable[[], Decision]) -> None:
        """Apply a decision and write it down, both or neither."""
        with self._deciding() as file:
            former = self._apply(file)
            new = decision()
            self._store.desk.apply([*former, new])
            if not self._store.desk.applied()[-1][1]:
                raise RecoupeError("Nothing to do", "that would change nothing", "recoupe names -h")
            file.add(new)

    def _apply(self, file: DeskFile) -> list[Decision]:
        """Have the file's decisions hold, whoever wrote them."""
        decisions = [line.decision for line in file.read()[0]]
        self._store.desk.apply(decisions)
        return decisions

    @contextmanager
    def _deciding(self) -> Iterator[DeskFile]:
        """The file, while nobody else writes the store: another writer is waited for."""
        if self._read_only:
            raise RecoupeError(
                "Read-only library",
                "names are decided where the index is kept: this library is read-only",
                "ask whoever keeps it, or keep an index of your own (--data)",
            )
        if self._file is None:
            raise RecoupeError(
                "Nowhere to write", "this library has no folder for decisions", "give it one"
            )
        try:
            with self._store.transaction():
                yield self._file
                outdate(self._store)
        except sqlite3.OperationalError as error:
            raise RecoupeError(
                "Busy", f"the library is being written: {error}", "try again"
            ) from None

    def _entity(self, entity_id: EntityId) -> Entity:
        found = self._store.names.entities([entity_id])
        if not found:
            raise RecoupeError("No such name", f"no entity “{entity_id}”", "see: recoupe entities")
        return found[0]

    def _forms(self, entity: Entity, forms: Sequence[str]) -> tuple[str, ...]:
        """The forms, each of them one of the entity's."""
        wanted = tuple(dict.fromkeys(map(tidy, forms)))
        for form in wanted:
            if form not in entity.variants:
                hint = "its forms: " + " | ".join(entity.variants[:8])
                message = f"“{entity.name}” is not written “{form}”"
                raise RecoupeError("No such form", message, hint)
        return wanted

    def _name(self, entity: Entity) -> Named:
        """A name by which the entity is found again."""
        for form in (entity.name, *entity.variants):
            named = Named(form, entity.label)
            if self._store.names.meant(form, entity.label) == entity.id:
                return named
        message = f"another entity is called “{entity.name}”, too"
        raise RecoupeError("Two of one name", message, "rename the other one first")
