"""Two passages, or articles, beside each other, and what was found about them: the values."""

from dataclasses import dataclass
from typing import Literal

from corpus.types import Article, Passage, Span
from index.types import ReasonKind
from tui.text import labels

Sort = Literal["differ", "changed", "perhaps", "agree", "left", "right", "shared"]
"""What is said otherwise, or (of copies) written otherwise; what may be; what both say; what only
one of the two says; words that both use."""

TELLING: tuple[Sort, ...] = ("differ", "changed", "perhaps", "agree")
"""What one steps through: the rest stands below them."""

Sides = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `passage` of an article, or all of it where `whole`."""

    article: Article
    passage: Passage
    whole: bool = False

    @property
    def text(self) -> str:
        """The characters of the passage."""
        return self.article.slice(self.passage.span)

    @property
    def title(self) -> str:
        """What the article is called."""
        return labels.name(self.article)

    @property
    def origin(self) -> str:
        """The passage's number, date and outlet, the article's id last, where it may be cut."""
        article = self.article
        number = None if self.whole else labels.place(self.passage.number)
        parts = (number, labels.day(article.published), article.source, article.id)
        return labels.APART.join(part for part in parts if part)

    def written(self, spans: tuple[Span, ...]) -> str:
        """What stands at some places, as it is written at most length; "" for none."""
        place = fullest(spans)
        return " ".join(self.article.slice(place).split()) if place is not None else ""

    def paragraph(self, spans: tuple[Span, ...]) -> int | None:
        """The paragraph in which that is written."""
        place = fullest(spans)
        found = (p.number for p in self.article.paragraphs if place and place.start < p.span.end)
        return next(found, None)


def fullest(spans: tuple[Span, ...]) -> Span | None:
    """The longest of some places: `Kim Jong-un` rather than `Kim`. None for none."""
    return max(spans, key=lambda span: span.end - span.start, default=None)


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the list under the passages; `texts` and `spans` belong to left and right.

    `about` is what it is about, "" where the texts tell. `grew`: a toll of which the later article
    has more, so that each may be right on its day.
    """

    sort: Sort
    kind: ReasonKind
    texts: tuple[str, str]
    spans: Sides
    about: str = ""
    grew: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Two sides and what was found, the claims first.

    `alike` is the share of words in the same order, where the sides were compared word by word.
    """

    sides: tuple[Side, Side]
    points: tuple[Point, ...]
    alike: float | None = None

    def count(self, sort: Sort) -> int:
        """How many lines of one sort."""
        return sum(point.sort == sort for point in self.points)


def numbered(page: Page, point: Point) -> tuple[str, str]:
    """The two texts of a point, where articles are compared with the paragraphs they stand in."""
    left, right = (_numbered(page.sides[at], point, at) for at in (0, 1))
    return left, right


def _numbered(side: Side, point: Point, at: int) -> str:
    number = side.paragraph(point.spans[at]) if side.whole else None
    text = point.texts[at]
    return text if number is None else f"{labels.place(number)} {text}"
