"""What a search found, or all articles where nothing is searched."""

from collections.abc import Hashable

from rich.cells import cell_len

from corpus.types import ArticleInfo
from index.types import Hit
from tui import labels
from tui.render import Mark, Row, Run, excerpt
from tui.widgets.block_list import BlockList
from tui.wrap import fit

SNIPPET_LINES = 2
SNIPPET_LINES_NARROW = 3
ONE_LINE_WIDTH = 70
"""From this width on title and origin share a line."""


class HitList(BlockList[Hit | ArticleInfo]):
    """Hits with their snippets, or articles by name."""

    def key_of(self, item: Hit | ArticleInfo) -> Hashable:
        """A passage, or an article."""
        if isinstance(item, Hit):
            return (item.info.id, item.passage.number)
        return (item.id, -1)

    def rows_of(self, item: Hit | ArticleInfo, width: int) -> tuple[Row, ...]:
        """Title, origin and snippet."""
        if isinstance(item, ArticleInfo):
            origin = labels.APART.join(
                (labels.origin(item), f"{item.paragraphs} ¶", item.language or "language unknown")
            )
            return heading_rows(labels.name(item), origin, width)
        height = SNIPPET_LINES if width >= ONE_LINE_WIDTH else SNIPPET_LINES_NARROW
        marks = [Mark(span, "match") for span in item.marks]
        snippet = excerpt(
            item.snippet, item.snippet_span.start, marks, width=width - 1, height=height
        )
        title, origin = labels.name(item.info), labels.found(item)
        indented = ((Run(" "), *row) for row in snippet)
        return (*heading_rows(title, origin, width), *indented, ())


def heading_rows(title: str, origin: str, width: int) -> tuple[Row, ...]:
    """Title and origin: in one line where it is wide enough, else below each other."""
    if width < ONE_LINE_WIDTH:
        return (
            (Run(fit(title, width), ("name",)),),
            (Run(fit(origin, width), ("meta",)),),
        )
    origin = fit(origin, width // 2)
    title = fit(title, width - cell_len(origin) - 2)
    gap = " " * (width - cell_len(title) - cell_len(origin) - 1)
    return ((Run(title, ("name",)), Run(gap), Run(origin, ("meta",))),)
