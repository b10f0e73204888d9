"""What the library knows of words and names: what a plan is made with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.types import Entity, Label


def _nothing(*_asked: Any) -> tuple[()]:
    return ()


def _never(_field: str, _term: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Words:
    """Callables over one library; all must answer at once, and never raise.

    Words they take are folded, words they give are as they are written in the corpus, in small
    letters with accents (terms of the field `exact`).
    """

    languages: Sequence[str | None]
    """The languages of the library's articles, the most frequent first; at least one."""

    passages: int = 0
    """How many passages there are."""

    frequency: Callable[[str, str], int] = _never
    """In how many passages a term of a field stands."""

    matching: Callable[[str], Sequence[str]] = _nothing
    """The words that a folded pattern describes: `*` any letters, `?` one; neither: the forms of
    one folded word."""

    near: Callable[[str, int], Sequence[str]] = _nothing
    """The words within so many edits of a folded word (insert, delete, change, exchange)."""

    sounding: Callable[[str], Sequence[str]] = _nothing
    """The words that sound like a folded word."""

    aliases: Callable[[str], Sequence[str]] = _nothing
    """The other spellings, folded, of a folded word that is a name."""

    spellings: Callable[[str], Sequence[str]] = _nothing
    """The other spellings of a folded name of several words."""

    entities: Callable[[str, Label | None], Sequence[Entity]] = _nothing
    """The entities that a name means, of one label where one is given."""

    sources: Callable[[], Sequence[str]] = _nothing
    """The names of all outlets."""
