"""Names of several words in a query: which words together are one name that the corpus knows."""

from collections.abc import Sequence

from corpus.sounds import flat
from corpus.types import Entity
from index.analysis import tokenize
from index.query.tree import Node
from index.query.tree import Words as Typed
from index.query.words import Words

MAX_NAME = 5
"""Words of a name; also how far two words of one name stand apart in a query."""

MAX_LOOKED_UP = 16
"""Words of a query in which names are looked for: pasted text is not gone through."""

MAX_SPELLINGS = 4
"""Other spellings of one name that are looked for."""


def longest_names(
    parts: Sequence[Node], words: Words
) -> list[tuple[tuple[Node, ...], tuple[str, ...]]]:
    """The clauses in groups: plain words that are one name, with its other spellings, or one
    clause alone, with none. The longest names from the left."""
    groups: list[tuple[tuple[Node, ...], tuple[str, ...]]] = []
    at = 0
    while at < len(parts):
        size, others = _name_at(parts, at, words) if at < MAX_LOOKED_UP else (1, ())
        groups.append((tuple(parts[at : at + size]), others))
        at += size
    return groups


def _name_at(parts: Sequence[Node], at: int, words: Words) -> tuple[int, tuple[str, ...]]:
    plain: list[str] = []
    for node in parts[at : at + MAX_NAME]:
        if not (isinstance(node, Typed) and node.kind == "word" and node.field == "any"):
            break
        if node.last is not None and node.last.how != "typed":
            break
        plain.append(" ".join(token.folded for token in node.all))
    for size in range(len(plain), 0, -1):
        name = " ".join(plain[:size])
        if " " in name and (others := words.spellings(name)):
            return size, tuple(others[:MAX_SPELLINGS])
    return 1, ()


def other_spellings(entity: Entity, name: str) -> tuple[str, ...]:
    """The forms of an entity that `name` does not find by its words, the most frequent first.

    Only forms of several words, or in capitals (`MBS`): a family name alone is that of others.
    Forms that hold all words of `name`, or whose words `name` holds, are found or too wide.
    """
    typed = {token.folded for token in tokenize(flat(name))}
    kept: dict[tuple[str, ...], str] = {}
    for form in entity.variants:
        has = tuple(token.folded for token in tokenize(form))
        telling = len(has) > 1 or (form.isupper() and len(form) > 2)
        if telling and not (typed <= set(has) or set(has) <= typed):
            kept.setdefault(has, form)
    return tuple(kept.values())
