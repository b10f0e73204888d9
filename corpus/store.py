"""What recoupe knows of a folder's articles: one SQLite file, all of it derived.

The file may be deleted at any time; the next update makes it again. Writing is done by one
process at a time (the holder of the library's lock), in transactions after each of which the
file is whole; readers see the last finished transaction.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from corpus.article_rows import detail, read_detail
from corpus.database import Database, remove_database
from corpus.list_store import INFO
from corpus.passages import passages
from corpus.shared_database import SharedDatabase
from corpus.store_parts import StoreParts
from corpus.types import Annotated, Article, ArticleId, ArticleInfo, Span

Stage = Literal["indexed", "annotated"]
"""What an article goes through after it has been read; also the columns' names."""


class Store(StoreParts):
    """The open file. Methods may be called from several threads; calls take turns."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or make the file at `path`; with `read_only` one that others write.

        Raises sqlite3.OperationalError when the file cannot be opened or made, and
        sqlite3.DatabaseError itself when it is damaged or of another version (RecoupeError where
        it is of another version and read only).
        """
        super().__init__(SharedDatabase(path) if read_only else Database(path))
        self.changes = self._db.changes
        self.transaction = self._db.transaction
        self.close = self._db.close

    @classmethod
    def open_or_remake(cls, path: Path) -> "Store":
        """The store at `path`, made anew where it is damaged or of another version."""
        try:
            return cls(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            remove_database(path)
            return cls(path)

    # What the parts of the store were made with

    def stamp(self, part: str) -> str | None:
        """The versions that `part` was made with, None when it has not been made."""
        rows = self._db.rows("SELECT value FROM meta WHERE key = ?", part)
        return rows[0][0] if rows else None

    def set_stamp(self, part: str, value: str) -> None:
        """Record the versions that `part` is made with from now on."""
        self._db.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", part, value)

    # Files

    def remove_file(self, path: str) -> None:
        """Drop a file that is gone, with its articles and problems."""
        self.keep_only(path, frozenset())
        self.files.drop(path)

    def rename_file(self, old: str, new: str) -> None:
        """Follow a file to its new path: its articles keep what is known of them."""
        for (article_id,) in self._db.rows("SELECT id FROM articles WHERE path = ?", old):
            self._db.write("INSERT OR IGNORE INTO stale VALUES (?)", article_id)
            renamed = ArticleId(new + article_id[len(old) :])
            self._db.write(
                "UPDATE articles SET id = ?, path = ?, indexed = 0 WHERE id = ?",
                *(renamed, new, article_id),
            )
            self._refold(renamed)
        self.files.rename(old, new)

    # Articles

    def put(self, article: Article, position: int) -> bool:
        """Store an article as it was cleaned; a new or changed one waits to be gone through.

        What is known as its source's furniture is folded. `position` orders it among the
        articles of its file. Returns whether it is new or changed.
        """
        from corpus.boilerplate import group, host

        same = self._db.rows("SELECT digest FROM articles WHERE id = ?", article.id)
        if same and same[0][0] == article.digest:
            # The debris around the text may have moved: places in the source follow it.
            shown = self.furniture.folded(article)
            self._db.write(
                "UPDATE articles SET position = ?, detail = ?, whole = ? WHERE id = ?",
                *(position, detail(shown), _whole(article, shown), article.id),
            )
            return False
        self._drop([article.id])
        self._db.write(
            "INSERT INTO articles (id, path, position, title, source, published, language, grp,"
            " host, digest, paragraphs, passages, text, detail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', '')",
            *(article.id, article.path, position, article.title, article.source),
            *(article.published, article.language, group(article), host(article), article.digest),
        )
        self.furniture.put(article)
        self._show(article, self.furniture.folded(article))
        return True

    def _show(self, article: Article, shown: Article) -> None:
        """Keep the text to show of an article, and the whole one where something is folded."""
        self._db.write(
            "UPDATE articles SET paragraphs = ?, passages = ?, text = ?, detail = ?, whole = ?"
            " WHERE id = ?",
            *(sum(p.number > 0 for p in shown.paragraphs), len(passages(shown))),
            *(shown.text, detail(shown), _whole(article, shown), article.id),
        )

    def settle(self) -> int:
        """Learn which lines are furniture now, and fold or unfold them where they stand.

        Depends on nothing but the articles, not on their order. Returns how many changed; those
        wait to be gone through again.
        """
        with self.transaction():
            return sum(map(self._refold, self.furniture.learn()))

    def _refold(self, article_id: ArticleId) -> bool:
        """Fold an article's furniture as known now; whether that changes its text."""
        from corpus.boilerplate import group

        before = self.article(article_id)
        if before is None:
            return False
        article = self._as_cleaned(before)
        self._db.write("UPDATE articles SET grp = ? WHERE id = ?", group(article), article_id)
        shown = self.furniture.folded(article)
        if shown.text == before.text:
            return False
        self._forget_annotations(article_id)
        self._db.write("UPDATE articles SET indexed = 0, annotated = 0 WHERE id = ?", article_id)
        self._db.write("INSERT OR IGNORE INTO stale VALUES (?)", article_id)
        self._show(article, shown)
        return True

    def _as_cleaned(self, shown: Article) -> Article:
        """The article before its furniture was folded."""
        whole = self._db.rows("SELECT whole FROM articles WHERE id = ?", shown.id)[0][0]
        if whole is None:
            return shown
        text, written = json.loads(whole)
        return replace(shown, text=text, **read_detail(written))

    def keep_only(self, path: str, ids: frozenset[ArticleId]) -> None:
        """Drop the articles of a file that are not among `ids`."""
        known = self._db.rows("SELECT id FROM articles WHERE path = ?", path)
        self._drop([row[0] for row in known if row[0] not in ids])

    def _drop(self, ids: Sequence[ArticleId]) -> None:
        for article_id in ids:
            if self._forget_annotations(article_id):
                self.furniture.drop(article_id)
                self._db.write("DELETE FROM articles WHERE id = ?", article_id)
                self._db.write("INSERT OR IGNORE INTO stale VALUES (?)", article_id)

    def _forget_annotations(self, article_id: ArticleId) -> bool:
        """Drop what was read in an article; whether there is such an article."""
        keys = self._db.rows("SELECT key FROM articles WHERE id = ?", article_id)
        for (key,) in keys:
            self.names.drop(key)
            self.facts.drop(key)
            self.copies.forget(key)
            self.names.set_linked(False)
        return bool(keys)

    def article(self, article_id: ArticleId) -> Article | None:
        """The stored article, None where there is none of that id."""
        rows = self._db.rows(
            "SELECT path, title, text, language, published, source, digest, detail"
            " FROM articles WHERE id = ?",
            article_id,
        )
        if not rows:
            return None
        path, title, text, language, published, source, digest, written = rows[0]
        return Article(
            id=article_id,
            path=path,
            title=title,
            text=text,
            language=language,
            published=published,
            source=source,
            digest=digest,
            **read_detail(written),
        )

    def key(self, article_id: ArticleId) -> int:
        """The number of an article that is there; no other article ever has the same."""
        key: int = self._db.rows("SELECT key FROM articles WHERE id = ?", article_id)[0][0]
        return key

    def text(self, article_id: ArticleId, span: Span) -> str:
        """A piece of an article's text, empty where the article is gone."""
        rows = self._db.rows(
            "SELECT substr(text, ?, ?) FROM articles WHERE id = ?",
            *(span.start + 1, span.end - span.start, article_id),
        )
        return rows[0][0] if rows else ""

    def infos(self, ids: Sequence[ArticleId] | None = None) -> list[ArticleInfo]:
        """What a list shows: of all articles in the folder's order, or of `ids` in no order."""
        if ids is None:
            rows = self._db.rows(f"SELECT {INFO} FROM articles ORDER BY path, position")
        else:
            marks = ",".join("?" * len(ids))
            rows = self._db.rows(f"SELECT {INFO} FROM articles WHERE id IN ({marks})", *ids)
        return [ArticleInfo(*row) for row in rows]

    def infos_by_key(self, keys: Iterable[int]) -> dict[int, ArticleInfo]:
        """What a list shows of the articles of some keys, those that are still there."""
        sql = f"SELECT key, {INFO} FROM articles WHERE key IN (SELECT value FROM json_each(?))"
        rows = self._db.rows(sql, json.dumps(list(keys)))
        return {key: ArticleInfo(*row) for key, *row in rows}

    def with_digests(self, digests: Sequence[str]) -> dict[str, ArticleId]:
        """An article of each digest that one has, the first in the folder's order."""
        rows = self._db.rows(
            "SELECT digest, id FROM articles WHERE digest IN (SELECT value FROM json_each(?))"
            " ORDER BY path DESC, position DESC",
            json.dumps(list(digests)),
        )
        return {digest: ArticleId(article_id) for digest, article_id in rows}

    def ids_like(self, name: str) -> list[ArticleId]:
        """Up to three ids that begin with `name`, an exact one first."""
        return [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM articles WHERE substr(id, 1, ?) = ? ORDER BY id <> ?, id LIMIT 3",
                *(len(name), name, name),
            )
        ]

    # What waits

    def waiting(self, stage: Stage, limit: int) -> list[ArticleId]:
        """Articles not yet through `stage` ("indexed" or "annotated"), in the folder's order."""
        sql = f"SELECT id FROM articles WHERE {stage} = 0 ORDER BY path, position LIMIT ?"
        return [row[0] for row in self._db.rows(sql, limit)]

    def count_waiting(self, stage: Stage) -> int:
        """How many articles are not yet through `stage`."""
        count: int = self._db.rows(f"SELECT count(*) FROM articles WHERE {stage} = 0")[0][0]
        return count

    def stale(self) -> list[ArticleId]:
        """Ids whose former passages may still stand in the index."""
        return [row[0] for row in self._db.rows("SELECT id FROM stale")]

    def set_indexed(self, ids: Iterable[ArticleId], stale: Iterable[ArticleId]) -> None:
        """Record that the index holds `ids` and no longer holds the former passages of `stale`."""
        self._db.write_all("UPDATE articles SET indexed = 1 WHERE id = ?", ((i,) for i in ids))
        self._db.write_all("DELETE FROM stale WHERE id = ?", ((i,) for i in stale))

    def reset(self, stage: Stage) -> None:
        """Have every article go through `stage` again, from nothing."""
        self._db.write(f"UPDATE articles SET {stage} = 0")
        if stage == "annotated":
            for table in ("mentions", "quotes", "dates", "figures", "entities", "forms", "aliases"):
                self._db.write(f"DELETE FROM {table}")
            self.desk.forget()
        else:
            self._db.write("DELETE FROM stale")

    # What is read in articles

    def put_annotated(self, article: Article, annotated: Annotated) -> None:
        """Store what was read in an article, which then counts as annotated."""
        self.names.put(article, annotated.mentions)
        key = self._db.rows("SELECT key FROM articles WHERE id = ?", article.id)[0][0]
        self.facts.put(key, annotated)

    def annotated(self, article_id: ArticleId) -> Annotated:
        """What was read in an article, nothing where that has not been done."""
        mentions = self.names.of_article(article_id)
        return replace(self.facts.of_article(article_id), mentions=tuple(mentions))


def _whole(article: Article, shown: Article) -> str | None:
    """What is needed to unfold an article again, None where no furniture is folded."""
    return None if shown is article else json.dumps((article.text, detail(article)))
