"""One entity for each person, place or organisation of a corpus, from the forms of its name.

Three steps: forms that are one name written otherwise share a key (accents, capitals, hyphens,
initials, transliteration, well-known pairs); a short form (a family name, the head of an
institution) goes to the full name that its article introduced; where there is none, to the one
that the corpus means nearly always. Counts decide, never the order of articles.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.forms import Form, is_acronym_of, read, short_for
from corpus.sounds import EASTERN_SURNAMES, flat, surname_key
from corpus.types import ArticleId, Entity, EntityId, Label

VERSION = 1
"""Changes whenever the same mentions would be linked otherwise."""

KNOWN_ARTICLES = 3
"""Articles that a full name must stand in before a bare family name elsewhere may mean it."""

DOMINANCE = 0.8
"""Of all articles on people of one family name, the share that makes one of them « the » one."""

MIN_ALIAS = 4
"""Letters from which two spellings of a word may be searched as one."""

LABELS: tuple[Label, ...] = ("PER", "LOC", "ORG", "MISC")
Written = tuple[str, Label]


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one name before short forms have joined them: label and key say which."""

    label: Label
    key: str


class Corpus:
    """What the whole corpus says of each form: its label, how often, and whose short form it is."""

    def __init__(self) -> None:
        self.votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        self.forms: dict[str, Form] = {}
        self.articles: Counter[Group] = Counter()
        self.full: dict[Group, tuple[str, ...]] = {}
        self.acronyms: dict[str, Group] = {}
        self.known: dict[str, Group] = {}

    def form(self, text: str) -> Form:
        """The written name read with the label that most of the corpus gives it."""
        if text not in self.forms:
            counted = self.votes[flat(text)]
            self.forms[text] = read(text, max(LABELS, key=lambda label: counted[label]))
        return self.forms[text]

    def group(self, text: str) -> Group:
        """The group of a form taken alone, an abbreviation explained somewhere included."""
        return self.acronyms.get(text) or group_of(self.form(text))


def group_of(form: Form) -> Group:
    """Where a form belongs by its own words."""
    return Group(form.label, form.key)


@dataclass(frozen=True, slots=True)
class Linking:
    """The entities of a corpus, and how to find the one that a mention means.

    `entities` come in the order of their ids. `aliases` gives for a folded word (small, without
    accents) the other spellings of it that stand for the same entity somewhere in the corpus.
    """

    entities: tuple[Entity, ...]
    aliases: Mapping[str, frozenset[str]]
    corpus: Corpus
    ids: Mapping[Group, EntityId]

    def entity_ids(
        self, article_id: ArticleId, forms: Sequence[Written]
    ) -> tuple[EntityId | None, ...]:
        """For each of the article's mentions, in reading order, its entity; None for mere signs."""
        return tuple(self.ids.get(group) for group in resolved(self.corpus, forms))


def link(annotated: Iterable[tuple[ArticleId, Sequence[Written]]]) -> Linking:
    """Find the entities of all articles, given each article's mentions in reading order."""
    writings: dict[Written, int] = {}
    articles: list[array[int]] = []
    for _, forms in annotated:
        articles.append(array("i", [writings.setdefault(form, len(writings)) for form in forms]))
    written = list(writings)
    corpus = weighed(written, articles)
    usage: defaultdict[Group, Counter[str]] = defaultdict(Counter)
    spread: Counter[Group] = Counter()
    for numbers in articles:
        forms = [written[number] for number in numbers]
        groups = resolved(corpus, forms)
        for (text, _), group in zip(forms, groups, strict=True):
            usage[group][" ".join(text.split())] += 1
        spread.update(set(groups))
    named = {group: best_name(texts, corpus) for group, texts in usage.items() if group.key}
    ids = identified(named)
    entities = tuple(
        sorted(
            (
                Entity(
                    id=ids[group],
                    name=name,
                    label=group.label,
                    variants=tuple(by_frequency(usage[group])),
                    mentions=usage[group].total(),
                    articles=spread[group],
                )
                for group, name in named.items()
            ),
            key=lambda entity: entity.id,
        )
    )
    return Linking(entities, spellings(entities), corpus, ids)


def weighed(written: Sequence[Written], articles: Sequence["array[int]"]) -> Corpus:
    """What the corpus says of each form, from its articles as numbers of written forms."""
    corpus = Corpus()
    for number, count in Counter(number for numbers in articles for number in numbers).items():
        text, label = written[number]
        corpus.votes[flat(text)][label] += count
    groups = [corpus.group(text) for text, _ in written]
    explained: Counter[tuple[str, Group]] = Counter()
    for numbers in articles:
        corpus.articles.update({groups[number] for number in numbers})
        for left, right in pairwise(numbers):
            text = written[right][0]
            if text.isupper() and is_acronym_of(text, corpus.form(written[left][0]).words):
                explained[text, groups[left]] += 1
    for (text, group), _ in sorted(explained.items(), key=lambda item: (item[1], item[0][1].key)):
        corpus.acronyms[text] = group
    for text, _ in written:
        form = corpus.form(text)
        if form.is_full_name:
            group = group_of(form)
            corpus.full[group] = max(corpus.full.get(group, ()), form.words)
    corpus.known = best_known(corpus)
    return corpus


