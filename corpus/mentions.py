"""Mends the names that a stock model finds in one news article.

`corpus.edges` settles one name by its own words. Here the article is looked at as a whole: a name
that is clear once helps everywhere else. No model is needed: names in, names out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.edges import (
    UPPER,
    RawName,
    is_org_head,
    joined,
    junk,
    opens,
    parted,
    plain,
    trimmed,
)
from corpus.gazetteer import AMBIGUOUS, GIVEN_NAMES, KNOWN, ORG_TAILS
from corpus.sounds import EASTERN_SURNAMES, flat, surname_key
from corpus.types import Label, Span

RULES = "2-5e3e68d6"
"""The version of these rules and their tables, and the first digits of the SHA-256 of the weights
in `corpus/model`: names found by older ones are found again."""

WORD = re.compile(r"\w+(?:-\w+)*")
CAPITAL_WORD = re.compile(rf"(?<![\w-])(?:[{UPPER}]\w*|38(?= North))")
SHOUTED_LENGTH = 4
"""Letters from which a word in capitals may be a known name in capitals rather than an acronym."""


def mend(
    text: str, paragraphs: Sequence[Span], found: Sequence[Sequence[RawName]]
) -> tuple[RawName, ...]:
    """The article's names, sorted, apart from each other, each inside one paragraph.

    `found` holds the model's names of each paragraph, offsets counted from the paragraph's start;
    the names given back count from the start of `text`.
    """
    names: list[RawName] = []
    for span, raw in zip(paragraphs, found, strict=True):
        if shouts(text[span.start : span.end]):
            continue
        moved = [RawName(n.start + span.start, n.end + span.start, n.label) for n in raw]
        for name in joined(text, moved, span.end):
            parts = (trimmed(text, part) for part in parted(text, name))
            names += (part for part in parts if part and not junk(text, part))
    names = apart(names)
    alone = standing_alone(text, names)
    names = [part for name in names for part in compound(text, name, alone)]
    words = Counter(WORD.findall(text))
    names = agreed(text, [name for name in names if not common_word(text, name, words)])
    return tuple(apart([*names, *missed(text, paragraphs, sought(text, names, words))]))


def shouts(paragraph: str) -> bool:
    """Whether a paragraph is all in capitals, as headings are: the model reads those badly."""
    return paragraph.isupper() and len(paragraph) > 1


def apart(names: Iterable[RawName]) -> list[RawName]:
    """The names sorted, of two that overlap the longer (then the earlier) kept."""
    kept: list[RawName] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end - name.start > kept[-1].end - kept[-1].start:
            kept[-1] = name
    return kept


def compound(text: str, name: RawName, alone: Mapping[str, Label]) -> Iterator[RawName]:
    """The two names of « Kim-Poutine » if the article has each of them alone; else itself.

    `alone` are the words that stand for somebody or some place in this article.
    """
    form = text[name.start : name.end]
    left, hyphen, right = form.partition("-")
    label = alone.get(left)
    if hyphen and form not in alone and label in ("PER", "LOC") and label == alone.get(right):
        middle = name.start + len(left)
        yield RawName(name.start, middle, label)
        yield RawName(middle + 1, name.end, label)
    else:
        yield name


def standing_alone(text: str, names: Sequence[RawName]) -> dict[str, Label]:
    """The names of one word in an article and the last words of its people, with their labels."""
    alone: dict[str, Label] = {}
    for name in names:
        words = text[name.start : name.end].split()
        if len(words) == 1 and "-" in words[0]:
            continue
        if len(words) == 1 or name.label == "PER":
            alone[words[-1]] = name.label
    return alone


def common_word(text: str, name: RawName, words: Counter[str]) -> bool:
    """Whether a single capital at a sentence's start is only a word, which the article has small.

    « Soutien politique » is a heading where « soutien » stands elsewhere in the text.
    """
    form = text[name.start : name.end]
    if " " in form or not form.istitle() or plain(form) in KNOWN:
        return False
    return form.lower() in words and opens(text, name.start)


def agreed(text: str, names: Sequence[RawName]) -> list[RawName]:
    """The names with one label for each form: what tables say, else most of its mentions.

    A word that ends the full names of people is a person, unless it is more often something else.
    """
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        votes[flat(text[name.start : name.end])][evident(text, name)] += 1
    people = family_names(votes)
    labels: dict[str, Label] = {}
    for form, counted in votes.items():
        (label, most), *others = counted.most_common(2)
        full = people[surname_key(form)]
        if full and full + counted["PER"] >= counted.total() - counted["PER"]:
            labels[form] = "PER"
        elif not others or others[0][1] < most:
            labels[form] = label
    return [
        replace(name, label=settled(text, name) or labels.get(form, name.label))
        for name in names
        for form in [flat(text[name.start : name.end])]
    ]


def settled(text: str, name: RawName) -> Label | None:
    """The label that tables give a form whatever the sentence says, None where they are silent."""
    form = plain(text[name.start : name.end])
    if form in KNOWN:
        return KNOWN[form]
    words = form.split()
    if len(words) > 1 and (words[-1] in ORG_TAILS or is_org_head(form)) and name.label != "MISC":
        return "ORG"
    given = len(words) == 2 and words[0] in GIVEN_NAMES and words[1].istitle()
    if given and name.label in ("LOC", "ORG"):
        return "PER"
    return None


def evident(text: str, name: RawName) -> Label:
    """The label that the words around a name make plain, else the model's."""
    if text[max(0, name.start - 3) : name.start] == "M. ":
        return "PER"
    return name.label


