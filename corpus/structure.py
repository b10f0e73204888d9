"""What each block of an article is: contents list, title, heading, related headlines.

Every function takes the blocks with the rules found so far (index → rule name, for folded blocks)
and gives back what it finds; none changes its input.
"""

import re
from collections.abc import Iterator, Mapping

from corpus import debris, metadata
from corpus.layout import Block

Rules = Mapping[int, str]

LONGEST_TITLE = 200
LONGEST_HEADING = 100
LONGEST_CAPITALS = 150
"""Characters. Headings of the news agencies are under 60; slideshows' and questions' reach 100."""

CONTENTS_LINES = 4
CONTENTS_SHARE = 0.6
"""A list of contents has at least so many lines, so many of them repeated below as headings."""

BROKEN_WORDS = 3
"""A line of contents cut at a quotation mark leaves at most so many words."""

RELATED_LINES = 12
"""A page lists at most so many headlines of other articles under a label."""

LABEL_WORDS = 2
LABEL_RATIO = 2
"""A line over the title of so few words, the title being so many times longer, is a label."""

HEADINGS_IN_A_ROW = 3
"""More short lines in a row are a list, not headings."""

_SENTENCE_END = re.compile(r"[.…][\s»\"”’')\]]*$")
_NO_HEADLINE_END = re.compile(r"[.…;:,][\s»\"”’')\]]*$|[-–—]$")
_AGENCY_HEADING = re.compile(r"(-{1,2}|–|—)\s*\S.{0,98}\S\s*\1")
_LIST_ITEM = re.compile(r"[-–—•*·]\s")


def is_prose(block: Block) -> bool:
    """Whether a block is running text: a long one, or one that ends as a sentence does."""
    return len(block.text) >= LONGEST_TITLE or bool(_SENTENCE_END.search(block.text))


def is_headline(block: Block) -> bool:
    """Whether a block reads like a title or a heading."""
    text = block.text
    if (
        not text
        or len(text) >= LONGEST_TITLE
        or _NO_HEADLINE_END.search(text)
        or _LIST_ITEM.match(text)
    ):
        return False
    # "[" and "*" open an editor's note or Markdown's emphasis.
    return any(map(str.isalpha, text)) and not text[0].islower() and text[0] not in "[*_"


def contents(blocks: list[Block], rules: Rules) -> dict[int, str]:
    """The lines of a list of contents: short lines in a row that stand again below, as headings.

    A line counts while the same line comes later: so the last line of the list, where it is the
    first heading, stays. Lines cut short count where a later heading begins with them.
    """
    runs = list(_runs(blocks, rules))
    if not runs:
        return {}
    keys = [debris.key(block.text[:LONGEST_HEADING]) for block in blocks]
    last = {key: index for index, key in enumerate(keys)}
    found: dict[int, str] = {}
    for run in runs:
        repeated = [index for index in run if _heads_prose(blocks, last[keys[index]], index)]
        if len(repeated) < CONTENTS_LINES:
            continue
        lines = range(repeated[0], repeated[-1] + 1)
        if len(repeated) < CONTENTS_SHARE * len(lines):
            continue
        later = [keys[index] for index in range(run[-1], len(blocks)) if is_headline(blocks[index])]
        broken = [index for index in lines if _is_broken(keys[index], later)]
        found.update(dict.fromkeys([*repeated, *broken], "contents"))
    return found


def _runs(blocks: list[Block], rules: Rules) -> Iterator[list[int]]:
    """Headline-like blocks in a row, at least as many as a list of contents has."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if index not in rules and len(block.text) <= LONGEST_HEADING and is_headline(block):
            run.append(index)
            continue
        if len(run) >= CONTENTS_LINES:
            yield run
        run = []
    if len(run) >= CONTENTS_LINES:
        yield run


def _heads_prose(blocks: list[Block], later: int, index: int) -> bool:
    """Whether a line's last repetition, at `later`, is below it and over a paragraph of prose.

    In a ranking that names the same places twice, the repetitions stand over other lines.
    """
    return index < later < len(blocks) - 1 and is_prose(blocks[later + 1])


def _is_broken(key: str, later: list[str]) -> bool:
    short = len(key.split()) <= BROKEN_WORDS
    return short and any(heading.startswith(f"{key} ") for heading in later)


def edges(blocks: list[Block], rules: Rules) -> tuple[range, range]:
    """The blocks before the first prose and those after the last; both empty without prose."""
    prose = [i for i, block in enumerate(blocks) if i not in rules and is_prose(block)]
    if not prose:
        return range(0), range(0)
    return range(prose[0]), range(prose[-1] + 1, len(blocks))


def related(blocks: list[Block], rules: Rules, tail: range) -> dict[int, str]:
    """Headlines of other articles, listed at the end under a label that says so."""
    label = next((i for i in tail if debris.RELATED.fullmatch(debris.key(blocks[i].text))), None)
    if label is None:
        return {}
    below = [i for i in range(label + 1, len(blocks)) if i not in rules]
    if len(below) > RELATED_LINES or not all(is_headline(blocks[i]) for i in below):
        return {}
    signed = {i for i in below if metadata.byline(blocks[i].text, last=i == below[-1])}
    return {i: "related-list" for i in below if i not in signed}


def title(blocks: list[Block], kept: list[int]) -> tuple[int | None, int | None]:
    """The indices of the title and of the section label over it; None for each that is not there.

    A title is a headline with something under it; a section label is a shorter line over one.
    """
    if len(kept) < 2 or not is_headline(blocks[kept[0]]):
        return None, None
    first, second = blocks[kept[0]], blocks[kept[1]]
    label = debris.is_section(first.text) or len(first.text.split()) <= LABEL_WORDS
    longer = len(second.text) >= LABEL_RATIO * len(first.text)
    over = len(kept) > 2 and is_headline(second) and not metadata.byline(second.text)
    if over and label and longer and not debris.is_section(second.text):
        return kept[1], kept[0]
    section = debris.is_section(first.text)
    lone = section or metadata.dateline(first.text) or not _apart(blocks, kept)
    signed = metadata.byline(first.text) or _AGENCY_HEADING.fullmatch(first.text)
    return None if lone or signed else kept[0], kept[0] if section else None


def _apart(blocks: list[Block], kept: list[int]) -> bool:
    """Whether an empty line parts the first kept block from the next, if this source has any."""
    return blocks[kept[0] + 1].gap or not any(blocks[index].gap for index in kept[2:])


def headings(blocks: list[Block], kept: list[int]) -> set[int]:
    """The indices of headings: short lines without a full stop, over a paragraph of text.

    A line behind a bullet is one only where it stands alone; several are a list.
    """
    found: set[int] = set()
    row: list[int] = []
    for index in kept:
        if _is_heading(blocks[index]):
            row.append(index)
            continue
        listed = any(_LIST_ITEM.match(blocks[i].text) for i in row) and len(row) > 1
        agency = all(_AGENCY_HEADING.fullmatch(blocks[i].text) for i in row)
        if len(row) <= HEADINGS_IN_A_ROW and (agency or not listed):
            found.update(row)
        row = []
    return found


def _is_heading(block: Block) -> bool:
    """Whether a block, taken alone, reads like a heading: "- Words -" and bullets included."""
    text = block.text
    longest = LONGEST_CAPITALS if text.isupper() else LONGEST_HEADING
    if len(text) > longest or text.endswith("!"):
        return False
    if _AGENCY_HEADING.fullmatch(text):
        return True
    bullet = _LIST_ITEM.match(text)
    return is_headline(Block(text[bullet.end() :].lstrip(), (), True) if bullet else block)
