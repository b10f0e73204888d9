"""An anchor → where its words stand in an article now.

First the quotation as it is, wherever it stands; of several places the one with the same
surroundings, then the nearest. Where it stands nowhere, the place whose words are most like it
(`tui.keeping.resemble`). A place is taken only if enough of quotation and surroundings is there:
better lost, and said, than attached to another sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from corpus.types import Article, ArticleId, Span
from tui.keeping.anchor import APOSTROPHES, QUOTATION_MARKS, Anchor, words
from tui.keeping.resemble import Similar, shared, similar

Status = Literal["exact", "moved", "changed", "lost"]
"""The same words at the same place; the same words elsewhere, or in an article that has another
name now; other words at what is the place; no place of which that could be said."""

SURE, ENOUGH = 0.8, 0.5
"""The share of quotation and surroundings that must stand where the quotation stands whole, so that
no other place is looked for, and at least: all of the surroundings for a word, none of them for a
long sentence."""

SHORT, TOUCHING = 24, 8
"""A quotation of fewer characters must touch so many of its surroundings: “les” stands anywhere."""

ENOUGH_CHANGED = 0.7
LIKE_IT = 0.8
"""Where it does not stand whole: the share of quotation and surroundings that must; or, if less
does (but ENOUGH), of the quotation itself."""

APART = 0.03
"""By how much more a changed place must resemble than any other."""

MOST_PLACES = 2_000
CLOSELY = 20
"""How many places of a short quotation are looked at, and how many of them word by word."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an anchor: `text` stands now at `span` of `article`; None and "" if lost."""

    status: Status
    article: ArticleId
    span: Span | None = None
    text: str = ""


def find(article: Article, anchor: Anchor) -> Found:
    """Where an anchor's words stand in an article."""
    if _untouched(article, anchor):
        return _found(article, anchor, anchor.span)
    whole = _whole(article.text, anchor)
    if whole is None or whole.share < SURE:
        changed = _changed(article.text, anchor)
        if changed is not None and (whole is None or changed.share > whole.share + APART):
            whole = changed
    return _found(article, anchor, whole.span if whole else None)


def _untouched(article: Article, anchor: Anchor) -> bool:
    """Whether quotation and surroundings stand where they stood, to the letter."""
    span, text = anchor.span, article.text
    return (
        span is not None
        and span.end - span.start == len(anchor.exact)
        and text.startswith(anchor.exact, span.start)
        and text.endswith(anchor.before, 0, span.start)
        and text.startswith(anchor.after, span.end)
    )


def _found(article: Article, anchor: Anchor, span: Span | None) -> Found:
    """A place, and how it differs from the anchor's."""
    if span is None:
        return Found("lost", article.id)
    text = article.slice(span)
    if words(text) != words(anchor.exact):
        return Found("changed", article.id, span, text)
    here = article.id == anchor.article and anchor.span in (None, span)
    return Found("exact" if here else "moved", article.id, span, text)


def _whole(text: str, anchor: Anchor) -> Similar | None:
    """The place of the unchanged quotation, None where it is not sure to be one."""
    expected = anchor.span.start if anchor.span else 0
    before, after = anchor.before, anchor.after
    places = list(islice(_places(text, anchor.exact), MOST_PLACES))

    def rank(place: Span) -> tuple[int, int]:
        return -_touching(text, place, before, after), abs(place.start - expected)

    def share(place: Span) -> float:
        length, known = place.end - place.start, len(before) + len(after)
        around = shared(before, text[max(place.start - len(before), 0) : place.start])
        around += shared(after, text[place.end : place.end + len(after)])
        return (length + around) / (length + known)

    closely = [Similar(place, 1, share(place)) for place in sorted(places, key=rank)[:CLOSELY]]
    best = max(closely, key=lambda one: one.share, default=None)
    if best is None or best.share < ENOUGH:
        return None
    needed = min(TOUCHING, len(before) + len(after))
    short = best.span.end - best.span.start < SHORT
    return None if short and _touching(text, best.span, before, after) < needed else best


def _changed(text: str, anchor: Anchor) -> Similar | None:
    """The place of other words that are the quotation's, None where none is sure to be."""
    found = similar(text, anchor)
    if found is None:
        return None
    best, rival = found
    if rival is not None and rival.share > best.share - APART:
        return None
    like_it = best.quotation >= LIKE_IT and best.share >= ENOUGH
    return best if like_it or best.share >= ENOUGH_CHANGED else None


def _places(text: str, exact: str) -> Iterator[Span]:
    """Where a quotation stands, however its words are parted; places may overlap."""
    quoted = words(exact).split(" ")
    pattern = re.compile(r"\s+".join(map(_pattern, quoted)))
    match = pattern.search(text) if quoted[0] else None
    while match:
        yield Span(match.start(), match.end())
        match = pattern.search(text, match.start() + 1)


def _pattern(word: str) -> str:
    """A word of a quotation, whatever apostrophe or quotation mark the text has in it."""
    escaped = re.escape(word).replace("'", f"[{APOSTROPHES}]")
    return escaped.replace('"', f"[{QUOTATION_MARKS}]")


def _touching(text: str, place: Span, before: str, after: str) -> int:
    """How many characters right before and right after a place are those of the surroundings."""
    left = text[max(place.start - len(before), 0) : place.start]
    right = text[place.end : place.end + len(after)]
    return _common(left[::-1], before[::-1]) + _common(right, after)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
