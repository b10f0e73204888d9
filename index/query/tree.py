"""What was typed, as a tree of values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from index.analysis import Token
from index.query.fields import Field

Kind = Literal["word", "phrase", "exact"]
How = Literal["typed", "pattern", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Open:
    """A last word that stands for others.

    `typed`: the words it begins, and itself; `pattern`: the words that its folded form, with `*`
    and `?`, describes; `fuzzy`: the words within `distance` edits.
    """

    token: Token
    how: How
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a row: one word, a word with hyphens, a phrase, an exact form.

    `tokens` are the whole words in order, stop words included; `last` follows them. `near` is
    how many words may stand between two of them, in any order then; None for a row.
    """

    kind: Kind
    tokens: tuple[Token, ...]
    last: Open | None = None
    field: Field = "any"
    near: int | None = None

    @property
    def all(self) -> tuple[Token, ...]:
        """The words in order, the open one too."""
        return (*self.tokens, self.last.token) if self.last else self.tokens


@dataclass(frozen=True, slots=True)
class Dates:
    """Days, both ends included, as `datetime.date.toordinal`; None: open."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class And:
    """All must hold; `written` says that the operator was, so that no part may be dropped."""

    parts: tuple["Node", ...]
    written: bool = False


@dataclass(frozen=True, slots=True)
class Or:
    """One at least must hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Must not hold."""

    part: "Node"


Node: TypeAlias = Words | Dates | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood: `root` is None where there is nothing to look for."""

    text: str
    root: Node | None
    remarks: tuple[str, ...]


def fields_of(node: Node) -> Iterator[Field]:
    """The fields in which words are looked for; what must not hold does not count."""
    if isinstance(node, Words):
        yield node.field
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from fields_of(part)
