"""What of a page stands around the text of its article: before it, after it, and in between.

Every function takes the blocks with the rules found so far (index → rule name, for folded blocks)
and gives back what it finds; none changes its input.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus import debris
from corpus.bylines import byline
from corpus.layout import Block
from corpus.metadata import is_date_line
from corpus.structure import LONGEST_STANDFIRST, is_headline, is_prose

Rules = Mapping[int, str]

OF_PAGES = {"navigation", "share", "newsletter", "paywall", "comment-form", "cookie", "player"}
SURE_LINES = 2
"""Of a run of short lines so many are by rule a page's."""

ABOVE_COMMENTS = 0.6
"""So much of the text stands over the form for comments."""

RELATED_LINES = 12
"""A page lists at most so many headlines of other articles under a label."""

_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\s»\"]*$")
_END = re.compile(
    r"(?:laissez?r?|postez|leave|post) (?:un|une|votre|a) (?:commentaire|réponse|comment|reply).*"
    r"|votre adresse .{2,20} ne sera pas .*|your email address will not be published.*"
)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a page is not running text: `head`, the blocks before the article's text, and `tail`,
    those after it. `standfirst` is a summary between title and byline, inside the head."""

    head: tuple[int, ...]
    tail: range
    standfirst: int | None


def edges(blocks: list[Block], rules: Rules, *, titled: bool) -> Edges:
    """The edges of a page; all empty where it has no prose. `titled`: its title is not on it."""
    prose = [i for i, block in enumerate(blocks) if i not in rules and is_prose(block)]
    if not prose:
        return Edges((), range(0), None)
    tail = range(prose[-1] + 1, len(blocks))
    first = prose[0]
    over = titled or any(i not in rules and is_headline(blocks[i]) for i in range(first))
    if over and len(prose) > 1 and len(blocks[first].text) <= LONGEST_STANDFIRST:
        between = range(first + 1, prose[1])
        if any(_signs(blocks[i].text, rules.get(i)) for i in between):
            return Edges((*range(first), *between), tail, first)
    return Edges(tuple(range(first)), tail, None)


def _signs(text: str, rule: str | None) -> bool:
    """Whether a line stands where an article begins: it says by whom, when or how long."""
    return rule == "reading-time" or is_date_line(text) or byline(text) is not None


def among_debris(blocks: list[Block], rules: Rules) -> dict[int, str]:
    """Labels that may be headings elsewhere, among lines that surely are a page's.

    The last line of such a run, over the text that follows, is left: it may be a heading.
    """
    found: dict[int, str] = {}
    run: list[int] = []
    for index in range(len(blocks) + 1):
        if index < len(blocks) and (index in rules or not is_prose(blocks[index])):
            run.append(index)
            continue
        if sum(rules.get(i) in OF_PAGES for i in run) >= SURE_LINES:
            for i in run[:-1]:
                rule = None if i in rules else debris.edge(blocks[i].text, last=False)
                if rule:
                    found[i] = rule
        run = []
    return found


def below_comments(blocks: list[Block], rules: Rules) -> list[int]:
    """What stands under the form for comments, where nearly all of the text is above it."""
    lengths = [0 if i in rules else len(block.text) for i, block in enumerate(blocks)]
    above = 0
    for index, block in enumerate(blocks):
        above += lengths[index]
        form = rules.get(index) == "comment-form" and _END.fullmatch(debris.key(block.text))
        if form and above >= ABOVE_COMMENTS * sum(lengths):
            return [i for i in range(index + 1, len(blocks)) if i not in rules]
    return []


def related(blocks: list[Block], rules: Rules, tail: range) -> dict[int, str]:
    """Headlines of other articles, listed at the end under a label that says so."""
    label = next((i for i in tail if debris.RELATED.fullmatch(debris.key(blocks[i].text))), None)
    if label is None:
        return {}
    below = [i for i in range(label + 1, len(blocks)) if i not in rules]
    if len(below) > RELATED_LINES or not all(_is_listed(blocks[i]) for i in below):
        return {}
    signed = {i for i in below if byline(blocks[i].text, last=i == below[-1])}
    return {i: "related-list" for i in below if i not in signed}


def _is_listed(block: Block) -> bool:
    return is_headline(block) or bool(_CUT_SHORT.search(block.text))
