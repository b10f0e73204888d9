"""Whether the words around a place speak of what was or of what will be.

A cheap reading of verbs by their endings: it decides which September or Monday is meant.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

Tense = Literal["past", "future"]
Kind = Literal[
    "past", "future", "auxiliary", "participle", "going", "infinitive", "adverb", "border"
]

REACH = 160
"""Characters looked at on either side, at most: a long sentence."""

BORDER = 6
"""A mark or conjunction between two clauses counts as so many words of distance."""

NEAR = 5
"""A participle stands at most so many words before the date that it tells of."""

FAR = [""] * NEAR
"""Put behind what follows a date, so that nothing there stands right before it."""

_ENDS = re.compile(r"[.!?;…](?=\s)|\n")
_TOKEN = re.compile(r"[^\W\d_]+|[,:()«»\"–—]")

_FUTURE = re.compile(
    r"\w{2,20}r(?:a|ont)|(?:devr?ai|pourrai|doi)(?:en)?t|doivent|jusqu|partir|compter|venir"
    r"|prochaine?s?|report(?:er)?|repousser|décaler|prolonger|prévoi(?:t|ent)|promise?s?"
    r"|(?:prévu|attendu|programmé|planifié|fixé|reporté|repoussé|décalé|convoqué|espéré)e?s?"
)
_INFINITIVE = re.compile(r"\w{2,20}(?:er|ir|re)(?<!être)(?<!avoir)")
_NO_FUTURE = frozenset("opéra caméra extra ultra front infra sahara affront mantra para".split())
_PAST = re.compile(r"\w{2,20}(?<!r)(?:ait|aient)|fut|furent|eut|eurent|depuis")
_NO_PAST = frozenset("fait parfait souhait lait trait extrait portrait retrait attrait".split())
_PARTICIPLE = re.compile(
    r"\w{2,20}(?:(?:é|i|u)e?s?|ite?s?|ise?s?|erte?s?)|née?s?|eue?s?|lue?s?|vue?s?"
)
_AUXILIARY = frozenset(
    "a ai ont avons avez avait avaient est sont suis sommes était étaient ayant étant".split()
)
_ADVERB = frozenset("été eu pas plus déjà aussi bien tous toutes même encore enfin ainsi".split())
_BORDER = frozenset(', : ( ) « » " – — que qu qui dont mais alors tandis'.split())
_AIMS = frozenset("à de d pour".split())
_AFTER_A = frozenset("partir compter venir".split())

_ENGLISH_FUTURE = frozenset(
    "will shall ll due set expected scheduled planned upcoming until would could should".split()
)
_ENGLISH_PAST = re.compile(
    r"was|were|had|has|have|did|since|ago|said|told|took|came|went|met|won|lost|held|left|made"
    r"|began|became|gave|got|ran|saw|sent|spoke|wrote|killed|\w{3,20}ed"
)
_ENGLISH_BORDER = frozenset(', : ( ) “ ” " – — that which who but while'.split())


@lru_cache(maxsize=65536)
def _french(word: str) -> Kind | None:
    """What a French word tells of time."""
    if word in _BORDER:
        return "border"
    if word in _AUXILIARY:
        return "auxiliary"
    if word in ("va", "vont"):
        return "going"
    if word in _ADVERB or word.endswith("ment"):
        return "adverb"
    if _FUTURE.fullmatch(word) and word not in _NO_FUTURE:
        return "future"
    if _PAST.fullmatch(word) and word not in _NO_PAST:
        return "past"
    if _PARTICIPLE.fullmatch(word):
        return "participle"
    return "infinitive" if _INFINITIVE.fullmatch(word) else None


@lru_cache(maxsize=65536)
def _english(word: str) -> Kind | None:
    """What an English word tells of time."""
    if word in _ENGLISH_BORDER:
        return "border"
    if word in _ENGLISH_FUTURE:
        return "future"
    return "past" if _ENGLISH_PAST.fullmatch(word) else None


def tense_at(plain: str, start: int, end: int, *, english: bool) -> Tense | None:
    """The tense of the verb nearest to plain[start:end] in its sentence, None without one."""
    first, last = max(0, start - REACH), min(len(plain), end + REACH)
    for border in _ENDS.finditer(plain, first, start):
        first = border.end()
    after = _ENDS.search(plain, end, last)
    kind = _english if english else _french
    left = _TOKEN.findall(plain, first, start)
    right = _TOKEN.findall(plain, end, after.start() if after else last)
    before = _nearest(left, range(len(left) - 1, -1, -1), kind)
    behind = _nearest([*right, *FAR], range(len(right)), kind)
    if before and behind:
        return before[1] if before[0] <= behind[0] else behind[1]
    found = before or behind
    return found[1] if found else None


def _nearest(
    tokens: Sequence[str], order: range, kind: Callable[[str], Kind | None]
) -> tuple[int, Tense] | None:
    """The first word in this order that tells a tense, with its distance."""
    distance = 0
    for at in order:
        distance += 1
        found = kind(tokens[at])
        if found is None:
            continue
        if found == "border":
            distance += BORDER
            continue
        tense = _told(tokens, at, found, kind)
        if tense:
            return distance, tense
    return None


def _told(
    tokens: Sequence[str], at: int, found: Kind, kind: Callable[[str], Kind | None]
) -> Tense | None:
    """The tense that a word tells together with its neighbours."""
    before = tokens[at - 1] if at else ""
    if found == "future":
        return None if tokens[at] in _AFTER_A and before != "à" else "future"
    if found == "past":
        return "past"
    follows = next((token for token in tokens[at + 1 : at + 4] if kind(token) != "adverb"), "")
    if found == "going":
        return "future" if follows.endswith(("er", "ir", "re")) else None
    if found == "infinitive":
        aimed = at >= len(tokens) - 2 and before in _AIMS and tokens[at - 2 : at - 1] != ["avant"]
        return "future" if aimed else None
    if found == "participle":
        helper = next((t for t in tokens[at - 1 :: -1][:3] if at and kind(t) != "adverb"), "")
        if kind(helper) == "auxiliary":
            return "past"
        return "past" if at >= len(tokens) - NEAR and before != "être" else None
    return None
