"""What passages hold, asked of both indexes and compared with the store's own answers."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh.query import Every

from corpus.passages import passages
from corpus.types import EntityId
from index.facts.facts import Facts
from index.facts.named import NAMES
from index.facts.schema import FIELDS
from tests.index.facts.stories import Shelf, Story, put

STORIES = [
    Story(
        "a.txt",
        [
            "[Ana Lirelle] visite {Orvelle} avec [Tom Duvarne].",
            "« Les digues tiendront cet hiver » :[Ana Lirelle]. « Il faudra des pompes » aussi.",
            "À {Orvelle}, {Orvelle} et encore {Orvelle}, <Lonex> se tait.",
        ],
        published="2021-03-04",
        source="La Gazette",
    ),
    Story(
        "b.txt",
        ["[Tom Duvarne] répond : « Les pompes » sont là. « Les digues » :[Tom Duvarne] attendent."],
        published="2021-04",
        source="Le Fanal",
    ),
    Story("c.txt", ["Rien de nommé dans cet article."]),
]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A library of the three articles, both indexes made."""
    opened = Shelf(tmp_path / "data", STORIES)
    yield opened
    opened.close()


def entity(shelf: Shelf, name: str) -> EntityId:
    """The entity of a name."""
    return shelf.names.named(name)[0]


def places(shelf: Shelf, facts: Facts, docs: np.ndarray) -> list[tuple[str, int]]:
    """Documents as an article's id and the number of its passage among all of its own."""
    text = facts.articles.text
    found = []
    for key, start in zip(text.column("key")[docs], text.column("start")[docs], strict=True):
        [article_id] = [i.id for i in shelf.store.infos() if shelf.store.key(i.id) == key]
        article = shelf.store.article(article_id)
        assert article is not None
        starts = [p.span.start for p in passages(article)]
        found.append((article_id, starts.index(start)))
    return sorted(found)


def test_passages_of_an_entity(shelf: Shelf) -> None:
    """Where it is named, and where it speaks; several entities together."""
    facts = shelf.facts()
    ana, tom, orvelle = (entity(shelf, n) for n in ("Ana Lirelle", "Tom Duvarne", "Orvelle"))
    assert places(shelf, facts, facts.passages_of([ana])) == [("a.txt", 0), ("a.txt", 1)]
    assert places(shelf, facts, facts.passages_of([ana], "speaker")) == [("a.txt", 1)]
    assert places(shelf, facts, facts.passages_of([ana], "place")) == []
    assert len(facts.passages_of([ana, tom])) == 3
    assert facts.frequency(orvelle) == 2
    assert (facts.quotations(tom), facts.quotations(orvelle)) == (1, 0)
    assert facts.frequency(EntityId("per:nobody")) == 0
    assert facts.passages_of([EntityId("per:nobody")]).tolist() == []


def test_what_is_quoted(shelf: Shelf) -> None:
    """By stems, whole phrases inside one quotation only."""
    facts = shelf.facts()
    assert len(facts.quoted(["pomp"])) == 2
    assert len(facts.quoted(["pomp", "digu"])) == 2
    assert len(facts.quoted(["digu", "tiendront"], phrase=True)) == 1
    # « … cet hiver » « Il faudra … »: side by side in the text, but in two quotations.
    assert len(facts.quoted(["hiv", "faudr"])) == 1
    assert len(facts.quoted(["hiv", "faudr"], phrase=True)) == 0
    assert len(facts.quoted(["attendent"])) == 0
    assert len(facts.quoted([])) == 0


def test_counts_of_articles_and_passages(shelf: Shelf) -> None:
    """An article counts once, however often it names; in the documents given only."""
    facts = shelf.facts()
    every = facts.articles.text.matched(Every())
    orvelle, tom = entity(shelf, "Orvelle"), entity(shelf, "Tom Duvarne")
    assert dict(facts.entities_in(every))[orvelle] == 2
    assert facts.article_counts(every, "place") == [(orvelle, 1)]
    assert facts.article_counts(every, "person")[0] == (tom, 2)
    assert facts.entities_in(every[:0]) == []
    first = facts.passages_of([orvelle])[:1]
    assert set(facts.entities_of(int(first[0]))) == {n for n, _ in facts.entities_in(first)}


