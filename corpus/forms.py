"""What a written name says by itself: its words, and the key that all its spellings share."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.same_names import SAME
from corpus.sounds import EASTERN_SURNAMES, flat, given_key, surname_key
from corpus.types import Label

SMALL_WORDS = frozenset("de du des d la l le les the of".split())
"""Left out of the key of places and institutions: one and the same is written both ways."""

SILENT_WORDS = SMALL_WORDS | frozenset("et a en au aux pour par sur dans and for in on to".split())
"""Words of an institution's name whose initial its abbreviation may leave out."""

HONORIFICS = frozenset(
    """
m mm mme mmes mlle mr mrs ms dr pr me sir mgr maitre docteur professeur monsieur madame president
presidente general colonel capitaine
""".split()
)
PATRONYMIC = re.compile(r"(?:[oe]vi(?:t?ch|c)|[oe]vna)$")
"""A Russian father's name, which newspapers mostly leave out."""

WORD = re.compile(r"[^\W_]+")
HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)*\.?")
"""A person's names keep their hyphens: Jean-Pierre is not Pierre, Dupont-Aignan is one name."""

ARABIC_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|at|az|ach|an)-(?=...)")
"""Written or left out before an Arabic family name: al-Sissi, Sissi."""

ARABIC_ARTICLES = frozenset(["al", "el"])
NO_NAME_ALONE = frozenset("saint sainte ben bin abd abdel abdul le la de du al el mac".split())
SON = frozenset(["ben", "bin", "ibn"])

MAX_ACRONYM = 8

MAX_SHORT = 6
"""Words that a short form may have: what is longer is a sentence taken for a name."""


def canonical() -> dict[str, str]:
    """For each name of `same_names`, as `thing_words` joins them, the first of its line."""
    lines = (line.split(";") for line in SAME.strip().splitlines())
    return {name: names[0] for names in lines for name in names}


CANONICAL = canonical()


@dataclass(frozen=True, slots=True)
class Form:
    """A name as read: its label, its words without accents and small words, and its key.

    Two forms are one name written otherwise when label and key are equal.
    """

    label: Label
    words: tuple[str, ...]
    key: str

    @property
    def is_full_name(self) -> bool:
        """Whether it names a person by more than one word."""
        return self.label == "PER" and len(self.words) > 1


@lru_cache(maxsize=4096)
def read(text: str, label: Label) -> Form:
    """A written name as a form. A name of nothing but signs has the key ""."""
    plain = flat(text).replace("'", " ")
    if label == "PER":
        words = person_words(HYPHENED.findall(plain))
        return Form(label, words, person_key(words))
    words = thing_words(plain)
    key = " ".join(words)
    return Form(label, words, CANONICAL.get(key, key).replace(" ", ""))


def tidy(text: str) -> str:
    """A written name as names are compared and listed: NFC, one space between words."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def thing_words(plain: str) -> tuple[str, ...]:
    """The words of a place or an institution, well-known abbreviations in them written out."""
    words = WORD.findall(plain)
    words = [word for word in words if word not in SMALL_WORDS] or words
    if len(words) > 1 and not WRITTEN_OUT.keys().isdisjoint(words):
        words = " ".join(WRITTEN_OUT.get(word, word) for word in words).split()
    return tuple(words)


WRITTEN_OUT = {
    "onu": "nations unies",
    "ue": "union europeenne",
    "usa": "etats unis",
    "st": "saint",
    "ste": "sainte",
}


def person_words(words: Sequence[str]) -> tuple[str, ...]:
    """A person's name without honorific, initials and father's name, if anything is left.

    An initial in a family name's place stays: it is all that is told of Christian B.
    """
    kept = []
    for at, word in enumerate(words):
        bare = word.rstrip(".")
        inside = 0 < at < len(words) - 1
        initial = len(bare) == 1 and bare.isalpha() and not (at == 1 and len(words) == 2)
        honorific = at == 0 and bare in HONORIFICS
        left_out = inside and (bare in ARABIC_ARTICLES or PATRONYMIC.search(bare))
        if not initial and not honorific and not left_out:
            bare = "ben" if inside and bare in SON else bare
            kept.append(ARABIC_ARTICLE.sub("", bare) if "-" in bare else bare)
    return tuple(kept or words)


def person_key(words: tuple[str, ...]) -> str:
    """How a person's full name sounds; a family name alone stays as it is written.

    Given names keep their endings (Michel, Michelle). Where words part matters not: Le Maire,
    Lemaire; Jong-un, Jong Un, Jongun.
    """
    if len(words) < 2:
        return " ".join(words)
    parts = " ".join(words).replace("-", " ").split()
    if parts[0] in EASTERN_SURNAMES:
        return "".join(map(given_key, parts))
    return "".join([*map(given_key, parts[:-1]), surname_key(parts[-1])])


def short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words may stand alone for a person: the last ones, or an Eastern surname."""
    if not 0 < len(short) < len(full):
        return False
    if len(short) == 1 and full[0] in EASTERN_SURNAMES and short[0] == full[0]:
        return True
    return sound(short) == sound(full[-len(short) :])


