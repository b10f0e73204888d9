"""Asks how two passages, or articles, compare: all that the recouper view shows of them.

The engine says what agrees and what differs; added are the words that make the passages related,
what only one of the two says, and the words that copies changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.passages import passages
from corpus.types import Annotated, ArticleId, ArticleInfo, Span
from index.types import Comparison, FactKind, ReasonKind, Related
from tui.recouper.one_sided import one_sided
from tui.recouper.pages import Page, Point, Side, Sides, Sort
from tui.recouper.perhaps import may_differ
from tui.recouper.steps import Mode
from tui.text.word_diff import counted, likeness, word_diff

if TYPE_CHECKING:
    from index.library import Library

NEAR_COPIES = 0.6
"""The share of words in the same order from which a word diff tells something."""

MAY_BE_COPIES = 0.4
"""The share of words in any order under which it is not asked for."""

_FACTS: dict[FactKind, ReasonKind] = {
    "name": "entity",
    "figure": "figure",
    "date": "date",
    "quote": "quote",
}


def shown(
    library: Library,
    source: tuple[ArticleId, int],
    item: Related,
    mode: Mode,
    copy: ArticleInfo | None = None,
) -> Page | None:
    """What a step shows, as `Steps` has it, of a paragraph and one of its related passages."""
    if mode == "articles":
        return of_articles(library, source[0], item.info.id)
    if mode == "copies" and copy is not None:
        return of_copy(library, item, copy)
    page = of_passages(library, source, item)
    return changes(*page.sides) if page is not None and mode == "copies" else page


def of_passages(library: Library, source: tuple[ArticleId, int], item: Related) -> Page | None:
    """A paragraph's passage beside a related one, None where one of them is gone."""
    target = (item.info.id, item.passage.number)
    found = library.compare(source[0], target[0], (source[1], target[1]))
    articles = library.article(source[0]), library.article(target[0])
    if found is None or articles[0] is None or articles[1] is None:
        return None
    sides = Side(articles[0], found.left), Side(articles[1], found.right)
    read = library.annotated(source[0]), library.annotated(target[0])
    telling = _telling(sides, found, read)
    only = one_sided(sides, read, telling)
    return Page(sides, (*telling, *only, *_shared(sides, item, telling)))


def of_articles(library: Library, left: ArticleId, right: ArticleId) -> Page | None:
    """Two whole articles, None where one of them is gone."""
    found = library.compare(left, right)
    articles = library.article(left), library.article(right)
    if found is None or articles[0] is None or articles[1] is None:
        return None
    sides = Side(articles[0], found.left, True), Side(articles[1], found.right, True)
    read = library.annotated(left), library.annotated(right)
    return Page(sides, _telling(sides, found, read))


def undecided(library: Library, found: Comparison) -> list[Point]:
    """What the engine is silent about in a comparison, and may differ: see `may_differ`."""
    articles = library.article(found.left.article), library.article(found.right.article)
    if articles[0] is None or articles[1] is None:
        return []
    sides = Side(articles[0], found.left), Side(articles[1], found.right)
    read = library.annotated(found.left.article), library.annotated(found.right.article)
    return [point for point in _telling(sides, found, read) if point.sort == "perhaps"]


def of_copy(library: Library, item: Related, copy: ArticleInfo) -> Page | None:
    """A related passage beside what another article made of it, None where one is gone."""
    original, other = library.article(item.info.id), library.article(copy.id)
    if original is None or other is None:
        return None
    words = counted(item.text)
    nearest = max(passages(other), key=lambda p: likeness(words, counted(other.slice(p.span))))
    return changes(Side(original, item.passage), Side(other, nearest))


def changes(left: Side, right: Side) -> Page:
    """Two passages compared word by word."""
    found = word_diff(left.text, right.text)
    at, there = left.passage.span.start, right.passage.span.start
    points = []
    for change in found.changes:
        spans = (_moved(change.left, at),), (_moved(change.right, there),)
        texts = left.written(spans[0]), right.written(spans[1])
        points.append(Point("changed", "words", texts, spans))
    return Page((left, right), tuple(points), found.alike)


def near_copies(left: Side, right: Side) -> bool:
    """Whether a word diff of the two tells something."""
    if likeness(counted(left.text), counted(right.text)) < MAY_BE_COPIES:
        return False
    return word_diff(left.text, right.text).alike >= NEAR_COPIES


def copies_of(page: Page, item: Related) -> tuple[ArticleInfo | None, ...]:
    """What can be shown word by word: None is the pair of a page itself, where it is near copies,
    then the articles that print the related passage too."""
    itself = (None,) if near_copies(*page.sides) else ()
    return (*itself, *item.copies)


def _telling(
    sides: tuple[Side, Side], found: Comparison, read: tuple[Annotated, Annotated]
) -> tuple[Point, ...]:
    """What the engine says; between differences and agreements what it is silent about."""
    differing = [
        Point(
            "differ",
            _FACTS[one.kind],
            (_inline(one.left), _inline(one.right)),
            ((one.left_span,), (one.right_span,)),
            _inline(one.about),
            one.grew,
        )
        for one in found.differences
    ]
    agreeing = [
        _both("agree", _FACTS[one.kind], sides, (one.left_spans, one.right_spans))
        for one in found.agreements
    ]
    perhaps = may_differ(sides, read, (*differing, *agreeing))
    return (*differing, *perhaps, *agreeing)


def _shared(sides: tuple[Side, Side], item: Related, telling: tuple[Point, ...]) -> Iterator[Point]:
    """The words that both use, and other reasons why the passage was found, not said already.

    What their articles have in common around them is no such reason."""
    taken = [span for point in telling for span in point.spans[1]]
    for reason in item.reasons:
        spans = reason.source_spans, reason.target_spans
        said = any(span.overlaps(other) for span in spans[1] for other in taken)
        if reason.kind != "article" and all(spans) and not said:
            yield _both("shared", reason.kind, sides, spans)


def _both(sort: Sort, kind: ReasonKind, sides: tuple[Side, Side], spans: Sides) -> Point:
    """What stands on both sides, as each of them writes it."""
    texts = sides[0].written(spans[0]), sides[1].written(spans[1])
    return Point(sort, kind, texts, spans)


def _inline(text: str) -> str:
    """Text in one line."""
    return " ".join(text.split())


def _moved(span: Span, by: int) -> Span:
    """A span of a passage as a span of its article."""
    return Span(span.start + by, span.end + by)
