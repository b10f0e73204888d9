"""The words of a sentence that announce what somebody says, each with who says it.

« a déclaré Y », « Y a ajouté », « selon Y », « a-t-il dit », « assurant que ».
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from corpus.quote_phrases import Phrases, Who
from corpus.quote_roles import FUNCTIONS, HONORIFICS
from corpus.quote_subjects import RELATIVE, inverted_after, source_after, subject_before

INVERTED = re.compile(r"^(.+?)-(?:t-)?(il|elle|ils|elles|on|je|nous|he|she)$")
APART = re.compile(r"^-?t-(il|elle|ils|elles|on)$")
"""« a t-il dit », where the first hyphen was forgotten."""

PARTICIPLE = re.compile(r"(?:[éiu]|it|is)(?:e?s?)$")
ANY_VERB = re.compile(r"..(?:e|ent|it|ait|aient|nd|t)$")
"""What ends like a verb's third person; right between a quotation and a name it is one."""

CLITICS = frozenset("s' se n' ne lui leur m' me nous vous en y".split())
REFLEXIVE = frozenset("s' se m' me nous vous".split())
CONVINCED = frozenset("convaincu convaincue convaincus persuadé persuadée persuadés".split())
OR_RATHER = frozenset("voire notamment soit plutôt".split())
"""Words like verbs that go on with another noun: « "…", voire un »."""

UNTENSED = frozenset("avoir être ayant étant be been having".split())
BEHIND_VERB = frozenset("quoi que qu' où dont comme".split())
"""Words behind which the subject may follow its verb: « ce à quoi a répondu Y »."""

ADVERBIAL = frozenset("ailleurs exemple conséquent rapport la".split())
"""What with « par » names nobody; « par la suite »."""

LATE = 60
PERFECT = frozenset("a ont avait avaient aurait auraient s'est ayant avoir has have had".split())

AGENT = frozenset("par by".split())
LONG = 28
"""Characters from which a quotation is speech rather than a term."""

PAUSES = frozenset(", - – — . ? ! s' se n' ne lui leur m' nous".split())
"""What may stand between a quotation and the verb behind it."""

HELPER_REACH = 9
"""Tokens between a helping verb and its participle."""

NOUN_MAKERS = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs en par à"
    "".split()
)
"""What before « note », « juge », « demande » makes them nouns."""

ALONG = frozenset(", et puis mais ou and then but".split())


class Cue(NamedTuple):
    """Announcing words, tokens `first` up to `last`, and who is their subject.

    "inverted": its subject follows, it closes what was said before it. "subject": its subject
    stands before, it opens what is said. "source": « selon ». "carried": a further verb of a
    subject named before (« ajoutant », « et appelé à », « pour dénoncer »).
    """

    kind: Literal["inverted", "subject", "source", "carried"]
    first: int
    last: int
    who: Who | None


Shape = Literal["finite", "inverted", "carried"]


class Group(NamedTuple):
    """A verb group, tokens `first` up to `last`; `pronoun` is where an inverted one stands."""

    kind: Shape
    first: int
    last: int
    pronoun: int | None


def cues(phrases: Phrases) -> Iterator[Cue]:
    """The announcing words of a sentence in reading order."""
    sources, announcing = phrases.grammar.sources, phrases.grammar.announcing
    done = 0
    before = False
    for at, token in enumerate(phrases.sentence):
        form, behind = token.form, before
        before = token.kind == "quote" or (behind and form in PAUSES)
        if at < done or token.kind != "word":
            continue
        cue = source(phrases, at) if form in sources else None
        if cue is None and (form in announcing or "-" in form or behind):
            group = verb_group(phrases, at)
            cue = announced(phrases, group) if group else None
        if cue is not None:
            yield cue
            done = cue.last


def all_cues(phrases: Phrases) -> tuple[Cue, ...]:
    """The announcing words of a sentence."""
    return tuple(cues(phrases))


def cue_behind(phrases: Phrases, at: int) -> Cue | None:
    """The inverted verb right behind the quotation at a place: « "…", a déclaré hier Y »."""
    at += 1
    while phrases.form(at) in PAUSES:
        at += 1
    if phrases.kind(at) != "word":
        return None
    group = verb_group(phrases, at)
    cue = announced(phrases, group) if group else None
    return cue if cue and cue.kind == "inverted" and cue.who else None


def source(phrases: Phrases, at: int) -> Cue | None:
    """« selon Y » at a place."""
    for opening, sure in phrases.grammar.sources.get(phrases.form(at), ()):
        last = at + len(opening)
        if all(phrases.form(at + n) == word for n, word in enumerate(opening)):
            if not sure and at and phrases.form(at - 1) not in (",", "et", "mais", "-"):
                continue
            who = source_after(phrases, last)
            if who and (sure or believable(phrases, who)):
                return Cue("source", at, last, who)
    return None


