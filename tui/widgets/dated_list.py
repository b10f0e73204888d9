"""What is dated in a stretch of time: articles, or dates in their texts."""

from collections.abc import Hashable
from dataclasses import dataclass

from index.told import Dated
from tui.history import Place
from tui.language.i18n import ngettext
from tui.text import labels
from tui.text.plotting import period
from tui.text.render import Mark, Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows

SNIPPET_LINES = 2


@dataclass(frozen=True, slots=True)
class Head:
    """The stretch itself, in words; choosing it looks into it more closely."""

    words: str


@dataclass(frozen=True, slots=True)
class Rest:
    """So many more are not listed."""

    left: int


DatedItem = Head | Dated | Rest


class DatedList(BlockList[DatedItem]):
    """The stretch, then what is in it, the earliest first."""

    def key_of(self, item: DatedItem) -> Hashable:
        """An article, a place in one, or the ends of the list."""
        return (item.info.id, item.span) if isinstance(item, Dated) else type(item).__name__

    def cited(self, item: DatedItem) -> Place | None:
        """An article's title, the paragraph with a date."""
        if not isinstance(item, Dated):
            return None
        if item.span is None:
            return Place(item.info.id, 0)
        return Place(item.info.id, offset=item.span.start)

    def rows_of(self, item: DatedItem, width: int) -> tuple[Row, ...]:
        """One line for the stretch; title and origin of an article; a date in its sentence."""
        if isinstance(item, Head):
            return ((Run(fit(item.words, width), ("heading",)),),)
        if isinstance(item, Rest):
            words = ngettext("{n} more…", "{n} more…", item.left)
            return ((Run(fit(words.format(n=labels.number(item.left)), width), ("meta",)),),)
        if item.span is None or item.snippet_span is None:
            return heading_rows(labels.name(item.info), labels.origin(item.info), width)
        when = period(item.earliest, item.latest)
        text = excerpt(
            item.snippet,
            item.snippet_span.start,
            [Mark(item.span, "match")],
            width=width - 1,
            height=SNIPPET_LINES,
        )
        heading = heading_rows(when, labels.name(item.info), width)
        return (*heading, *((Run(" "), *row) for row in text), ())
