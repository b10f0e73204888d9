"""Lines as they are printed on pages → paragraphs and headings.

A printed page says nowhere what a paragraph is: it is told from widths, distances, sizes of type.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from corpus.readers.draft import Line
from corpus.readers.page_lines import PageLine

LARGER = 1.12
"""Type so much larger than that of most of the text is a heading's."""

LOOSE = 1.3
"""Lines so much farther apart than most are two paragraphs."""

SPACED = 0.05
"""With so many lines that far apart, distance alone parts paragraphs, and a short line does not."""

INDENT = 0.6
"""Of the size of type: an opening line begins so much farther right than the lines around it."""

CAPITAL = 0.7
"""Of the size of type: the height of a capital letter."""

BLANK = 0.25
"""Of the size of type: the width of a blank."""

_SENTENCE_END = re.compile(r"[.!?…:;][\s»\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_HEADING_END = re.compile(r"[.;,][\s»\"”’')\]]*$")
_DROP_CAP = re.compile(r"[«“\"‘']?\s?[^\W\d_a-zà-ÿ][’']?")
_LONGEST_HEADING = 250
HYPHENATED = 0.03
"""With fewer lines that end in a hyphen, the document parts no words: the hyphens are written."""

# What follows a hyphen that was written, not set: pronouns after the verb, ends of compounds.
_KEPT_AFTER = frozenset(
    "il elle on ils elles je tu nous vous ce ci là le la les lui leur moi toi soi y en t être"
    " même mêmes à dire de du des au aux et en sur sous lès les".split()
)
_KEPT_BEFORE = frozenset(
    "franco anglo sino russo américano nord sud est ouest centre vice porte grand grande"
    " demi non quasi semi sous sans avant après celui celle ceux celles quelques".split()
)
SOFT_HYPHEN = "\u00ad"
_PARTED = re.compile(rf"([^\W_]+)[-‐{SOFT_HYPHEN}]$")


def paragraphs(lines: Sequence[PageLine]) -> list[Line]:
    """The paragraphs of a document's lines, given in reading order."""
    lines = list(_whole(lines))
    if not lines:
        return []
    page = _Measures(lines)
    groups: list[list[PageLine]] = [[lines[0]]]
    for above, line in pairwise(lines):
        if page.goes_on(above, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    hyphens = _Hyphens(lines)
    return [Line(_joined(group, hyphens), page.rank(group)) for group in groups]


def _whole(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines with the parts of each put together: a large first letter, words far apart."""
    waiting: PageLine | None = None
    for line in _with_drop_caps(lines):
        if waiting is not None and _beside(waiting, line):
            text = f"{waiting.text} {line.text}"
            waiting = replace(waiting, text=text, right=max(waiting.right, line.right))
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _with_drop_caps(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, each large letter put before the line that it opens, wherever it was drawn."""
    found = list(lines)
    for cap in lines:
        letter = cap.text.strip()
        if not _DROP_CAP.fullmatch(letter):
            continue
        opened = [line for line in found if _opens(cap, line)]
        if opened:
            first = max(opened, key=lambda line: line.base)
            after = first.text.lstrip()
            word = after[:1].isupper() and not after[:2].isupper()  # as in "À Paris"
            found[found.index(first)] = replace(first, text=f"{letter}{' ' * word}{after}")
            found.remove(cap)
    return found


def _opens(cap: PageLine, line: PageLine) -> bool:
    """Whether a large letter may open a line: it reaches as high, and the line goes on from it."""
    if cap.page != line.page or cap.size < 1.5 * line.size or line.left < cap.left - line.size:
        return False
    top = cap.base + CAPITAL * (cap.size - line.size)
    return cap.base - 1 <= line.base <= top + line.size / 2


def _beside(line: PageLine, after: PageLine) -> bool:
    """Whether a line only goes on, at the same height and hardly farther right."""
    if line.page != after.page or abs(line.base - after.base) > line.size * 0.3:
        return False
    return -line.size < after.left - line.right < 3 * line.size


class _Measures:
    """What is usual in a document: the size of its type, the distance of its lines, its columns."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[_half_points(line.size)] += len(line.text)
        self._size = sizes.most_common(1)[0][0]
        larger = sorted({_half_points(line.size) for line in lines if self._is_larger(line)})
        self._ranks = {size: rank for rank, size in enumerate(reversed(larger), 1)}
        distances: dict[float, list[float]] = defaultdict(list)
        for above, line in pairwise(lines):
            if _below(above, line) and above.base - line.base < 2.5 * line.size:
                distances[_half_points(line.size)].append(above.base - line.base)
        self._leading = {size: median(found) for size, found in distances.items()}
        columns = [(a, b) for a, b in pairwise(lines) if _below(a, b) and a.size == b.size]
        loose = sum(self._is_loose(above, line) for above, line in columns)
        self._spaced = loose >= SPACED * len(columns)
        self._margins: dict[tuple[int, float], list[tuple[float, float]]] = defaultdict(list)
        for line in lines:
            key = (line.page, _half_points(line.size))
            self._margins[key].append((line.left, line.right))

    def rank(self, group: Sequence[PageLine]) -> int | None:
        """The level of a heading, 1 for the largest type; None for text."""
        text = " ".join(line.text for line in group)
        if len(text) > _LONGEST_HEADING or _HEADING_END.search(text.strip()):
            return None
        return self._ranks.get(_half_points(group[0].size))

    def goes_on(self, above: PageLine, line: PageLine) -> bool:
        """Whether a line belongs to the paragraph of the one before it."""
        if _half_points(above.size) != _half_points(line.size):
            return False
        mid_sentence = not _SENTENCE_END.search(above.text)
        parted = bool(_PARTED.search(above.text.strip()))
        lower = line.text.lstrip()[:1].islower()
        left, right = self._column(above)
        if not _below(above, line):
            full = not _fits(above, line, right)
            return not self._is_larger(line) and mid_sentence and (lower or full or parted)
        if self._is_larger(line):
            return above.base - line.base <= 1.6 * line.size
        if self._is_loose(above, line):
            return False
        if parted or (mid_sentence and lower):
            return True
        if line.left > left + INDENT * line.size and above.left < left + INDENT * line.size / 2:
            return False
        return self._spaced or not _fits(above, line, right)

    def _is_larger(self, line: PageLine) -> bool:
        return line.size >= LARGER * self._size

    def _is_loose(self, above: PageLine, line: PageLine) -> bool:
        """Whether two lines of a column are farther apart than those of a paragraph."""
        usual = self._leading.get(_half_points(line.size), line.size * 1.2)
        return above.base - line.base > LOOSE * usual

    def _column(self, line: PageLine) -> tuple[float, float]:
        """The left and right margins of the column that a line stands in."""
        near = [
            (left, right)
            for left, right in self._margins[line.page, _half_points(line.size)]
            if abs(left - line.left) < 3 * line.size
        ]
        near = near or [(line.left, line.right)]  # places that are no numbers are near nothing
        return min(left for left, _ in near), max(right for _, right in near)


def _half_points(size: float) -> float:
    return round(size * 2) / 2


def _below(above: PageLine, line: PageLine) -> bool:
    """Whether a line stands under another in the same column."""
    overlap = min(above.right, line.right) - max(above.left, line.left)
    return above.page == line.page and above.base > line.base and overlap > 0


def _fits(above: PageLine, line: PageLine, margin: float) -> bool:
    """Whether the first word of a line would have had its place at the end of the one before."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    width = (line.right - line.left) / max(len(line.text.strip()), 1)
    return above.right + BLANK * line.size + width * len(word) < margin


class _Hyphens:
    """Which hyphens at the end of lines were written, and which only part a word."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        parted = sum(bool(_PARTED.search(line.text.strip())) for line in lines)
        self._hyphenated = parted >= HYPHENATED * len(lines)
        self._words = frozenset(
            word.casefold()
            for line in lines
            for word in _WORD.findall(line.text.strip().rpartition(" ")[0])
        )

    def written(self, before: str, after: str) -> bool:
        """Whether the hyphen between two halves was written; whole words elsewhere tell best."""
        lower = after.casefold()
        if before.casefold() + lower in self._words:
            return False
        if f"{before.casefold()}-{lower}" in self._words or not after[0].islower():
            return True
        if not self._hyphenated:
            return True
        return lower in _KEPT_AFTER or before.casefold() in _KEPT_BEFORE


def _joined(group: Sequence[PageLine], hyphens: _Hyphens) -> str:
    """The text of a paragraph's lines, words that were parted at a line's end put together."""
    text = group[0].text.strip()
    for line in group[1:]:
        after = line.text.strip()
        parted = _PARTED.search(text)
        follows = _LETTERS.match(after)
        if parted and follows:
            written = hyphens.written(parted[1], follows.group())
            text = text[:-1] + ("-" if written else "") + after
        else:
            text = f"{text} {after}"
    return text.replace(SOFT_HYPHEN, "-")