def believable(phrases: Phrases, who: Who) -> bool:
    """Whether « pour Y » gives Y's view rather than a purpose: Y is somebody."""
    if who.kind == "phrase":
        return phrases.form(who.last) == "," and phrases.speaks(who)
    return phrases.is_person(who.first) or who.kind == "pronoun" or phrases.form(who.last) == ","


def verb_group(phrases: Phrases, at: int) -> Group | None:
    """The announcing verb group that begins at a place."""
    form, verbs = phrases.form(at), phrases.grammar.verbs
    inverted = INVERTED.match(form) if "-" in form else None
    if inverted:
        return inverted_group(phrases, at, inverted[1], at)
    if APART.match(phrases.form(at + 1)):
        return inverted_group(phrases, at, form, at + 1)
    if form in phrases.grammar.helpers:
        participle = participle_after(phrases, at + 1, follows_quote(phrases, at))
        if participle is not None and not passive(phrases, at, participle):
            kind: Shape = "carried" if form in UNTENSED else "finite"
            return Group(kind, at, participle + 1, None)
    if form in verbs.light:
        for place in (at + 1, at + 2, at + 3):
            if phrases.form(place) in verbs.light[form]:
                return Group("finite", at, place + 1, None)
    if form in verbs.finite and not is_noun(phrases, at):
        return Group("finite", at, at + 1, None)
    if ANY_VERB.search(form) and follows_quote(phrases, at) and announces(phrases, at):
        return Group("finite", at, at + 1, None)
    if form not in FUNCTIONS and (form in verbs.presents or form in verbs.infinitives):
        return Group("carried", at, at + 1, None)
    if form in verbs.participles and (
        phrases.form(at + 1) in AGENT or (phrases.form(at - 1) in ALONG and perfect(phrases, at))
    ):
        return Group("carried", at, at + 1, None)
    return None


def inverted_group(phrases: Phrases, at: int, base: str, pronoun: int) -> Group | None:
    """« a-t-il déclaré », « dit-elle »: any verb announces right behind a quotation."""
    behind = follows_quote(phrases, at)
    if base in phrases.grammar.helpers:
        participle = participle_after(phrases, pronoun + 1, behind)
        if participle is not None:
            return Group("inverted", at, participle + 1, pronoun)
    if behind or base in phrases.grammar.verbs.finite:
        return Group("inverted", at, pronoun + 1, pronoun)
    return None


def participle_after(phrases: Phrases, at: int, behind: bool) -> int | None:
    """Where the participle of a helping verb stands, adverbs and asides passed over.

    `behind`: a quotation stands right before the helper, so that any participle announces.
    """
    grammar = phrases.grammar
    for place in range(at, min(phrases.size, at + HELPER_REACH)):
        form = phrases.form(place)
        if form in grammar.verbs.participles and not (form == "dit" and place < at):
            return place
        if form in grammar.verbs.light and phrases.form(place + 1) in grammar.verbs.light[form]:
            return place + 1
        if form in grammar.skipped or form == "," or form.endswith(("ment", "ly")):
            continue
        return place if behind and PARTICIPLE.search(form) else None
    return None


def perfect(phrases: Phrases, at: int) -> bool:
    """Whether a helping verb stands before, which a further participle may share."""
    return any(token.form in PERFECT for token in phrases.sentence[max(0, at - LATE) : at])


def passive(phrases: Phrases, at: int, participle: int) -> bool:
    """Whether somebody is spoken of rather than speaks: « est accusé », but « s'est dit »."""
    if phrases.form(at) not in phrases.grammar.being or phrases.form(participle + 1) in AGENT:
        return False
    reflexive = phrases.form(at - 1) in REFLEXIVE or phrases.form(at - 2) in REFLEXIVE
    return not reflexive and phrases.form(participle) not in CONVINCED


def follows_quote(phrases: Phrases, at: int) -> bool:
    """Whether a quotation ends right before a verb group, clitics and a comma between."""
    at -= 1
    while phrases.form(at) in phrases.grammar.clitics:
        at -= 1
    if phrases.form(at) in (",", "-", "–", "—", ".", "?"):
        at -= 1
    return phrases.kind(at) == "quote"


def announces(phrases: Phrases, at: int) -> bool:
    """Whether a word that may be a verb stands between a comma and somebody who may speak."""
    form, grammar = phrases.form(at), phrases.grammar
    if phrases.form(at - 1) != "," or form in grammar.times or phrases.depends(at):
        return False
    if (
        phrases.determiner(at)
        or form in grammar.borders
        or form in grammar.skipped | grammar.common
    ):
        return False
    after = at + 1
    while phrases.form(after) in grammar.skipped:
        after += 1
    return (
        phrases.is_person(after)
        or phrases.form(after) in HONORIFICS
        or (phrases.opens(after) and form not in OR_RATHER)
    )


