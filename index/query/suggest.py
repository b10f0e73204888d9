"""“Did you mean …?”: words of the corpus near what was typed, by their letters or their sound."""

from math import log

from index.analysis import Token, fold, language
from index.query.words import Words

RARER = 100
"""A word that is in the corpus is doubted where a near one is so many times more frequent."""

MIN_LETTERS = 4
"""Shorter words are near too many others."""

MIN_FAR = 8
"""Letters from which two edits still leave the word recognised."""

MAX_DOUBTED = 3
"""Words of a query that are looked up: each costs some milliseconds."""

MAX_LOOKED_UP = 12
"""Words of a query that are looked for by their sound."""

EDIT_COST = 3.0
"""An edit weighs as much as being e³ = 20 times less frequent; so do more, if the sound is kept."""

SOUND_COST = 1.0
"""An edit that keeps the sound."""


class Suggester:
    """Looks at the words of one query."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._meant: dict[str, tuple[str, ...]] = {}
        self._said: list[str] = []

    def remarks(self) -> list[str]:
        """What was doubted, and what may have been meant."""
        return self._said

    def corrections(self, token: Token) -> tuple[str, ...]:
        """The words, folded, to look for beside one that no passage has; a remark says so.

        For a word that is there but rare the remark only asks.
        """
        word = token.folded
        if word not in self._meant:
            self._meant[word] = ()
            if len(word) >= MIN_LETTERS and word.isalpha() and len(self._meant) <= MAX_LOOKED_UP:
                self._meant[word] = self._look_up(token)
        return self._meant[word]

    def _look_up(self, token: Token) -> tuple[str, ...]:
        known = max(
            self._words.frequency("text", language(code).stem(token.folded))
            for code in self._words.languages
        )
        best = self._best(token.folded, known)
        if best is None:
            return ()
        if known:
            self._said.append(f"did you mean “{best}”?")
            return ()
        self._said.append(f"no passage has “{token.exact}”: did you mean “{best}”? Looked for too")
        return (fold(best),)

    def _best(self, word: str, known: int) -> str | None:
        """The likeliest word, None where none is near and frequent enough."""
        costs = dict.fromkeys(self._words.sounding(word), EDIT_COST)
        if not known and len(self._said) < MAX_DOUBTED:
            for near in self._words.near(word, 1):
                costs[near] = SOUND_COST if near in costs else EDIT_COST
            if not costs and len(word) >= MIN_FAR:
                costs = dict.fromkeys(self._words.near(word, 2), 2 * EDIT_COST)
        ranked = []
        for near, cost in costs.items():
            count = self._words.frequency("exact", near)
            if fold(near) != word and count >= max(1, RARER * known):
                ranked.append((log(count) - cost, near))
        return max(ranked)[1] if ranked else None
