"""Lines that a source prints in many of its articles, its furniture: learned, not listed.

Boilerplate is found by its repetition over the documents of one site, as in Bar-Yossef and
Rajagopalan, "Template detection via data mining" (WWW 2002); here by whole lines, repeated
exactly, because a line is kept when in doubt.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import replace
from itertools import accumulate
from pathlib import PurePosixPath

from corpus.page import BETWEEN
from corpus.types import Alignment, Article, Folded, Paragraph, Span

RULE = "furniture"

LONGEST = 200
"""Characters of a line that may be furniture: an invitation to subscribe has two sentences."""

MIN_HOSTS = 5
"""Different articles that must hold a line: fewer may be a serial story with a refrain."""

MIN_SHARE = 0.1
"""Of a source's articles, the share that must hold it. In 36,128 press articles the refrains of
a newsroom stand in 1.4 % of its articles at most; furniture stands in most."""

LONG = 150
"""Characters from which a paragraph is the article's own."""


def group(article: Article) -> str:
    """Whose articles are compared: the outlet's, else those of the same folder or file of many."""
    if article.source:
        return article.source
    one = article.id == article.path
    return f"{PurePosixPath(article.path).parent}/" if one else article.path


def lines(article: Article) -> frozenset[int]:
    """The keys of the lines that may be furniture: short paragraphs, neither title nor heading."""
    return frozenset(key(article.slice(p.span)) for p in article.paragraphs if _may_be(p))


def host(article: Article) -> int:
    """What copies of one article share, so that they count as one that holds a line.

    The least key of its long paragraphs: two versions have it in common as likely as they have
    paragraphs in common (min-wise hashing, Broder 1997).
    """
    sizes = [p.span.end - p.span.start for p in article.paragraphs]
    least = min(LONG, max(sizes))
    long = (p for p, size in zip(article.paragraphs, sizes, strict=True) if size >= least)
    return min(key(article.slice(p.span)) for p in long)


def key(text: str) -> int:
    """64 bits of a line, signed as SQLite keeps them, whatever its case and spaces."""
    plain = " ".join(text.split()).casefold()
    digest = hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def is_furniture(hosts: int, articles: int) -> bool:
    """Whether a line that stands in `hosts` different articles of a source's `articles` is."""
    return hosts >= max(MIN_HOSTS, MIN_SHARE * articles)


def fold(article: Article, keys: Collection[int]) -> Article:
    """The article with the lines of those keys folded; itself where no text would be left.

    The digest stays: it is that of the article taken alone.
    """
    gone = [p for p in article.paragraphs if _may_be(p) and key(article.slice(p.span)) in keys]
    kept = [p for p in article.paragraphs if p not in gone]
    if not gone or all(p.kind != "body" for p in kept):
        return article
    starts = _new_starts(kept)
    text = BETWEEN.join(article.slice(p.span) for p in kept)
    olds = [p.span.start for p in kept]

    def moved(offset: int) -> int:
        """Where the first kept paragraph from `offset` on now begins."""
        at = bisect_left(olds, offset)
        return starts[at] if at < len(starts) else len(text)

    pieces = [(piece.at, piece) for piece in article.folded]
    pieces += [(p.span.start, _piece(article, p)) for p in gone]
    pieces.sort(key=lambda placed: placed[0])
    return replace(
        article,
        text=text,
        paragraphs=_numbered(kept, starts),
        folded=tuple(replace(piece, at=moved(at)) for at, piece in pieces),
        alignment=article.alignment and _aligned(article.alignment, kept, starts),
    )


def _may_be(paragraph: Paragraph) -> bool:
    return paragraph.kind == "body" and paragraph.span.end - paragraph.span.start <= LONGEST


def _new_starts(kept: list[Paragraph]) -> list[int]:
    starts = [0]
    for paragraph in kept[:-1]:
        starts.append(starts[-1] + paragraph.span.end - paragraph.span.start + len(BETWEEN))
    return starts


def _numbered(kept: list[Paragraph], starts: list[int]) -> tuple[Paragraph, ...]:
    """The kept paragraphs in their new places; the title, wherever it stands, is 0."""
    numbers = accumulate(p.kind != "title" for p in kept)
    return tuple(
        Paragraph(
            0 if p.kind == "title" else number,
            p.kind,
            Span(start, start + p.span.end - p.span.start),
        )
        for p, start, number in zip(kept, starts, numbers, strict=True)
    )


def _piece(article: Article, paragraph: Paragraph) -> Folded:
    source = article.alignment.source_span(paragraph.span) if article.alignment else None
    return Folded(article.slice(paragraph.span), RULE, 0, source)


def _aligned(alignment: Alignment, kept: list[Paragraph], starts: list[int]) -> Alignment:
    """The alignment of what is kept: each paragraph's own break points, moved with it."""
    text_starts, source_starts = [0], [alignment.source_offset(kept[0].span.start)]
    for paragraph, start in zip(kept, starts, strict=True):
        first = bisect_right(alignment.text_starts, paragraph.span.start)
        last = bisect_left(alignment.text_starts, paragraph.span.end)
        for old in (paragraph.span.start, *alignment.text_starts[first:last]):
            new = start + old - paragraph.span.start
            if new > text_starts[-1]:
                text_starts.append(new)
                source_starts.append(alignment.source_offset(old))
    return Alignment(tuple(text_starts), tuple(source_starts))
