"""How a name sounds, so that its transliterations meet: Choïgou, Choïgu and Shoigu.

Russian, Ukrainian, Arabic and Korean names reach French and English news in several spellings.
The key keeps what all spellings of a sound share; it is for comparing names, not for showing.
"""

import re
import unicodedata
from functools import lru_cache

EASTERN_SURNAMES = frozenset(
    """
kim lee park pak choi choe jung jeong chung kang cho yoon yun jang chang lim shin han oh seo
kwon hwang ahn song ryu hong nam moon ri xi wang li zhang liu chen yang huang zhao wu zhou xu
sun ma zhu hu guo lin luo mao deng jiang nguyen tran pham phan vo dang ban abe
""".split()
)
"""Family names, without accents and in small letters, that usually come first."""

SPELLINGS = (
    (re.compile(r"^[yi]e"), "e"),
    (re.compile(r"tch|tsch|ch|sh|sch|cz|sz"), "S"),
    (re.compile(r"dj|dzh|zh"), "j"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ou|oo|w(?=[bcdfghjklmnpqrstvxz]|$)"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"gu(?=[eiy])"), "g"),
    (re.compile(r"qu|q|c(?=[aoukrlt]|$)|ck"), "k"),
    (re.compile(r"z|c(?=[eiy])"), "s"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ï|y|ij|iy"), "i"),
    (re.compile(r"ff$|v$"), "v"),
    (re.compile(r"([bcdfghjklmnpqrstvxz])\1"), r"\1"),
    (re.compile(r"ii+"), "i"),
)


SPECIAL = {0xA0: " ", 0x202F: " "} | dict(zip(map(ord, "’ıłøđ"), "'ilod", strict=True))
"""Characters that Unicode does not take apart, and the spaces that do not break."""


class Flattener(dict[int, str]):
    """Code points and what they are without accent and capital; learned as they are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0].lower()
        self[code] = base if len(base) == 1 else character
        return self[code]


FLATTENER = Flattener(SPECIAL)


def flat(text: str) -> str:
    """The text in small letters without accents, of the same length: offsets hold."""
    return text.translate(FLATTENER)


@lru_cache(maxsize=65536)
def given_key(word: str) -> str:
    """How a given name sounds. `word` is flat. Endings stay: Michel is not Michelle."""
    for pattern, sound in SPELLINGS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=65536)
def surname_key(word: str) -> str:
    """How a family name sounds. `word` is flat. Poutine is Putin, ben Salmane is bin Salman."""
    key = given_key(word)
    return key[:-1] if key.endswith(("ine", "ane")) and len(key) > 4 else key
