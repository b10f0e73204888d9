"""A query ready to be looked for: terms of the index, in one reading for each language."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from corpus.types import EntityId

RowField = Literal["any", "text", "title", "quote"]
NameField = Literal["person", "place", "org", "speaker"]
LabelField = Literal["source", "language", "author", "tag"]


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a row, as the index knows it in one language.

    `stem` is its term, None for a pattern, which only stands for other words. `exact` is the word
    with accents. `words` are words it stands for (terms of the field `exact`, the most frequent
    first), `word_stems` their stems; `beginnings` those of more words than `words` lists.
    `aliases` are stems of other spellings of a name, `corrections` of what may have been meant;
    `alias_weights` (in step with `aliases`, up to 1) make up for spellings that are rarer.
    """

    stem: str | None
    exact: str
    words: tuple[str, ...] = ()
    word_stems: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    alias_weights: tuple[float, ...] = ()
    corrections: frozenset[str] = frozenset()

    @property
    def stems(self) -> frozenset[str]:
        """All stems that it is found by in a row."""
        own = frozenset() if self.stem is None else frozenset([self.stem])
        return own | self.word_stems | self.corrections | frozenset(self.aliases)


@dataclass(frozen=True, slots=True)
class Row:
    """Words side by side; in one reading for each language, which differ in stems and in the
    stop words that are left out.

    `exact`: only as written. `near`: so many words may stand between two, in any order.
    `alias`: another spelling of what was typed, which counts for less. `silent`: languages whose
    passages need not have it, because all its words are stop words there.
    """

    readings: tuple[tuple[Part, ...], ...]
    field: RowField = "any"
    exact: bool = False
    near: int | None = None
    alias: bool = False
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """One value at least of a field of the article; of `author` and `tag` all words of one, of
    which the last may only be begun."""

    field: LabelField
    values: tuple[tuple[str, ...], ...]
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Articles whose date can be one of these days; None: open."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """Passages that name one of some entities, or in which one of them speaks.

    `rows` are the forms that they are written in, to be lit.
    """

    field: NameField
    entities: tuple[EntityId, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One part at least must hold."""

    parts: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not hold."""

    part: "Clause"


Clause: TypeAlias = Row | Labels | Days | Names | All | Any | Without


@dataclass(frozen=True, slots=True)
class Plan:
    """All `optional` and `required` clauses should hold, and none of `excluded`.

    Where no passage has all of it, optional clauses may be given up, required ones not; of a
    `question` from the beginning. `remarks` say how the query was understood.
    """

    optional: tuple[Clause, ...]
    required: tuple[Clause, ...]
    excluded: tuple[Clause, ...]
    remarks: tuple[str, ...]
    question: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.optional or self.required)


def widened(full: int, most: int, clauses: int) -> str:
    """The remark on a search that lists passages with a part of the clauses, `most` of them or
    fewer, after `full` passages that have all."""
    if not full:
        fewer = " or fewer" if most > 1 else ""
        return f"no passage has all {clauses} words: showing those with {most}{fewer}"
    have = "1 passage has" if full == 1 else f"{full} passages have"
    return f"{have} all {clauses} words; then those with a part"
