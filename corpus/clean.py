"""A source text → what is kept, what is folded and by which rule.

Nothing is lost: each word of the source is in a paragraph or in a folded piece. When in doubt, a
block is kept.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from corpus import debris, metadata, structure
from corpus.layout import Block, blocks, cut
from corpus.normalise import normalise
from corpus.types import Alignment, Folded, Paragraph, ParagraphKind, Span

BETWEEN = "\n\n"
_HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The parts of an `Article` that come out of its text alone."""

    title: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    folded: tuple[Folded, ...]
    published: str | None
    source: str | None
    byline: tuple[str, ...]
    dateline: str | None
    alignment: Alignment


@dataclass(slots=True)
class _Sorted:
    """Blocks under sorting: the rule that folds each (by index), the kind of the kept ones."""

    blocks: list[Block]
    rules: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)

    def kept(self) -> list[int]:
        return [index for index in range(len(self.blocks)) if index not in self.rules]


@dataclass(slots=True)
class _Said:
    """What the text says of itself, as far as it has been read."""

    published: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None


def clean(source: str, *, title: str | None = None, markdown: bool = False) -> Cleaned:
    """Sort a decoded source text into paragraphs and folded pieces.

    `title`: the title, where it comes beside the text; it becomes paragraph 0, and no block of
    the text is taken for one. The alignment leads to `source`; without a given title only.
    `markdown`: whether "#" before a line makes it a heading.
    """
    normal = normalise(source)
    said = _Said()
    sorted_blocks = _Sorted([])
    for block in blocks(normal.text):
        mark = _HEADING_MARK.match(block.text) if markdown else None
        if mark:
            _add_folded(sorted_blocks, cut(block, 0, len(mark[1])), "markdown")
            block = cut(block, mark.end(), len(block.text))
        _append(sorted_blocks, block, said)
    shown = " ".join(normalise(title or "").text.split()) or None
    _fold(sorted_blocks, shown, said)
    _name(sorted_blocks, shown, said)
    return _assembled(sorted_blocks, shown, said, normal.alignment)


def _append(sorted_blocks: _Sorted, block: Block, said: _Said) -> None:
    """Add a block, parted from the stamp glued to its beginning and the mark left at its end."""
    if not sorted_blocks.blocks:
        stamp = metadata.date_stamp(block.text)
        if stamp:
            length, said.published = stamp
            _add_folded(
                sorted_blocks, cut(block, 0, len(block.text[:length].rstrip())), "date-stamp"
            )
            if length == len(block.text):
                return
            block = cut(block, length, len(block.text))
    stray = debris.STRAY_END.search(block.text)
    if stray is None:
        sorted_blocks.blocks.append(block)
        return
    sorted_blocks.blocks.append(cut(block, 0, stray.start()))
    _add_folded(sorted_blocks, cut(block, stray.end() - 1, stray.end()), "stray-mark")


def _add_folded(sorted_blocks: _Sorted, block: Block, rule: str) -> None:
    sorted_blocks.rules[len(sorted_blocks.blocks)] = rule
    sorted_blocks.blocks.append(block)


def _fold(sorted_blocks: _Sorted, title: str | None, said: _Said) -> None:
    """Give each block that is debris the name of the rule that says so."""
    found, rules = sorted_blocks.blocks, sorted_blocks.rules
    for index, block in enumerate(found):
        rule = debris.anywhere(block.text)
        if rule and index not in rules:
            rules[index] = rule
    rules.update(structure.contents(found, rules))
    head, tail = structure.edges(found, rules)
    for index in (*head, *tail):
        if index not in rules:
            _fold_at_edge(sorted_blocks, index, said)
    rules.update(structure.related(found, rules, tail))
    first = next(iter(sorted_blocks.kept()), None)
    if title and first is not None and debris.key(found[first].text) == debris.key(title):
        rules[first] = "repeated-title"


def _fold_at_edge(sorted_blocks: _Sorted, index: int, said: _Said) -> None:
    text = sorted_blocks.blocks[index].text
    rule = debris.edge(text)
    outlet = None if rule else debris.outlet(text)
    if outlet:
        said.source = said.source or outlet
        rule = "outlet"
    published = None if rule else metadata.date_line(text)
    if published:
        said.published = said.published or published
        rule = "date-line"
    if rule:
        sorted_blocks.rules[index] = rule


