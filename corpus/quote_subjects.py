"""Who is the subject of a verb, before it or after it, and who is the source after « selon »."""

from corpus.quote_phrases import ALONE, Phrases, Who, singular
from corpus.quote_roles import FUNCTIONS, HONORIFICS, INSTITUTIONS

FAR_AFTER = 45
"""Tokens after an announcing verb among which its subject is sought."""

FAR_BEFORE = 90
"""Tokens before a verb among which its subject is sought."""

ALSO = frozenset(
    "lui elle eux aussi également lui-même elle-même eux-mêmes himself herself".split()
)
RELATIVE = frozenset("qui who which dont".split())
SPEAKING = FUNCTIONS.keys() | INSTITUTIONS
FAR_RELATIVE = 16
"""Tokens before « qui » among which it finds whom it takes up."""

SEVERAL = frozenset("les des ces ses leurs plusieurs certains certaines quelques these".split())
CONJUNCTIONS = frozenset("et mais puis ou car donc and but then or so".split())
SEPARATORS = frozenset(", : ; ( ) – — - . ! ? … ...".split())


def source_after(phrases: Phrases, at: int) -> Who | None:
    """The speaker right after « selon »."""
    form, kind = phrases.form(at), phrases.kind(at)
    if kind == "name":
        return Who("name", at, at + 1)
    if form in HONORIFICS and phrases.kind(at + 1) == "name":
        return Who("name", at + 1, at + 2)
    if form in phrases.grammar.oblique:
        return Who("pronoun", at, at + 1)
    if (
        kind != "word"
        or form in phrases.grammar.borders
        or phrases.time(at)
        or form in phrases.grammar.times
    ):
        return None
    if phrases.sentence[at].capital and not phrases.determiner(at):
        return phrases.capitals(at)
    if phrases.determiner(at) or form in phrases.grammar.of or singular(form) in SPEAKING:
        who = phrases.phrase(at)
        return None if phrases.determiner(who.last - 1) else who
    return None


def inverted_after(phrases: Phrases, at: int) -> Who | None:
    """The subject behind its verb: « a déclaré mardi à l'AFP le maire de Lorvent, Y »."""
    end = min(phrases.size, at + FAR_AFTER)
    while at < end:
        token = phrases.sentence[at]
        if token.kind == "quote" or token.form in (":", ";"):
            return None
        if token.kind == "name":
            return Who("name", at, at + 1)
        if token.form in HONORIFICS and phrases.kind(at + 1) == "name":
            return Who("name", at + 1, at + 2)
        if token.form in ALONE:
            return Who("phrase", at, at + 1)
        if phrases.opens(at):
            if phrases.kind(at + 1) == "quote" and phrases.is_person(at + 2):
                return Who("name", at + 2, at + 3)  # « le "…" Y »
            who = phrases.phrase(at)
            if who.kind == "name" or not phrases.determiner(who.last - 1):
                return who
            return None
        if token.capital and not phrases.depends(at):
            return phrases.capitals(at)
        at = past_adverbial(phrases, at)
    return None


def past_adverbial(phrases: Phrases, at: int) -> int:
    """Where to look on behind a word that does not begin the subject."""
    if phrases.depends(at) or phrases.determiner(at):
        return phrases.past_object(at + 1)
    return at + 1


def subject_before(phrases: Phrases, at: int, plural: bool = True) -> Who | None:
    """The subject of a verb group that begins at a place; `plural`: it may be several."""
    grammar = phrases.grammar
    at -= 1
    while phrases.form(at) in grammar.clitics or phrases.form(at) in ALSO:
        if phrases.form(at) in grammar.pronouns and phrases.form(at - 1) in (*SEPARATORS, ""):
            break
        at -= 1
    form = phrases.form(at)
    if form in grammar.pronouns:
        return Who("pronoun", at, at + 1)
    if form in grammar.oblique and form in ALSO:
        return Who("pronoun", at, at + 1)
    if form in RELATIVE:
        # « Y, qui a dit … et qui estime »: the verb before has the subject.
        return None if phrases.form(at - 1) in CONJUNCTIONS else antecedent(phrases, at)
    return subject_in(phrases, at + 1, plural)