def family_names(votes: Mapping[str, Counter[Label]]) -> Counter[str]:
    """How often the article names people in full, by how their family names sound.

    So « Shoigu » is a person where « Sergueï Choïgou » is one.
    """
    surnames: Counter[str] = Counter()
    for form, counted in votes.items():
        words = flat(form).split()
        if len(words) > 1 and counted.most_common(1)[0][0] == "PER":
            surnames[surname_key(words[-1])] += counted["PER"]
            if words[0] in EASTERN_SURNAMES:
                surnames[surname_key(words[0])] += counted["PER"]
    return surnames


def missed(text: str, paragraphs: Sequence[Span], forms: Mapping[str, Label]) -> Iterator[RawName]:
    """Places where one of some forms, or a known name, stands, seen by the model or not."""
    exact = by_first_word(forms)
    shouted = by_first_word({flat(form): label for form, label in forms.items()})
    for paragraph in paragraphs:
        loud = shouts(text[paragraph.start : paragraph.end])
        for word in CAPITAL_WORD.finditer(text, paragraph.start, paragraph.end):
            first = word.group()
            for form, label in (*exact.get(first, ()), *KNOWN_EXACT.get(first, ())):
                end = word.start() + len(form)
                if plain(text[word.start() : end]) == plain(form) and free(
                    text, paragraph, word, end
                ):
                    yield RawName(word.start(), end, label)
            if not first.isupper() or len(first) < (3 if loud else SHOUTED_LENGTH):
                continue
            key = flat(first)
            for form, label in (*shouted.get(key, ()), *KNOWN_SHOUTED.get(key, ())):
                end = word.start() + len(form)
                form_there = text[word.start() : end]
                if form_there.isupper() and flat(form_there) == form and ends_word(text, end):
                    yield RawName(word.start(), end, label)


def free(text: str, paragraph: Span, word: re.Match[str], end: int) -> bool:
    """Whether the form is a whole name there: no capital stands right beside it."""
    if not ends_word(text, end) or end > paragraph.end:
        return False
    before = text[max(paragraph.start, word.start() - 24) : word.start()]
    after = text[end : min(paragraph.end, end + 2)]
    return not CAPITAL_BEFORE.search(before) and not re.match(rf"[ -][{UPPER}]", after)


def ends_word(text: str, end: int) -> bool:
    """Whether no letter, digit or hyphenated part goes on at `end`."""
    return re.match(r"\w|-\w", text[end : end + 2]) is None


CAPITAL_BEFORE = re.compile(rf"[^.!?…:«“\"\s(]\s+[{UPPER}][\w’'-]*[ -]$")
"""A word with a capital, not a sentence's first, right before: part of a name we do not know."""


MAX_ALIKE = 100
"""Forms of an article with the same first word; more are a list, and looking for each would take
time with the square of its length."""


def by_first_word(forms: Mapping[str, Label]) -> dict[str, list[tuple[str, Label]]]:
    """The forms and labels under the word that `CAPITAL_WORD` would find first."""
    table: defaultdict[str, list[tuple[str, Label]]] = defaultdict(list)
    for form, label in sorted(forms.items()):
        match = re.match(r"\w+", form)
        if match:
            table[match.group()].append((form, label))
    return {word: forms for word, forms in table.items() if len(forms) <= MAX_ALIKE}


SURE = {form: label for form, label in KNOWN.items() if form not in AMBIGUOUS}
KNOWN_EXACT = by_first_word(SURE)
KNOWN_SHOUTED = by_first_word({flat(form): label for form, label in SURE.items() if len(form) > 3})


def sought(text: str, names: Sequence[RawName], words: Counter[str]) -> dict[str, Label]:
    """The article's own forms that are safe to look for, with their labels.

    Full names always; single words only when they are part of a person's full name here or the
    model saw them more often than not.
    """
    counts: Counter[tuple[str, Label]] = Counter(
        (text[name.start : name.end], name.label) for name in names
    )
    votes: dict[str, Counter[Label]] = {form: Counter([label]) for form, label in counts}
    people = family_names(votes)
    forms: dict[str, Label] = {}
    for (form, label), count in sorted(counts.items()):
        often = count >= 2 and 2 * count >= words[form]
        if label == "MISC" or len(form) < 3 or form in AMBIGUOUS:
            continue
        if " " in form or often or people[surname_key(flat(form))]:
            forms[form] = label
    return forms
