"""Facets: articles counted by source, month, language and names, with clauses that narrow."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.facets import facets
from index.facts.meant import called
from index.known import known_words
from index.lexicon import Lexicon
from index.query.parser import parse
from index.query.planner import plan
from index.query.whoosh_query import to_whoosh
from tests.index.facts.stories import Shelf, Story, put

STORIES = [
    Story(
        "a.txt",
        ["[Ana Lirelle] est à {Orvelle}.", "[Ana Lirelle] et <Lonex> encore à {Orvelle}."],
        published="2021-03-04",
        source="La Gazette",
    ),
    Story("b.txt", ["[Ana Lirelle] part."], published="2021-03", source="La Gazette"),
    Story("c.txt", ["[Tom Duvarne] arrive à {Orvelle}."], published="2021", source="Le Fanal"),
    Story("d.txt", ["[Tom Duvarne] leaves."], published="2020-12-31", language="en"),
    Story("e.txt", ["Personne ne vient."]),
]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A library of the five articles."""
    opened = Shelf(tmp_path / "data", STORIES)
    yield opened
    opened.close()


def counted(shelf: Shelf, *docs: int, limit: int = 10) -> dict[str, list[tuple[str, int]]]:
    """The labels of each facet with their counts, over some documents (all, if none is given)."""
    facts = shelf.facts()
    chosen = np.array(docs, dtype=np.uint32) if docs else facts.articles.live
    return {
        facet.field: [(value.label, value.articles) for value in facet.values]
        for facet in facets(facts, shelf.store, chosen, limit=limit)
    }


def test_articles_are_counted(shelf: Shelf) -> None:
    """Not passages; a date known to the year has no month, no source is no value."""
    assert counted(shelf) == {
        "source": [("La Gazette", 2), ("Le Fanal", 1)],
        "month": [("2021-03", 2), ("2020-12", 1)],
        "language": [("fr", 4), ("en", 1)],
        "person": [("Ana Lirelle", 2), ("Tom Duvarne", 2)],
        "place": [("Orvelle", 2)],
        "org": [("Lonex", 1)],
    }


def test_only_what_matched_is_counted(shelf: Shelf) -> None:
    """The first passage of the first article: no organisation, one place."""
    found = counted(shelf, 0)
    assert found["org"] == []
    assert found["place"] == [("Orvelle", 1)]
    assert found["source"] == [("La Gazette", 1)]


def test_no_passages(shelf: Shelf) -> None:
    """Nothing found has no values, and the fields asked for stay."""
    facts = shelf.facts()
    nothing = np.empty(0, dtype=np.uint32)
    found = facets(facts, shelf.store, nothing, fields=("org", "month"))
    assert [(facet.field, facet.values) for facet in found] == [("org", ()), ("month", ())]


def test_the_limit_keeps_the_most_frequent(shelf: Shelf) -> None:
    """And nothing else."""
    found = counted(shelf, limit=1)
    assert found["source"] == [("La Gazette", 2)]
    assert len(found["person"]) == 1


def test_entities_that_are_gone_are_left_out(shelf: Shelf) -> None:
    """Linking may have dropped an entity before the facts index follows; the next one is shown."""
    shelf.names._db.write("DELETE FROM entities WHERE id = 'per:ana-lirelle'")
    assert counted(shelf, limit=1)["person"] == [("Tom Duvarne", 2)]


def test_clauses(shelf: Shelf) -> None:
    """As the grammar writes them."""
    facts = shelf.facts()
    found = {
        facet.field: facet.values[0].query
        for facet in facets(facts, shelf.store, facts.articles.live)
    }
    assert found == {
        "source": 'source:"La Gazette"',
        "month": "date:2021-03",
        "language": "lang:fr",
        "person": 'person:"Ana Lirelle"',
        "place": 'place:"Orvelle"',
        "org": 'org:"Lonex"',
    }


