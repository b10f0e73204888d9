"""The written names of a corpus, each read once: its label, its group, what it may be short for.

All written names are numbered, and so are their groups: an article is a row of numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from corpus.forms import (
    MAX_SHORT,
    Form,
    Shorts,
    acronyms,
    as_acronym,
    given_sound,
    person_key,
    read,
    shorts,
    simple_name,
    sound,
)
from corpus.gazetteer import KNOWN, ORG_HEADS
from corpus.sounds import flat
from corpus.types import Label

LABELS: tuple[Label, ...] = ("PER", "LOC", "ORG", "MISC")
Written = tuple[str, Label]

RIVERS = frozenset(
    """
alpes auvergne bourgogne centre champagne charente corse est eure ille indre languedoc loire lot
maine marne meurthe meuse mont nord ouest provence pyrenees rhone saone savoie seine sud tarn
""".split()
)
"""First halves of the names of French departments and regions that name something else alone."""

SETTLED = RIVERS | {read(name, "ORG").key for name in KNOWN}
"""Keys of well-known places and institutions: never short for a longer name."""

HEADS = frozenset(map(flat, ORG_HEADS))


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one name before short forms have joined them: label and key say which."""

    label: Label
    key: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One written name; `group` is a number.

    `person` and `given` are how it sounds as a family name and as a given name, if it may name a
    person, `acronym` its letters if it may be an abbreviation, `head` the key under which longer
    names of things begin with it; each "" if not. `common_head`: one article suffices to tell
    that it is short for a longer name. `begins` and `initials` are the keys of its own short
    forms, if it names a thing.
    """

    form: Form
    group: int
    person: str
    given: str
    acronym: str = ""
    head: str = ""
    common_head: bool = False
    begins: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()


class Readings:
    """All written names of a corpus."""

    def __init__(self, written: Sequence[Written], articles: Iterable[Sequence[int]]) -> None:
        """`written` are the different names, `articles` their numbers in order of reading."""
        self._things = {text: read(text, "ORG") for text, _ in written}
        counts = Counter(chain.from_iterable(articles))
        self._labels = self._voted(written, counts)
        self._numbers: dict[Group, int] = {}
        self.groups: list[Group] = []
        self.full: dict[int, tuple[str, ...]] = {}
        """For each group of full names its words."""
        self.all = [self._read(text, label) for text, label in written]
        self.shorts: dict[int, Shorts] = {group: shorts(w) for group, w in self.full.items()}
        self._join_double_names()
        self.bearers: defaultdict[str, list[int]] = defaultdict(list)
        """For each short form by the family name the groups of full names that have it."""
        for group, short in self.shorts.items():
            for key in short.family:
                self.bearers[key].append(group)

    def _voted(self, written: Sequence[Written], counts: Counter[int]) -> dict[str, Label]:
        """The label that most of the corpus gives to each name, whatever its spelling."""
        votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        for number, (text, label) in enumerate(written):
            votes[self._things[text].key][label] += counts[number]
        return {key: max(LABELS, key=counted.__getitem__) for key, counted in votes.items()}

    def _read(self, text: str, label: Label) -> Reading:
        thing = self._things[text]
        voted = self._labels[thing.key]
        person = read(text, "PER") if "PER" in (label, voted) else None
        family = sound(person.words) if person else ""
        given = given_sound(person.words) if person else ""
        if voted == "PER" and person:
            group = self._number(Group(voted, person.key))
            if person.is_full_name:
                self.full[group] = max(self.full.get(group, ()), person.words)
            return Reading(person, group, family, given)
        place, words = voted == "LOC", thing.words
        kind = "place" if place else "institution"
        begun = range(1, len(words))
        whole = not place or ("-" in text and " " not in text)  # Levallois-Perret, Val-de-Marne
        return Reading(
            Form(voted, words, thing.key),
            self._number(Group(voted, thing.key)),
            family,
            given,
            acronym=as_acronym(text) if "".join(words) == thing.key else "",
            head=f"{kind} {' '.join(words)}" if thing.key not in SETTLED else "",
            common_head=bool(words) and words[0] in HEADS,
            begins=tuple(f"{kind} {' '.join(words[:n])}" for n in begun[: whole * MAX_SHORT]),
            initials=tuple(sorted(acronyms(text))),
        )

    def _join_double_names(self) -> None:
        """Make one of Marion Maréchal and Marion Maréchal-Le Pen: one name is often left out."""
        doubles: defaultdict[int, list[int]] = defaultdict(list)
        for group, words in self.full.items():
            simple = self._numbers.get(Group("PER", person_key(simple_name(words))), group)
            if simple != group:
                doubles[simple].append(group)
        joined = {groups[0]: simple for simple, groups in doubles.items() if len(groups) == 1}
        for double, simple in joined.items():
            self.shorts[simple] = self.shorts[simple].also(self.shorts.pop(double))
            del self.full[double]
        self.all = [
            replace(reading, group=joined[reading.group]) if reading.group in joined else reading
            for reading in self.all
        ]

    def _number(self, group: Group) -> int:
        if group not in self._numbers:
            self._numbers[group] = len(self.groups)
            self.groups.append(group)
        return self._numbers[group]