def _name(sorted_blocks: _Sorted, title: str | None, said: _Said) -> None:
    """Tell the title, the section label, the headings and the bylines among the kept blocks."""
    found = sorted_blocks.blocks
    if title is None:
        at, label = structure.title(found, sorted_blocks.kept())
        if at is not None:
            sorted_blocks.kinds[at] = "title"
            _fold_repeated_title(sorted_blocks, at)
        if label is not None:
            sorted_blocks.rules[label] = "section-label"
    kept = [index for index in sorted_blocks.kept() if index not in sorted_blocks.kinds]
    _sign(sorted_blocks, kept, said)
    unnamed = [index for index in kept if index not in sorted_blocks.kinds]
    for index in structure.headings(found, unnamed):
        sorted_blocks.kinds[index] = "heading"
    first = next((i for i in unnamed if i not in sorted_blocks.kinds), None)
    opening = metadata.dateline(found[first].text) if first is not None else None
    if opening:
        said.dateline = opening.text
        said.source = said.source or opening.agency
        said.published = said.published or opening.published


def _fold_repeated_title(sorted_blocks: _Sorted, at: int) -> None:
    after = next((index for index in sorted_blocks.kept() if index > at), None)
    if after is None:
        return
    texts = (sorted_blocks.blocks[index].text for index in (at, after))
    if len({debris.key(text) for text in texts}) == 1:
        sorted_blocks.rules[after] = "repeated-title"


def _sign(sorted_blocks: _Sorted, kept: list[int], said: _Said) -> None:
    """Find who signs: in a line before the prose, or in one after it."""
    head, tail = structure.edges(sorted_blocks.blocks, sorted_blocks.rules)
    for index in kept:
        if index not in head and index not in tail:
            continue
        signed = metadata.byline(sorted_blocks.blocks[index].text, last=index == kept[-1])
        if signed:
            sorted_blocks.kinds[index] = "byline"
            said.byline = said.byline or signed.names
            said.source = said.source or signed.source


def _assembled(
    sorted_blocks: _Sorted, title: str | None, said: _Said, alignment: Alignment
) -> Cleaned:
    """Join the kept blocks to one text, and say where each of its pieces stands in the source."""
    texts = [title] if title else []
    paragraphs = [Paragraph(0, "title", Span(0, len(title)))] if title else []
    pieces: list[tuple[int, Span]] = []
    ats: dict[int, int] = {}
    number = 0
    for index, block in enumerate(sorted_blocks.blocks):
        start = paragraphs[-1].span.end + len(BETWEEN) if paragraphs else 0
        ats[index] = start
        if index in sorted_blocks.rules:
            continue
        kind = sorted_blocks.kinds.get(index, "body")
        title = block.text if kind == "title" else title
        number += kind != "title"
        end = start + len(block.text)
        paragraphs.append(Paragraph(0 if kind == "title" else number, kind, Span(start, end)))
        texts.append(block.text)
        pieces += _placed(block, start)
    text = BETWEEN.join(texts)
    folded = (
        _folded(sorted_blocks, index, min(ats[index], len(text)), alignment)
        for index in sorted(sorted_blocks.rules)
    )
    return Cleaned(
        title,
        text,
        tuple(paragraphs),
        tuple(folded),
        said.published,
        said.source,
        said.byline,
        said.dateline,
        _aligned(pieces, alignment),
    )


def _folded(sorted_blocks: _Sorted, index: int, at: int, alignment: Alignment) -> Folded:
    block = sorted_blocks.blocks[index]
    whole = Span(block.spans[0].start, block.spans[-1].end)
    return Folded(block.text, sorted_blocks.rules[index], at, alignment.source_span(whole))


def _placed(block: Block, start: int) -> list[tuple[int, Span]]:
    """Where in the text each piece of a block begins, with its place in the normalised source."""
    placed: list[tuple[int, Span]] = []
    for span in block.spans:
        placed.append((start, span))
        start += span.end - span.start + 1
    return placed


def _aligned(pieces: list[tuple[int, Span]], alignment: Alignment) -> Alignment:
    """The alignment of the text with the source, from where its pieces stand in the clean text."""
    text_starts: list[int] = [0]
    source_starts: list[int] = [0]
    for start, span in pieces:
        first = bisect_left(alignment.text_starts, span.start)
        last = bisect_right(alignment.text_starts, span.end)
        inner = alignment.text_starts[first:last]
        for middle in sorted({span.start, *inner}):
            source = alignment.source_offset(middle)
            at = start + middle - span.start
            if at == text_starts[-1]:
                source_starts[-1] = source
            elif source > source_starts[-1]:
                text_starts.append(at)
                source_starts.append(source)
    return Alignment(tuple(text_starts), tuple(source_starts))
