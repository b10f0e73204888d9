"""Names in the store: what is told of articles and entities."""

from pathlib import Path

import pytest

from corpus.store import Store
from corpus.types import ArticleId, EntityId
from tests.corpus.named import PEOPLE, add, contents, filled, relink


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The people of `tests.corpus.named`."""
    return filled(tmp_path / "store.sqlite")


def test_a_linked_name_has_its_entitys_label(store: Store) -> None:
    """Whatever the model made of its own sentence: a list and a text never disagree."""
    add(store, "d.txt", ["Lorvent"], "LOC")
    assert [m.label for m in store.names.of_article(ArticleId("d.txt"))] == ["LOC"]
    relink(store)
    assert [m.label for m in store.names.of_article(ArticleId("d.txt"))] == ["PER"]


def test_names_as_written(store: Store) -> None:
    """Those of each article, in reading order; an article without names gives nothing."""
    add(store, "d.txt", [])
    assert [[text for text, _ in names] for names in store.names.forms()] == list(PEOPLE.values())


def test_entities_by_name_and_by_id(store: Store) -> None:
    """A form leads to all who are written so, those who are called so first."""
    everyone = store.names.entities()
    assert [entity.mentions for entity in everyone] == sorted(
        (entity.mentions for entity in everyone), reverse=True
    )
    assert store.names.entities([everyone[1].id]) == [everyone[1]]
    assert store.names.entities([]) == []
    assert store.names.named("JARRÉ") == ["per:christian-jarre", "per:marcel-jarre"]
    assert store.names.named("Jarre fils") == []


def test_linking_again_after_an_article_has_gone(store: Store, tmp_path: Path) -> None:
    """What only that article told is forgotten."""
    with store.transaction():
        store.remove_file("b.txt")
    assert not store.names.linked()
    relink(store)
    assert store.names.linked()
    fresh = filled(tmp_path / "x.sqlite", {k: v for k, v in PEOPLE.items() if k != "b.txt"})
    assert contents(store) == contents(fresh)


def test_new_articles_get_the_entities_there_are(store: Store) -> None:
    """At once, before all are linked anew; whom nobody has named yet is made anew."""
    add(store, "d.txt", ["Nouvel Venu", "Marcel Jarre", "Jarre", "Lorvent", "—"])
    with store.transaction():
        store.names.link_new()
    assert not store.names.linked()
    ids = [mention.entity for mention in store.names.of_article(ArticleId("d.txt"))]
    [lorvent] = store.names.named("Lorvent")
    marcel = EntityId("per:marcel-jarre")
    assert ids == ["per:nouvel-venu", marcel, marcel, lorvent, None]
    assert [entity.mentions for entity in store.names.entities([marcel, lorvent])] == [4, 4]
    at_once = contents(store)
    relink(store)
    assert contents(store) == at_once


def test_a_new_namesake_takes_nobodys_place(store: Store) -> None:
    """A name that two may mean is nobody's but its own until all are linked anew."""
    add(store, "c2.txt", ["Marcel Jarre", "Jarre"])
    relink(store)
    before = store.names.entities()
    add(store, "d.txt", ["Jarre"])
    with store.transaction():
        store.names.link_new()
    [mention] = store.names.of_article(ArticleId("d.txt"))
    assert mention.entity == "per:jarre"
    assert [entity for entity in store.names.entities() if entity.id != "per:jarre"] == before
