"""The facts index is made, kept up to date and made anew; and what a document holds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Store
from corpus.types import ArticleId, EntityId, Quote, Span
from index.arrays.index import open_index
from index.facts import build
from index.facts.build import refresh
from tests.conftest import never
from tests.index.facts.stories import Shelf, Story, put, read

STORIES = [Story(f"{n}.txt", ["[Ana Lirelle] à {Orvelle}.", "Sans nom."]) for n in range(5)]
ANA = EntityId("per:ana-lirelle")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A library of five articles alike."""
    opened = Shelf(tmp_path / "data", STORIES)
    yield opened
    opened.close()


def test_only_what_changed_is_written_again(shelf: Shelf) -> None:
    """Nothing; one article more; one of several told to be looked at; one of rejected names."""
    assert shelf.refresh() == 0
    put(shelf.store, [Story("d.txt", ["[Ana Lirelle] à {Orvelle}."])])
    shelf.index()
    assert shelf.refresh([ArticleId("0.txt"), ArticleId("gone.txt")]) == 0
    assert shelf.refresh([ArticleId("d.txt")]) == 1
    assert shelf.refresh() == 0
    key = shelf.store.key(ArticleId("0.txt"))
    shelf.names._db.write("UPDATE mentions SET entity = '' WHERE article = ?", key)
    assert shelf.refresh([ArticleId("0.txt")]) == 0
    assert len(shelf.facts().passages_of([ANA])) == 5
    tom = EntityId("per:tom")
    shelf.names._db.write("INSERT INTO entities VALUES (?, 'Tom', 'PER', 1, 1)", tom)
    key = shelf.store.key(ArticleId("1.txt"))
    shelf.names._db.write(
        "UPDATE mentions SET entity = ? WHERE entity = ? AND article = ?", tom, ANA, key
    )
    assert shelf.refresh() == 1
    facts = shelf.facts()
    assert (facts.frequency(ANA), facts.frequency(tom)) == (4, 1)


def test_another_generation_is_seen_by_new_readers_only(shelf: Shelf) -> None:
    """What is open goes on as it was."""
    before = shelf.facts()
    shelf.names._db.write("UPDATE mentions SET entity = '' WHERE entity = ?", ANA)
    shelf.refresh()
    assert len(before.passages_of([ANA])) == 5
    assert len(shelf.facts().passages_of([ANA])) == 0


def test_cancelled_nothing_changes(shelf: Shelf) -> None:
    """And the next time all is done."""
    put(shelf.store, [Story("d.txt", ["[Ana Lirelle] à {Orvelle}."])])
    shelf.index()
    asked = []

    def after_a_while() -> bool:
        asked.append(True)
        return len(asked) > 1

    assert list(refresh(shelf.store, shelf.facts_folder, cancelled=after_a_while)) == []
    assert len(shelf.facts().passages_of([ANA])) == 5
    assert shelf.refresh() == 1
    assert len(shelf.facts().passages_of([ANA])) == 6


# Whoosh leaves a table of contents open that it cannot read.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("harm", ["cut", "gone", "rubbish"])
def test_a_damaged_index_is_made_anew(shelf: Shelf, harm: str) -> None:
    """Whatever happened to its files."""
    for file in shelf.facts_folder.iterdir():
        if harm == "cut":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        elif harm == "gone":
            file.unlink()
        else:
            file.write_bytes(b"rubbish" * 40)
    assert shelf.refresh() == 5
    assert len(shelf.facts().passages_of([ANA])) == 5


