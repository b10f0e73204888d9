"""What is known of one name: all that its card shows."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.types import Entity, EntityId
from index.types import Companion

if TYPE_CHECKING:
    from index.library import Library
    from index.told import Quotation

COMPANIONS = 8
QUOTATIONS = 5
BUCKETS = 24
"""Equal parts of the library's time: the cells of the sparkline."""


@dataclass(frozen=True, slots=True)
class Known:
    """One entity.

    `clause` is what means it in a query. `forms` are all its spellings with how often each is
    written; `companions` stand in the same passages, the most surprising first; `over_time` counts
    the articles naming it in equal parts of time; `quotations` are the first of `quoted` in all,
    none before they were looked up.
    """

    entity: Entity
    clause: str
    forms: tuple[tuple[str, int], ...]
    companions: tuple[Companion, ...]
    over_time: tuple[int, ...]
    quotations: "tuple[Quotation, ...]" = ()
    quoted: int = 0


def known(library: "Library", entity_id: EntityId) -> Known | None:
    """All but the quotations, which take longer the first time; None where there is no such entity
    any more."""
    entity = library.entity(entity_id)
    if entity is None:
        return None
    profile = library.profile(entity_id, limit=COMPANIONS)
    return Known(
        entity=entity,
        clause=library.clause(entity_id),
        forms=library.forms(entity_id),
        companions=profile.companions if profile is not None else (),
        over_time=library.over_time(entity_id, buckets=BUCKETS),
    )


def with_quotations(library: "Library", one: Known) -> Known:
    """The same with what is quoted of it."""
    quotes = library.quotes(speaker=one.entity.id, limit=QUOTATIONS)
    return replace(one, quotations=quotes.items, quoted=quotes.total)
