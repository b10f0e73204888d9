"""Whether the passage that answers a question comes first, asked as a reader would.

    python benchmarks/search_quality.py ../shared/eval/search_fr [--articles ../shared/articles]
        [--news ../shared/corpora/news_fr.jsonl.gz] [--without]

Makes libraries of the data and asks `Library.search`; no names are read, so that the figures are
those of the lexical part alone. Prints MRR@10 and nDCG@10 (of the questions one passage is right,
so that nDCG is 1 / log2(rank + 1)):

- the questions of `search_fr`, each paragraph an article of its own, then all paragraphs of a
  title one article. `tuned` is the half of the titles (first byte of their SHA-256 even) on which
  words, weights and rules were chosen, `checked` the other half;
- with --articles, our graded queries (`tests/gold/queries.jsonl`) over the five articles, by kind;
- with --news, on its first articles, kept without their titles: these as queries for the passages
  of their articles, and pairs of rare words for the passage they are from: a check that what helps
  questions harms no other search. Nothing was tuned on either;
- with --without, all again without each signal of the second look.
"""

import argparse
import gzip
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from math import log2
from pathlib import Path
from typing import NamedTuple

from corpus.passages import passages
from corpus.types import ArticleId, Span
from index import asked, second_look
from index.analysis import terms
from index.library import Library
from index.types import Changed, Hit

DEPTH = 10
GRADED = Path(__file__).parents[1] / "tests" / "gold" / "queries.jsonl"
NEWS_ARTICLES = 4_000
KNOWN_ITEMS = 400
RARE = range(2, 30)
"""In how many passages a rare word stands."""
SIGNALS = {
    "words as written": (second_look, "WRITTEN", 0.0),
    "words that begin alike": (second_look, "ALIKE", 0.0),
    "pairs": (second_look, "PAIR", 0.0),
    "names and numbers": (asked, "NAME", 1.0),
    "the kind asked for": (asked, "KIND", 1.0),
    "any second look": (second_look, "REACH", 1),
}


class Right(NamedTuple):
    """A piece of an article that answers, and how well (1, 2)."""

    article: ArticleId
    span: Span
    grade: float


class Query(NamedTuple):
    """What is typed, and what answers."""

    text: str
    right: Sequence[Right]


Sets = Iterator[tuple[Library, str, Sequence[Query]]]


