"""What recoupe knows of a folder's articles: one SQLite file, all of it derived.

The file may be deleted at any time; the next update makes it again. Writing is done by one
process at a time (the holder of the library's lock), in transactions after each of which the
file is whole; readers see the last finished transaction.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.database import Database, remove_database
from corpus.name_store import NameStore
from corpus.types import (
    Alignment,
    Article,
    ArticleId,
    ArticleInfo,
    Folded,
    Paragraph,
    Problem,
    Span,
)

_INFO = "id, title, source, published, language, paragraphs"

Stage = Literal["indexed", "annotated"]
"""What an article goes through after it has been read; also the columns' names."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the store holds; `annotated` are articles whose names have been read."""

    articles: int
    passages: int
    entities: int
    annotated: int
    problems: int
    languages: tuple[tuple[str, int], ...]


class Store:
    """The open file. Methods may be called from several threads; calls take turns."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path`.

        Raises sqlite3.OperationalError when the file cannot be opened or made, and
        sqlite3.DatabaseError itself when it is damaged or of another version.
        """
        self._db = Database(path)
        self.names = NameStore(self._db)
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

    def files(self) -> dict[str, tuple[int, int]]:
        """Size (bytes) and modification time (nanoseconds) of each file as it was last read."""
        return {path: (size, mtime) for path, size, mtime in self._db.rows("SELECT * FROM files")}

    def set_file(self, path: str, size: int, mtime_ns: int) -> None:
        """Record that a file has been read to its end."""
        self._db.write("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", path, size, mtime_ns)

    def forget_files(self) -> None:
        """Have every file read again by the next update; what is unchanged in them stays."""
        self._db.write("DELETE FROM files")

    def remove_file(self, path: str) -> None:
        """Drop a file that is gone, with its articles and problems."""
        self.keep_only(path, frozenset())
        self._db.write("DELETE FROM files WHERE path = ?", path)
        self._db.write("DELETE FROM problems WHERE path = ?", path)

    # Articles

    def put(self, article: Article, position: int, passages: int) -> bool:
        """Store an article; a new or changed one waits to be indexed and annotated.

        `position` orders it among the articles of its file. Returns whether it is new or changed.
        """
        detail = _detail(article)
        same = self._db.rows("SELECT digest FROM articles WHERE id = ?", article.id)
        if same and same[0][0] == article.digest:
            # The debris around the text may have moved: places in the source follow it.
            self._db.write(
                "UPDATE articles SET position = ?, detail = ? WHERE id = ?",
                *(position, detail, article.id),
            )
            return False
        self._drop([article.id])
        paragraphs = sum(p.number > 0 for p in article.paragraphs)
        self._db.write(
            "INSERT INTO articles (id, path, position, title, source, published, language,"
            " paragraphs, passages, digest, text, detail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(article.id, article.path, position, article.title, article.source),
            *(article.published, article.language, paragraphs, passages),
            *(article.digest, article.text, detail),
        )
        return True

    def keep_only(self, path: str, ids: frozenset[ArticleId]) -> None:
        """Drop the articles of a file that are not among `ids`."""
        known = self._db.rows("SELECT id FROM articles WHERE path = ?", path)
        self._drop([row[0] for row in known if row[0] not in ids])

    def _drop(self, ids: Sequence[ArticleId]) -> None:
        for article_id in ids:
            for (key,) in self._db.rows("SELECT key FROM articles WHERE id = ?", article_id):
                self._db.write("DELETE FROM mentions WHERE article = ?", key)
                self._db.write("DELETE FROM articles WHERE key = ?", key)
                self._db.write("INSERT OR IGNORE INTO stale VALUES (?)", article_id)
                self.names.set_linked(False)

    def article(self, article_id: ArticleId) -> Article | None:
        """The stored article, None where there is none of that id."""
        rows = self._db.rows(
            "SELECT path, title, text, language, published, source, digest, detail"
            " FROM articles WHERE id = ?",
            article_id,
        )
        if not rows:
            return None
        path, title, text, language, published, source, digest, detail = rows[0]
        return Article(
            id=article_id,
            path=path,
            title=title,
            text=text,
            language=language,
            published=published,
            source=source,
            digest=digest,
            **_read_detail(detail),
        )

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
            rows = self._db.rows(f"SELECT {_INFO} FROM articles ORDER BY path, position")
        else:
            marks = ",".join("?" * len(ids))
            rows = self._db.rows(f"SELECT {_INFO} FROM articles WHERE id IN ({marks})", *ids)
        return [ArticleInfo(*row) for row in rows]

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
            for table in ("mentions", "entities", "aliases"):
                self._db.write(f"DELETE FROM {table}")
        else:
            self._db.write("DELETE FROM stale")

    # Problems and counts

    def set_problems(self, path: str, problems: Iterable[Problem]) -> None:
        """Replace the problems of a file (`path` "" for those of the whole library)."""
        self._db.write(
            "DELETE FROM problems WHERE path = ? OR substr(path, 1, ?) = ?",
            *(path, len(path) + 1, f"{path}#"),
        )
        self._db.write_all(
            "INSERT INTO problems VALUES (?, ?, ?)", ((p.path, p.stage, p.reason) for p in problems)
        )

    def problems(self) -> list[Problem]:
        """What could not be read or annotated, by path."""
        rows = self._db.rows("SELECT path, stage, reason FROM problems ORDER BY path, reason")
        return [Problem(*row) for row in rows]

    def counts(self) -> Counts:
        """How much there is of everything."""
        sums = "count(*), coalesce(sum(passages), 0), coalesce(sum(annotated), 0)"
        articles, passages, annotated = self._db.rows(f"SELECT {sums} FROM articles")[0]
        entities = self._db.rows("SELECT count(*) FROM entities")[0][0]
        problems = self._db.rows("SELECT count(*) FROM problems")[0][0]
        languages = self._db.rows(
            "SELECT coalesce(language, '?'), count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return Counts(articles, passages, entities, annotated, problems, tuple(languages))


def _detail(article: Article) -> str:
    """The rest of an article, as JSON: what is only ever read whole."""
    alignment = article.alignment
    return json.dumps(
        {
            "paragraphs": [
                (p.number, p.kind, p.span.start, p.span.end) for p in article.paragraphs
            ],
            "folded": [
                (f.text, f.rule, f.at, f.source and (f.source.start, f.source.end))
                for f in article.folded
            ],
            "byline": article.byline,
            "dateline": article.dateline,
            "alignment": alignment and (alignment.text_starts, alignment.source_starts),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _read_detail(detail: str) -> dict[str, Any]:
    """`_detail`, the other way: keyword arguments of `Article`."""
    read = json.loads(detail)
    alignment = read["alignment"]
    return {
        "paragraphs": tuple(Paragraph(n, k, Span(s, e)) for n, k, s, e in read["paragraphs"]),
        "folded": tuple(Folded(t, r, a, s and Span(*s)) for t, r, a, s in read["folded"]),
        "byline": tuple(read["byline"]),
        "dateline": read["dateline"],
        "alignment": alignment and Alignment(*map(tuple, alignment)),
    }
