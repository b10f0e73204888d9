"""The only writer of the full-text index."""

import pickle
import sqlite3
import struct
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from whoosh import index as whoosh_index
from whoosh.query import Term

from corpus.passages import passages
from corpus.types import Article, ArticleId
from index.analysis import terms
from index.lexicon import Lexicon
from index.schema import schema

MEMORY_MB = 128
"""What Whoosh may hold of a batch before it spills to disk."""

MERGE_BELOW = 1_000
"""Articles in a batch under which Whoosh may merge small segments: a large batch is a segment of
its own, and merging it into the next would index it twice."""


def damaged(folder: Path, lexicon: Path) -> bool:
    """Whether the index in `folder`, or its lexicon, cannot be opened: cut or overwritten."""
    try:
        Lexicon(lexicon).close()
        whoosh_index.open_dir(folder).searcher().close()
    except (sqlite3.DatabaseError, whoosh_index.IndexError, OSError, EOFError):
        return True
    # What Whoosh meets when it reads what it did not write.
    except (ValueError, KeyError, struct.error, pickle.UnpicklingError):
        return True
    return False


class Builder:
    """Takes articles out of the index in `folder` and puts articles in, then commits.

    One builder at a time (the library's lock sees to it). A commit is atomic: whenever the
    process is killed, the folder holds the last committed generation.
    """

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        """Open the index, or make it where there is none."""
        if whoosh_index.exists_in(folder):
            self._index = whoosh_index.open_dir(folder)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            self._index = whoosh_index.create_in(folder, schema())
        self._lexicon = lexicon
        self._words: set[tuple[str, str]] = set()
        self._added = 0
        self._writer = self._index.writer(limitmb=MEMORY_MB)

    def __enter__(self) -> "Builder":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give up what has not been committed."""
        if not self._writer.is_closed:
            self._writer.cancel()
        self._index.close()

    def present(self, ids: Iterable[ArticleId]) -> set[ArticleId]:
        """Those of `ids` that the last committed generation holds."""
        with self._index.searcher() as searcher:
            return {i for i in ids if searcher.reader().doc_frequency("article", i)}

    def remove(self, article_id: ArticleId) -> None:
        """Take an article's passages out."""
        self._writer.delete_by_query(Term("article", article_id))

    def add(self, article: Article) -> None:
        """Put an article's passages in."""
        title = terms(article.title or "", article.language)
        self._words.update(title.lexicon.items())
        for passage in passages(article):
            found = terms(article.slice(passage.span), article.language)
            self._words.update(found.lexicon.items())
            self._writer.add_document(
                article=article.id,
                number=passage.number,
                start=passage.span.start,
                end=passage.span.end,
                text=found.stems,
                exact=found.exact,
                # Once an article, so that a word of the title is one hit and not one a passage.
                title=title.stems if passage.span.start == 0 else [],
            )
        self._added += 1

    def commit(self) -> None:
        """Keep all that was done, at once."""
        # Words first: words without passages do no harm, passages without words are not found
        # by the beginnings of their words.
        self._lexicon.add(sorted(self._words))
        self._writer.commit(merge=self._added < MERGE_BELOW)
