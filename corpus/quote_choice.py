"""Which of a sentence's announcing words belong to which of its quotations."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.quote_cues import AGENT, PARTICIPLE, Cue, cue_behind
from corpus.quote_grammar import words
from corpus.quote_phrases import Phrases, Who
from corpus.quote_roles import HONORIFICS
from corpus.quote_subjects import ALSO, RELATIVE, source_after, subject_before, subject_in

ADJACENT = frozenset(", ! ? . … ... ( - – —".split())
EARLY = 120
"""Tokens of a sentence among which its first verb is sought."""

LATE = 25
"""Tokens from which « selon Y » at a sentence's end is nearer than a verb before the quotation."""

PERFECT = frozenset("a ont avait avaient aurait auraient n'a n'ont has have had".split())
NEAR = 14
"""Tokens before a colon among which « la réponse de Y » may announce."""

CARRYING = frozenset(", en et puis ou mais pour de d' à and while by to".split())
SPEECH = words("""
discours déclaration déclarations message mots propos tweet communiqué lettre réponse réaction
commentaire formule phrase explication explications avis constat conseil credo verdict cri aveu
statement message words tweet reply answer comment
""")
"""Nouns for what somebody says."""

REFLEXIVE = frozenset("se s' ne n'".split())


class Announced(NamedTuple):
    """What a sentence tells of one of its quotations: the announcing words and the speaker.

    `close`: they stand right beside the quotation.
    """

    cue: Cue | None
    who: Who | None
    close: bool


NOTHING = Announced(None, None, False)


def announcement(
    phrases: Phrases, announcing: Callable[[], Sequence[Cue]], at: int, words: str
) -> Announced:
    """Who says the quotation `words` at a place of the sentence, by the sentence alone.

    `announcing` gives the cues of the whole sentence; mostly the next words are enough.
    """
    colon = phrases.form(at - 1) == ":"
    quick = None if colon else cue_behind(phrases, at)
    if quick and quick.who and not phrases.is_outlet(quick.who):
        return Announced(quick, quick.who, True)
    cues = announcing()
    left = [cue for cue in cues if cue.last <= at]
    right = [cue for cue in cues if cue.first > at]
    opening = [cue for cue in left if cue.kind != "inverted"]
    verb = None if opening else helper_before(phrases, at, words)
    who = None if verb is None else subject_before(phrases, verb)
    if who and (who.kind != "phrase" or phrases.speaks(who)):
        return Announced(None, who, True)
    behind = right[0] if right and beside(phrases, at, right[0]) else None
    if (
        behind
        and behind.who
        and (behind.who.kind != "pronoun" or not colon)
        and not (opening and opening[-1].who and phrases.is_outlet(behind.who))
    ):
        return Announced(behind, behind.who, True)
    if colon:
        who = before_colon(phrases, cues, opening, at - 1)
        cue = opening[-1] if opening else behind
        return Announced(cue, who or (behind.who if behind else None), True)
    closing = next((cue for cue in right if closes(phrases, cue)), None)
    agent = agent_behind(phrases, at) if opening and opening[-1].kind == "carried" else None
    if agent is not None:
        return Announced(opening[-1], agent, True)
    if opening and not (closing and closing.kind == "source" and at - opening[-1].last > LATE):
        cue = opening[-1]
        return Announced(cue, bearer(phrases, cues, cue), at - cue.last < 4)
    if behind:
        return Announced(behind, behind.who, True)
    if phrases.form(at + 1) == ":" and phrases.is_person(at + 2):  # « "…" : Y s'indigne »
        return Announced(None, Who("name", at + 2, at + 3), True)
    said = next((cue for cue in right if speaks_after(phrases, at, cue)), None)
    if said:
        return Announced(said, said.who, True)
    if closing:
        return Announced(closing, closing.who, False)
    return Announced(left[-1], left[-1].who, False) if left else NOTHING


def helper_before(phrases: Phrases, at: int, words: str) -> int | None:
    """The helping verb whose participle opens the quotation: « il a lui aussi "condamné …" »."""
    at -= 1
    while phrases.form(at) in phrases.grammar.skipped or phrases.form(at) in ALSO:
        at -= 1
    if at < 1 or phrases.form(at) not in PERFECT or phrases.form(at - 1) in ("y", *RELATIVE):
        return None
    return at if any(map(PARTICIPLE.search, words.lower().split()[:3])) else None


def agent_behind(phrases: Phrases, at: int) -> Who | None:
    """Who says it behind a participle and its quotation: « qualifié de "…" par Y »."""
    return source_after(phrases, at + 2) if phrases.form(at + 1) in AGENT else None


