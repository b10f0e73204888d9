"""The only writer of the full-text index."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from whoosh.index import exists_in

from corpus.passages import passages
from corpus.types import Article, ArticleId
from index.analysis import Terms, terms, tokenize
from index.arrays.executor import Executor
from index.arrays.index import create, open_index, whole, writer
from index.days import days
from index.lexicon import Lexicon
from index.schema import schema


def damaged(folder: Path, lexicon: Path) -> bool:
    """Whether the index in `folder`, or its lexicon, cannot be opened."""
    try:
        Lexicon(lexicon).close()
    except sqlite3.DatabaseError:
        return True
    return not whole(folder)


class Builder:
    """Takes articles out of the index in `folder` and puts articles in, then commits.

    One builder at a time (the library's lock sees to it). A commit is atomic: whenever the
    process is killed, the folder holds the last committed generation.
    """

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        """Open the index, or make it where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        self._index = open_index(folder) if exists_in(folder) else create(folder, schema())
        self._lexicon = lexicon
        self._words: set[str] = set()
        self._writer = writer(self._index)

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
        with self._index.reader() as reader:
            executor = Executor(reader)
            return {i for i in ids if executor.frequency("article", i)}

    def remove(self, article_id: ArticleId) -> None:
        """Take an article's passages out."""
        self._writer.delete_by_term("article", article_id)

    def add(self, article: Article, key: int) -> None:
        """Put in the passages of the article that has `key` in the store."""
        title = self._terms(article.title or "", article.language)
        same = {"article": article.id, "key": key, **_described(article)}
        for passage in passages(article):
            found = self._terms(article.slice(passage.span), article.language)
            self._writer.add_document(
                **same,
                number=passage.number,
                start=passage.span.start,
                end=passage.span.end,
                text=found.stems,
                exact=found.exact,
                title=title.stems if passage.span.start == 0 else [],
                words=found.running,
            )

    def _terms(self, text: str, code: str | None) -> Terms:
        found = terms(text, code)
        self._words.update(found.exact)
        return found

    def commit(self) -> None:
        """Keep all that was done, at once."""
        # Words first: words without passages do no harm, passages without words are not found
        # by the beginnings of their words.
        self._lexicon.add(sorted(self._words))
        self._writer.commit()

    def settle(self) -> None:
        """Make one segment of all: each search looks into every one."""
        self._writer.commit(optimize=True)


def _described(article: Article) -> dict[str, Any]:
    """What all passages of an article are found by, besides their text."""
    described: dict[str, Any] = {
        "author": [t.folded for name in article.byline for t in tokenize(name)],
        "tag": [t.folded for t in tokenize(article.section or "")],
    }
    if article.source:
        described["source"] = article.source
    if article.language:
        described["language"] = article.language
    if article.published:
        first, last = days(article.published)
        described |= {"day": first, "day_end": last}
    return described
