"""The concordance agrees with the marks in the texts, over an index of several segments."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.passages import passages
from corpus.store import Store
from corpus.types import Article, ArticleId, EntityId, Mention, Paragraph, Passage, Span
from index.analysis import fold, tokenize
from index.arrays.executor import Executor
from index.arrays.index import open_index
from index.build import Builder
from index.concordance.concordance import Concordances
from index.concordance.rows import Rows, joined
from index.days import days
from index.engine import Generation
from index.facts.facts import Facts
from index.lexicon import Lexicon
from index.query.plan import Plan
from index.query.spans import spans
from index.query.whoosh_query import to_whoosh
from index.search import Search
from index.types import KwicLine, KwicSort

FRENCH = (
    "le la de l’ du et en pêche péché pêches pêcheur port ports portail Élysée préfète préfet "
    "d’ aujourd'hui œuvre nord-coréen 1 000 navire navires quai Kovaltchouk Kovalchuk peut être"
)
ENGLISH = "the of to and a port ports fishing fisher was navies navy quay lying lie Kovalchuk by"
QUERIES = (
    *"pêche port ports peche préfète élysée 1000 navires lying navy Kovaltchouk".split(),
    *('"port de pêche"', '"la pêche"', "pêch*", "por*", '="pêche"', '="la pêche"', "navir~"),
    *("port pêche", "port OR quai", "port -quai", "quay", '"port quai"~3', "nord-coréen", "p?rt"),
    *(
        '"navire du quai nord"',
        "title:port",
        "lang:en port",
        '"Kovaltchouk port"',
        "aujourd'hui",
        "rien",
        "le",
        "",
        "l'œuvre",
    ),
)
PLANTED = ("", "navire du quai nord", "Lev Kovaltchouk", "Kovaltchouk_bis")
"""What chance would not put together, and a word that is a name's only for who reads words."""
SORTS: tuple[KwicSort, ...] = (
    "article", "date", "source", "left1", "left2", "left3", "right1", "right2", "right3",
)  # fmt: skip


def written(number: int, chance: random.Random) -> Article:
    """An article of words that follow each other by chance."""
    code = chance.choice(["fr", "fr", "fr", "en", None])
    vocabulary = (ENGLISH if code == "en" else FRENCH).split()
    blocks = [
        " ".join([chance.choice(PLANTED), *chance.choices(vocabulary, k=chance.randint(0, 70))])
        .replace("’ ", "’")
        .strip()
        for _ in range(chance.randint(1, 4))
    ]
    text, paragraphs = "", []
    for at, block in enumerate(blocks):
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{block}" if text else block
        paragraphs.append(Paragraph(at, "body" if at else "title", Span(start, len(text))))
    name = f"{number:02}.txt"
    return Article(
        id=ArticleId(name),
        path=name,
        title=blocks[0],
        text=text,
        paragraphs=tuple(paragraphs),
        folded=(),
        language=code,
        published=chance.choice(["2021", "2021-03", "2020-02-11", None]),
        source=chance.choice(["Le Cap", "Écho", None]),
        byline=(),
        dateline=None,
        digest=str(number),
        alignment=None,
    )


def named(article: Article) -> list[Mention]:
    """Each Kovaltchouk, but not those after a stop word: some forms are no names."""
    tokens = list(tokenize(article.text))
    found = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.folded.startswith("koval") and article.text[token.end : token.end + 1] != "_":
            if before is None or len(before.folded) > 3:
                found.append(Mention(article.id, Span(token.start, token.end), "PER", None))
            elif before.folded == "lev":
                found.append(Mention(article.id, Span(before.start, token.end), "PER", None))
    return found


