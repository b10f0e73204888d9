"""One entity for each person, place or organisation of a corpus, from the forms of its name.

Three steps: forms that are one name written otherwise share a key (accents, capitals, hyphens,
initials, transliteration, well-known pairs); a short form goes to the full name that its article
introduced; where there is none, to the one that the corpus nearly always means. Counts decide,
never the order of articles.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from corpus.forms import as_acronym, tidy
from corpus.readings import Readings, Written
from corpus.short_names import ShortNames
from corpus.sounds import flat, surname_key
from corpus.types import Entity, EntityId, Label

VERSION = 3
"""Changes whenever the same mentions would be linked otherwise, or entities be called otherwise."""

MIN_ALIAS = 4
"""Letters from which two spellings of a word may be searched as one."""

ACCENTED, ACCENTED_CAPITAL = 0.25, 0.05
"""How often, for each time without, a name must be written with an accent to be shown so: papers
leave accents out more often than they add wrong ones, on capitals most of all."""


@dataclass(frozen=True, slots=True)
class Linking:
    """The entities of a corpus, in the order of their ids, and which of them each mention means.

    `mentions` has for each article given, in that order, the entity of each of its mentions, None
    for mere signs. `usage` tells how often an entity is written in each form.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[EntityId | None, ...], ...]
    usage: Mapping[EntityId, Counter[str]]


def link(annotated: Iterable[Sequence[Written]]) -> Linking:
    """Find the entities of all articles, given each article's mentions in reading order."""
    numbers: dict[Written, int] = {}
    articles = [
        array("i", [numbers.setdefault(name, len(numbers)) for name in names])
        for names in annotated
    ]
    written = list(numbers)
    readings = Readings(written, articles)
    shorts = ShortNames(readings, articles)
    groups = [array("i", shorts.groups(at, row)) for at, row in enumerate(articles)]
    counts: Counter[tuple[int, int]] = Counter()
    for row, of_row in zip(articles, groups, strict=True):
        counts.update(zip(of_row, row, strict=True))
    usage: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for (group, number), count in counts.items():
        usage[group][number] = count
    return assembled(written, readings, groups, usage)


def assembled(
    written: Sequence[Written],
    readings: Readings,
    articles: Sequence["array[int]"],
    usage: Mapping[int, Counter[int]],
) -> Linking:
    """The entities of all groups; groups that would bear one name are one entity."""
    ids: dict[int, EntityId] = {}
    names: dict[EntityId, str] = {}
    labels: dict[EntityId, Label] = {}
    forms: defaultdict[EntityId, Counter[str]] = defaultdict(Counter)
    described = readings.groups
    largest = [
        (-counts.total(), described[group].label, described[group].key, group)
        for group, counts in usage.items()
    ]
    for _, label, key, group in sorted(largest):
        if not key:
            continue
        for name in good_names(group, usage[group], written, readings):
            entity = unused(EntityId(f"{label.lower()}:{slug(name)}"), name, names)
            if entity not in names:
                break
        ids[group] = entity
        names.setdefault(entity, name)
        labels[entity] = label
        counted = forms[entity]
        for number, count in usage[group].items():
            counted[tidy(written[number][0])] += count
    mentions = tuple(tuple(map(ids.get, row)) for row in articles)
    spread = Counter(entity for row in mentions for entity in set(row))
    entities = tuple(
        Entity(
            id=entity,
            name=names[entity],
            label=labels[entity],
            variants=tuple(by_frequency(forms[entity])),
            mentions=forms[entity].total(),
            articles=spread[entity],
        )
        for entity in sorted(names)
    )
    return Linking(entities, mentions, forms)


def by_frequency(texts: Counter[str]) -> list[str]:
    """The written forms, the most frequent first, equal ones in the order of their letters."""
    return sorted(texts, key=lambda text: (-texts[text], text))


def good_names(
    group: int, counts: Counter[int], written: Sequence[Written], readings: Readings
) -> list[str]:
    """The forms to show, the best first: full, not in capitals, the most frequent, the longest;
    with its accents, where it is written with them.

    After an abbreviation comes the best of the long forms, which others seldom bear; before, if
    it has but two letters, which tell little.
    """
    if len(counts) == 1:
        return [tidy(written[number][0]) for number in counts]
    texts: Counter[str] = Counter()
    full: set[str] = set()
    own: set[str] = set()
    for number, count in counts.items():
        text = tidy(written[number][0])
        texts[text] += count
        reading = readings.all[number]
        if reading.form.is_full_name:
            full.add(text)
        if reading.group == group or sum(map(str.isupper, text)) > 1:
            own.add(text)
    ranked = sorted(full or own or texts, key=lambda text: (-texts[text], -len(text), text))
    thing = readings.groups[group].label in ("ORG", "MISC")
    quiet = [text for text in ranked if not shouted(text, thing=thing)]
    best = accented(quiet[0] if quiet else ranked[0], texts)
    long = next((accented(text, texts) for text in quiet if " " in text), None)
    if long is None or not as_acronym(best):
        return [best]
    return [best, long] if len(best) > 2 else [long]


def shouted(text: str, *, thing: bool) -> bool:
    """Whether a form is in capitals because its heading or dateline is: more than an acronym.

    `thing`: an institution or a work, which are called by acronyms oftener than people and places.
    """
    short = 5 if thing else 3
    return text.isupper() and (" " in text or (len(text) > short and (thing or text.isalpha())))


def accented(best: str, counts: Mapping[str, int]) -> str:
    """A form as it is written with its accents, if that is more than a slip: "Élodie" for "Elodie";
    else the form itself. `counts` tells how often each form is written."""
    letters = _letters(best)
    for other in by_frequency(Counter(counts)):
        theirs = _letters(other)
        if flat(theirs) != flat(letters) or (other.isupper(), other[:1].isupper()) != (
            best.isupper(),
            best[:1].isupper(),
        ):
            continue
        pairs = [(a, b) for a, b in zip(letters, theirs, strict=True) if a.isascii() > b.isascii()]
        capital = all(letter.isupper() for _, letter in pairs)
        least = ACCENTED_CAPITAL if capital else ACCENTED
        if pairs and counts[other] >= least * counts[best]:
            return other
    return best


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def unused(wanted: EntityId, name: str, names: Mapping[EntityId, str]) -> EntityId:
    """The id, or with the suffix -2, -3… if an entity of another name has it."""
    number, entity = 1, wanted
    while names.get(entity, name) != name:
        number += 1
        entity = EntityId(f"{wanted}-{number}")
    return entity


def slug(name: str) -> str:
    """A name as the readable part of an id; of other scripts the letters stay as they are."""
    plain = flat(name)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or re.sub(r"\W+", "-", plain)


def spellings(forms: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of words that are spellings of one another: they sound alike in forms of one name."""
    by_sound: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        for word in re.findall(r"[^\W\d_]+", flat(form)):
            if len(word) >= MIN_ALIAS:
                by_sound[surname_key(word)].add(word)
    return {pair for words in by_sound.values() for pair in permutations(words, 2)}
