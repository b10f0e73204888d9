"""What a library says of one name: how it is written, how it is searched, where it is named."""

from collections.abc import Iterator

import pytest

from corpus.types import ArticleId, EntityId
from index.library import Library
from tests.index.facts.stories import Story, read
from tests.index.prepared import Prepared, prepared

STORIES = [
    Story("late.txt", ["[Ana Lirelle] à {Orvelle}."], "2021-03-04"),
    Story("early.txt", ["[Ana Lirelle], [Lirelle] et [Lirelle]."], "2021-01-04"),
    Story("between.txt", ["{Orvelle} sans elle."], "2021-02"),
    Story("undated.txt", ["[Lirelle] chez [Ana Lirelle], et [Lirelle]."]),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The stories."""
    opened = prepared(tmp_path_factory.mktemp("close"), map(read, STORIES))
    yield opened
    opened.close()


def entity(library: Library, name: str) -> EntityId:
    """The entity of that name."""
    found = library.find_entity(name)
    assert found is not None
    return found


def test_all_spellings_are_counted(library: Library) -> None:
    """The most frequent first; together they are all its mentions."""
    ana = entity(library, "Ana Lirelle")
    assert library.forms(ana) == (("Lirelle", 4), ("Ana Lirelle", 3))
    assert library.forms(EntityId("per:nobody")) == ()


def test_the_clause_finds_what_it_means(library: Library) -> None:
    """Typed into a search it finds the articles that name the entity."""
    for name in ("Ana Lirelle", "Orvelle"):
        one = entity(library, name)
        hits = library.search(library.clause(one)).hits
        assert {hit.info.id for hit in hits} == set(library.articles_naming(one))
    assert library.clause(EntityId("per:nobody")) == ""


def test_articles_are_counted_in_reading_order(library: Library) -> None:
    """The oldest first, the undated last; as one meets them from mention to mention."""
    ana = entity(library, "Ana Lirelle")
    ranks = {
        name: library.rank(ana, ArticleId(f"{name}.txt")) for name in ("early", "late", "undated")
    }
    assert ranks == {"early": (1, 3), "late": (2, 3), "undated": (3, 3)}
    assert library.rank(ana, ArticleId("between.txt")) == (1, 3)
    met, at = [], library.next_mention(ana, ArticleId("early.txt"), -1)
    while at is not None:
        if at.article not in met:
            met.append(at.article)
        at = library.next_mention(ana, at.article, at.span.start)
    assert met == [ArticleId(f"{name}.txt") for name in ("early", "late", "undated")]
