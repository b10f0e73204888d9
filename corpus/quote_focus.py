"""Whom « il », « elle » or « la ministre » means: who is in focus at a place of an article.

Nearness counts, counted in sentences; subjects and former speakers come before objects, people
whom the article names often before others, and gender, number and function must agree.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from math import log2
from typing import NamedTuple

from corpus.gazetteer import OUTLETS as OUTLET_NAMES
from corpus.gazetteer import is_nationality
from corpus.quote_grammar import words
from corpus.quote_people import People
from corpus.quote_roles import (
    FUNCTIONS,
    GENERIC,
    HONORIFICS,
    MASCULINE,
    NAMED_BEFORE,
    ONE_HOLDER,
    OUTLETS,
)
from corpus.types import Span

SENTENCE_END = re.compile(r"[.!?…][»”\"’')\s]*\s(?=[«“\"‘(\s-]*[A-ZÀ-ÖØ-Þ0-9])|\n\n")
PREPOSITIONS = words("""
de du des à au aux avec pour contre sur chez entre vers sans envers que qu' d' pourquoi comment où
dont si comme ou encore of with by for to from about against on than
""")
BEFORE_NOUN = words("de du des à au aux avec pour sur contre chez d' with by for to of from")
ARTICLES = {"la": "f", "une": "f", "le": "m", "un": "m", "du": "m", "au": "m", "l'": "", "les": ""}
"""What may stand right before a name or noun, with the gender that it tells."""

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:'|\.(?=\s))?")
AGENCIES = frozenset(
    "AFP;AP;Associated Press;Reuters;Belga;Tass;TASS;KCNA;Xinhua;Yonhap".split(";")
)
STEM = 7
"""Letters of a word that tell it from others whatever its ending."""

FEW = 5
LEFT = 48
"""Characters before a name in which a preposition that governs it is sought."""

ACTS = re.compile(
    r"(?: \([^)\n]{1,20}\))?(?:, [^,.\n]{3,90},)?(?: (?:lui|elle|aussi|également))?"
    r"(?: (?:a|ont|avait|est|était|va|doit|veut|peut|has|had|is|was|will|s['’]|se |n['’]|ne "
    r"|(?!et\b|sont\b|ensuite\b|comme\b|contre\b|entre\b)[a-zà-ÿ]+(?:e|it|ait|end|aît) )|, qui )"
)
"""What follows the name of one who does something."""

VERB = re.compile(
    r"\b(?:a|ont|est|sont|était|avait|avaient|étaient|sera|aurait|fait|va|doit|peut|veut|has|is|was"
    r"|had|were|said)\b|-t-"
)

# All in sentences: how much nearer or further than it stands somebody counts.
SILENT = 0.5
NOT_SUBJECT = 2.5
AFTER_VERB = 1.2
INSTITUTION = 2.0
UNKNOWN_GENDER = 0.4
NO_FIRST_NAME = 0.8
DESCRIBED = -5.0
NOT_DESCRIBED = 1.0
OTHERWISE = 2.5
NAMED_APART = 4.5
OFTEN = 0.3
MOST_OFTEN = 0.9
STRANGER = 1.0
TITULAR = 0.6
IMPOSSIBLE = 100.0

FAR = 12.0
"""Sentences beyond which no pronoun reaches."""

NEAR = 5.0
"""Sentences within which « l'homme » may mean somebody whom nothing else ties to the words."""

NEARER = 3.6
"""The same for « le directeur de l'usine », which may as well bring in somebody new."""

ALONE = 3.0
"""The same for one whom no word names: a quotation that stands by itself."""

EVIDENT = 0.0
"""The same where only the article's own words, which count as many sentences, may tie him."""

MOST = 200
"""Names looked at before a place: more than any sentence holds, so that time stays linear."""


class Speaker(NamedTuple):
    """Who speaks: where it is written; `mention` numbers the names, -1 for other words.

    `gender` ("" unknown) and `plural` are those of other words; of names `People` knows.
    """

    span: Span
    mention: int
    gender: str = ""
    plural: bool = False


class Candidate(NamedTuple):
    """A name or a former speaker as one whom a pronoun may mean; `penalty` is in sentences."""

    offset: int
    penalty: float
    speaker: Speaker


class Wanted(NamedTuple):
    """What is known of the one to be found: gender ("" unknown), number, a function.

    `details` are stems of what the function is about (« de la Défense »); `former`: he held it.
    `others`: pieces of the text that name others (« le père de Y », what the speaker says of Y);
    `latest`: objects count as subjects (« ce dernier »); `reach` is in sentences.
    """

    gender: str
    plural: bool
    function: str = ""
    details: frozenset[str] = frozenset()
    former: bool = False
    others: tuple[Span, ...] = ()
    latest: bool = False
    reach: float = FAR


