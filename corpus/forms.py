"""What a written name says by itself: its words, and the key that all its spellings share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.same_names import SAME
from corpus.sounds import EASTERN_SURNAMES, flat, given_key, surname_key
from corpus.types import Label

SMALL_WORDS = frozenset("de du des d l la le les the of".split())
"""Left out of the key of places and institutions: one and the same is written both ways."""

HONORIFICS = frozenset("m mm mme mmes mlle mr mrs ms dr pr me sir".split())
PATRONYMIC = re.compile(r"(?:[oe]vi(?:t?ch|c)|[oe]vna)$")
"""A Russian father's name, which newspapers mostly leave out."""

WORD = re.compile(r"[^\W_]+")
HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)*\.?")
"""A person's names keep their hyphens: Jean-Pierre is not Pierre, Dupont-Aignan is one name."""

CANONICAL = {
    name: line.split(";")[0] for line in SAME.strip().splitlines() for name in line.split(";")
}


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


@lru_cache(maxsize=1 << 18)
def read(text: str, label: Label) -> Form:
    """A written name as a form. A name of nothing but signs has the key ""."""
    plain = flat(text).replace("'", " ")
    if label == "PER":
        words = person_words(tuple(HYPHENED.findall(plain)))
        return Form(label, words, person_key(words))
    words = tuple(WORD.findall(plain))
    words = tuple(word for word in words if word not in SMALL_WORDS) or words
    words = tuple(expanded(words))
    key = " ".join(words)
    return Form(label, words, CANONICAL.get(key, key))


def expanded(words: Sequence[str]) -> list[str]:
    """The words, well-known abbreviations written out inside longer names."""
    if len(words) == 1:
        return list(words)
    return [part for word in words for part in WRITTEN_OUT.get(word, word).split()]


WRITTEN_OUT = {"onu": "nations unies", "ue": "union europeenne", "usa": "etats unis"}


def person_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without honorific, initials and father's name, if anything is left."""
    kept = tuple(
        word.rstrip(".")
        for at, word in enumerate(words)
        if len(word.rstrip(".")) > 1
        and not (at == 0 and word.rstrip(".") in HONORIFICS)
        and not (0 < at < len(words) - 1 and PATRONYMIC.search(word))
    )
    return kept or words


def person_key(words: tuple[str, ...]) -> str:
    """How a person's full name sounds; a family name alone stays as it is written.

    Given names keep their endings (Michel, Michelle). In Korean and Chinese names the syllables of
    the given name are one word, as some write them.
    """
    if len(words) < 2:
        return " ".join(words)
    parts = " ".join(words).replace("-", " ").split()
    if parts[0] in EASTERN_SURNAMES:
        return f"{given_key(parts[0])} {''.join(map(given_key, parts[1:]))}"
    return " ".join([*map(given_key, parts[:-1]), surname_key(parts[-1])])


def short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words may stand alone for a person: the last ones, or an Eastern surname."""
    if not 0 < len(short) < len(full):
        return False
    if len(short) == 1 and full[0] in EASTERN_SURNAMES and short[0] == full[0]:
        return True
    return all(
        surname_key(a) == surname_key(b) for a, b in zip(short, full[-len(short) :], strict=True)
    )


def is_acronym_of(text: str, words: Sequence[str]) -> bool:
    """Whether the written name is made of the initials: CSNU, Conseil sécurité Nations unies."""
    letters = flat(text)
    return text.isupper() and 2 <= len(letters) <= 8 and letters == "".join(w[0] for w in words)
