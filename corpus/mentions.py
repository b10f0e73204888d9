"""Mends the names that a stock model finds in one news article.

`corpus.edges` settles one name by its own words. Here the article is looked at as a whole: a name
that is clear once helps everywhere else. No model is needed: names in, names out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.edges import (
    FLAT_NEVER,
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
from corpus.gazetteer import AMBIGUOUS, KNOWN, ORG_TAILS
from corpus.sounds import EASTERN_SURNAMES, flat
from corpus.types import Label, Span

RULES = 1
"""The version of these rules and their tables: names found by older ones are found again."""

ROLE = re.compile(
    r", (?:(?:un|une|le|la|ancien|ancienne) |l[’']|ex-)*(?:analyste|professeur|directeur|directrice"
    r"|chercheur|chercheuse|porte-parole|ministre|président|présidente|spécialiste|économiste|avocat"
    r"|avocate|expert|experte|auteur|historien|député|sénateur|maire|secrétaire|patron|professor"
    r"|analyst|director|spokesman|spokeswoman|minister)\b"
)
"""What follows a person's name: « X, ancien directeur »."""

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
    names = [part for name in names for part in compound(text, name, names)]
    names = agreed(text, [name for name in names if not common_word(text, name, names)])
    return tuple(apart([*names, *missed(text, paragraphs, names)]))


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


def compound(text: str, name: RawName, names: Sequence[RawName]) -> Iterator[RawName]:
    """The two people of « Kim-Poutine » if the article names each of them alone; else itself."""
    form = text[name.start : name.end]
    left, hyphen, right = form.partition("-")
    if hyphen and " " not in form and "-" not in right and right[:1].isupper():
        alone = {word for other in names for word in ends(text[other.start : other.end])}
        if left in alone and right in alone:
            middle = name.start + len(left)
            yield replace(name, end=middle)
            yield replace(name, start=middle + 1)
            return
    yield name


def ends(form: str) -> tuple[str, ...]:
    """The form's first and last word: where a family name may stand."""
    words = form.split()
    return (words[0], words[-1])


def common_word(text: str, name: RawName, names: Sequence[RawName]) -> bool:
    """Whether a single capital at a sentence's start is only a word, which the article has small.

    « Soutien politique » is a heading where « soutien » stands elsewhere in the text.
    """
    form = text[name.start : name.end]
    if " " in form or not form.istitle() or plain(form) in KNOWN:
        return False
    if not opens(text, name.start):
        return False
    return re.search(rf"\b{re.escape(form.lower())}\b", text) is not None


def agreed(text: str, names: Sequence[RawName]) -> list[RawName]:
    """The names with one label for each form: what tables say, then form and article together."""
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        votes[flat(text[name.start : name.end])][evident(text, name)] += 1
    people, singles = family_names(votes), people_alone(votes)
    labels: dict[str, Label] = {}
    for form, counted in votes.items():
        labels[form] = max(counted, key=lambda label: (counted[label], label == "PER", label))
        alone = " " not in form and form in people
        words = form.split()
        full_name = words[-1] in singles and words[0] not in FLAT_NEVER
        if alone or (labels[form] == "MISC" and full_name):
            labels[form] = "PER"
    return [
        replace(name, label=settled(text, name) or labels[flat(text[name.start : name.end])])
        for name in names
    ]


def settled(text: str, name: RawName) -> Label | None:
    """The label that tables give a form whatever the sentence says, None where they are silent."""
    form = plain(text[name.start : name.end])
    if form in KNOWN:
        return KNOWN[form]
    words = form.split()
    if len(words) > 1 and (words[-1] in ORG_TAILS or is_org_head(form)) and name.label != "MISC":
        return "ORG"
    return None


def evident(text: str, name: RawName) -> Label:
    """The label that the words around a name make plain, else the model's."""
    form = text[name.start : name.end]
    if name.label != "PER" and " " in form and ROLE.match(text, name.end):
        return "PER"
    if text[max(0, name.start - 3) : name.start] == "M. ":
        return "PER"
    return name.label


def family_names(votes: dict[str, Counter[Label]]) -> set[str]:
    """The words that may stand alone for a person whom the article names in full."""
    surnames: set[str] = set()
    for form, counted in votes.items():
        words = form.split()
        if len(words) > 1 and counted.most_common(1)[0][0] == "PER":
            surnames.add(words[-1])
            if flat(words[0]) in EASTERN_SURNAMES:
                surnames.add(words[0])
    return surnames


def people_alone(votes: dict[str, Counter[Label]]) -> set[str]:
    """The single words that are mostly people in this article."""
    return {
        form
        for form, counted in votes.items()
        if " " not in form and counted.most_common(1)[0][0] == "PER"
    }


def missed(text: str, paragraphs: Sequence[Span], names: Sequence[RawName]) -> Iterator[RawName]:
    """Places where a name of this article, or a known one, stands and the model saw nothing."""
    forms = sought(text, names)
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


def by_first_word(forms: Mapping[str, Label]) -> dict[str, list[tuple[str, Label]]]:
    """The forms and labels under the word that `CAPITAL_WORD` would find first."""
    table: defaultdict[str, list[tuple[str, Label]]] = defaultdict(list)
    for form, label in sorted(forms.items()):
        match = re.match(r"\w+", form)
        if match:
            table[match.group()].append((form, label))
    return dict(table)


SURE = {form: label for form, label in KNOWN.items() if form not in AMBIGUOUS}
KNOWN_EXACT = by_first_word(SURE)
KNOWN_SHOUTED = by_first_word({flat(form): label for form, label in SURE.items() if len(form) > 3})


def sought(text: str, names: Sequence[RawName]) -> dict[str, Label]:
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
        often = count >= 2 and 2 * count >= text.count(form)
        if label != "MISC" and len(form) > 2 and (" " in form or form in people or often):
            forms[form] = label
    return forms