def beside(phrases: Phrases, at: int, cue: Cue) -> bool:
    """Whether an inverted verb or « selon » follows right behind the quotation."""
    if cue.kind not in ("inverted", "source"):
        return False
    return all(phrases.form(place) in ADJACENT for place in range(at + 1, cue.first))


def closes(phrases: Phrases, cue: Cue) -> bool:
    """Whether a cue further on covers what stands before it: « C'est "…" pour nous, dit Y »."""
    return cue.kind in ("inverted", "source") and phrases.form(cue.first - 1) in (
        ",",
        "-",
        "–",
        "(",
    )


def speaks_after(phrases: Phrases, at: int, cue: Cue) -> bool:
    """« "…," Y said »: subject and verb in their usual order behind the quotation."""
    if cue.kind != "subject" or cue.who is None or cue.who.first <= at:
        return False
    between = range(at + 1, cue.who.first)
    return all(phrases.form(place) in ADJACENT or phrases.determiner(place) for place in between)


def before_colon(
    phrases: Phrases, cues: Sequence[Cue], opening: Sequence[Cue], colon: int
) -> Who | None:
    """Who is about to speak before a colon: the name right there, else a verb's subject."""
    agent = phrases.form(colon - 2) in AGENT and phrases.is_person(colon - 1)
    named = agent or (phrases.kind(colon - 1) == "name" and not phrases.governed(colon - 1))
    if named and not (opening and opening[-1].who):
        return Who("name", colon - 1, colon)
    if opening:
        return bearer(phrases, cues, opening[-1])
    spoken = words_of(phrases, max(0, colon - NEAR), colon)
    if spoken is not None:
        return spoken
    who = main_subject(phrases, colon) or subject_in(phrases, colon)
    return who if who and (who.kind != "phrase" or phrases.speaks(who)) else None


def words_of(phrases: Phrases, start: int, end: int) -> Who | None:
    """Whose words are meant by « la réponse de Y », between two places."""
    for at in range(end - 1, start - 1, -1):
        if phrases.form(at) in SPEECH and phrases.form(at + 1) in phrases.grammar.of:
            return source_after(phrases, at + 2)
    return None


def bearer(phrases: Phrases, cues: Sequence[Cue], cue: Cue) -> Who | None:
    """The speaker of a cue; one without a subject of its own shares that of a verb beside it."""
    if cue.who is not None:
        return cue.who
    if phrases.form(cue.first - 1) not in CARRYING:  # « l'un d'eux demandant »
        own = subject_before(phrases, cue.first)
        if own is not None and own.last == cue.first:
            return own
    earlier = [other for other in cues if other.first < cue.first and other.who]
    if phrases.form(cue.first - 1) in (
        ",",
        "en",
    ):  # « Y, qui veut …, disant »: not a clause's subject
        earlier = [other for other in earlier if not in_clause(phrases, other)]
    if earlier:
        return earlier[-1].who
    before = main_subject(phrases, cue.first)
    if before is not None:
        return before
    later = [other.who for other in cues if other.first > cue.first and other.who]
    return after_comma(phrases, cue.last) or (later[0] if later else None)


def in_clause(phrases: Phrases, cue: Cue) -> bool:
    """Whether a verb belongs to a relative clause: « qui demande »."""
    at = cue.first - 1
    while phrases.form(at) in phrases.grammar.clitics:
        at -= 1
    return phrases.form(at) in RELATIVE


def after_comma(phrases: Phrases, at: int) -> Who | None:
    """The subject behind an opening participle: « Évoquant "…" mardi, Y a dit »."""
    for place in range(at, phrases.size - 1):
        if phrases.form(place) == ",":
            start = place + 2 if phrases.form(place + 1) in HONORIFICS else place + 1
            if phrases.is_person(start):
                return Who("name", start, start + 1)
            if phrases.form(start) in phrases.grammar.pronouns:
                return Who("pronoun", start, start + 1)
            if phrases.opens(start) and phrases.speaks(phrases.phrase(start)):
                return phrases.phrase(start)
    return None


def main_subject(phrases: Phrases, end: int, verbless: bool = True) -> Who | None:
    """The subject of the first verb before `end`, else the first person whom nothing governs.

    `verbless`: whether a person counts without any verb.
    """
    grammar = phrases.grammar
    for at in range(1, min(end, EARLY)):
        form = phrases.form(at)
        if form in REFLEXIVE or form in grammar.common or form in grammar.verbs.finite:
            if phrases.form(at - 1) in RELATIVE:
                continue
            who = subject_before(phrases, at)
            if who is not None:
                return who
    for at in range(end if verbless else 0):
        if phrases.is_person(at) and not phrases.governed(at):
            return Who("name", at, at + 1)
        if phrases.opens(at) and phrases.form(at - 1) in ("", ","):
            who = phrases.phrase(at)
            if who.last <= end and phrases.speaks(who):
                return who
    return None
