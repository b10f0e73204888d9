"""The values of fields that name something the library knows: entities, outlets, languages."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.types import Entity, Label
from index.analysis import tokenize
from index.query.fields import LANGUAGES
from index.query.plan import Labels, NameField
from index.query.tree import Node
from index.query.tree import Words as Typed
from index.query.words import Words

MAX_ENTITIES = 200
"""Entities that one name of a query may mean."""

MAX_NAMES = 6
"""Different names of a query that are looked up: each goes through all names of the corpus."""

_LABELS: dict[NameField, Label | None] = {
    "person": "PER",
    "place": "LOC",
    "org": "ORG",
    "speaker": None,
}


class Resolver:
    """Looks up the values of one query; what it makes of them is added to `said`."""

    def __init__(self, words: Words, said: list[str]) -> None:
        self._words = words
        self._said = said
        self._known: dict[tuple[str, Label | None], Sequence[Entity]] = {}

    def entities(self, node: Typed, field: NameField) -> Sequence[Entity]:
        """The entities that a name means, none where nobody is called so."""
        name = " ".join(t.folded.rstrip("*") for t in node.all) + "*" * (node.last is not None)
        asked = (name, _LABELS[field])
        if asked not in self._known:
            if len(self._known) >= MAX_NAMES:
                self._said.append(
                    f"only {MAX_NAMES} names are looked up: “{shown([node])}” as text"
                )
                return ()
            self._known[asked] = self._words.entities(*asked)[:MAX_ENTITIES]
        found = self._known[asked]
        if not found:
            self._said.append(f"no {field} is called “{shown([node])}”: searched as text")
            return ()
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        names = ", ".join(entity.name for entity in found[:3])
        self._said.append(f"{field} “{shown([node])}”: {names}{more}")
        return found

    def source(self, node: Typed) -> Labels:
        """The outlets of that name, else those whose names have all its words."""
        wanted = tuple(t.folded for t in node.all)
        read = {name: _words(name) for name in self._words.sources()}
        found = [name for name, has in read.items() if has == wanted]
        if not found:
            begun = node.last is not None
            found = [name for name, has in read.items() if _holds(has, wanted, begun=begun)]
        if not found:
            self._said.append(f"no source is called “{shown([node])}”")
        elif len(found) > 1:
            self._said.append("sources: " + ", ".join(found))
        return Labels("source", tuple((name,) for name in found))

    def language(self, node: Typed) -> Labels:
        """The language of that name or code."""
        name = "".join(t.folded for t in node.all)
        code = LANGUAGES.get(name, name)
        if code not in self._words.languages:
            self._said.append(f"no article is in the language “{shown([node])}”")
        return Labels("language", ((code,),))


def shown(nodes: Iterable[Node]) -> str:
    """Words as typed, in small letters."""
    return " ".join(t.exact for node in nodes if isinstance(node, Typed) for t in node.all)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(t.folded for t in tokenize(name))


def _holds(words: Sequence[str], wanted: Sequence[str], *, begun: bool) -> bool:
    """Whether a source's name has all words; the last one's beginning is enough if `begun`."""
    *whole, last = (word.strip("*?") for word in wanted)
    return set(whole) <= set(words) and any(
        word == last or (begun and word.startswith(last)) for word in words
    )
