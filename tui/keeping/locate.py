"""Anchors → the articles of a library in which their words stand now."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.types import Article, ArticleId
from tui.keeping.anchor import Anchor
from tui.keeping.find import Found, find

if TYPE_CHECKING:
    from index.library import Library


class Locating:
    """Finds some anchors. What it asks the library for, it asks once."""

    def __init__(self, library: "Library", anchors: Iterable[Anchor]) -> None:
        """`anchors` are all that will be asked for."""
        self._library = library
        self._digests = {anchor.digest for anchor in anchors if anchor.digest}
        self._same: dict[str, ArticleId] | None = None
        self._last: Article | None = None

    def find(self, anchor: Anchor) -> tuple[Found, Article | None]:
        """Where an anchor's words stand, and the article if they do.

        In the article of that name if it is unchanged, else in one with the same contents (it was
        renamed), else in the one of that name, changed as it may be.
        """
        named = self._article(anchor.article)
        articles: list[Article | None] = [named]
        if named is None or (anchor.digest and named.digest != anchor.digest):
            articles.insert(0, self._renamed(anchor))
        if anchor.exact:
            for article in articles:
                found = find(article, anchor) if article else None
                if found is not None and found.status != "lost":
                    return found, article
        return Found("lost", anchor.article), None

    def _article(self, name: ArticleId) -> Article | None:
        """Anchors of one article mostly follow each other."""
        if self._last is None or self._last.id != name:
            self._last = self._library.article(name)
        return self._last

    def _renamed(self, anchor: Anchor) -> Article | None:
        """The article that has the contents that the anchor's had."""
        if self._same is None:
            self._same = self._library.with_digests(sorted(self._digests))
        name = self._same.get(anchor.digest or "")
        return self._library.article(name) if name else None


def all_found(library: "Library", anchors: Sequence[Anchor]) -> list[tuple[Found, Article | None]]:
    """Where each of some anchors stands, in their order."""
    locating = Locating(library, anchors)
    return [locating.find(anchor) for anchor in anchors]
