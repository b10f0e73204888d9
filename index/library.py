"""A folder of articles with its store and its index, opened together: the engine's one door.

Whatever a screen or a command asks is a method here, with plain values in and out, so that
another engine can stand behind the same door. Whoosh is loaded by the first search, not before:
the first screen does not wait for it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import RecoupeError
from corpus.passages import passages
from corpus.shared_database import read_only
from corpus.types import (
    Annotated,
    Article,
    ArticleId,
    ArticleInfo,
    EntityId,
    Passage,
    Problem,
    Progress,
    Span,
    Summary,
)
from index.answers import Engine
from index.folder import Folder
from index.names import Names
from index.opening import open_store
from index.types import (
    Changed,
    Comparison,
    Concordance,
    Facet,
    FacetField,
    KwicSort,
    Order,
    Reading,
    Related,
    Results,
)
from index.who_and_when import WhoAndWhen

if TYPE_CHECKING:
    from index.desk import Desk


COMMON = ("co", "pr")
"""What many words of French begin with: their passages hold the words of most others."""

NOTHING_YET = Reading(("nothing is indexed yet",))


class Library(WhoAndWhen, Names):
    """Readers of one library. Methods may be called from any thread; calls take turns."""

    read_only = False
    """Whether others keep it: it is read, and changes only as they change it."""

    def __init__(self, root: Path, data: Path, own: Path | None = None) -> None:
        """Open the library of `root` (a folder, or one file that holds articles).

        `data` is the folder of everything derived; it is made when absent and may be deleted at
        any time. `own` is the folder of the reader's own files for this library; without it
        nothing can be decided on names. Opening neither reads the articles nor loads the index.
        Where `data` may only be read it is a library that others keep (`read_only`).
        Raises RecoupeError when `root` does not exist or `data` can be neither made nor read.
        """
        self.root = root
        self.data = data
        self._folder = Folder(data)
        self.read_only = not self._folder.writable
        if not root.exists():
            raise RecoupeError("No such folder", f"{root} does not exist", "check the path")
        self._store = open_store(self._folder, read_only=self.read_only)
        self._engine = Engine(self._folder, self._store, read_only=self.read_only)
        self._own = own

    @cached_property
    def desk(self) -> "Desk":
        """What the reader decides on names: it holds at once, and after every rebuild."""
        from index.desk import Desk

        return Desk(self._store, self._own, read_only=self.read_only)

    def close(self) -> None:
        """Release the files. The library cannot be used after that."""
        self._engine.close()
        self._store.close()

    # Keeping up with the folder

    def update(
        self, *, cancelled: Callable[[], bool], in_child: bool = False
    ) -> Iterator[Progress | Problem | Changed]:
        """Bring the library up to date with its folder; only what changed is done again.

        Yields what happens as it happens. With `in_child` the work runs in a process of its
        own, which leaves this one's interpreter to the screen. Stops soon after `cancelled`
        says so, with everything done so far kept.
        Raises RecoupeError when another process is already updating the library, or when it is
        read only.
        """
        if self.read_only:
            raise read_only()
        if in_child:
            from index.child import update_in_child

            return update_in_child(self.root, self.data, cancelled=cancelled, own=self._own)
        from index.update import update

        return update(self.root, self.data, cancelled=cancelled, own=self._own)

    def watch(self, *, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Yields at once, then each time that the folder may have changed, until cancelled.

        Whoever asks brings the library up to date each time. A read-only library is watched
        itself: whoever asks looks at it anew (`refresh`).
        """
        from index.watch import changes, commits

        if self.read_only:
            return commits(self._folder, cancelled=cancelled)
        return changes(self.root, self.data, cancelled=cancelled)

    def others_update(self, *, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Yields at once and after each commit while another process updates the library.

        Ends when that is done: at once, where nobody is at it. Whoever asks refreshes each time.
        """
        from index.watch import commits

        if self._folder.updating:
            yield from commits(
                self._folder, cancelled=lambda: cancelled() or not self._folder.updating
            )

    def refresh(self) -> None:
        """See what has been committed since the last look; call after a `Changed`."""
        self._engine.refresh()

    def warm(self) -> None:
        """Open what the first search and the first related passages would wait for.

        Takes half a second of computing, for which the first screen need not wait.
        """
        for beginning in COMMON:
            self.search(beginning, limit=50, typing=True)
        for info in self.latest(1):
            self.related(info.id, 1, limit=1)

    # What there is

    def summary(self) -> Summary:
        """What the library holds now."""
        return self._store.lists.counts()

    def articles(self) -> tuple[ArticleInfo, ...]:
        """All articles, in the folder's order."""
        return tuple(self._store.infos())

    def latest(self, limit: int) -> tuple[ArticleInfo, ...]:
        """The newest articles, at most `limit`, those without a date last."""
        return tuple(self._store.lists.latest(limit))

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or annotated, and lines of the reader's file that say nothing."""
        return (*self._store.files.problems(), *self.desk.problems())

    def find(self, name: str) -> ArticleId | None:
        """The article that a person means by `name`: its id, or an unambiguous beginning of it."""
        ids = self._store.ids_like(name)
        return ids[0] if ids and (ids[0] == name or len(ids) == 1) else None

    def article(self, article_id: ArticleId) -> Article | None:
        """The article with its text, None where the library does not hold it."""
        return self._store.article(article_id)

    def with_digests(self, digests: Sequence[str]) -> dict[str, ArticleId]:
        """Articles by their digests, whatever they are called now; those that are there."""
        return self._store.with_digests(digests)

    def passage(self, article_id: ArticleId, paragraph: int) -> Passage | None:
        """The first passage that holds text of a paragraph, None where there is none."""
        article = self._store.article(article_id)
        wanted = article.paragraph(paragraph) if article else None
        if article is None or wanted is None:
            return None
        return next((p for p in passages(article) if p.span.overlaps(wanted.span)), None)

    def annotated(self, article_id: ArticleId) -> Annotated:
        """The names, quotes, dates and figures of an article, none until they have been read."""
        return self._store.annotated(article_id)

    # Search

    def search(
        self, text: str, *, limit: int = 20, typing: bool = False, order: Order = "relevance"
    ) -> Results:
        """The passages that answer `text`, the first of an order. Never raises for what is typed.

        With `typing` the last word is taken as the beginning of a word.
        """
        answers = self._engine.answers()
        if answers is None:
            return Results(text, NOTHING_YET, (), 0, 0.0)
        return answers.search.results(text, limit=limit, typing=typing, order=order)

    def facets(
        self,
        text: str,
        *,
        fields: Sequence[FacetField] = (),
        limit: int = 10,
        typing: bool = False,
    ) -> tuple[Facet, ...]:
        """How the articles that answer `text` divide by each of some fields; by all, if none.

        All articles, if `text` is empty. `typing` as in `search`.
        """
        answers = self._engine.answers()
        if answers is None:
            return ()
        return answers.search.facets(text, fields=fields, limit=limit, typing=typing)

    def kwic(
        self,
        text: str,
        *,
        entity: EntityId | None = None,
        sort: KwicSort = "article",
        width: int = 40,
        limit: int | None = 50,
        offset: int = 0,
        typing: bool = False,
    ) -> Concordance:
        """Every place where `text` is found, in context: `width` characters on each side.

        With `entity`, where it is named in the passages that `text` finds, in all if `text` is
        empty. Lines from `offset` on, at most `limit`; all, if None. `typing` as in `search`.
        """
        answers = self._engine.answers()
        if answers is None:
            return Concordance(text, NOTHING_YET, (), 0, 0.0)
        understood = None if entity and not text else answers.search.plan(text, typing=typing)
        return answers.concordances.page(
            text, understood, entity=entity, sort=sort, width=width, limit=limit, offset=offset
        )

    def matches(
        self, text: str, article_id: ArticleId, *, typing: bool = False
    ) -> tuple[Span, ...]:
        """The words of an article that the query `text` matches, in reading order."""
        article = self._store.article(article_id)
        answers = self._engine.answers()
        if article is None or answers is None:
            return ()
        from index.query.spans import spans

        understood = answers.search.plan(text, typing=typing)
        return tuple(spans(article.text, article.language, understood))

    def related(
        self, article_id: ArticleId, paragraph: int, *, limit: int = 10
    ) -> tuple[Related, ...]:
        """What other articles say about the same thing as a paragraph, best first.

        At most two passages an article; empty rather than noise. A title or a heading stands for
        the passage that it opens: alone it says too little.
        """
        from index.related.selection import of_article

        article = self._store.article(article_id)
        wanted = article.paragraph(paragraph) if article else None
        answers = self._engine.answers()
        if article is None or wanted is None or answers is None:
            return ()
        span = wanted.span
        if wanted.kind in ("title", "heading"):
            span = next(p.span for p in passages(article) if p.span.overlaps(span))
        read = self._store.annotated(article_id)
        return answers.related.related(of_article(article, read, span), limit=limit)

    def compare(
        self, left: ArticleId, right: ArticleId, paragraphs: tuple[int, int] | None = None
    ) -> Comparison | None:
        """What two articles, or a passage of each, agree on and where they differ.

        `paragraphs` number one in each passage. None where there is no such article or paragraph.
        """
        from index.compare import compare, of_articles, of_library

        if paragraphs is None:
            sides = of_articles(self, left, right)
        else:
            sides = of_library(self, (left, paragraphs[0]), (right, paragraphs[1]))
        return compare(*sides) if sides else None
