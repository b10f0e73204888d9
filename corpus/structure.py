"""What each block of an article is: contents list, section label, title, subtitle, heading.

Every function takes the blocks with the rules found so far (index → rule name, for folded blocks)
and gives back what it finds; none changes its input.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus import debris
from corpus.bylines import byline
from corpus.layout import Block
from corpus.metadata import dateline, is_date_line

Rules = Mapping[int, str]

LONGEST_TITLE = 200
LONGEST_HEADING = 100
LONGEST_CAPITALS = 150
"""Characters. Headings of the news agencies are under 60; slideshows' and questions' reach 100."""

SHORTEST_SUBTITLE = 60
LONGEST_STANDFIRST = 600
"""Characters. A line under the title that is shorter may be the first heading; a longer paragraph
the beginning of the text."""

CONTENTS_LINES = 4
CONTENTS_SHARE = 0.6
"""A list of contents has at least so many lines, so many of them repeated below as headings."""

BROKEN_WORDS = 3
"""A line of contents cut at a quotation mark leaves at most so many words."""

TITLE_WORDS = 4
"""A title that ends in three dots has at least so many words."""

LABEL_WORDS = 2
LABEL_RATIO = 2
"""A line over the title of so few words, the title being so many times longer, is a label."""

HEADINGS_IN_A_ROW = 3
"""More short lines in a row are a list, not headings."""

# An initial ends a name: "By J.D."
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.…][\s»\"”’')\]]*$")
_NO_HEADLINE_END = re.compile(r"[.…;:,][\s»\"”’')\]]*$|[-–—]$")
_CAMEL = re.compile(r"[a-z]-?[A-Z]")
LONGEST_END = 12
"""Characters of a sentence's end that are looked at: its last letter, its stop, what closes it."""

_AGENCY_HEADING = re.compile(r"(-{1,2}|–|—)\s*\S.{0,98}\S\s*\1")
_LIST_ITEM = re.compile(r"[-–—*•·▪◦‣⁃●○■□►▶➤✓✔♦]\s")


def is_prose(block: Block) -> bool:
    """Whether a block is running text: a long one, or one that ends as a sentence does."""
    if block.heading or is_capitals(block.text):
        return False
    return len(block.text) >= LONGEST_TITLE or bool(_SENTENCE_END.search(block.text[-LONGEST_END:]))


def is_capitals(text: str) -> bool:
    """Whether a line is in capitals as headings are, with or without a stop behind it."""
    return len(text) <= LONGEST_CAPITALS and text.isupper() and " " in text


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
    # "[" and "*" open an editor's note or Markdown's emphasis; "iPhone" may open a headline.
    small = text[0].islower() and not _CAMEL.match(text)
    return any(map(str.isalpha, text)) and not small and text[0] not in "[*_"


def is_title(block: Block) -> bool:
    """Whether a block over everything else reads like a title, which may end in three dots."""
    bare = block.text.rstrip(".…") if block.text.endswith(("...", "…")) else ""
    words = len(bare.split()) >= TITLE_WORDS and len(bare) <= LONGEST_HEADING
    return is_headline(block) or (words and is_headline(replace(block, text=bare)))


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


@dataclass(frozen=True, slots=True)
class Top:
    """The indices of what stands over the text; None, or nothing, for what does not."""

    title: int | None
    labels: tuple[int, ...]
    subtitle: int | None


def top(blocks: list[Block], kept: list[int]) -> Top:
    """The title, the section labels over it, and a subtitle that is no sentence.

    A title is a headline with something under it; a section label is a shorter line over one.
    """
    labels: list[int] = []
    while len(kept) > 2 and debris.is_section(blocks[kept[0]].text) and _under(blocks, kept):
        labels.append(kept[0])
        kept = kept[1:]
    if len(kept) < 2 or not is_title(blocks[kept[0]]):
        return Top(None, tuple(labels), None)
    text = blocks[kept[0]].text
    longer = len(blocks[kept[1]].text) >= LABEL_RATIO * len(text)
    if len(text.split()) <= LABEL_WORDS and longer and _under(blocks, kept):
        return Top(kept[1], (*labels, kept[0]), subtitle(blocks, kept[1:]))
    if debris.is_section(text):
        return Top(None, (*labels, kept[0]), None)
    signed = byline(text) or _AGENCY_HEADING.fullmatch(text) or dateline(text)
    if signed or not _apart(blocks, kept):
        return Top(None, tuple(labels), None)
    return Top(kept[0], tuple(labels), subtitle(blocks, kept))


def _under(blocks: list[Block], kept: list[int]) -> bool:
    """Whether a headline, itself over something, stands under the first kept block."""
    if len(kept) < 3:
        return False
    under = blocks[kept[1]]
    return is_headline(under) and not byline(under.text) and not is_date_line(under.text)


def _apart(blocks: list[Block], kept: list[int]) -> bool:
    """Whether an empty line parts the first kept block from the next, if this source has any."""
    return blocks[kept[0] + 1].gap or not any(blocks[index].gap for index in kept[2:])


def subtitle(blocks: list[Block], kept: list[int]) -> int | None:
    """A long line without a stop right under the title (the first kept block), where no heading
    of the article is as long; None where that is not sure."""
    if len(kept) < 3:
        return None
    line, under = blocks[kept[1]], blocks[kept[2]]
    if (
        not SHORTEST_SUBTITLE <= len(line.text) <= LONGEST_STANDFIRST
        or line.heading
        or line.text.isupper()
        or not is_headline(line)
        or _AGENCY_HEADING.fullmatch(line.text)
    ):
        return None
    over = is_prose(under) or is_date_line(under.text) or byline(under.text) is not None
    others = (blocks[index] for index in kept[2:])
    long = any(len(block.text) >= SHORTEST_SUBTITLE and is_headline(block) for block in others)
    return kept[1] if over and not long else None


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
    if is_capitals(text):
        text = text.rstrip(". ")
    elif len(text) > LONGEST_HEADING:
        return False
    if text.endswith("!"):
        return False
    if _AGENCY_HEADING.fullmatch(text):
        return True
    bullet = _LIST_ITEM.match(text)
    return is_headline(Block(text[bullet.end() :].lstrip() if bullet else text, (), True))