def sound(words: Sequence[str]) -> str:
    """How family names sound, said one after the other."""
    return "".join(map(surname_key, words))


def given_sound(words: Sequence[str]) -> str:
    """How given names sound, said one after the other."""
    return "".join(map(given_key, words))


@dataclass(frozen=True, slots=True)
class Shorts:
    """How a full name may be shortened.

    `family` are the sounds of what is left without what comes before the family name, `given` the
    given sounds of a word that is none, or of the first ones (Mohammed ben Salmane of the house
    of Saoud).
    """

    family: tuple[str, ...]
    given: tuple[str, ...]

    def also(self, other: "Shorts") -> "Shorts":
        """These and those of another name of the same person."""
        return Shorts(
            tuple(sorted({*self.family, *other.family})), tuple(sorted({*self.given, *other.given}))
        )


def simple_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """A full name with but the first half of a double family name; itself if it has none."""
    for at, word in enumerate(words):
        first, _, second = word.partition("-")
        two_people = words[at + 1 :] and second not in NO_NAME_ALONE  # Ann Lee-Paul Ray
        if at and second and first not in NO_NAME_ALONE and not two_people:
            return words if words[0] in EASTERN_SURNAMES else (*words[:at], first)
    return words


def shorts(words: tuple[str, ...]) -> Shorts:
    """The short forms of a person's full name."""
    family = {sound(words[at:]) for at in range(1, len(words))[-MAX_SHORT:]}
    if words[0] in EASTERN_SURNAMES:
        family.add(sound(words[:1]))
    halves = words[-1].split("-")
    if len(halves) > 1:
        words = (*words[:-1], *halves)
    given = {given_key(word) for word in words[:-1][:MAX_SHORT] if len(word) > 2}
    given |= {given_sound(words[:at]) for at in range(2, len(words))[:MAX_SHORT]}
    return Shorts(tuple(sorted(family)), tuple(sorted(given)))


def acronyms(text: str) -> frozenset[str]:
    """The initials of a name of several words: of all of them, or without the small ones."""
    words = WORD.findall(flat(text).replace("'", " "))
    telling = [word for word in words if word not in SILENT_WORDS]
    if len(telling) < 2:
        return frozenset()
    spelt_out = " ".join(WRITTEN_OUT.get(word, word) for word in telling).split()
    initials = {"".join(word[0] for word in chosen) for chosen in (words, telling, spelt_out)}
    return frozenset(found for found in initials if 2 <= len(found) <= MAX_ACRONYM)


def as_acronym(text: str) -> str:
    """The letters of what may be an abbreviation (CSNU, Insee, U.S.), "" where it is none.

    In small letters; those with only one capital need four letters, as they may be words.
    """
    if not 2 <= len(text) <= 2 * MAX_ACRONYM or not text[0].isupper() or " " in text:
        return ""
    letters = "".join(filter(str.isalnum, text))
    if not 2 <= len(letters) <= MAX_ACRONYM:
        return ""
    return flat(letters) if len(letters) >= 4 or sum(map(str.isupper, letters)) > 1 else ""