class Library:
    """Forty articles in three segments, some of them deleted."""

    def __init__(self, folder: Path) -> None:
        chance = random.Random(4)
        self.articles = {article.id: article for article in (written(n, chance) for n in range(40))}
        self.store = Store(folder / "store.sqlite")
        self.lexicon = Lexicon(folder / "lexicon")
        listed = list(self.articles.values())
        chance.shuffle(listed)
        for some in (listed[:25], listed[25:38], listed[38:]):
            with self.store.transaction(), Builder(folder / "index", self.lexicon) as builder:
                for article in some:
                    self.store.put(article, 0)
                    self.store.names.put(article, named(article))
                    builder.add(article, self.store.key(article.id))
                for gone in listed[3:6] if article is listed[-1] else ():
                    builder.remove(gone.id)
                    del self.articles[gone.id]
                builder.commit()
        with self.store.transaction():
            self.store.names.link_new()
        text = Executor(open_index(folder / "index").reader())
        self.text = text
        generation = Generation(text, Facts(None, text))
        self.concordances = Concordances(generation, self.store)
        self.search = Search(self.store, self.lexicon, generation)

    def plan(self, query: str) -> Plan:
        """A query as the library reads it."""
        return self.search.plan(query, typing=False)

    def answers(self, understood: Plan) -> set[tuple[str, int, int]]:
        """Article, number and start of the passages that a search finds."""
        if understood.empty:
            return set()
        docs = self.text.matched(to_whoosh(understood))
        ids = dict(self.store.places.articles())
        place = zip(
            *(self.text.column(c)[docs].tolist() for c in ("key", "number", "start")), strict=True
        )
        return {(ids[key], number, start) for key, number, start in place}

    def lines(self, query: str, sort: KwicSort = "article") -> list[KwicLine]:
        """All lines of a query."""
        return list(self.concordances.page(query, self.plan(query), sort=sort, limit=None).lines)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One library for all queries."""
    made = Library(tmp_path_factory.mktemp("kwic"))
    yield made
    made.store.close()
    made.lexicon.close()


def shifted(span: Span, passage: Passage) -> Span:
    """A span of a passage's text in its article's."""
    return Span(span.start + passage.span.start, span.end + passage.span.start)


@pytest.mark.parametrize("query", QUERIES)
def test_lines_are_the_marks_of_the_texts(library: Library, query: str) -> None:
    """All that `spans` marks in the passages found, each once, in the folder's order."""
    understood = library.plan(query)
    lines = library.lines(query)
    answers = library.answers(understood)
    expected = [
        (article.id, passage, shifted(span, passage))
        for article in library.articles.values()
        for passage in passages(article)
        if (article.id, passage.number, passage.span.start) in answers
        for span in spans(article.slice(passage.span), article.language, understood)
    ]
    assert [(line.info.id, line.passage, line.span) for line in lines] == expected
    asked = query not in ("rien", "le", "")
    assert bool(lines) == asked


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=14))
def test_of_overlapping_rows_the_first_stays(found: list[tuple[int, int]]) -> None:
    """Then the longest; the next is the first one that begins behind it: as marks are chosen."""
    ends = [(first, first + more) for first, more in found]
    parts = [Rows(*np.array(ends[at::2], np.int64).reshape(-1, 2).T) for at in (0, 1)]
    expected: list[tuple[int, int]] = []
    for first, last in sorted(ends, key=lambda end: (end[0], -end[1])):
        if not expected or first > expected[-1][1]:
            expected.append((first, last))
    chosen = joined(parts)
    assert list(zip(chosen.first.tolist(), chosen.last.tolist(), strict=True)) == expected


