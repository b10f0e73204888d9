"""The blocks of a source under sorting, and how they become a text.

What is sorted: which blocks are folded, by which rule; what kind of paragraph each other one is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.layout import Block, Piece, joined
from corpus.types import Alignment, Folded, Paragraph, ParagraphKind, Span

BETWEEN = "\n\n"


@dataclass(slots=True)
class Page:
    """Blocks in the source's order. `rules` tells which are folded and why, `kinds` what the
    others are; "body" where it says nothing. `bold`: blocks that are bold as a whole."""

    blocks: list[Block] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)
    bold: set[int] = field(default_factory=set)

    def add(self, block: Block, rule: str | None = None) -> int:
        """Append a block, folded where a rule is given; its index."""
        if rule:
            self.rules[len(self.blocks)] = rule
        self.blocks.append(block)
        return len(self.blocks) - 1

    def fold(self, index: int, rule: str) -> None:
        """Fold a block that is kept so far."""
        self.rules.setdefault(index, rule)
        self.kinds.pop(index, None)

    def kept(self) -> list[int]:
        """The indices of the blocks that will be paragraphs."""
        return [index for index in range(len(self.blocks)) if index not in self.rules]

    def mended(self, goes_on: Callable[[Block, Block], bool]) -> "Page":
        """The page with each kept block joined to the kept one before it that it goes on from."""
        page = Page()
        last: int | None = None
        for index, block in enumerate(self.blocks):
            rule = self.rules.get(index)
            if rule:
                page.add(block, rule)
            elif last is not None and goes_on(page.blocks[last], block):
                page.blocks[last] = joined((page.blocks[last], block))
            else:
                last = page.add(block)
                if index in self.bold:
                    page.bold.add(last)
        return page


@dataclass(frozen=True, slots=True)
class Laid:
    """A page as a text. Spans are of `text`; `alignment` leads to the source."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    folded: tuple[Folded, ...]
    alignment: Alignment


def lay(page: Page, title: str | None, alignment: Alignment) -> Laid:
    """Join the kept blocks to one text, under a title that came beside it, if any.

    `alignment` leads from the text that the blocks were cut out of to the source.
    """
    texts = [title] if title else []
    paragraphs = [Paragraph(0, "title", Span(0, len(title)))] if title else []
    pieces: list[Piece] = []
    ats: dict[int, int] = {}
    number = 0
    kept = set(page.kept())
    for index, block in enumerate(page.blocks):
        start = paragraphs[-1].span.end + len(BETWEEN) if paragraphs else 0
        ats[index] = start
        if index not in kept:
            continue
        kind = page.kinds.get(index, "body")
        number += kind != "title"
        span = Span(start, start + len(block.text))
        paragraphs.append(Paragraph(0 if kind == "title" else number, kind, span))
        texts.append(block.text)
        pieces += (Piece(start + piece.at, piece.span) for piece in block.pieces)
    text = BETWEEN.join(texts)
    folded = tuple(
        Folded(
            page.blocks[index].text,
            page.rules[index],
            min(ats[index], len(text)),
            alignment.source_span(page.blocks[index].span()),
        )
        for index in sorted(page.rules)
    )
    return Laid(text, tuple(paragraphs), folded, _aligned(pieces, alignment))


def _aligned(pieces: Sequence[Piece], alignment: Alignment) -> Alignment:
    """The alignment of a text with the source, from where its pieces stand in the clean text."""
    text_starts: list[int] = [0]
    source_starts: list[int] = [0]
    for piece in pieces:
        span = piece.span
        first = bisect_left(alignment.text_starts, span.start)
        last = bisect_right(alignment.text_starts, span.end)
        inner = alignment.text_starts[first:last]
        for middle in sorted({span.start, *inner}):
            source = alignment.source_offset(middle)
            at = piece.at + middle - span.start
            if at == text_starts[-1]:
                source_starts[-1] = source
            elif source > source_starts[-1]:
                text_starts.append(at)
                source_starts.append(source)
    return Alignment(tuple(text_starts), tuple(source_starts))
