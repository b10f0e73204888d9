"""What the openings of two articles share: where their likeness can be seen."""

from collections.abc import Callable

from corpus.pieces import Piece
from corpus.types import Article, Span
from index.analysis import placed
from index.related.features import SHORT
from index.types import Reason

OPENING = 700
"""Characters of an article that tell its news: the title and a paragraph or two."""

SHOWN = 3
"""Words that are given for the likeness of two articles."""


def article_reason(
    source: Article, target: Piece, weight: Callable[[str], float], worth: float
) -> Reason:
    """The reason that two articles are alike, which is worth `worth`.

    It is located at the words that tell most of those in both openings; `target` is the other
    article's, `weight` tells how much a stem tells.
    """
    ours = _places(source.text[:OPENING], source.language)
    theirs = _places(target.text, target.info.language)
    shared = sorted(ours.keys() & theirs.keys(), key=lambda stem: (-weight(stem), stem))[:SHOWN]
    first = [theirs[stem] for stem in shared]
    text = ", ".join(target.text[span.start : span.end] for span in first)
    return Reason("article", text, worth, tuple(ours[stem] for stem in shared), tuple(first))


def _places(text: str, code: str | None) -> dict[str, Span]:
    """Where each stem first stands."""
    found = {stem: Span(start, end) for stem, start, end in reversed(placed(text, code))}
    return {stem: span for stem, span in found.items() if span.end - span.start > SHORT}
