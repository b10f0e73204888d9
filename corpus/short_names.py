"""Whom a short form means: the one that its article names in full, else the one that the corpus
nearly always means by it.

A family name, a first name, the beginning of an institution's name, an abbreviation. What each
article makes of its short forms is gathered first, because only the whole corpus tells whether
« Assemblée » or « Renaud » is short for anything.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from corpus.readings import Readings

MIN_ARTICLES = 3
"""Articles that must tell what a short form means before it means the same elsewhere."""

DOMINANCE = 0.8
"""Of all articles on the bearers of a name, the share that makes one of them « the » one."""

ALONE = 1.5
"""A short form that stands alone more than so many times as often as with what it is short for
is a name of its own: Renaud is not Line Renaud."""

OWN = 10
"""So many times, and no article's long form takes the short one: « Cour des comptes » is whole,
whatever longer name a model has once seen begin with it."""

EXPLAINED = 0.02
"""Of the articles with an abbreviation, the share that must explain it: some always do."""

MIN_PREFIX = 4
"""Letters from which an abbreviation may leave out the last words of what it stands for."""

Short = tuple[Literal["person", "thing", "acronym"], str, str]
"""A kind of short form and its key; of a person's how it sounds as a family name, too."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reading may be short for, and the group that it means in its article, if any.

    It is `sure` where the article alone tells, whatever the form means elsewhere.
    """

    short: Short
    group: int | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a reading might be short for anywhere in the corpus, None for what it cannot be."""

    person: Short | None
    thing: Short | None
    acronym: Short | None


class ShortNames:
    """Gives each mention of each article its group; articles are rows of numbers of readings."""

    def __init__(self, readings: Readings, articles: Sequence[Sequence[int]]) -> None:
        self._readings = readings
        self._groups = [reading.group for reading in readings.all]
        self._articles: Counter[int] = Counter()
        for numbers in articles:
            self._articles.update({self._groups[number] for number in numbers})
        self._candidates = candidates(readings)
        self._meant: defaultdict[Short, Counter[int]] = defaultdict(Counter)
        self._alone: Counter[Short] = Counter()
        self._guesses = [self._guessed(numbers) for numbers in articles]
        self._known = {
            short: group
            for short in (*self._meant, *self._alone)
            if (group := self._means(short)) is not None
        }

        self._whole = {
            short
            for short, alone in self._alone.items()
            if short[0] == "thing" and alone > OWN * self._meant[short].total()
        }

    def groups(self, article: int, numbers: Sequence[int]) -> list[int]:
        """The group of each mention of an article, given by its place among all articles."""
        chosen: dict[int, int] = {}
        for number, guess in self._guesses[article].items():
            group = guess.group
            if group is None or not guess.sure or guess.short in self._whole:
                likely = group if guess.short[0] == "acronym" else None
                group = self._known.get(guess.short, likely)
            if group is not None:
                chosen[number] = group
        if not chosen:
            return [self._groups[number] for number in numbers]
        return [chosen[number] if number in chosen else self._groups[number] for number in numbers]

    # One article

    def _guessed(self, numbers: Sequence[int]) -> dict[int, Guess]:
        """What the short forms of an article mean in it."""
        article = Context(self._readings, numbers)
        guesses: dict[int, Guess] = {}
        for number in article.first:
            candidate = self._candidates[number]
            if candidate is not None:
                guess = self._guess(article, number, candidate)
                if guess is not None:
                    guesses[number] = guess
        for short, group in {(guess.short, guess.group) for guess in guesses.values()}:
            if group is None:
                self._alone[short] += 1
            else:
                self._meant[short][group] += 1
        return guesses

    def _guess(self, article: "Context", number: int, candidate: Candidate) -> Guess | None:
        if candidate.person:
            guess = self._person(article, number, candidate.person)
            if guess is not None:
                return guess
        if candidate.acronym:
            group = article.explained(number)
            if group is not None:
                return Guess(candidate.acronym, group)
            group = article.initials.get(candidate.acronym[1])
            if group is not None or not candidate.thing:
                return Guess(candidate.acronym, group, sure=False)
        if candidate.thing:
            longer = article.longer.get(candidate.thing[1], ())
            group = longer[0] if len(longer) == 1 else None
            if group is not None or not candidate.acronym:
                sure = self._readings.all[number].common_head
                return Guess(candidate.thing, group, sure)
        return Guess(candidate.acronym, None) if candidate.acronym else None

    def _person(self, article: "Context", number: int, short: Short) -> Guess | None:
        """What may be a family name or another part of a person's name."""
        reading = self._readings.all[number]
        family = [g for g in article.family.get(reading.person, ()) if g != reading.group]
        if family:
            return Guess(short, self._foremost(article, number, family))
        if reading.form.label != "PER":
            return None
        given = [g for g in article.given.get(reading.given, ()) if g != reading.group]
        # A full name with which a longer one begins is mostly another's: Claude François junior.
        sure = not reading.form.is_full_name
        return Guess(short, given[0] if len(given) == 1 else None, sure)

    def _foremost(self, article: "Context", number: int, namesakes: Sequence[int]) -> int:
        """Of namesakes the one meant: one whom the article introduced before, of several the one
        it names most often, then the one the corpus knows best. A journalist who signs below is
        never meant by what stands above."""
        at = article.first[number]
        before = [group for group in namesakes if article.people[group][0] < at] or namesakes
        return max(
            before,
            key=lambda group: (
                article.people[group][1],
                self._articles[group],
                -article.people[group][0],
                self._readings.groups[group].key,
            ),
        )

    # The whole corpus

    def _means(self, short: Short) -> int | None:
        """The group that a short form means wherever its article is silent, None if various."""
        kind, key, family = short
        weights = Counter(self._meant.get(short, ()))
        if kind == "person":
            weights |= Counter(
                {g: self._articles[g] for g in self._readings.bearers.get(family, ())}
            )
        if not weights:
            return None
        order = self._readings.groups
        best = max(weights, key=lambda g: (weights[g], order[g].label, order[g].key))
        alone = self._alone[short]
        if kind == "acronym":
            clear = 2 * weights[best] > weights.total()
            return best if clear and weights[best] >= EXPLAINED * alone else None
        least = 1 if key.startswith("place") else MIN_ARTICLES
        enough = weights[best] >= max(least, DOMINANCE * weights.total())
        return best if enough and alone <= ALONE * weights[best] else None


