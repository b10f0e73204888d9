"""What a selection grows by: signs, words, sentences, paragraphs of a text.

Pure. Each kind is a list of spans in reading order, made when it is first asked for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from rich.cells import split_graphemes

from corpus.types import Article, Span

WORD = re.compile(r"\w+(?:-\w+)*")
"""A word, cut out of its elision and whole at its hyphen."""

_SENTENCE_END = re.compile(
    r"(?:(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bMe)(?<!\b[A-ZÀ-ÖØ-Þ])\.|[!?…])"
    r"[.!?…]*[»\"”’)\]\u00a0\u202f ]*\s+"
    r"(?=[«\"“‘(\[\u00a0\u202f ]*[A-ZÀ-ÖØ-Þ0-9—–-])"
)
"""Not the point after an initial or after what stands before a name."""

_LONGEST_SIGN = 64
"""Characters within which one sign certainly ends: families of emoji have some ten."""


class Units:
    """The words, sentences and paragraphs of one article."""

    def __init__(self, article: Article) -> None:
        """Nothing is looked for yet."""
        self.text = article.text
        self._article = article

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words, without the signs between them."""
        return tuple(Span(*match.span()) for match in WORD.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences with the signs that close them; none goes over the end of a paragraph."""
        return tuple(one for whole in self.paragraphs for one in _sentences(self.text, whole))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, the title one of them."""
        return tuple(one.span for one in self._article.paragraphs)

    def sign_from(self, at: int) -> Span:
        """The sign that begins at a character, the last one at the end of the text."""
        if at >= len(self.text):
            return self.sign_before(len(self.text))
        _start, end, _cells = split_graphemes(self.text[at : at + _LONGEST_SIGN])[0][0]
        return Span(at, at + end)

    def sign_before(self, at: int) -> Span:
        """The sign that ends before a character, the first one at the beginning."""
        if at <= 0:
            return self.sign_from(0) if self.text else Span(0, 0)
        begin = max(at - _LONGEST_SIGN, 0)
        start, _end, _cells = split_graphemes(self.text[begin:at])[0][-1]
        return Span(begin + start, at)


def end_after(units: Sequence[Span], at: int) -> int | None:
    """The end of the first unit that ends beyond a character; None where none does."""
    found = bisect_right(units, at, key=lambda unit: unit.end)
    return units[found].end if found < len(units) else None


def end_before(units: Sequence[Span], at: int) -> int | None:
    """The end of the last unit that ends before a character."""
    found = bisect_left(units, at, key=lambda unit: unit.end) - 1
    return units[found].end if found >= 0 else None


def start_after(units: Sequence[Span], at: int) -> int | None:
    """The beginning of the first unit that begins beyond a character."""
    found = bisect_right(units, at, key=lambda unit: unit.start)
    return units[found].start if found < len(units) else None


def start_before(units: Sequence[Span], at: int) -> int | None:
    """The beginning of the last unit that begins before a character."""
    found = bisect_left(units, at, key=lambda unit: unit.start) - 1
    return units[found].start if found >= 0 else None


def around(units: Sequence[Span], span: Span) -> Span:
    """The span, grown to the units that hold its ends; an end between units stays."""
    first = bisect_right(units, span.start, key=lambda unit: unit.start) - 1
    last = bisect_left(units, span.end, key=lambda unit: unit.end)
    start, end = span.start, span.end
    if first >= 0 and units[first].end > start:
        start = units[first].start
    if last < len(units) and units[last].start < end:
        end = units[last].end
    return Span(start, end)


def _sentences(text: str, whole: Span) -> Iterator[Span]:
    """The sentences of a paragraph, without the blanks between them."""
    start = whole.start
    for match in _SENTENCE_END.finditer(text, whole.start, whole.end):
        yield Span(start, match.start() + len(match[0].rstrip()))
        start = match.end()
    if start < whole.end:
        yield Span(start, whole.end)
