"""Libraries prepared from articles whose names, quotations and dates are given: no model reads."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.names import link
from corpus.types import Annotated, Article, Problem, Progress
from index.library import Library
from index.schema import stamp
from index.types import Changed
from tests.index.facts.stories import Shelf


class Prepared(Library):
    """A library that stays as it was prepared: its folder is empty."""

    def update(
        self, *, cancelled: Callable[[], bool], in_child: bool = False
    ) -> Iterator[Progress | Problem | Changed]:
        """Nothing to do."""
        return iter(())


def prepared(folder: Path, told: Iterable[tuple[Article, Annotated]]) -> Prepared:
    """A library of articles and what is to be read in them, in `folder`."""
    shelf = Shelf(folder / "data")
    with shelf.store.transaction():
        for article, annotated in told:
            shelf.store.put(article, 0)
            shelf.store.put_annotated(article, annotated)
        shelf.store.set_stamp("index", stamp())
    with shelf.store.transaction():
        shelf.names.replace(link(shelf.names.forms()))
    shelf.index()
    shelf.refresh()
    shelf.close()
    (folder / "articles").mkdir()
    return Prepared(folder / "articles", folder / "data", folder / "own")
