"""What opening a library costs: counts and the newest articles come from indexes of the store,
what is read of the index's files is given back, and each file is mapped once."""

from dataclasses import replace
from pathlib import Path

from corpus.article import build
from corpus.clean import clean
from corpus.database import Database
from corpus.store import Store
from corpus.types import Article, ArticleId
from index.answers import RELEASED
from index.library import Library


def dated(number: int, published: str | None, language: str | None) -> Article:
    """An article of a day."""
    name = f"{number}.txt"
    made = build(ArticleId(name), name, clean(f"Voici le texte {number}."), alignment=False)
    assert isinstance(made, Article)
    return replace(made, published=published, language=language)


def filled(path: Path) -> Store:
    store = Store(path)
    with store.transaction():
        for number, (day, language) in enumerate(
            [
                ("2020-01-02", "fr"),
                (None, "fr"),
                ("2021-05", "en"),
                ("2021-05-03", None),
                ("2020-01-02", "en"),
                ("", "fr"),
            ]
        ):
            store.put(dated(number, day, language), number)
    return store


def test_the_newest_articles_come_first_those_without_a_date_last(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.sqlite")
    wanted = ["3.txt", "2.txt", "0.txt", "4.txt", "5.txt", "1.txt"]
    assert [info.id for info in store.lists.latest(10)] == wanted
    assert [info.id for info in store.lists.latest(3)] == wanted[:3]
    infos = {info.id: info for info in store.infos()}
    assert store.lists.latest(10) == [infos[ArticleId(name)] for name in wanted]


def test_counts_and_newest_are_read_from_indexes(tmp_path: Path) -> None:
    """Never from the table, whose rows hold the texts."""
    store = filled(tmp_path / "store.sqlite")
    for sql in (
        "SELECT language, count(*), sum(passages) FROM articles GROUP BY language",
        "SELECT id FROM articles ORDER BY published DESC, path, position LIMIT 2",
    ):
        [plan] = [row[3] for row in store._db.rows(f"EXPLAIN QUERY PLAN {sql}")]
        assert " USING " in plan and "INDEX articles_by_" in plan


def test_counts_are_those_of_the_articles(tmp_path: Path) -> None:
    counts = filled(tmp_path / "store.sqlite").lists.counts()
    assert (counts.articles, counts.annotated, counts.passages) == (6, 0, 6)
    assert counts.languages == (("fr", 3), ("en", 2), ("?", 1))


def test_a_file_without_the_later_indexes_gets_them_and_keeps_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    store = filled(path)
    store._db.write("DROP INDEX articles_by_date")
    store._db.write("DROP INDEX articles_by_language")
    store.close()
    store = Store.open_or_remake(path)
    names = {name for (name,) in store._db.rows("SELECT name FROM sqlite_master")}
    assert {"articles_by_date", "articles_by_language"} <= names
    assert store.lists.counts().articles == 6


def test_opening_waits_for_nobody_who_writes(tmp_path: Path) -> None:
    """An update in another process may be in the middle of a transaction."""
    path = tmp_path / "store.sqlite"
    filled(path).close()
    writer = Database(path)
    with writer.transaction():
        writer.write("INSERT INTO meta VALUES ('x', 'y')")
        assert Store(path).lists.counts().articles == 6


def test_what_is_warm_gives_the_same_answers(library: Library) -> None:
    library.warm()
    cold = Library(library.root, library.data)
    try:
        for query in ("explosion", "entr", "co"):
            ours, theirs = (one.search(query, typing=True).hits for one in (library, cold))
            assert ours == theirs
    finally:
        cold.close()


def test_a_library_without_an_index_is_warm_at_once(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    library = Library(tmp_path / "articles", tmp_path / "data")
    library.warm()
    library.close()


def test_the_pages_of_the_files_are_given_back_now_and_then_and_answers_stay(
    library: Library,
) -> None:
    hits = library.search("explosion").hits
    answers = library._engine.answers()
    assert answers is not None
    released = []
    generation = answers._generation
    text = generation.text._collection.segments[0].arrays.file  # type: ignore[attr-defined]
    give_back = text.release
    text.release = lambda: released.append(give_back())
    for _ in range(RELEASED):
        assert library.search("explosion").hits == hits
    assert len(released) == 1


def test_each_file_of_the_index_is_mapped_once(library: Library) -> None:
    """Whoosh asks for terms and for documents apart; mapped twice a file counts twice."""
    library.refresh()
    answers = library._engine.answers()
    assert answers is not None
    reader = answers._generation.text._collection.reader
    leaves = [leaf for leaf, _ in reader.leaf_readers()]
    assert all(leaf._terms.arrays() is leaf._perdoc._arrays for leaf in leaves)
