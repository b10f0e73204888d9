"""Noun phrases in a tokenised sentence: where they end, and which name they are about.

No parser: they are read from small words, signs and the names already found.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from corpus.gazetteer import OUTLETS as OUTLET_NAMES
from corpus.quote_grammar import Grammar
from corpus.quote_roles import FUNCTIONS, HONORIFICS, INSTITUTIONS, NAMED_BY, OUTLETS
from corpus.quote_words import Token
from corpus.types import Mention, Span

APPOSITION = 14
"""Tokens before a name among which the beginning of its function is sought."""


ALONE = frozenset("certains certaines plusieurs autre autres some others".split())
LATELY = frozenset("même dernier dernière prochain prochaine last next same".split())


class Who(NamedTuple):
    """A speaker in a sentence: tokens `first` up to `last`.

    A "name" is one token, a "phrase" words as written, a "pronoun" one word that stands for
    somebody named elsewhere.
    """

    kind: Literal["name", "phrase", "pronoun"]
    first: int
    last: int


class Phrases:
    """Reads the noun phrases of one sentence."""

    def __init__(
        self,
        text: str,
        sentence: Sequence[Token],
        grammar: Grammar,
        mentions: Sequence[Mention],
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.grammar = grammar
        self.mentions = mentions
        self.size = len(sentence)

    def form(self, at: int) -> str:
        """The word or sign at a place, "" for a name, a quotation or beyond the ends."""
        return self.sentence[at].form if 0 <= at < self.size else ""

    def kind(self, at: int) -> str:
        """What stands at a place, "" beyond the ends."""
        return self.sentence[at].kind if 0 <= at < self.size else ""

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` up to `last`."""
        return Span(self.sentence[first].start, self.sentence[last - 1].end)

    def is_person(self, at: int) -> bool:
        """Whether a person's name stands there."""
        return self.kind(at) == "name" and self.mentions[self.sentence[at].at].label == "PER"

    def determiner(self, at: int) -> bool:
        """Whether « le », « une », « son » stands there."""
        form, grammar = self.form(at), self.grammar
        if form in ("un", "une") and self.form(at - 1) == "l'":  # « l'un d'entre eux »
            return False
        if form in ALONE and self.kind(at + 1) != "word":  # « disent certains »
            return False
        return form in grammar.definite or form in grammar.indefinite or form in grammar.possessive

    def opens(self, at: int) -> bool:
        """Whether a noun phrase may open there that nothing governs."""
        if not self.determiner(at) or self.time(at):
            return False
        before = self.form(at - 1)
        return before not in self.grammar.of and not (
            before in self.grammar.prepositions and before not in self.grammar.borders
        )

    def time(self, at: int) -> bool:
        """Whether a time opens there: « ce mardi », « la semaine dernière », « le 3 mai »."""
        noun = at + 2 if self.form(at + 1) in LATELY else at + 1
        return self.form(noun) in self.grammar.times or self.form(noun)[:1].isdigit()

    def depends(self, at: int) -> bool:
        """Whether the word there makes what follows depend on it: de, à, avec …"""
        form, grammar = self.form(at), self.grammar
        return form in grammar.of or (form in grammar.prepositions and form not in grammar.borders)

    def governed(self, at: int, start: int = 0) -> bool:
        """Whether the name at a place depends on a word before it: « avec Y », « l'avis de Y ».

        A function before the name is passed over: in « le ministre russe de la Défense Y » nothing
        governs Y, in « l'avocat du ministre Y » the advocate does. Looked at from `start` on.
        """
        before = at - 1
        while self.form(before) in HONORIFICS:
            before -= 1
        if self.form(at + 1) == "'" and self.form(at + 2) == "s":
            return True
        role = passed = False
        for place in range(before, max(start - 1, before - APPOSITION), -1):
            form = self.form(place)
            if self.depends(place) and not self.deputy(place):
                noun = place < before and not self.determiner(before)
                if role or not noun or form not in self.grammar.of:
                    return True
                passed = True
            elif self.determiner(place):
                if not self.depends(place - 1):
                    return passed and not role
            elif self.kind(place) == "word" and not self.sentence[place].capital:
                role = role or form in FUNCTIONS or form in NAMED_BY
                if form in self.grammar.borders or form in self.grammar.verbs.finite:
                    break
            elif self.kind(place) != "name" and not self.sentence[place].capital:
                break
        return passed and not role

    def deputy(self, at: int) -> bool:
        """Whether « à » belongs to a function: « ministre délégué à la Défense »."""
        before = self.form(at - 1)
        return before in ("délégué", "déléguée", "candidat", "candidate", "chargé", "chargée")

    def set_phrase(self, at: int) -> bool:
        """Whether « en » belongs to a noun: « rédacteur en chef », « média en ligne »."""
        return self.form(at) == "en" and self.form(at + 1) in (
            "chef",
            "ligne",
            "charge",
            "exercice",
        )

    def phrase(self, at: int) -> Who:
        """The noun phrase that opens at a place: the name that it is about, or its words."""
        end = self.phrase_end(at)
        name = self.name_within(at, end)
        if name is None:
            name = self.apposed(end, self.speaks(Who("phrase", at, end)))
        if name is None and self.depends(end) and self.speaks(Who("phrase", at, end)):
            # « l'ambassadeur à l'ONU Y », « la chercheuse à l'université, Y, »
            beyond = self.past_object(end + 1)
            name = beyond if self.is_person(beyond) else self.apposed(beyond, False)
        return Who("phrase", at, end) if name is None else Who("name", name, name + 1)

    def past_object(self, at: int) -> int:
        """Behind what depends on a preposition: determiners, nouns, the name that goes with them.

        A person's name right after another name is not part of it: « au Matin de Lorvent Y ».
        """
        while self.determiner(at) or self.form(at) in HONORIFICS or self.depends(at):
            at += 1
        named = False
        while at < self.size:
            token = self.sentence[at]
            if named and (token.kind == "name" or token.form == "des"):
                return at
            if self.is_person(at) and self.is_thing(at - 1):
                return at
            if token.capital and self.kind(at - 1) == "name":
                return at
            if self.depends(at):
                return self.past_object(at + 1)
            if token.kind not in ("word", "name") or self.determiner(at):
                return at
            if token.form in HONORIFICS or token.form in self.grammar.times:
                return at
            if named and not token.capital:
                return at
            named = named or token.capital
            at += 1
        return at

    def is_thing(self, at: int) -> bool:
        """Whether a noun stands there that no person's name goes with: « à ce sujet Y »."""
        form = self.form(at)
        return (
            self.kind(at) == "word"
            and not (self.determiner(at) or self.depends(at) or form in HONORIFICS)
            and form not in FUNCTIONS
        )

    def phrase_end(self, at: int) -> int:
        """Where the noun phrase that opens at a place ends."""
        grammar, start = self.grammar, at
        while self.determiner(at) or self.form(at) in HONORIFICS:
            at += 1
        while at < self.size:
            form = self.form(at)
            if self.kind(at) == "quote" or (self.kind(at) == "sign" and form not in "-&/'’"):
                break
            joined = self.form(at + 1) in grammar.of or self.form(at + 1) in FUNCTIONS
            if form in grammar.borders and not joined:
                break
            if form in grammar.prepositions and not (self.deputy(at) or self.set_phrase(at)):
                break
            if form in grammar.times or form in grammar.helpers:
                break
            if self.determiner(at) and form not in grammar.of and not self.depends(at - 1):
                break
            at += 1
        while at > start + 1 and (self.form(at - 1) in grammar.of or self.determiner(at - 1)):
            at -= 1
        return max(at, start + 1)

    def name_within(self, start: int, end: int) -> int | None:
        """The name that a noun phrase is about: a person before all, none that depends."""
        best = None
        for at in range(start, end):
            if self.kind(at) != "name" or self.governed(at, start):
                continue
            if self.is_person(at):
                return at
            if best is None and (self.determiner(at - 1) or self.form(at - 1) in NAMED_BY):
                best = at
        return best

    def apposed(self, at: int, described: bool) -> int | None:
        """The person named alone between commas after a function: « le maire (PS), Y, ».

        `described`: a function may stand before the name.
        """
        if self.form(at) == "(":
            while self.form(at) not in (")", "") and at < self.size:
                at += 1
            at += 1
        if self.form(at) != ",":
            return None
        at += 2 if self.form(at + 1) in HONORIFICS else 1
        name: int | None = at
        if described and self.determiner(at):  # « un conseiller, le général Y »
            name = self.name_within(at, self.phrase_end(at))
        if name is None or not self.is_person(name):
            return None
        after = name + 1
        alone = self.kind(after) in ("", "sign") or self.depends(after)
        return name if alone or self.form(after) in self.grammar.times else None

    def speaks(self, who: Who) -> bool:
        """Whether a phrase is about people or an institution: its first nouns say so."""
        if self.form(who.first) == "l'" and self.form(who.first + 1) in ("un", "une"):
            return True
        for at in range(who.first, who.last):
            form = self.form(at)
            if singular(form) in FUNCTIONS or singular(form) in INSTITUTIONS:
                return True
            if form in self.grammar.of and at > who.first:
                return False
        return False

    def is_somebody(self, who: Who) -> bool:
        """Whether somebody is meant, by name, pronoun or function."""
        if who.kind == "phrase":
            first_words = range(who.first, min(who.last, who.first + 4))
            head = (singular(self.form(at)) for at in first_words)
            return any(form in FUNCTIONS for form in head)
        return True

    def is_outlet(self, who: Who) -> bool:
        """Whether a newspaper or the like is meant, which rather reports what others say."""
        if who.kind == "name":
            span = self.mentions[self.sentence[who.first].at].span
            return self.text[span.start : span.end].replace("'", "’") in OUTLET_NAMES
        return any(self.form(at) in OUTLETS for at in range(who.first, who.last))

    def capitals(self, at: int) -> Who:
        """Words with capitals that no model took for a name: « selon Lorvent Matin »."""
        end = at
        while self.kind(end) == "word" and self.sentence[end].capital:
            end += 1
        if self.is_person(end):
            return Who("name", end, end + 1)
        return Who("phrase", at, max(end, at + 1))


def singular(form: str) -> str:
    """A noun without the sign of its plural."""
    return form[:-1] if form.endswith(("s", "x")) and form not in FUNCTIONS else form
