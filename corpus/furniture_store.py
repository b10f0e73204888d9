"""The part of the store that knows which lines each source prints under its articles."""

from collections import defaultdict

from corpus.boilerplate import MIN_HOSTS, fold, group, is_furniture, lines
from corpus.database import Database
from corpus.types import Article, ArticleId

_KEY = "(SELECT key FROM articles WHERE id = ?)"


class FurnitureStore:
    """Reached as `Store.furniture`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, frozenset[int]] | None = None

    def put(self, article: Article) -> None:
        """Count the lines of a new article, given as it was cleaned."""
        self._db.write_all(
            f"INSERT INTO lines VALUES ({_KEY}, ?)", ((article.id, line) for line in lines(article))
        )
        self._set_learned(False)

    def drop(self, article_id: ArticleId) -> None:
        """Count the lines of an article no longer."""
        self._db.write(f"DELETE FROM lines WHERE article = {_KEY}", article_id)
        self._set_learned(False)

    def folded(self, article: Article) -> Article:
        """An article, given as it was cleaned, with what is known as furniture folded."""
        if self._known is None:
            known = defaultdict(set)
            for grp, line in self._db.rows("SELECT grp, line FROM furniture"):
                known[grp].add(line)
            self._known = {grp: frozenset(found) for grp, found in known.items()}
        found = self._known.get(group(article))
        return fold(article, found) if found else article

    def learn(self) -> list[ArticleId]:
        """Count anew which lines are furniture; the articles that hold one of those that changed.

        Empty, and quick, where no article came or went since the last time.
        """
        if self._db.rows("SELECT 1 FROM meta WHERE key = 'learned' AND value = 'yes'"):
            return []
        before = set(self._db.rows("SELECT grp, line FROM furniture"))
        now = self._counted()
        self._db.write("DELETE FROM furniture")
        self._db.write_all("INSERT INTO furniture VALUES (?, ?)", sorted(now))
        self._known = None
        self._set_learned(True)
        held = (
            self._db.rows(
                "SELECT a.id FROM lines l JOIN articles a ON a.key = l.article"
                " WHERE l.line = ? AND a.grp = ?",
                *(line, grp),
            )
            for grp, line in before ^ now
        )
        return sorted({article_id for found in held for (article_id,) in found})

    def _counted(self) -> set[tuple[str, int]]:
        """The furniture of each source."""
        hosts = dict(self._db.rows("SELECT grp, count(DISTINCT host) FROM articles GROUP BY grp"))
        rows = self._db.rows(
            "SELECT a.grp, l.line, count(DISTINCT a.host) AS hosts"
            " FROM lines l JOIN articles a ON a.key = l.article"
            " GROUP BY a.grp, l.line HAVING hosts >= ?",
            MIN_HOSTS,
        )
        return {(grp, line) for grp, line, count in rows if is_furniture(count, hosts[grp])}

    def _set_learned(self, value: bool) -> None:
        word = "yes" if value else "no"
        self._db.write("INSERT OR REPLACE INTO meta VALUES ('learned', ?)", word)
