"""Whatever is asked of a library's indexes, answered from one committed generation of them."""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.bulk_store import QuoteColumns
from corpus.store import Store
from corpus.types import ArticleId
from index.engine import Generation, open_generation
from index.folder import Folder
from index.gathered import Gathered, never

if TYPE_CHECKING:
    from index.concordance.concordance import Concordances
    from index.lexicon import Lexicon
    from index.quotes import Quotes
    from index.related.finder import Finder
    from index.search import Search
    from index.timeline import Timelines


class Answers:
    """One generation. May be used from any thread."""

    def __init__(self, store: Store, lexicon: "Lexicon", generation: Generation) -> None:
        self._store = store
        self._lexicon = lexicon
        self._generation = generation
        self.facts = generation.facts
        """What passages hold of names and quotations."""
        self._reading = threading.Lock()
        self._quotes: tuple[int, Gathered[QuoteColumns, Quotes]] | None = None

    def release(self) -> None:
        """Let the system take back the memory of what was read of the files; it is read again."""
        self._generation.release()

    @cached_property
    def search(self) -> "Search":
        """Passages for a query."""
        from index.search import Search

        return Search(self._store, self._lexicon, self._generation)

    @cached_property
    def related(self) -> "Finder":
        """Passages of other articles for a passage."""
        from index.related.finder import Finder

        return Finder(self._store, self.facts)

    @cached_property
    def concordances(self) -> "Concordances":
        """Lines for a keyword."""
        from index.concordance.concordance import Concordances

        return Concordances(self._generation, self._store)

    def quotes(self, cancelled: Callable[[], bool] = never) -> "Quotes":
        """Who said what; read again after a decision on names.

        Raises RecoupeError soon after `cancelled` says so.
        """
        from index.quotes import Quotes

        with self._reading:
            changes = self._store.changes()
            if self._quotes is None or self._quotes[0] != changes:
                parts = self._store.bulk.quotes()
                articles = self.facts.articles
                made = Gathered(parts, lambda read: Quotes(articles, self._store, read))
                self._quotes = changes, made
            gathered = self._quotes[1]
        return gathered.get(cancelled)

    def quotes_of(self, article: ArticleId) -> "Quotes":
        """Who said what in one article."""
        from index.quotes import Quotes

        keys = self._store.fact_rows.keys([article])
        parts = [self._store.bulk.quotes_of(key) for key in keys]
        return Quotes(self.facts.articles, self._store, parts)

    @cached_property
    def timelines(self) -> "Timelines":
        """What was when."""
        from index.timeline import Timelines

        return Timelines(self.facts.articles, self._store)


RELEASED = 16
"""Questions after which the pages of the files that were read are given back. Each maps some MB;
mapping again those that are wanted again takes a millisecond."""


class Engine:
    """Opens the indexes when first asked; whoever was answered before keeps its generation."""

    def __init__(self, folder: Folder, store: Store, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only
        self._store = store
        self._lock = threading.Lock()
        self._answers: Answers | None = None
        self._questions = 0

    @cached_property
    def _lexicon(self) -> "Lexicon":
        from index.lexicon import Lexicon

        return Lexicon(self._folder.lexicon, read_only=self._read_only)

    def answers(self) -> Answers | None:
        """What the last generation looked at answers, None while there is no index."""
        with self._lock:
            if self._answers is None:
                generation = self._open()
                if generation is not None:
                    self._answers = Answers(self._store, self._lexicon, generation)
            self._questions += 1
            if self._answers is not None and self._questions % RELEASED == 0:
                self._answers.release()
            return self._answers

    def _open(self) -> Generation | None:
        """None, too, for what another version made, which the next update makes again."""
        from index.schema import stamp

        return open_generation(self._folder) if self._store.stamp("index") == stamp() else None

    def refresh(self) -> None:
        """See what has been committed since."""
        with self._lock:
            self._answers = None

    def close(self) -> None:
        """Let go of the files."""
        self.refresh()
        if "_lexicon" in self.__dict__:
            self._lexicon.close()
