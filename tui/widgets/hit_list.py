"""What a search found, or all articles where nothing is searched."""

from collections.abc import Hashable, Iterable

from rich.cells import cell_len

from corpus.types import ArticleId, ArticleInfo
from index.types import Hit
from tui.history import Place
from tui.language.i18n import _
from tui.text import labels
from tui.text.render import Mark, Role, Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList

SNIPPET_LINES = 2
SNIPPET_LINES_NARROW = 3
ONE_LINE_WIDTH = 70
"""From this width on title and origin share a line."""


class HitList(BlockList[Hit | ArticleInfo]):
    """Hits with their snippets, or articles by name; those of articles not read yet in bold."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """Nothing listed, nothing read."""
        super().__init__(id=id)
        self._read: frozenset[ArticleId] = frozenset()

    def mark_read(self, articles: Iterable[ArticleId]) -> None:
        """These articles, and no other, were read."""
        read = frozenset(articles)
        if read != self._read:
            self._read = read
            self.lay_out()

    def key_of(self, item: Hit | ArticleInfo) -> Hashable:
        """A passage, or an article."""
        if isinstance(item, Hit):
            return (item.info.id, item.passage.number)
        return (item.id, -1)

    def cited(self, item: Hit | ArticleInfo) -> Place:
        """A hit's passage, an article's title."""
        if isinstance(item, Hit):
            return Place(item.info.id, found=item.passage.span)
        return Place(item.id, 0)

    def rows_of(self, item: Hit | ArticleInfo, width: int) -> tuple[Row, ...]:
        """Title, origin and snippet."""
        if isinstance(item, ArticleInfo):
            language = item.language or _("language unknown")
            origin = labels.APART.join((labels.origin(item), f"{item.paragraphs} ¶", language))
            return heading_rows(labels.name(item), origin, width, role=self._role(item.id))
        height = SNIPPET_LINES if width >= ONE_LINE_WIDTH else SNIPPET_LINES_NARROW
        marks = [Mark(span, "match") for span in item.marks]
        snippet = excerpt(
            item.snippet, item.snippet_span.start, marks, width=width - 1, height=height
        )
        title, origin = labels.name(item.info), labels.found(item)
        indented = ((Run(" "), *row) for row in snippet)
        heading = heading_rows(title, origin, width, role=self._role(item.info.id))
        return (*heading, *indented, ())

    def _role(self, article: ArticleId) -> Role:
        """How an article's title looks."""
        return "body" if article in self._read else "name"


def heading_rows(title: str, origin: str, width: int, *, role: Role = "name") -> tuple[Row, ...]:
    """Title and origin: in one line where it is wide enough, else below each other."""
    if width < ONE_LINE_WIDTH:
        return (
            (Run(fit(title, width), (role,)),),
            (Run(fit(origin, width), ("meta",)),),
        )
    origin = fit(origin, width // 2)
    title = fit(title, width - cell_len(origin) - 2)
    gap = " " * (width - cell_len(title) - cell_len(origin) - 1)
    return ((Run(title, (role,)), Run(gap), Run(origin, ("meta",))),)