def test_two_of_one_name_have_clauses_of_their_own(shelf: Shelf) -> None:
    """By their ids, also where the names differ in a hyphen only; another label is no matter."""
    put(shelf.store, [Story("f.txt", ["[Jean-Paul Ostrel], <Ana Lirelle>."])])
    shelf.names._db.write(
        "INSERT INTO entities VALUES ('per:autre', 'Jean Paul Ostrel', 'PER', 1, 1)"
    )
    shelf.names._db.write(
        "INSERT INTO forms VALUES ('per:autre', 'Jean Paul Ostrel', 'jean paul ostrel', 1)"
    )
    shelf.index()
    shelf.refresh()
    facts = shelf.facts()
    [persons] = facets(facts, shelf.store, facts.articles.live, fields=("person",))
    clauses = {value.label: value.query for value in persons.values}
    assert clauses["Jean-Paul Ostrel"] == 'person:"per:jean-paul-ostrel"'
    assert clauses["Ana Lirelle"] == 'person:"Ana Lirelle"'


def test_each_clause_means_its_entity(shelf: Shelf) -> None:
    """What stands between the marks leads back to it, and to it alone."""
    facts = shelf.facts()
    for facet in facets(facts, shelf.store, facts.articles.live, fields=("person", "place", "org")):
        for value in facet.values:
            [entity] = called(shelf.store, value.query.split(":", 1)[1].strip('"'))
            assert shelf.names.entities([entity])[0].name == value.label


def test_who_is_called_so(shelf: Shelf) -> None:
    """In any capitals and joined in any way; by id; of the label asked for; not by a form alone."""
    put(
        shelf.store,
        [Story("f.txt", ["[Jean-Loup d'Œrvane], [Jean-Loup d'Œrvane], [Œrvane], <L’Orvance>."])],
    )
    [jean] = called(shelf.store, "jean loup oervane")
    assert shelf.names.entities([jean])[0].name == "Jean-Loup d'Œrvane"
    assert called(shelf.store, "JEAN-LOUP D’ŒRVANE") == (jean,)
    assert called(shelf.store, "oervane") == ()
    assert len(called(shelf.store, "orvance")) == 1
    assert called(shelf.store, "per tom duvarne") == ("per:tom-duvarne",)
    for label in ("LOC", "ORG"):
        assert called(shelf.store, "Tom Duvarne", label) == ()
        assert called(shelf.store, "per:tom-duvarne", label) == ()
    assert called(shelf.store, "?!") == ()
    assert called(shelf.store, "Tom Duvar") == ()


def test_each_clause_finds_its_articles(shelf: Shelf) -> None:
    """Typed as a query, it is read and found again: just the articles that were counted."""
    put(
        shelf.store,
        [
            Story(
                "f.txt", ["[Ana Lirelle-Ost] et [Jean-Loup d'Œrvane]."], source="Le « Fanal » / AF"
            ),
            Story(
                "g.txt",
                ['<L’Orvance>, <L’Orvance>, {Orvelle-sur-Dran}, <Le "Pont">.'],
                "2021-03-05",
            ),
        ],
    )
    two = "INSERT INTO entities VALUES (?, 'Tom Duvarne', 'PER', 1, 1)"
    shelf.names._db.write(two, "per:tom-duvarne-2")
    form = "INSERT INTO forms VALUES (?, 'Tom Duvarne', 'tom duvarne', 1)"
    shelf.names._db.write(form, "per:tom-duvarne-2")
    shelf.index()
    shelf.refresh()
    facts = shelf.facts()
    text, store = facts.articles.text, shelf.store
    lexicon = Lexicon(shelf.folder.lexicon)
    words = known_words(
        store,
        lexicon,
        languages=["fr"],
        passages=text.size,
        frequency=text.frequency,
        sources=lambda: text.codes("source")[1],
    )
    for facet in facets(facts, store, facts.articles.live):
        for value in facet.values:
            planned = plan(parse(value.query), words)
            found = facts.articles.of(text.matched(to_whoosh(planned, facts.matched)))
            if facet.field == "month":
                # "2021" may be in March: it answers, but is not counted.
                found = found[facts.articles.months[0][found] >= 0]
            assert len(found) == value.articles, (value, planned.remarks)
    lexicon.close()
