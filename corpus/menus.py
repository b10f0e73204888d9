"""A page pasted whole: the menus over and under its article, and where the title stands.

Sites print dozens of short lines around an article: sections, headlines of other articles,
services. No rule knows each of them, but a long run of short lines of which several are known
debris or sections of a paper is a menu as a whole.
"""

import re
from collections.abc import Iterator, Mapping

from corpus import debris
from corpus.bylines import byline
from corpus.layout import Block
from corpus.metadata import date_line
from corpus.structure import is_headline, is_prose

LINES = 12
"""A menu has at least so many short lines in a row; lists inside articles seldom have."""

KNOWN_SHARE = 0.2
SURE_LINES = 3
"""Of a menu's lines so many are sections or debris by rule, and so many debris by rule: places
and sections alone may be a list of the article."""

TEASER = 160
"""A sentence of at most so many characters between short lines belongs to the menu."""

AROUND = 4
"""So many short lines before a teaser, and half as many behind it, make it one."""

GAP = 8
TOGETHER = 3
ABOVE = 0.6
"""So many short lines in a row end the text of a page, unless so many paragraphs follow each other
later; and such a share of the page's text stands above."""

TITLE_WORDS = 3
SHARED_WORDS = 2
"""The title is the line, of at least so many different words of four letters and more, that
shares most of them with the text below it, and never fewer than so many."""

RELATED_LINES = 6
"""So many lines under "read also" are headlines of other articles."""

OPENING, OPENING_BLOCKS = 3000, 80
"""Characters, and blocks, of the text below that are looked at for the title's words."""

_WORD = re.compile(r"\w{4,}")
_CLOCK = re.compile(r"\d{1,2} ?[:h] ?\d\d\b")
_CUT = re.compile(r".{1,120}(?:…|\.\.\.)")


def menus(blocks: list[Block], rules: Mapping[int, str]) -> dict[int, str]:
    """The lines of the menus over the title and under the text, as index → "navigation".

    `rules`: what is folded already. A run of short lines whose title cannot be told is kept.
    """
    found: list[int] = []
    prose = [index for index, block in enumerate(blocks) if len(block.text) > TEASER]
    if not prose:
        return {}
    for run in _runs(blocks, rules):
        if not _is_menu(blocks, rules, run):
            continue
        if run.start == 0 and run.stop <= prose[-1]:
            title = _title(blocks, rules, run)
            if title is not None:
                found += range(title)
                found += _related(blocks, range(title + 1, run.stop))
                found += _below_text(blocks, rules, run.stop)
        elif run.start > prose[-1]:
            begun = next(i for i in run if _is_known(blocks, rules, i))
            found += range(begun, run.stop)
    return {index: "navigation" for index in found if index not in rules}


def _runs(blocks: list[Block], rules: Mapping[int, str]) -> Iterator[range]:
    """Short or folded blocks in a row, teasers between them included."""
    start = 0
    for index in range(len(blocks) + 1):
        if index < len(blocks) and (
            _is_short(blocks, rules, index) or _is_teaser(blocks, rules, start, index)
        ):
            continue
        if index - start >= LINES:
            yield range(start, index)
        start = index + 1


def _is_short(blocks: list[Block], rules: Mapping[int, str], index: int) -> bool:
    block = blocks[index]
    return index in rules or not is_prose(block) or bool(_CUT.fullmatch(block.text))


def _is_teaser(blocks: list[Block], rules: Mapping[int, str], start: int, index: int) -> bool:
    after = range(index + 1, min(index + 1 + AROUND // 2, len(blocks)))
    return (
        index - start >= AROUND
        and len(blocks[index].text) <= TEASER
        and all(_is_short(blocks, rules, other) for other in after)
    )


def _is_menu(blocks: list[Block], rules: Mapping[int, str], run: range) -> bool:
    sure = sum(_is_sure(blocks, rules, i) for i in run)
    known = sum(_is_known(blocks, rules, i) for i in run)
    return sure >= SURE_LINES and known >= KNOWN_SHARE * len(run)


def _is_sure(blocks: list[Block], rules: Mapping[int, str], index: int) -> bool:
    return index in rules or bool(debris.edge(blocks[index].text, last=True))


def _is_known(blocks: list[Block], rules: Mapping[int, str], index: int) -> bool:
    text = blocks[index].text
    listed = debris.is_section(text) or date_line(text) or _CLOCK.match(text)
    return bool(listed) or _is_sure(blocks, rules, index)


def _title(blocks: list[Block], rules: Mapping[int, str], run: range) -> int | None:
    """The line of a run that the text below speaks of, None where none clearly does."""
    under = blocks[run.stop : run.stop + OPENING_BLOCKS]
    below = " ".join(block.text for block in under if is_prose(block))[:OPENING]
    spoken = set(_WORD.findall(debris.key(below)))
    best: tuple[int, int] | None = None
    listed = -1
    for index in run:
        block = blocks[index]
        if _is_related_label(block):
            listed = index + RELATED_LINES
        words = set(_WORD.findall(debris.key(block.text)))
        if index in rules or index <= listed or len(words) < TITLE_WORDS or not is_headline(block):
            continue
        shared = len(words & spoken)
        if shared >= max(SHARED_WORDS, len(words) / 3) and (not best or shared >= best[0]):
            best = (shared, index)
    return best[1] if best else None


def _related(blocks: list[Block], below: range) -> list[int]:
    """Headlines of other articles between the title and the text, under a label that says so."""
    label = next((i for i in below if _is_related_label(blocks[i])), None)
    if label is None:
        return []
    return [
        i
        for i in range(label + 1, below.stop)
        if is_headline(blocks[i]) and not byline(blocks[i].text) and not date_line(blocks[i].text)
    ]


def _below_text(blocks: list[Block], rules: Mapping[int, str], start: int) -> range:
    """What stands under the text of a page pasted whole: from the first long gap on after which
    no text goes on, only teasers between headlines."""
    prose = {
        i: len(blocks[i].text) for i in range(start, len(blocks)) if not _is_short(blocks, rules, i)
    }
    gap = above = 0
    for index in range(start, len(blocks)):
        above += prose.get(index, 0)
        gap = 0 if index in prose else gap + 1
        if gap < GAP or above < ABOVE * sum(prose.values()):
            continue
        run = range(index + 1 - gap, index + 1)
        sure = sum(_is_sure(blocks, rules, i) for i in run)
        if sure >= SURE_LINES and not _goes_on(blocks, rules, index):
            return range(next(i for i in run if _is_known(blocks, rules, i)), len(blocks))
    return range(0)


def _goes_on(blocks: list[Block], rules: Mapping[int, str], start: int) -> bool:
    """Whether several paragraphs of text follow each other somewhere from `start` on."""
    together = 0
    for index in range(start, len(blocks)):
        if index not in rules:
            together = 0 if _is_short(blocks, rules, index) else together + 1
        if together == TOGETHER:
            return True
    return False


def _is_related_label(block: Block) -> bool:
    return bool(debris.RELATED.fullmatch(debris.key(block.text)))