def best_known(corpus: Corpus) -> dict[str, Group]:
    """For the sound of a family name the person whom it nearly always means in this corpus."""
    namesakes: defaultdict[str, list[Group]] = defaultdict(list)
    for group, words in corpus.full.items():
        sounds = {surname_key(words[-1])}
        if words[0] in EASTERN_SURNAMES:
            sounds.add(surname_key(words[0]))
        for sound in sounds:
            namesakes[sound].append(group)
    known: dict[str, Group] = {}
    for sound, groups in namesakes.items():
        first = max(groups, key=lambda group: (corpus.articles[group], group.key))
        together = sum(corpus.articles[group] for group in groups)
        if corpus.articles[first] >= max(KNOWN_ARTICLES, DOMINANCE * together):
            known[sound] = first
    return known


def resolved(corpus: Corpus, forms: Sequence[Written]) -> list[Group]:
    """The group of each mention of one article, short forms resolved."""
    people: dict[Group, list[int]] = {}
    institutions: dict[Group, tuple[str, ...]] = {}
    read_forms = [corpus.form(text) for text, _ in forms]
    for at, form in enumerate(read_forms):
        if form.is_full_name:
            people.setdefault(group_of(form), []).append(at)
        elif form.label == "ORG" and len(form.words) > 2:
            institutions[group_of(form)] = form.words
    chosen: dict[tuple[str, Label], Group] = {}
    groups: list[Group] = []
    for at, ((text, label), form) in enumerate(zip(forms, read_forms, strict=True)):
        if (text, label) not in chosen:
            person = None
            if "PER" in (label, form.label):
                person = meant(corpus, read(text, "PER"), people, at)
            chosen[text, label] = (
                person or whole_institution(form, institutions) or corpus.group(text)
            )
        groups.append(chosen[text, label])
    return groups


def meant(corpus: Corpus, short: Form, people: Mapping[Group, list[int]], at: int) -> Group | None:
    """The person whom a short form means that stands first at mention `at`, None if it is not one.

    Those whom the article introduced before come first; of several, whom it names most often, then
    whom the corpus knows best. A journalist who signs below is never meant by what stands above.
    """
    candidates = [group for group in people if short_for(short.words, corpus.full[group])]
    if candidates:
        introduced = [group for group in candidates if people[group][0] < at] or candidates
        return max(
            introduced,
            key=lambda g: (len(people[g]), corpus.articles[g], -people[g][0], g.key),
        )
    if len(short.words) == 1:
        return corpus.known.get(surname_key(short.words[0]))
    return None


def whole_institution(form: Form, institutions: Mapping[Group, tuple[str, ...]]) -> Group | None:
    """The one institution of the article that the form begins: « Conseil de sécurité »."""
    if form.label != "ORG" or len(form.words) < 2:
        return None
    length = len(form.words)
    longer = [
        group
        for group, words in institutions.items()
        if len(words) > length and words[:length] == form.words
    ]
    return longer[0] if len(longer) == 1 else None


def by_frequency(texts: Counter[str]) -> list[str]:
    """The written forms, the most frequent first, equal ones in the order of their letters."""
    return sorted(texts, key=lambda text: (-texts[text], text))


def best_name(texts: Counter[str], corpus: Corpus) -> str:
    """The form to show: full, not in capitals, of those the most frequent, then the longest."""
    ranked = sorted(texts, key=lambda text: (-texts[text], -len(text), text))
    choice = [text for text in ranked if corpus.form(text).is_full_name] or ranked
    return next((text for text in choice if not shouted(text)), choice[0])


def shouted(text: str) -> bool:
    """Whether a form is in capitals because its heading is: more than an acronym."""
    return text.isupper() and (" " in text or len(text) > 5)


def identified(named: Mapping[Group, str]) -> dict[Group, EntityId]:
    """A readable id for each group from its name; the second of one id gets the suffix -2."""
    ids: dict[Group, EntityId] = {}
    used: Counter[str] = Counter()
    for group in sorted(named, key=lambda group: (group.label, group.key)):
        slug = re.sub(r"[^a-z0-9]+", "-", flat(named[group])).strip("-") or "name"
        base = f"{group.label.lower()}:{slug}"
        used[base] += 1
        ids[group] = EntityId(base if used[base] == 1 else f"{base}-{used[base]}")
    return ids


def spellings(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """For each word of a name its other spellings in the same entity that sound alike."""
    others: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        by_sound: defaultdict[str, set[str]] = defaultdict(set)
        for variant in entity.variants:
            for word in re.findall(r"[^\W\d_]+", flat(variant)):
                if len(word) >= MIN_ALIAS:
                    by_sound[surname_key(word)].add(word)
        for words in by_sound.values():
            for word in words if len(words) > 1 else ():
                others[word] |= words - {word}
    return {word: frozenset(found) for word, found in sorted(others.items())}