def words_beside(library: Library, line: KwicLine, side: str, nth: int) -> list[tuple[str, str]]:
    """The `nth` word beside a keyword and two more, as a dictionary sorts them."""
    article = library.articles[line.info.id]
    tokens = list(tokenize(article.slice(line.passage.span)))
    places = [shifted(Span(t.start, t.end), line.passage) for t in tokens]
    if side == "left":
        beside = [t for t, p in zip(tokens, places, strict=True) if p.end <= line.span.start][::-1]
    else:
        beside = [t for t, p in zip(tokens, places, strict=True) if p.start >= line.span.end]
    found = [(t.folded, t.exact) for t in beside[nth - 1 : nth + 2]]
    return found + [("", "")] * (3 - len(found))


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("query", ["port", '"port de pêche"', '"port quai"~3'])
def test_lines_are_sorted(library: Library, query: str, sort: KwicSort) -> None:
    """As Python sorts them by what stands beside them; those alike by article and place."""

    def key(line: KwicLine) -> object:
        if sort == "article":
            return ()
        if sort == "date":
            known = line.info.published
            return (known is None, days(known)[0] if known else 0)
        if sort == "source":
            return (line.info.source is None, fold(line.info.source or ""))
        return words_beside(library, line, sort[:-1], int(sort[-1]))

    assert library.lines(query, sort) == sorted(library.lines(query), key=key)


@pytest.mark.parametrize("sort", SORTS)
def test_pages_are_pieces_of_the_whole(library: Library, sort: KwicSort) -> None:
    """A page is what stands there in all lines; the total says how many there are."""
    whole = library.lines("por*", sort)
    understood = library.plan("por*")
    for offset, limit in ((0, 1), (0, 7), (3, 20), (40, 60), (150, 400), (5000, 5), (9, 0)):
        page = library.concordances.page("por*", understood, sort=sort, limit=limit, offset=offset)
        assert list(page.lines) == whole[offset : offset + limit]
        assert page.total == len(whole) > 150


def test_context_comes_from_around_the_passage(library: Library) -> None:
    """Of the article's text, blanks one each, the keyword as it is written."""
    for line in library.lines("pêche"):
        text = library.articles[line.info.id].text
        assert line.keyword == text[line.span.start : line.span.end]
        before, after = text[: line.span.start], text[line.span.end :]
        assert " ".join(before.split()).endswith(line.left.strip())
        assert " ".join(after.split()).startswith(line.right.strip())
        assert len(line.left) == min(40, len(" ".join(f"{before}.".split())) - 1)
        assert len(line.right) == min(40, len(" ".join(f".{after}".split())) - 1)


@pytest.mark.parametrize("sort", SORTS)
def test_lines_of_an_entity_are_its_mentions(library: Library, sort: KwicSort) -> None:
    """Not its forms where they are no names; by the words beside them all the same."""
    entity = library.store.names.named("Kovaltchouk")[0]
    alike = library.store.names.entities([entity])[0].variants
    page = library.concordances.page("", None, entity=entity, sort=sort, limit=None)
    expected = {
        (article.id, mention.span)
        for article in library.articles.values()
        for mention in named(article)
        if article.slice(mention.span) in alike
    }
    assert {(line.info.id, line.span) for line in page.lines} == expected
    assert len(page.lines) == len(expected) > 20
    if sort[:-1] in ("left", "right"):
        beside = [words_beside(library, line, sort[:-1], int(sort[-1])) for line in page.lines]
        assert beside == sorted(beside)


def test_an_entity_in_what_a_query_finds(library: Library) -> None:
    """Both together: its mentions in the passages that answer."""
    entity = library.store.names.named("Kovaltchouk")[0]
    everywhere = library.concordances.page("", None, entity=entity, limit=None)
    for query in ("quai", '"navire du quai nord"', "lang:en"):
        page = library.concordances.page(query, library.plan(query), entity=entity, limit=None)
        docs = library.answers(library.plan(query))
        expected = [
            line
            for line in everywhere.lines
            if (line.info.id, line.passage.number, line.passage.span.start) in docs
        ]
        assert list(page.lines) == expected
        assert 0 < page.total < everywhere.total
    nobody = library.concordances.page("", None, entity=EntityId("per:personne"))
    assert (nobody.lines, nobody.total) == ((), 0)


def test_a_query_that_no_passage_has_whole_says_so(library: Library) -> None:
    """Lines of what there is, and the remark of a search."""
    page = library.concordances.page("", library.plan("quay préfète"), limit=None)
    assert page.total
    assert any("no passage has all" in remark for remark in page.reading.remarks)