def main() -> None:
    """Print the figures for the data named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--without", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        tried = [*questions(options.questions, place)]
        if options.articles:
            tried += graded(options.articles, place)
        if options.news:
            tried += known_items(options.news, place)
        report("", tried)
        for signal, (module, constant, off) in SIGNALS.items() if options.without else ():
            with changed(module, constant, off):
                report(f" without {signal}", tried)
        for library in {id(one): one for one, _, _ in tried}.values():
            library.close()


def report(change: str, tried: Sequence[tuple[Library, str, Sequence[Query]]]) -> None:
    """A line for each set of queries."""
    for library, name, queries in tried:
        found = [measure(library, query) for query in queries]
        rank, gain = (sum(one) / len(found) for one in zip(*found, strict=True))
        print(f"{name + change:<64}{len(found):>5}  MRR@10 {rank:.3f}  nDCG@10 {gain:.3f}")


@contextmanager
def changed(module: object, constant: str, value: float) -> Iterator[None]:
    """A constant of the engine set otherwise for a while."""
    before = getattr(module, constant)
    setattr(module, constant, value)
    yield
    setattr(module, constant, before)


def made(folder: Path, data: Path, articles: int) -> Library:
    """A library of a folder with so many articles, without what the child would read in them."""
    library = Library(folder, data)
    searchable = [0]
    for event in library.update(cancelled=lambda: searchable[-1] >= articles):
        if isinstance(event, Changed) and event.what == "text":
            searchable.append(event.articles)
    library.refresh()
    return library


def measure(library: Library, query: Query) -> tuple[float, float]:
    """Reciprocal rank of the first right passage, and nDCG, of the ten best."""
    hits = library.search(query.text, limit=DEPTH).hits
    grades = [grade(hit, query) for hit in hits]
    rank = next((1 / place for place, one in enumerate(grades, 1) if one), 0.0)
    ideal = sorted((one.grade for one in query.right), reverse=True)
    return rank, gained(grades) / gained(ideal[:DEPTH])


def grade(hit: Hit, query: Query) -> float:
    """How well a hit answers."""
    own = (r for r in query.right if r.article == hit.info.id and r.span.overlaps(hit.passage.span))
    return max((one.grade for one in own), default=0.0)


def gained(grades: Sequence[float]) -> float:
    """Discounted cumulative gain (Järvelin & Kekäläinen 2002), gain 2^grade - 1."""
    return sum((2**one - 1) / log2(place + 1) for place, one in enumerate(grades, 1))


def write_rows(folder: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """Make a folder with one file, one article a line."""
    folder.mkdir()
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows)
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    return folder


# The questions on encyclopaedia paragraphs


def questions(folder: Path, place: Path) -> Sets:
    """Both ways to keep the paragraphs, both halves of the questions."""
    lines = (folder / "passages.jsonl").read_text("utf-8").splitlines()
    paragraphs = {row["id"]: row for row in map(json.loads, lines)}
    texts = cells(folder / "queries.tsv")
    right = cells(folder / "qrels.tsv")
    for kind in ("paragraphs", "articles"):
        rows: defaultdict[str, list[str]] = defaultdict(list)
        for key, one in paragraphs.items():
            rows[key if kind == "paragraphs" else one["title"]].append(key)
        written = [
            {"title": paragraphs[keys[0]]["title"], "text": joined(paragraphs, keys)}
            for keys in rows.values()
        ]
        made_of = write_rows(place / kind, written)
        library = made(made_of, place / f"{kind}.data", len(rows))
        pieces = {
            key: Right(name_of(number), Span(0, 0), 1.0)
            for number, keys in enumerate(rows.values(), 1)
            for key in keys
        }
        pieces = {key: found(library, one, paragraphs[key]["text"]) for key, one in pieces.items()}
        for half in ("tuned", "checked"):
            asked_here = [
                Query(texts[query], (pieces[key],))
                for query, key in right.items()
                if half == half_of(paragraphs[key]["title"])
            ]
            yield library, f"search_fr, {kind}, {half}", asked_here


def joined(paragraphs: Mapping[str, Mapping[str, str]], keys: Sequence[str]) -> str:
    """Several paragraphs as a text."""
    return "\n\n".join(paragraphs[key]["text"] for key in keys)


def cells(path: Path) -> dict[str, str]:
    """The first two columns of a table."""
    lines = path.read_text("utf-8").splitlines()
    return {first: second for first, second, *_ in (line.split("\t") for line in lines)}


def half_of(title: str) -> str:
    """Which half of the data a title belongs to."""
    return "checked" if sha256(title.encode()).digest()[0] & 1 else "tuned"


def found(library: Library, right: Right, text: str) -> Right:
    """Where a paragraph stands in its article, by its first words (a long one is split)."""
    article = library.article(right.article)
    start = article.text.find(text[:30]) if article else -1
    if start < 0:
        return right
    return right._replace(span=Span(start, start + len(text)))


def name_of(number: int) -> ArticleId:
    """The article of a line, from 1."""
    return ArticleId(f"articles.jsonl#{number}")


# Our graded queries, and known items


def graded(folder: Path, place: Path) -> Sets:
    """Our queries over the five articles, all, then by kind; articles go by their first digits."""
    library = made(folder, place / "five.data", 5)
    names = {path.name[:3]: ArticleId(path.name) for path in folder.iterdir()}
    kinds: defaultdict[str, list[Query]] = defaultdict(list)
    for line in GRADED.read_text("utf-8").splitlines():
        row = json.loads(line)
        right = []
        for name, number, worth in row["right"]:
            article = library.article(names[name])
            paragraph = article.paragraph(number) if article else None
            if article and paragraph:
                right.append(Right(article.id, paragraph.span, worth))
        kinds["all"].append(Query(row["query"], right))
        kinds[row["kind"]].append(kinds["all"][-1])
    for kind, queries in kinds.items():
        yield library, f"graded, {kind}", queries


def known_items(news: Path, place: Path) -> Sets:
    """Titles, and pairs of rare words."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, NEWS_ARTICLES)]
    bare = [{"text": row["text"]} for row in rows]
    library = made(write_rows(place / "news", bare), place / "news.data", len(rows))
    chosen = random.Random(1).sample(range(len(rows)), 3 * KNOWN_ITEMS)
    read = [(rows[n]["title"], library.article(name_of(n + 1))) for n in chosen]
    titles = [
        Query(title, [Right(article.id, piece.span, 1.0) for piece in passages(article)])
        for title, article in read
        if article and title
    ]
    yield library, "titles for their articles", titles[:KNOWN_ITEMS]
    pieces = [
        (article.id, passage.span, terms(article.slice(passage.span), article.language).exact)
        for _, article in read
        if article
        for passage in passages(article)
    ]
    counts = Counter(word for _, _, words in pieces for word in set(words))
    pairs = []
    for article_id, span, words in pieces:
        rare = sorted({w for w in words if counts[w] in RARE and len(w) > 3})
        if len(rare) > 1:
            text = " ".join(random.Random(span.end).sample(rare, 2))
            pairs.append(Query(text, [Right(article_id, span, 1.0)]))
    yield library, "pairs of rare words", random.Random(2).sample(pairs, KNOWN_ITEMS)


if __name__ == "__main__":
    main()
