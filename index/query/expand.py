"""Words that stand for others: beginnings, patterns, misspellings, as words of the corpus."""

from collections.abc import Sequence

from index.analysis import fold, language
from index.query.plan import Part
from index.query.tree import Open
from index.query.words import Words

MAX_WORDS = 64
"""Words that one pattern is looked for as, the most frequent ones."""

MAX_IN_ROW = 16
"""The same for the last word of a row."""

MAX_COUNTED = 256
"""Words whose frequency is looked up to choose among them: the nearest in length."""

MIN_TYPED = 2
"""Letters from which a word being typed stands for those that it begins."""


class Expander:
    """Expands the words of one query, each once; `remarks` say what was left out."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._found: dict[Open, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.remarks: list[str] = []

    def part(self, last: Open, code: str | None, *, few: bool = False) -> Part:
        """An open word, in one language; `few`: among others in a row, where each costs more."""
        if last not in self._found:
            self._found[last] = self._expand(last)
        words, beginnings = self._found[last]
        words = words[:MAX_IN_ROW] if few else words
        stem = language(code).stem
        return Part(
            stem=stem(last.token.folded) if last.how == "typed" else None,
            exact=last.token.exact,
            words=words,
            word_stems=frozenset(stem(fold(word)) for word in words),
            beginnings=beginnings,
        )

    def _expand(self, last: Open) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words to look for, and, of more that begin with it, their beginnings."""
        folded = last.token.folded
        if last.how == "fuzzy":
            return self._most_frequent(self._words.near(folded, last.distance), folded), ()
        if last.how == "typed":
            if len(folded) < MIN_TYPED:
                return (), ()
            return self._begun(folded)
        if folded.endswith("*") and not set("*?") & set(folded[:-1]):
            return self._begun(folded[:-1])
        found = self._words.matching(folded)
        words = self._most_frequent(found, folded)
        if len(found) > len(words) >= MAX_WORDS:
            self.remarks.append(
                f"“{last.token.exact}” stands for {len(found):,} words: "
                f"the {len(words)} most frequent are looked for"
            )
        return words, ()

    def _begun(self, folded: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = self._words.matching(folded + "*")
        words = self._most_frequent(found, folded)
        if len(found) <= MAX_WORDS:
            return words, ()
        return words, tuple(sorted({_beginning(word, folded) for word in found}))

    def _most_frequent(self, found: Sequence[str], folded: str) -> tuple[str, ...]:
        if len(found) > MAX_COUNTED:
            found = sorted(found, key=lambda w: (abs(len(w) - len(folded)), w))[:MAX_COUNTED]
        counted = sorted((-self._words.frequency("exact", word), word) for word in found)
        return tuple(word for count, word in counted[:MAX_WORDS] if count)


def _beginning(word: str, folded: str) -> str:
    """The shortest beginning of a word whose folded form begins with `folded`."""
    end = max(len(folded) // 2, 1)
    while end < len(word) and not fold(word[:end]).startswith(folded):
        end += 1
    return word[:end]