class Focus:
    """Who may be meant, at any place of one article."""

    def __init__(self, text: str, people: People, quoted: Sequence[Span]) -> None:
        self.text = text
        self.people = people
        self.ends = [match.end() for match in SENTENCE_END.finditer(text)]
        self.names: list[Candidate] = []
        self.spoken: list[Candidate] = []
        self.subject_of = -1
        title = text.find("\n")
        self.titular = {
            people.person_of[number] for number, start in enumerate(people.starts) if start < title
        }
        starts = [span.start for span in quoted]
        for number, mention in enumerate(people.mentions):
            if mention.label in ("PER", "ORG") and not covered(mention.span.start, starts, quoted):
                self.names.append(self.candidate(number))

    def candidate(self, number: int) -> Candidate:
        """A name as one whom a pronoun may mean: the first person of a sentence before others."""
        start, person = self.people.starts[number], self.people.person_of[number]
        at = bisect_right(self.ends, start)
        sentence = self.ends[at - 1] if at else 0
        before = self.text[max(sentence, start - 200) : start]
        penalty = INSTITUTION if person < 0 else SILENT
        acts = ACTS.match(self.text, self.people.mentions[number].span.end)
        if governed(before[-LEFT:]) or (sentence == self.subject_of and not acts):
            penalty += NOT_SUBJECT
        elif not acts and VERB.search(before):
            penalty += AFTER_VERB
        elif person >= 0:
            self.subject_of = sentence
        return Candidate(start, penalty, Speaker(self.people.mentions[number].span, number))

    def person(self, speaker: Speaker) -> int:
        """The number of the person who speaks, -1 where it is none whom the article names."""
        return self.people.person_of[speaker.mention] if speaker.mention >= 0 else -1

    def gender(self, speaker: Speaker) -> str:
        """The gender of a speaker, "" unknown."""
        if speaker.mention < 0:
            return speaker.gender
        person = self.people.person_of[speaker.mention]
        if person >= 0:
            return self.people.gender(person)
        start = speaker.span.start
        word = re.split(r"[\s(«\"]", self.text[max(0, start - 4) : start].rstrip())[-1]
        return ARTICLES.get(word.lower(), "")

    def distance(self, earlier: int, later: int) -> int:
        """How many sentence ends lie between two places."""
        return bisect_right(self.ends, later) - bisect_right(self.ends, earlier)

    def meant(self, wanted: Wanted, offset: int) -> Speaker | None:
        """Whom words at a place mean, of the names and former speakers before it.

        None where nobody fits, or nobody near enough.
        """
        best: Speaker | None = None
        least = wanted.reach
        nearer = MOST_OFTEN + TITULAR - (DESCRIBED if wanted.function else 0.0)
        for candidate in islice(self.before(offset), MOST):
            far = self.distance(candidate.offset, offset)
            if far - nearer > least:
                break
            penalty = 0.0 if wanted.latest else candidate.penalty
            stranger = self.person(candidate.speaker) not in self.titular
            if wanted.reach == NEARER and penalty and stranger:
                penalty += STRANGER
            cost = far + penalty + self.misfit(candidate.speaker, wanted)
            if cost < least:
                best, least = candidate.speaker, cost
        return best

    def before(self, offset: int) -> Iterator[Candidate]:
        """Names and former speakers before a place, the nearest first."""
        names = bisect_left(self.names, offset, key=lambda candidate: candidate.offset) - 1
        said = len(self.spoken) - 1
        while names >= 0 or said >= 0:
            if said >= 0 and (names < 0 or self.spoken[said].offset >= self.names[names].offset):
                yield self.spoken[said]
                said -= 1
            else:
                yield self.names[names]
                names -= 1

    def misfit(self, speaker: Speaker, wanted: Wanted) -> float:
        """How badly somebody fits, in sentences."""
        person, gender = self.person(speaker), self.gender(speaker)
        if speaker.plural != wanted.plural:
            return IMPOSSIBLE
        if wanted.function and person < 0 and not self.is_holder(speaker, wanted):
            return IMPOSSIBLE
        if gender and wanted.gender and gender != wanted.gender:
            return IMPOSSIBLE
        cost = 0.0 if gender or not wanted.gender else UNKNOWN_GENDER
        if person < 0:
            return cost + NOT_DESCRIBED if wanted.function else cost
        if wanted.others and self.people.named_in(person, wanted.others):
            cost += NAMED_APART
        cost -= TITULAR if person in self.titular else 0.0
        cost -= min(MOST_OFTEN, OFTEN * log2(self.people.times[person]))
        if not self.people.forms[person].is_full_name:
            cost += NO_FIRST_NAME
        return cost + self.function_misfit(person, wanted) if wanted.function else cost

    def is_holder(self, speaker: Speaker, wanted: Wanted) -> bool:
        """Whether words that name nobody still mean one person: « la procureure »."""
        if speaker.mention >= 0:
            return False
        text = self.text[speaker.span.start : speaker.span.end].lower()
        held = {MASCULINE[word] for word in text.split()[1:4] if word in FUNCTIONS}
        return bool(held) and (wanted.function in GENERIC or wanted.function in held)

    def function_misfit(self, person: int, wanted: Wanted) -> float:
        """How badly a function fits what the article says of a person, in sentences."""
        functions = self.people.functions[person]
        known = functions.get(wanted.function)
        if wanted.function == "chef-d-état" and known is None and "président" in functions:
            return of_a_state(functions["président"])
        if known is not None:
            fits = not known or not wanted.details or meet(known, wanted)
            return DESCRIBED if fits else OTHERWISE
        if wanted.function in GENERIC or wanted.former or functions.keys() <= GENERIC:
            return NOT_DESCRIBED
        return IMPOSSIBLE if wanted.function in ONE_HOLDER else OTHERWISE

    def described(self, wanted: Wanted, span: Span) -> Speaker | None:
        """Whom a function means: somebody before, else the only one in the article who may be."""
        if wanted.details:
            exact = [
                person
                for person, functions in enumerate(self.people.functions)
                if meet(functions.get(wanted.function, ()), wanted)
            ]
            if len(exact) == 1:
                number = self.people.person_of.index(exact[0])
                return Speaker(self.people.mentions[number].span, number)
        meant = self.meant(wanted, span.start)
        if meant is not None:
            return meant
        fits = [
            person
            for person in range(len(self.people.forms))
            if self.fits(person, wanted) and self.people.forms[person].is_full_name
        ]
        sure = [person for person in fits if self.function_misfit(person, wanted) == DESCRIBED]
        if wanted.reach <= EVIDENT or (wanted.function not in GENERIC and not wanted.former):
            fits = []
        if len(sure or fits) != 1:
            return None
        number = self.people.person_of.index((sure or fits)[0])
        return Speaker(self.people.mentions[number].span, number)

    def fits(self, person: int, wanted: Wanted) -> bool:
        """Whether nothing known of a person forbids that he is meant."""
        number = self.people.person_of.index(person)
        return self.misfit(Speaker(wanted.others[0], number), wanted) < OTHERWISE

    def institution(self, noun: str, offset: int) -> Speaker | None:
        """The institution or outlet that « le quotidien », « le syndicat » takes up."""
        for candidate in islice(self.before(offset), MOST):
            far = self.distance(candidate.offset, offset) + candidate.penalty
            if far > FAR:
                break
            span = candidate.speaker.span
            if self.person(candidate.speaker) < 0 and candidate.speaker.mention >= 0:
                name = self.text[span.start : span.end].replace("'", "’")
                around = self.text[max(0, span.start - 30) : span.end].lower()
                outlet = name in OUTLET_NAMES and (noun == "agence") == (name in AGENCIES)
                if (
                    noun in around
                    or (noun in OUTLETS and (outlet or candidate.penalty == 0))
                    or (noun in NAMED_BEFORE and far < NEAR and not outlet)
                ):
                    return candidate.speaker
        return None


