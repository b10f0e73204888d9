"""A folder of articles with its store and its index, opened together: the engine's one door.

Whatever a screen or a command asks is a method here, with plain values in and out, so that
another engine can stand behind the same door.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.types import (
    Article,
    ArticleId,
    ArticleInfo,
    Entity,
    EntityId,
    Mention,
    Passage,
    Problem,
    Progress,
    Span,
)
from index.types import Changed, Related, Results, Summary


class Library:
    """Readers of one library. Methods may be called from any thread, one call at a time each."""

    def __init__(self, root: Path, data: Path) -> None:
        """Open the library of `root` (a folder, or one file that holds articles).

        `data` is the folder of everything derived; it is made when absent and may be deleted at
        any time. Opening neither reads the articles nor loads the index.
        Raises RecoupeError when `root` does not exist or `data` cannot be written.
        """
        self.root = root
        self.data = data

    def close(self) -> None:
        """Release the files. The library cannot be used after that."""
        raise NotImplementedError

    def update(
        self, *, cancelled: Callable[[], bool], in_child: bool = False
    ) -> Iterator[Progress | Problem | Changed]:
        """Bring the library up to date with its folder; only what changed is done again.

        Yields what happens as it happens. With `in_child` the work runs in a process of its
        own, which leaves this one's interpreter to the screen. Stops soon after `cancelled`
        says so, with everything done so far kept.
        Raises RecoupeError when another process is already updating the library.
        """
        raise NotImplementedError

    def refresh(self) -> None:
        """See what has been committed since the last look; call after a `Changed`."""
        raise NotImplementedError

    def summary(self) -> Summary:
        """What the library holds now."""
        raise NotImplementedError

    def articles(self) -> tuple[ArticleInfo, ...]:
        """All articles, by id in natural order."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """The files and articles that could not be read or annotated, with the reason."""
        raise NotImplementedError

    def find(self, name: str) -> ArticleId | None:
        """The article that a person means by `name`: its id, or an unambiguous beginning of it."""
        raise NotImplementedError

    def article(self, article_id: ArticleId) -> Article | None:
        """The article with its text, None where the library does not hold it."""
        raise NotImplementedError

    def mentions(self, article_id: ArticleId) -> tuple[Mention, ...]:
        """The names in an article in reading order, empty until they have been read."""
        raise NotImplementedError

    def entities(self) -> tuple[Entity, ...]:
        """All entities, the most mentioned first."""
        raise NotImplementedError

    def entity(self, entity_id: EntityId) -> Entity | None:
        """One entity, None where there is none of that id."""
        raise NotImplementedError

    def search(self, text: str, *, limit: int = 20, typing: bool = False) -> Results:
        """The passages that answer `text`, best first. Never raises for what is typed.

        With `typing` the last word is taken as the beginning of a word.
        """
        raise NotImplementedError

    def matches(self, text: str, article_id: ArticleId) -> tuple[Span, ...]:
        """The words of an article that the query `text` matches, in reading order."""
        raise NotImplementedError

    def related(
        self, article_id: ArticleId, paragraph: int, *, limit: int = 10
    ) -> tuple[Related, ...]:
        """What other articles say about the same thing as a paragraph, best first.

        At most two passages an article; empty rather than noise.
        """
        raise NotImplementedError

    def passage(self, article_id: ArticleId, paragraph: int) -> Passage | None:
        """The passage that holds a paragraph."""
        raise NotImplementedError
