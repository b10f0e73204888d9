"""What other articles say about the passage being read, and why each is shown."""

from collections.abc import Hashable

from rich.cells import cell_len

from index.types import Reason, Related
from tui import labels
from tui.render import Mark, Row, Run, excerpt
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows
from tui.wrap import fit

TEXT_LINES = 3
WIDE_TEXT_LINES = 2
WIDE = 70
"""From this width on, fewer lines hold as much text."""

SIGNS = {"entity": "⌂", "words": "≈"}
"""Names and words told apart without colour."""


class RelatedList(BlockList[Related]):
    """Related passages, each with its reasons, the heavier first."""

    def key_of(self, item: Related) -> Hashable:
        """A passage."""
        return (item.info.id, item.passage.number)

    def rows_of(self, item: Related, width: int) -> tuple[Row, ...]:
        """Title, origin, the text with what is shared lit, the reasons."""
        shared = [Mark(span, "shared") for reason in item.reasons for span in reason.target_spans]
        height = WIDE_TEXT_LINES if width >= WIDE else TEXT_LINES
        text = excerpt(item.text, item.passage.span.start, shared, width=width - 1, height=height)
        return (
            *heading_rows(
                labels.name(item.info), labels.origin(item.info, item.passage.number), width
            ),
            *((Run(" "), *row) for row in text),
            _reasons(item.reasons, width - 1),
            (),
        )


def _reasons(reasons: tuple[Reason, ...], width: int) -> Row:
    """As many reasons as fit, from the heaviest on."""
    row: list[Run] = [Run(" ")]
    left = width
    for reason in sorted(reasons, key=lambda reason: -reason.weight):
        words = fit(f"{SIGNS[reason.kind]} {reason.text}", left)
        if cell_len(words) > left or (words.endswith("…") and len(row) > 1):
            break
        row += [Run(words, (reason.kind,)), Run("  ")]
        left -= cell_len(words) + 2
        if left < 4:
            break
    return tuple(row)