def test_without_a_facts_index(shelf: Shelf) -> None:
    """While there is none, nothing is named."""
    facts = Facts(None, shelf.facts().articles.text)
    every = facts.articles.live
    assert facts.entities_in(every) == []
    assert len(facts.passages_of([entity(shelf, "Orvelle")])) == 0
    assert len(facts.quoted(["pomp"])) == 0
    assert facts.quotations(entity(shelf, "Orvelle")) == 0


NAMES_OF = {
    "[": ["Ana Lirelle", "Tom Duvarne", "Ivo Castamir", "Léa Brondel", "Max Ferrugia"],
    "{": ["Orvelle", "Pont-Albrec", "Kasserol", "Valdrone"],
    "<": ["Lonex", "Ulphar", "Comité des Digues"],
}
CLOSING = {"[": "]", "{": "}", "<": ">"}


def random_story(number: int, chance: random.Random) -> Story:
    """An article of one to five passages with up to six names each, some of which speak."""
    paragraphs = []
    for _ in range(chance.randint(1, 5)):
        parts = []
        for _ in range(chance.randint(0, 6)):
            mark = chance.choice("[{<")
            name = mark + chance.choice(NAMES_OF[mark]) + CLOSING[mark]
            said = "« On verra » :" if chance.random() < 0.2 else "il y a "
            parts.append(said + name)
        paragraphs.append(", ".join([*parts, "dit-on."]))
    return Story(f"{number}.txt", paragraphs, f"20{chance.randint(10, 20)}-05-06")


def expected(shelf: Shelf) -> dict[tuple[str, int], tuple[Counter[str], frozenset[str]]]:
    """For each passage that has any, its names and who speaks: from the store, one by one."""
    found = {}
    for info in shelf.store.infos():
        article = shelf.store.article(info.id)
        assert article is not None
        read = shelf.store.annotated(info.id)
        speakers = {m.span: m.entity for m in read.mentions}
        for number, passage in enumerate(passages(article)):
            names = Counter(str(m.entity) for m in read.mentions if passage.span.contains(m.span))
            says = frozenset(
                str(speakers[q.speaker_span])
                for q in read.quotes
                if q.speaker_span and passage.span.contains(q.span)
            )
            if names or says:
                found[info.id, number] = (names, says)
    return found


def held(shelf: Shelf) -> dict[tuple[str, int], tuple[Counter[str], frozenset[str]]]:
    """The same, from the indexes."""
    facts = shelf.facts()
    own = facts._facts
    assert own is not None
    names: defaultdict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    says: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for field in (*NAMES, "speaker"):
        for term in own.terms(field):
            docs, frequencies = own.postings(field, term)
            for doc, often in zip(docs, frequencies, strict=True):
                [place] = places(shelf, facts, facts._docs[[doc]])
                if field == "speaker":
                    says[place].add(term)
                else:
                    names[place][term] += int(often)
    return {p: (names[p], frozenset(says[p])) for p in names.keys() | says.keys()}


@pytest.mark.parametrize("seed", [1, 2])
def test_as_the_store_tells_it_after_every_change(tmp_path: Path, seed: int) -> None:
    """Articles come, change and go; names are linked anew; the index follows each time."""
    chance = random.Random(seed)
    shelf = Shelf(tmp_path / "data", [random_story(n, chance) for n in range(12)])
    assert held(shelf) == expected(shelf)
    for step in range(3):
        changed = [random_story(n, chance) for n in chance.sample(range(16), 3)]
        put(shelf.store, changed)
        with shelf.store.transaction():
            shelf.store.remove_file(f"{step}.txt")
        shelf.index()
        shelf.refresh()
        assert held(shelf) == expected(shelf)
    facts = shelf.facts()
    every = facts.articles.live
    in_passages = Counter(name for names, _ in expected(shelf).values() for name in names)
    assert dict(facts.entities_in(every)) == in_passages
    assert all(facts.frequency(EntityId(n)) == often for n, often in in_passages.items())
    for field in NAMES:
        wanted: Counter[str] = Counter()
        for info in shelf.store.infos():
            mentions = shelf.store.annotated(info.id).mentions
            wanted.update({str(m.entity) for m in mentions if FIELDS[m.label] == field})
        assert dict(facts.article_counts(every, field)) == wanted
    shelf.close()
