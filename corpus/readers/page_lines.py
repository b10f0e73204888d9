"""The lines of printed pages, and which of them belong to the pages and not to the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

EDGE_LINES = 3
"""So many lines at the top and at the bottom of a page may stand on each page."""

RUNNING_SHARE = 0.5
"""A line that stands at the edge of so many pages, numbers apart, belongs to the pages."""

_NUMBER = re.compile(r"\d+")
# The number of a page, and what browsers print at its edges: its address, when it was printed.
_OF_THE_PAGE = re.compile(
    r"(?:(?:page )?\d{1,4}(?: ?(?:/|sur|of) ?\d{1,4})?|https?://\S+(?: \d+ ?/ ?\d+)?"
    r"|\d{1,2}/\d{1,2}/\d{2,4},? (?:à )?\d{1,2}[:h]\d\d.{0,200})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line: its page from 0, the left and right end of its words, its baseline above the page's
    bottom and the size of its type, all in points. A hyphen that parts a word is U+00AD."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float


def without_running_lines(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[str]]:
    """The lines without those that stand on most pages (headers, addresses, page numbers), and
    these, each once."""
    pages: dict[int, list[PageLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges = {id(line): _running_key(line) for page in pages.values() for line in _edge(page)}
    on_pages = Counter(
        key for page in pages.values() for key in {edges.get(id(line)) for line in page}
    )
    needed = max(2, RUNNING_SHARE * len(pages))
    repeated = {at for at, key in edges.items() if on_pages[key] >= needed}
    repeated |= {id(line) for page in pages.values() for line in _of_the_page(page)}
    running = dict.fromkeys(line.text.strip() for line in lines if id(line) in repeated)
    return [line for line in lines if id(line) not in repeated], list(running)


def _of_the_page(page: list[PageLine]) -> list[PageLine]:
    """The highest and lowest line of a page, where they hold its number or a browser's words."""
    heights = [line.base for line in page]
    ends = [line for line in page if line.base in (min(heights), max(heights))]
    return [line for line in ends if _OF_THE_PAGE.fullmatch(line.text.strip()) and len(page) > 1]


def _edge(page: list[PageLine]) -> list[PageLine]:
    """The highest and lowest lines of a page."""
    heights = sorted({round(line.base) for line in page})
    if len(heights) <= 2 * EDGE_LINES:
        return page if len(heights) > 2 else []
    low, high = heights[EDGE_LINES - 1], heights[-EDGE_LINES]
    return [line for line in page if not low < round(line.base) < high]


def _running_key(line: PageLine) -> tuple[str, int]:
    """What a line has in common with those at the same place of other pages."""
    return _NUMBER.sub("0", line.text.strip()), round(line.base / 4)