def of_a_state(details: Collection[str]) -> float:
    """How badly « président … » is « le chef de l'État », which in France is the French one."""
    if not details or "république" in details or not {"français", "française"}.isdisjoint(details):
        return DESCRIBED
    return NOT_DESCRIBED if any(map(is_nationality, details)) else IMPOSSIBLE


def meet(known: Iterable[str], wanted: Wanted) -> bool:
    """Whether two descriptions of one function share a word, endings aside."""
    stems = {word[:STEM] for word in wanted.details}
    return any(word[:STEM] in stems for word in known)


def governed(before: str) -> bool:
    """Whether what stands before a name makes it depend on something: « avec », « l'avis du »."""
    found = WORD.findall(before.replace("’", "'").lower())
    while found and found[-1] in HONORIFICS:
        found.pop()
    if not found or (not before.rstrip()[-1:].isalpha() and before.rstrip()[-1:] not in "'’."):
        return False
    if found[-1] in PREPOSITIONS:
        return True
    for back in range(1, min(len(found), FEW) + 1):
        word = found[-back]
        if word in BEFORE_NOUN and back > 1 and word not in ("de", "d'"):
            return True
        if word in ARTICLES:
            return back < len(found) and found[-back - 1] in BEFORE_NOUN
    return False


def covered(offset: int, starts: Sequence[int], spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of the spans, which are sorted and apart."""
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < spans[at].end
