"""The people whom an article names: which mentions are one person, gender, and functions.

What is known comes from honorifics, first names and the nouns right beside a name. Linking over
the whole corpus is done later by `corpus.names`; here one article is enough.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.forms import Form, read, short_for
from corpus.quote_genders import first_name_gender
from corpus.quote_roles import FUNCTIONS, HONORIFICS, MASCULINE
from corpus.types import Mention, Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
APPOSITION_END = re.compile(r"[,;:!?()\n»«\"“”]|(?<!\b[MJ])(?<!\bMme)\.")

OFFICES = (
    (
        re.compile(r"premi(?:er|ère) ministre|chef du gouvernement", re.IGNORECASE),
        "premier-ministre",
    ),
    (re.compile(r"chefs? (?:de l['’][ée]tat|d['’][ée]tat)", re.IGNORECASE), "chef-d-état"),
    (re.compile(r"(?:chef|patron) de la diplomatie|garde des sceaux", re.IGNORECASE), "ministre"),
)
"""Offices of several words, and the one word that stands for them here."""

UNRELATED = frozenset(
    "et à au aux par avec pour que qui dont dans sur en chez contre a ont est avait était se ne il"
    " elle and by with for to has is was".split()
)
"""Words beyond which nothing describes a name any more."""

OF = frozenset("de d du des of".split())

UNTELLING = dict.fromkeys(
    "ancien ancienne actuel actuelle nouveau nouvelle jeune dans cette".split()
)
DETAILS = 5
"""Words behind a function that may tell whose or what kind it is."""

VERBAL = frozenset("juge élu délégué critique".split())
"""Functions that are verbs as well: « juge Y »."""

MOST = 8
"""Words of an apposition that begins with an article."""

NEXT = 5
"""Words after « Y, » in which a function may stand."""

TELLING = 8
"""Mentions of a person from which anything is learned: newspapers introduce people early."""

DESCRIPTION = 80
"""Characters before and after a name in which its function is sought."""


class People:
    """The people of one article, numbered in the order in which they are first named."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.forms: list[Form] = []
        self.genders: list[Counter[str]] = []
        self.functions: list[dict[str, set[str]]] = []
        self.times: Counter[int] = Counter()
        self.by_word: dict[str, list[int]] = {}
        self.person_of = [
            self.introduce(mention) if mention.label == "PER" else -1 for mention in mentions
        ]

    def introduce(self, mention: Mention) -> int:
        """The number of the person whom a mention names; what stands around it is noted."""
        form = read(self.text[mention.span.start : mention.span.end], "PER")
        ends = dict.fromkeys((*form.words[:1], *form.words[-1:]))
        honorific = HONORIFICS.get(self.word_before(mention.span.start), "")
        known = [
            other
            for word in ends
            for other in self.by_word.get(word, ())
            if same(form, self.forms[other])
        ]
        agreeing = [other for other in known if honorific in ("", self.gender(other))] or known
        if agreeing:
            person = agreeing[0]
            if len(form.words) > len(self.forms[person].words):
                self.forms[person] = form
        else:
            person = len(self.forms)
            self.forms.append(form)
            self.genders.append(Counter())
            self.functions.append({})
        for word in ends:
            if person not in self.by_word.setdefault(word, []):
                self.by_word[word].append(person)
        self.genders[person][honorific] += 3
        self.times[person] += 1
        if self.times[person] <= TELLING:
            self.note(person, mention.span, form)
        return person

    def word_before(self, offset: int) -> str:
        """The word right before a place, in small letters."""
        words = self.text[max(0, offset - 14) : offset].rsplit(None, 1)
        return words[-1].lower() if words else ""

    def note(self, person: int, span: Span, form: Form) -> None:
        """Keep what the first name and the functions beside a name tell of the person."""
        if form.is_full_name:
            self.genders[person][first_name_gender(form.words[0])] += 2
        before = self.text[max(0, span.start - DESCRIPTION) : span.start]
        after = self.text[span.end : span.end + DESCRIPTION]
        phrase = APPOSITION_END.split(before.rstrip(" ,"))[-1]
        self.add(person, list(reversed(WORD.findall(in_one_word(phrase)))), backward=True)
        if after.startswith((", ", " (")) and not self.names_next(span.end):
            self.add(person, apposed_to(in_one_word(after[2:])), backward=False)

    def names_next(self, offset: int) -> bool:
        """Whether « , le ministre, Y » follows: what stands between describes the next name."""
        at = bisect_left(self.starts, offset)
        if at == len(self.starts) or self.mentions[at].label != "PER":
            return False
        between = self.text[offset : self.starts[at]]
        return between.startswith((", le ", ", la ", ", l")) and between.endswith((", ", ", M. "))

    def add(self, person: int, near: Sequence[str], *, backward: bool) -> None:
        """Keep the functions among the words beside a name, nearest first, and their details."""
        found = described_by(near if backward else near[:NEXT])
        for word in found:
            at = near.index(word)
            beside = near[:at] if backward else near[at + 1 : at + 1 + DETAILS]
            self.functions[person].setdefault(MASCULINE[word], set()).update(details(beside))
            self.genders[person][FUNCTIONS[word]] += 1

    def gender(self, person: int) -> str:
        """ "f" or "m", "" where the article does not tell."""
        women, men = self.genders[person]["f"], self.genders[person]["m"]
        return "f" if women > men else "m" if men > women else ""

    def named_in(self, person: int, spans: Iterable[Span]) -> bool:
        """Whether somebody is named in one of some pieces of the text."""
        for span in spans:
            at = bisect_left(self.starts, span.start)
            while at < len(self.starts) and self.starts[at] < span.end:
                if self.person_of[at] == person:
                    return True
                at += 1
        return False


def in_one_word(phrase: str) -> str:
    """A phrase in small letters, offices of several words made one."""
    for office, word in OFFICES:
        phrase = office.sub(word, phrase)
    return phrase.lower()


def details(beside: Iterable[str]) -> set[str]:
    """The words that tell one holder of a function from another."""
    return {word for word in beside if len(word) > 3 and word not in FUNCTIONS | UNTELLING}


def apposed_to(after: str) -> list[str]:
    """The words of what stands behind « Y, » as far as it describes Y and is closed again."""
    end = APPOSITION_END.search(after)
    apposed = WORD.findall(after[: end.start()] if end else after)
    if apposed[:1] and apposed[0] in ("le", "la", "l", "les"):
        closed = end is not None and end[0] in ",.;)\n" and len(apposed) <= MOST
        return apposed if closed and UNRELATED.isdisjoint(apposed) else []
    return apposed


def described_by(near: Sequence[str]) -> list[str]:
    """The functions among the words beside a name, nearest first, as far as they are its own."""
    found: list[str] = []
    own = [word for word in near if word not in HONORIFICS]
    for place, word in enumerate(own):
        if word in UNRELATED or (word in OF and (found or not place)):
            break
        verbal = word in VERBAL and not place and own[1:2] not in (["le"], ["la"], ["l"])
        if word in FUNCTIONS and not verbal:
            found.append(word)
    return found


def same(one: Form, other: Form) -> bool:
    """Whether two forms of one article name the same person."""
    return (
        one.key == other.key
        or short_for(one.words, other.words)
        or short_for(other.words, one.words)
        or (len(other.words) > 1 and one.words == other.words[:1])
    )
