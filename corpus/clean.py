"""A source text → what is kept, what is folded and by which rule.

Nothing is lost: each word of the source is in a paragraph or in a folded piece. When in doubt, a
block is kept.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from corpus import debris, metadata, structure, surroundings
from corpus.layout import Block, blocks, broken, cut, without
from corpus.marks import Marks, is_picture, marks
from corpus.menus import menus
from corpus.normalise import normalise
from corpus.page import Page, lay
from corpus.said import Place, Said
from corpus.surroundings import Edges
from corpus.types import Alignment, Folded, Paragraph, Span

NEAR = 40
"""A line that signs stands at most so many blocks from the text."""


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
    subtitle: str | None
    section: str | None


def clean(
    source: str,
    *,
    title: str | None = None,
    markdown: bool = False,
    headings: Collection[int] = (),
) -> Cleaned:
    """Sort a decoded source text into paragraphs and folded pieces.

    `title`: the title, where it comes beside the text; it becomes paragraph 0, and no block of
    the text is taken for one. The alignment leads to `source`; without a given title only.
    `markdown`: whether "#" before a line makes it a heading.
    `headings`: offsets in `source` at which lines begin that the format itself says are headings.
    """
    normal = normalise(source)
    said = Said(normal.text)
    page = Page()
    for block in blocks(normal.text, _text_offsets(sorted(headings), normal.alignment)):
        _add(page, block, said, markdown=markdown)
    shown = " ".join(normalise(title or "").text.split()) or None
    page, edges = _folded(page, shown, said)
    shown = _named(page, edges, shown, said)
    laid = lay(page, shown if title else None, normal.alignment)
    return Cleaned(
        shown,
        laid.text,
        laid.paragraphs,
        laid.folded,
        said.published or said.updated,
        said.source,
        said.byline,
        said.dateline,
        laid.alignment,
        said.subtitle,
        said.section,
    )


def _text_offsets(offsets: Sequence[int], alignment: Alignment) -> list[int]:
    """Offsets of a source, rising, as offsets in the text that came out of it."""
    found: list[int] = []
    for offset in offsets:
        at = max(bisect_right(alignment.source_starts, offset) - 1, 0)
        text = alignment.text_starts[at] + max(offset - alignment.source_starts[at], 0)
        found.append(min([text, *alignment.text_starts[at + 1 : at + 2]]))
    return found


def _add(page: Page, block: Block, said: Said, *, markdown: bool) -> None:
    """Add a block, parted from marks of Markdown, from the stamp glued to the first block's
    beginning, and from the mark left over at its end."""
    if is_picture(block.text):
        page.add(block, "markdown")
        return
    found = marks(block.text, markdown=markdown)
    left: list[Block] = []
    if found.opening or found.spans:
        block, left = _unmarked(page, block, found)
    block = _unstamped(page, block, said)
    stray = debris.stray_end(block.text)
    if stray:
        left.append(cut(block, len(block.text) - 1, len(block.text)))
        block = cut(block, 0, stray)
    if block.text:
        index = page.add(block)
        if found.bold:
            page.bold.add(index)
    for piece in left:
        page.add(piece, "markdown" if piece.text not in ".,;" else "stray-mark")


def _unmarked(page: Page, block: Block, found: Marks) -> tuple[Block, list[Block]]:
    """A block without its marks. Those before its first word are folded, the others given back."""
    opening = found.opening
    spans = list(found.spans)
    if spans and spans[0].start == opening:
        opening = spans.pop(0).end
    if opening:
        page.add(cut(block, 0, len(block.text[:opening].rstrip())), "markdown")
    bare = without(block, [Span(0, opening), *spans])
    words = bare.text.strip()
    start = bare.text.find(words)
    bare = replace(cut(bare, start, start + len(words)), heading=found.heading or block.heading)
    return bare, [cut(block, span.start, span.end) for span in spans]


def _unstamped(page: Page, block: Block, said: Said) -> Block:
    """The first block without the stamp that it may begin with, which is folded."""
    first = len(page.rules) == len(page.blocks)
    stamp = metadata.date_stamp(block.text) if first else None
    if stamp is None:
        return block
    length, said.published = stamp
    page.add(cut(block, 0, len(block.text[:length].rstrip())), "date-stamp")
    return cut(block, length, len(block.text))


def _folded(page: Page, title: str | None, said: Said) -> tuple[Page, Edges]:
    """The page with all of its debris folded, sentences that it broke made whole, and its edges."""
    for index, block in enumerate(page.blocks):
        rule = None if index in page.rules else debris.anywhere(block.text)
        # Over everything else, "Photos: …" is a title.
        if rule and (rule != "photo-credit" or index > len(page.rules)):
            page.fold(index, rule)
            said.read_debris(block.text, rule)
    page.rules.update(structure.contents(page.blocks, page.rules))
    page.rules.update(menus(page.blocks, page.rules))
    page.rules.update(surroundings.among_debris(page.blocks, page.rules))
    for index in surroundings.below_comments(page.blocks, page.rules):
        page.fold(index, "below-comments")
    page = page.mended(broken)
    edges = surroundings.edges(page.blocks, page.rules, titled=title is not None)
    for index in (*edges.head, *edges.tail):
        rule = None
        if index not in page.rules:
            rule = said.read_edge(page.blocks[index].text, last=index in edges.tail)
        if rule:
            page.fold(index, rule)
    page.rules.update(surroundings.related(page.blocks, page.rules, edges.tail))
    first = next(iter(page.kept()), None)
    if title and first is not None and debris.key(page.blocks[first].text) == debris.key(title):
        page.fold(first, "repeated-title")
    return page, edges


def _named(page: Page, edges: Edges, title: str | None, said: Said) -> str | None:
    """Tell the title, the labels, the headings and the bylines of the kept blocks; the title."""
    _sign(page, edges, said)
    if title is None:
        top = structure.top(page.blocks, [i for i in page.kept() if i not in page.kinds])
        for index in top.labels:
            page.fold(index, "section-label")
            said.section = page.blocks[index].text
        if top.title is not None:
            title = page.blocks[top.title].text
            page.kinds[top.title] = "title"
            _fold_repeated_title(page, top.title)
        if top.subtitle is not None and top.subtitle not in page.rules:
            said.subtitle = page.blocks[top.subtitle].text
            page.kinds[top.subtitle] = "body"
    unnamed = [index for index in page.kept() if index not in page.kinds]
    if title is not None:
        _find_standfirst(page, edges, unnamed, said)
    certain = {index for index in unnamed if page.blocks[index].heading}
    for index in structure.headings(page.blocks, unnamed) | certain:
        page.kinds[index] = "heading"
    prose = (i for i in unnamed if i not in page.kinds and i != edges.standfirst)
    said.read_opening(page.blocks[i].text for i in prose)
    return title


def _fold_repeated_title(page: Page, at: int) -> None:
    after = next((index for index in page.kept() if index > at), None)
    if after is not None and debris.key(page.blocks[at].text) == debris.key(
        page.blocks[after].text
    ):
        page.fold(after, "repeated-title")


def _find_standfirst(page: Page, edges: Edges, unnamed: list[int], said: Said) -> None:
    """A summary under the title: over the byline, or the one paragraph that is bold as a whole."""
    index = edges.standfirst
    if (
        index is None
        and len(unnamed) > 1
        and unnamed[0] in page.bold
        and unnamed[1] not in page.bold
    ):
        index = unnamed[0] if structure.is_prose(page.blocks[unnamed[0]]) else None
    if index is not None and index not in page.rules and said.subtitle is None:
        said.subtitle = page.blocks[index].text


def _sign(page: Page, edges: Edges, said: Said) -> None:
    """Find who signs: in a line before the prose, or in one after it."""
    last = next(reversed(page.kept()), None)
    for index in (*edges.head[-NEAR:], *edges.tail[:NEAR]):
        block = page.blocks[index]
        if index in page.rules or index in page.kinds or block.heading:
            continue
        place: Place = "last" if index == last else "tail" if index in edges.tail else "head"
        if said.read_byline(block.text, place):
            page.kinds[index] = "byline"
