"""Lines of a concordance: the keyword in a column of its own, its context left and right."""

from collections.abc import Hashable

from rich.cells import cell_len, split_graphemes

from index.types import KwicLine
from tui.history import Place
from tui.text import labels
from tui.text.render import Row, Run
from tui.text.wrap import fit, inert
from tui.widgets.block_list import BlockList

WIDE = 100
"""From this width on each line ends with where it stands."""
ORIGIN = 28
"""Cells for that."""
KEYWORD_AT = 0.42
"""Where the keyword begins, as a part of the line: what follows tells more than what precedes."""


class KwicList(BlockList[KwicLine]):
    """One line each."""

    def key_of(self, item: KwicLine) -> Hashable:
        """Its place."""
        return (item.info.id, item.span)

    def cited(self, item: KwicLine) -> Place:
        """The paragraph around the keyword."""
        return Place(item.info.id, offset=item.span.start)

    def rows_of(self, item: KwicLine, width: int) -> tuple[Row, ...]:
        """Left context up to the keyword, the keyword, what follows, where it stands."""
        room = width - ORIGIN - 2 if width >= WIDE else width
        at = int(room * KEYWORD_AT)
        left = ending(item.left, at)
        keyword = fit(item.keyword, room - at)
        right = fit(item.right, max(room - at - cell_len(keyword), 0))
        line = [
            Run(" " * (at - cell_len(left)) + left),
            Run(keyword, ("match",)),
            Run(right),
        ]
        if width >= WIDE:
            used = at + cell_len(keyword) + cell_len(right)
            place = labels.place(item.passage.number)
            title = fit(labels.name(item.info), ORIGIN - cell_len(place) - 1)
            line.append(Run(" " * (room - used + 2) + f"{title} {place}", ("meta",)))
        return (tuple(line),)


def ending(text: str, width: int) -> str:
    """The end of `text` that fits into `width` cells, with an ellipsis where it was cut."""
    text = inert(text)
    if cell_len(text) <= width:
        return text
    start, used = len(text), 0
    for first, _, cells in reversed(split_graphemes(text)[0]):
        if used + cells > width - 1:
            break
        start, used = first, used + cells
    return "…" + text[start:] if width > 0 else ""