def antecedent(phrases: Phrases, at: int) -> Who | None:
    """Whom « qui » takes up: the nearest name or phrase before it that can speak."""
    at -= 1
    if phrases.form(at) == ",":
        at -= 1
    for start in range(at, max(-1, at - FAR_RELATIVE), -1):
        if phrases.is_person(start) or (
            phrases.kind(start) == "name" and not phrases.governed(start)
        ):
            return Who("name", start, start + 1)
        if phrases.determiner(start) and start < at:
            who = within(phrases, start, at + 1)
            head = phrases.form(start + 1), phrases.form(start + 2)
            if who and not FUNCTIONS.keys().isdisjoint(map(singular, head)):
                return who
    return None


def subject_in(phrases: Phrases, end: int, plural: bool = True) -> Who | None:
    """The subject in what stands before `end`, looked for from border to border leftwards.

    One verb's subject is no « les … » unless `plural`. Beyond the part that touches `end`,
    subordinate clauses and parentheses are passed over.
    """
    stop = max(-1, end - FAR_BEFORE)
    right = end
    while right > stop + 1:
        left = right - 1
        while left > stop and not is_border(phrases, left):
            left -= 1
        if right == end and phrases.form(left) in RELATIVE and left + 1 < right:
            return antecedent(phrases, left)
        subordinate = right < end and phrases.form(left) in phrases.grammar.borders - CONJUNCTIONS
        if left + 1 < right and not subordinate:
            who = subject_of(phrases, left + 1, right)
            if who is not None and (plural or phrases.form(who.first) not in SEVERAL):
                return named_before(phrases, left, who)
        if phrases.form(left) == ")":
            while left > stop and phrases.form(left) != "(":
                left -= 1
        right = left
    return None


def named_before(phrases: Phrases, comma: int, who: Who) -> Who:
    """The person whom a phrase behind a comma describes: « Y, un habitant, dit »; else itself."""
    if who.kind != "phrase" or phrases.form(comma) != ",":
        return who
    if phrases.is_person(comma - 1) and not phrases.governed(comma - 1):
        return Who("name", comma - 1, comma)
    return who


def is_border(phrases: Phrases, at: int) -> bool:
    """Whether a part of the sentence ends there."""
    form = phrases.form(at)
    if form in ("et", "and", "&"):
        return phrases.form(at + 1) not in phrases.grammar.of
    return phrases.kind(at) == "quote" or form in SEPARATORS or form in phrases.grammar.borders


def subject_of(phrases: Phrases, start: int, end: int) -> Who | None:
    """The subject in a part of a sentence without commas, None where it holds none."""
    form = phrases.form(start)
    if form in phrases.grammar.pronouns and end - start > 1:
        return Who("pronoun", start, start + 1)
    if (phrases.depends(start) and form != "des") or phrases.time(start - 1):
        return late_subject(phrases, start, end)
    for at in range(start, end):
        if phrases.is_person(at) and not phrases.governed(at):
            return Who("name", at, at + 1)
    if phrases.kind(start) == "name":
        return Who("name", start, start + 1)
    if phrases.opens(start):
        who = within(phrases, start, end)
        later = (at for at in range(start + 1, end) if phrases.opens(at))
        return who or next((w for at in later if (w := within(phrases, at, end))), None)
    if phrases.sentence[start].capital and form not in phrases.grammar.skipped:
        opening = next((at for at in range(start, end) if phrases.opens(at)), None)
        if opening is not None:
            return within(phrases, opening, end)
        unknown = phrases.capitals(start)
        if unknown.last == end and (start > 0 or end - start > 1):
            return unknown
    return None


def late_subject(phrases: Phrases, start: int, end: int) -> Who | None:
    """The subject behind an adverbial that no comma ends: « À Paris le maire a dit »."""
    at = past_adverbial(phrases, start)
    while at < end:
        if phrases.is_person(at) and not phrases.governed(at):
            return Who("name", at, at + 1)
        if phrases.opens(at):
            return within(phrases, at, end)
        at = past_adverbial(phrases, at)
    return None


def within(phrases: Phrases, start: int, end: int) -> Who | None:
    """The noun phrase between two places, or the name that it is about; None without a noun."""
    name = phrases.name_within(start, end)
    if name is not None:
        return Who("name", name, name + 1)
    last = min(end, phrases.phrase_end(start))
    return None if phrases.determiner(last - 1) else Who("phrase", start, last)
