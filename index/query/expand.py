"""Words that stand for others: beginnings, patterns, misspellings, as words of the corpus."""

from collections import Counter
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
        return words, tuple(sorted(_beginnings(found, folded)))

    def _most_frequent(self, found: Sequence[str], folded: str) -> tuple[str, ...]:
        if len(found) > MAX_COUNTED:
            found = _nearest(found, len(folded))
        counted = sorted((-self._words.frequency("exact", word), word) for word in found)
        return tuple(word for count, word in counted[:MAX_WORDS] if count)


def _nearest(words: Sequence[str], length: int) -> list[str]:
    """The `MAX_COUNTED` words nearest in length, then first in order."""
    sizes = Counter(map(len, words))
    reach = count = 0
    for size in sorted(sizes, key=lambda size: abs(size - length)):
        if count >= MAX_COUNTED and abs(size - length) > reach:
            break
        reach, count = abs(size - length), count + sizes[size]
    near = [word for word in words if abs(len(word) - length) <= reach]
    return sorted(near, key=lambda word: (abs(len(word) - length), word))[:MAX_COUNTED]


def _beginnings(words: Sequence[str], folded: str) -> set[str]:
    """The `_beginning` of each word: thousands have it in a few heads."""
    cut = len(folded)
    heads = {head: _beginning(head, folded) for head in {word[:cut] for word in words}}
    found = {start for start in heads.values() if fold(start).startswith(folded)}
    longer = {head for head, start in heads.items() if start not in found}
    return found | {_beginning(word, folded) for word in words if longer and word[:cut] in longer}


def _beginning(word: str, folded: str) -> str:
    """The shortest beginning of a word whose folded form begins with `folded`."""
    end = max(len(folded) // 2, 1)
    while end < len(word) and not fold(word[:end]).startswith(folded):
        end += 1
    return word[:end]
