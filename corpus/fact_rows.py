"""The part of the store that reads names and quotations in bulk: for whoever indexes them.

A query for each article would take minutes in a large library; here some hundred articles are
read at a time.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from corpus.database import Database
from corpus.types import Article, ArticleId, EntityId, Label, Paragraph, Span

CHUNK = 500
"""Articles in memory at once: some 2 MB of text, and parameters that any SQLite allows."""

_RANGE = "BETWEEN ? AND ?"
_STATES = (
    "SELECT key, digest || ' ' || coalesce(language, '') || ' ' || length(text)"
    " || ' ' || paragraphs || ' ' || passages FROM articles WHERE key {among}",
    # The plus keeps SQLite from going by entity instead of by article.
    "SELECT article, group_concat(start || ' ' || entity) FROM (SELECT article, start, entity"
    " FROM mentions WHERE article {among} AND +entity > '' ORDER BY article, start) GROUP BY 1",
    "SELECT article, group_concat(start || ' ' || end || ' ' || continues || ' ' ||"
    " coalesce(speaker_start, '')) FROM (SELECT * FROM quotes WHERE article {among}"
    " AND kind = 'direct' ORDER BY article, start, end) GROUP BY 1",
)
_ARTICLES = (
    "SELECT key, id, text, language, json_extract(detail, '$.paragraphs')"
    " FROM articles WHERE key {among} ORDER BY key"
)
_NAMES = (
    "SELECT article, start, entity FROM mentions WHERE article {among} AND +entity > ''"
    " ORDER BY article, start"
)
_QUOTES = (
    "SELECT q.article, q.start, q.end, m.entity, q.continues FROM quotes q LEFT JOIN mentions m"
    " ON m.article = q.article AND m.start = q.speaker_start AND +m.entity > ''"
    " WHERE q.article {among} AND q.kind = 'direct' ORDER BY q.article, q.start, q.end"
)


class Linked(NamedTuple):
    """A linked name where it begins; `label` is its entity's."""

    start: int
    entity: EntityId
    label: Label


class Said(NamedTuple):
    """A direct quotation; `continues`: whether it is a further part of the one before it."""

    span: Span
    speaker: EntityId | None
    continues: bool


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of names and direct quotations in one article, each in reading order.

    `article` holds the id, the text, its paragraphs and its language, and nothing else.
    """

    key: int
    article: Article
    names: tuple[Linked, ...]
    quotes: tuple[Said, ...]


class FactRows:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keys(self, ids: Sequence[ArticleId]) -> list[int]:
        """The keys of the articles of some ids, in no order; those that are gone have none."""
        found: list[int] = []
        for at in range(0, len(ids), CHUNK):
            part = ids[at : at + CHUNK]
            sql = f"SELECT key FROM articles WHERE id {_among(part)}"
            found += (row[0] for row in self._db.rows(sql, *part))
        return found

    def states(self, keys: Sequence[int] | None = None) -> Iterator[tuple[int, str]]:
        """For each article with names or direct quotations its key and their state.

        The state is a text that is another one when the article, its names or its quotations
        are others. Of all articles, or of those of `keys`; in the order of keys, ascending.
        """
        for among, values in self._chunks(keys):
            articles, *parts = (
                dict(self._db.rows(sql.format(among=among), *values)) for sql in _STATES
            )
            for key in sorted(articles.keys() & (parts[0].keys() | parts[1].keys())):
                yield key, "|".join([articles[key], *(part.get(key, "") for part in parts)])

    def of(self, keys: Sequence[int]) -> Iterator[ArticleFacts]:
        """What is known in each article of `keys` (ascending), in this order."""
        labels: dict[str, Label] = dict(self._db.rows("SELECT id, label FROM entities"))
        for among, values in self._chunks(keys):
            names, quotes = (
                _by_article(self._db.rows(sql.format(among=among), *values))
                for sql in (_NAMES, _QUOTES)
            )
            for key, *columns in self._db.rows(_ARTICLES.format(among=among), *values):
                yield ArticleFacts(
                    key,
                    _article(*columns),
                    tuple(Linked(s, e, labels[e]) for _, s, e in names[key] if e in labels),
                    tuple(Said(Span(s, e), w, bool(c)) for _, s, e, w, c in quotes[key]),
                )

    def _chunks(self, keys: Sequence[int] | None) -> Iterator[tuple[str, Sequence[int]]]:
        """Conditions on an article's key, with their values, that together mean all of `keys`."""
        if keys is None:
            end = self._db.rows("SELECT coalesce(max(key), -1) FROM articles")[0][0]
            for first in range(0, end + 1, CHUNK):
                yield _RANGE, (first, first + CHUNK - 1)
            return
        for at in range(0, len(keys), CHUNK):
            part = keys[at : at + CHUNK]
            yield _among(part), part


def _among(values: Sequence[object]) -> str:
    return f"IN ({','.join('?' * len(values))})"


def _by_article(rows: Sequence[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _article(article_id: ArticleId, text: str, language: str | None, written: str) -> Article:
    """As much of an article as tells its passages."""
    paragraphs = tuple(Paragraph(n, k, Span(s, e)) for n, k, s, e in json.loads(written))
    return Article(
        id=article_id,
        path="",
        title=None,
        text=text,
        paragraphs=paragraphs,
        folded=(),
        language=language,
        published=None,
        source=None,
        byline=(),
        dateline=None,
        digest="",
        alignment=None,
    )
