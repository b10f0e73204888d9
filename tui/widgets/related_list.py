"""What other articles say about the passage being read, and why each is shown."""

from collections.abc import Hashable

from rich.cells import cell_len

from corpus.types import Span
from index.types import Reason, ReasonKind, Related
from tui import labels
from tui.render import Mark, Role, Row, Run, excerpt
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows
from tui.wrap import fit

TEXT_LINES = 3
WIDE_TEXT_LINES = 2
WIDE = 70
"""From this width on, fewer lines hold as much text."""
REASON_LINES = 2

SIGNS: dict[ReasonKind, str] = {
    "entity": "⌂",
    "words": "≈",
    "date": "@",
    "figure": "#",
    "quote": "«",
    "time": "~",
    "article": "¶",
}
"""The kinds of reasons told apart without colour."""

AROUND: frozenset[ReasonKind] = frozenset({"article", "time"})

ROLES: dict[ReasonKind, Role] = {"entity": "entity", "date": "entity", "figure": "entity"}
"""What is the same thing stands out from what are only words."""


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
            *heading_rows(labels.name(item.info), labels.found(item), width),
            *((Run(" "), *row) for row in text),
            *_reasons(item.reasons, width - 1),
            (),
        )


def shared_spans(item: Related, *, target: bool) -> tuple[Span, ...]:
    """The places of all that two passages share, in one of them."""
    spans = (reason.target_spans if target else reason.source_spans for reason in item.reasons)
    return tuple(sorted({span for some in spans for span in some}))


def _reasons(reasons: tuple[Reason, ...], width: int) -> tuple[Row, ...]:
    """As many reasons as fit into the lines there are for them, from the heaviest on.

    What lies around the passages comes after what they say themselves.
    """
    rows: list[list[Run]] = [[Run(" ")]]
    left = width
    for reason in sorted(reasons, key=lambda r: (r.kind in AROUND, -r.weight)):
        words = fit(f"{SIGNS[reason.kind]} {reason.text}", width)
        cells = cell_len(words)
        if cells > left:
            if len(rows) == REASON_LINES:
                break
            rows.append([Run(" ")])
            left = width
        rows[-1] += [Run(words, (ROLES.get(reason.kind, "words"),)), Run("  ")]
        left -= cells + 2
    return tuple(tuple(row) for row in rows)