def is_noun(phrases: Phrases, at: int) -> bool:
    """Whether a form that could be a verb is a noun or part of a phrase there: « une note »."""
    before = phrases.form(at - 1)
    if phrases.form(at) in FUNCTIONS and not phrases.is_person(at - 1):
        return before not in phrases.grammar.pronouns
    if before not in NOUN_MAKERS:
        return False
    if before in phrases.grammar.clitics:  # « Y le juge faible », « la ministre l'accuse »
        earlier = at - 2
        if phrases.is_person(earlier) or phrases.form(earlier) in phrases.grammar.pronouns:
            return False
        noun = phrases.kind(earlier) == "word" and not phrases.depends(earlier)
        return not (
            before == "l'" and noun and phrases.form(earlier) not in phrases.grammar.borders
        )
    return True


def announced(phrases: Phrases, group: Group) -> Cue | None:
    """The verb group with its subject, None where it is passive without an agent."""
    first, last = group.first, group.last
    while phrases.form(first - 1) in CLITICS:
        first -= 1
    if group.pronoun is not None:
        return Cue("inverted", first, last, pronoun_of(phrases, group.pronoun, last))
    if group.kind == "carried" and phrases.form(last) not in AGENT:
        return Cue("carried", first, last, None)
    if phrases.form(last) in AGENT and phrases.form(last + 1) not in ADVERBIAL:
        agent = source_after(phrases, last + 1)
        return Cue("source", first, last + 1, agent) if agent else None
    if stands_inverted(phrases, first, last):
        who = inverted_after(phrases, last)
        if who and (who.kind == "name" or phrases.speaks(who) or spoken(phrases, first, last)):
            return Cue("inverted", first, last, who)
    if phrases.form(first - 1) in ALONG and phrases.form(first - 1) != ",":
        return Cue("carried", first, last, None)
    who = subject_before(phrases, first, plural(phrases, group.first))
    if who is None and phrases.is_person(last) and phrases.form(first - 1) in BEHIND_VERB:
        who = Who("name", last, last + 1)
    return Cue("subject", first, last, who)


def plural(phrases: Phrases, at: int) -> bool:
    """Whether a verb stands in the plural."""
    return phrases.form(at).endswith(("ont", "ent", "aient")) or phrases.form(at) in ("were", "are")


def spoken(phrases: Phrases, first: int, last: int) -> bool:
    """Whether anything at all may be the subject: « "…", précise le texte »."""
    verbs = phrases.grammar.verbs
    if phrases.form(first - 1) != "," or phrases.kind(first - 2) != "quote":
        return False
    quote = phrases.sentence[first - 2]
    known = phrases.form(last - 1) in verbs.finite or phrases.form(last - 1) in verbs.participles
    return known and (first == 2 or quote.end - quote.start > LONG)


def pronoun_of(phrases: Phrases, at: int, last: int) -> Who | None:
    """An inverted pronoun; « a-t-on appris auprès de Y » gives Y."""
    word = phrases.form(at).rsplit("-", 1)[-1]
    if word != "on":
        return Who("pronoun", at, at + 1)
    if phrases.form(last) in ("auprès", "chez", "au", "à", "dans"):
        return inverted_after(phrases, last + (2 if phrases.form(last) == "auprès" else 1))
    return None


def stands_inverted(phrases: Phrases, first: int, last: int) -> bool:
    """Whether a verb group has the place of an inverted one: behind what was said.

    « "…", a déclaré Y », and « C'est "…" pour nous, a déclaré Y »; but not « Y, maire de …, a
    déclaré », where only a name and its apposition stand before.
    """
    if phrases.form(last) in ("que", "qu'", ":"):
        return False
    if follows_quote(phrases, first):
        return True
    if phrases.form(first - 1) != ",":
        return False
    before = phrases.sentence[: first - 1]
    if any(token.kind == "quote" for token in before):
        return True
    verb = any(token.form in phrases.grammar.common for token in before)
    return verb and not any(token.form in RELATIVE for token in before)


def aside(phrases: Phrases) -> Cue | None:
    """Words inside a quotation that say whose it is: « …, a-t-il promis, … »."""
    for at in range(1, phrases.size):
        if phrases.form(at - 1) not in (",", "?", "!", "..."):
            continue
        form = phrases.form(at)
        if (
            "-" not in form
            and form not in ("a", "ont", "s'", "se")
            and form not in (phrases.grammar.verbs.finite)
        ):
            continue
        start = at + 1 if form in ("s'", "se") else at
        group = verb_group(phrases, start)
        if group is None:
            continue
        if group.pronoun is not None:
            if phrases.form(group.pronoun).endswith(("-il", "-elle", "-ils", "-elles")):
                return Cue(
                    "inverted", at, group.last, Who("pronoun", group.pronoun, group.pronoun + 1)
                )
        elif group.kind == "finite":
            who = inverted_after(phrases, group.last)
            if who and who.kind != "pronoun" and (who.kind == "name" or phrases.speaks(who)):
                return Cue("inverted", at, group.last, who)
    return None