def test_another_version_is_made_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the documents, of the analysis, of Unicode."""
    monkeypatch.setattr("index.facts.schema.VERSION", 99)
    assert shelf.refresh() == 5
    assert shelf.refresh() == 0


def test_a_store_made_anew(shelf: Shelf, tmp_path: Path) -> None:
    """Articles have other keys in it: nothing of the former index is left."""
    other = tmp_path / "other"
    other.mkdir()
    store = Store(other / "store.sqlite")
    put(store, [Story("z.txt", ["[Ana Lirelle] seule."])])
    told = list(refresh(store, shelf.facts_folder, cancelled=never))
    assert [(p.stage, p.done, p.total) for p in told] == [(build.STAGE, 0, 1), (build.STAGE, 1, 1)]
    with open_index(shelf.facts_folder).reader() as reader:
        assert reader.doc_count() == 1
    store.close()


def test_facts_of_articles_that_the_text_index_lacks(shelf: Shelf) -> None:
    """They do not count yet; nor do those of articles that it holds no longer."""
    put(shelf.store, [Story("d.txt", ["[Ana Lirelle] à {Orvelle}."])])
    shelf.refresh()
    facts = shelf.facts()
    assert (facts.frequency(ANA), len(facts.passages_of([ANA]))) == (5, 5)
    assert dict(facts.entities_in(facts.articles.live))[ANA] == 5
    with shelf.store.transaction():
        shelf.store.remove_file("0.txt")
    shelf.index()
    facts = shelf.facts()
    assert (facts.frequency(ANA), len(facts.passages_of([ANA]))) == (5, 5)


def test_scare_quotes_are_no_quotations(shelf: Shelf) -> None:
    """They hold no words said, and nothing is written for them."""
    put(shelf.store, [Story("d.txt", ["Un « canard boiteux » nage."])])
    key = shelf.store.key(ArticleId("d.txt"))
    shelf.names._db.write("UPDATE quotes SET kind = 'scare' WHERE article = ?", key)
    shelf.index()
    assert shelf.refresh() == 0
    put(shelf.store, [Story("e.txt", ["« Oui » :[Ana Lirelle]. Un « canard boiteux »."])])
    shelf.names._db.write("UPDATE quotes SET kind = 'scare' WHERE speaker IS NULL")
    shelf.index()
    assert shelf.refresh() == 1
    assert len(shelf.facts().quoted(["oui"])) == 1
    assert len(shelf.facts().quoted(["canard"])) == 0


def test_passages_of_one_long_paragraph(tmp_path: Path) -> None:
    """They share their paragraph's number: each has the names of its own characters only."""
    filling = "Cette phrase ne nomme personne et ne dit rien de plus. " * 30
    story = Story("a.txt", [f"[Ana Lirelle] ouvre. {filling}[Tom Duvarne] ferme. {filling}"])
    shelf = Shelf(tmp_path / "data", [story])
    facts = shelf.facts()
    [first], [last] = (
        facts.passages_of([shelf.names.named(name)[0]]).tolist()
        for name in ("Ana Lirelle", "Tom Duvarne")
    )
    assert first < last
    shelf.close()


def test_quotations_in_quotations_and_across_passages(tmp_path: Path) -> None:
    """Words count once; what goes on is one phrase; a quotation over a cut is in both passages."""
    filling = "Cette phrase ne nomme personne et ne dit rien de plus. " * 30
    story = Story("a.txt", [f"Il dit : le port noir, oui, sera fermé demain. {filling}"])
    shelf = Shelf(tmp_path / "data", [story])
    article, annotated = read(story)
    text, end = article.text, len(article.text)

    def quote(begin: str, stop: int, *, continues: bool = False) -> Quote:
        start = text.index(begin)
        span = Span(start, stop or start + len(begin))
        return Quote(article.id, span, "direct", None, None, None, continues)

    quotes = (
        quote("le port noir, oui", 0),
        quote("port noir", 0),
        quote("sera fermé", 0, continues=True),
        quote("Cette", end),
    )
    with shelf.store.transaction():
        shelf.store.facts.put(shelf.store.key(article.id), type(annotated)(article.id, (), quotes))
    shelf.refresh()
    facts = shelf.facts()
    assert len(facts.quoted(["port", "noir", "oui", "ferm"], phrase=True)) == 1
    assert len(facts.quoted(["ferm", "phras"], phrase=True)) == 0
    assert len(facts.quoted(["phras"])) == len(facts.articles.live) > 1
    shelf.close()