def candidates(readings: Readings) -> list[Candidate | None]:
    """For each reading what it might be short for, given all the names of the corpus."""
    given = {key for shorts in readings.shorts.values() for key in shorts.given}
    beginnings = {key for reading in readings.all for key in reading.begins}
    initials = {key for reading in readings.all for key in reading.initials}
    initials |= {key[:end] for key in initials for end in range(MIN_PREFIX, len(key))}
    found: list[Candidate | None] = []
    for reading in readings.all:
        person = reading.person in readings.bearers or reading.given in given
        thing = reading.head in beginnings
        acronym = reading.acronym in initials
        found.append(
            Candidate(
                ("person", reading.given, reading.person) if person else None,
                ("thing", reading.head, "") if thing else None,
                ("acronym", reading.acronym, "") if acronym else None,
            )
            if person or thing or acronym
            else None
        )
    return found


class Context:
    """One article: what it names in full. What is asked seldom is made when asked."""

    def __init__(self, readings: Readings, numbers: Sequence[int]) -> None:
        self._readings = readings
        self._numbers = numbers
        self.first: dict[int, int] = {}
        """The place of each reading's first mention."""
        for at, number in enumerate(numbers):
            self.first.setdefault(number, at)

    @cached_property
    def people(self) -> dict[int, tuple[int, int]]:
        """The people named in full: first mention and number of mentions of each group."""
        found: dict[int, tuple[int, int]] = {}
        for at, number in enumerate(self._numbers):
            group = self._readings.all[number].group
            if group in self._readings.full:
                first, count = found.get(group, (at, 0))
                found[group] = (first, count + 1)
        return found

    @cached_property
    def family(self) -> dict[str, list[int]]:
        """For each short form of people's names by the family name those who may be meant."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for group in self.people:
            for key in self._readings.shorts[group].family:
                found[key].append(group)
        return found

    @cached_property
    def given(self) -> dict[str, list[int]]:
        """For each other short form of people's names those who may be meant."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for group in self.people:
            for key in self._readings.shorts[group].given:
                found[key].append(group)
        return found

    @cached_property
    def longer(self) -> dict[str, list[int]]:
        """For each beginning of the article's names of things the groups that begin so."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number in self.first:
            reading = self._readings.all[number]
            for key in reading.begins:
                if reading.group not in found[key]:
                    found[key].append(reading.group)
        return found

    @cached_property
    def initials(self) -> dict[str, int]:
        """For each abbreviation a group with these initials that the article names in full."""
        return {
            letters: self._readings.all[number].group
            for number in self.first
            for letters in self._readings.all[number].initials
        }

    def explained(self, number: int) -> int | None:
        """The group of the name right beside an abbreviation if it has these initials."""
        letters = self._readings.all[number].acronym
        at = self.first[number]
        for neighbour in (*self._numbers[max(0, at - 1) : at], *self._numbers[at + 1 : at + 2]):
            reading = self._readings.all[neighbour]
            for initials in reading.initials:
                cut = len(letters) >= MIN_PREFIX and initials.startswith(letters)
                if initials == letters or cut:
                    return reading.group
        return None
