"""An article → its passages, the unit of search.

Long enough that a passage says who and where, short enough that a hit is read at a glance.
"""

import re
from collections.abc import Iterator

from corpus.types import Article, Paragraph, Passage, Span

ENOUGH = 240
"""Characters from which a passage stands alone: about three lines on the screen."""

CAP = 900
"""Characters over which short paragraphs are no longer joined."""

LONGEST = 1500
"""Characters over which one paragraph is split."""

_SENTENCE_END = re.compile(
    r"[.!?…][»\"”’)\u00a0\u202f ]*\s+(?=[«\"“‘(\u00a0\u202f ]*[A-ZÀ-ÖØ-Þ0-9—–-])"
)


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of an article in order; each paragraph's characters are in exactly one."""
    return tuple(
        Passage(article.id, number, span)
        for group in _joined(_groups(article.paragraphs))
        for number, span in _split(article.text, group)
    )


def _groups(paragraphs: tuple[Paragraph, ...]) -> Iterator[list[Paragraph]]:
    """Paragraphs that go together: headings with what follows, short ones with their neighbours."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and _parts(group, paragraph):
            yield group
            group = []
        group.append(paragraph)
        if paragraph.kind == "body" and _length(group) >= ENOUGH:
            yield group
            group = []
    if group:
        yield group


def _parts(group: list[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a paragraph begins a new group instead of joining this one."""
    if not any(member.kind in ("body", "byline") for member in group):
        return _length([*group, paragraph]) > CAP and paragraph.kind != "body"
    return paragraph.kind == "heading" or _length([*group, paragraph]) > CAP


def _joined(groups: Iterator[list[Paragraph]]) -> Iterator[list[Paragraph]]:
    """A short group that no heading opens (a last line, a byline, a line that announces a list)
    goes with what stands before it, where that leaves a passage of readable length."""
    last: list[Paragraph] = []
    for group in groups:
        short = _length(group) < ENOUGH and group[0].kind in ("body", "byline")
        if last and short and _length(last + group) <= CAP:
            last = last + group
            continue
        if last:
            yield last
        last = group
    if last:
        yield last


def _length(group: list[Paragraph]) -> int:
    return group[-1].span.end - group[0].span.start


def _split(text: str, group: list[Paragraph]) -> Iterator[tuple[int, Span]]:
    """The passages of one group: one, or where it is too long several, cut at sentence ends."""
    start, end = group[0].span.start, group[-1].span.end
    number = group[0].number
    while end - start > LONGEST:
        cut = _cut(text, start, end)
        yield number, Span(start, cut)
        start = cut
        number = next(member.number for member in group if cut <= member.span.end)
    yield number, Span(start, end)


def _cut(text: str, start: int, end: int) -> int:
    """Where to end a passage that begins at `start`: the last sentence end before CAP, else the
    first before LONGEST, else a blank, else LONGEST itself."""
    best = 0
    for match in _SENTENCE_END.finditer(text, start + ENOUGH, min(end, start + LONGEST)):
        if best and match.end() > start + CAP:
            break
        best = match.end()
    if best:
        return best
    blank = text.rfind(" ", start + ENOUGH, start + LONGEST)
    return blank + 1 if blank > 0 else start + LONGEST
