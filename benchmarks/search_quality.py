"""Whether the passage that answers a question comes first, asked as a reader would.

    python benchmarks/search_quality.py ../shared/eval/search_fr [--articles ../shared/articles]
        [--library FOLDER] [--without]

Makes libraries of the data and asks `Library.search`; no names are read, so that the figures are
those of the lexical part alone. Prints MRR@10 and nDCG@10 (one passage is right, so that nDCG is
1 / log2(rank + 1)):

- the questions of `search_fr`, each paragraph an article of its own, then all paragraphs of a
  title one article. `tuned` is the half of the titles (first byte of their SHA-256 even) on which
  words, weights and rules were chosen, `checked` the other half;
- with --articles, our graded queries (`tests/gold/queries.jsonl`) over the five articles;
- with --library, titles of articles of a prepared library as queries for their own passages
  (those that begin with the title left out), and pairs of rare words of a passage: a check that
  what helps questions harms no other search. Nothing was tuned on these;
- with --without, all again without each signal of the second look.
"""

import argparse
import json
import random
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from math import log2
from pathlib import Path
from typing import NamedTuple

from corpus.types import Progress
from index import asked, second_look
from index.analysis import located
from index.library import Library
from index.types import Hit

DEPTH = 10
GRADED = Path(__file__).parents[1] / "tests" / "gold" / "queries.jsonl"
KNOWN_ITEMS = 400
SIGNALS = {
    "word as written": (second_look, "WRITTEN", 0.0),
    "words that begin alike": (second_look, "ALIKE", 0.0),
    "pairs": (second_look, "PAIR", 0.0),
    "names and numbers": (asked, "NAME", 1.0),
    "kind asked for": (asked, "KIND", 1.0),
}

Grade = Callable[[Hit], float]


class Asked(NamedTuple):
    """A query, what each hit is worth, and the grades of all that is right, best first."""

    text: str
    grade: Grade
    ideal: Sequence[float]


def main() -> None:
    """Print the figures for the data named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--library", type=Path, help="the data folder of a library, as it is")
    parser.add_argument("--without", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        tried = list(sets(options, Path(place)))
        report("", tried)
        for name, (module, constant, off) in SIGNALS.items() if options.without else ():
            with changed(module, constant, off):
                report(f" without {name}", tried)
        for library in {id(one): one for one, _, _ in tried}.values():
            library.close()


def sets(options: argparse.Namespace, place: Path) -> Iterator[tuple[Library, str, list[Asked]]]:
    """Libraries, each with a name and queries."""
    for kind, write in (("paragraphs", as_paragraphs), ("articles", as_articles)):
        (place / kind).mkdir()
        queries = write(options.questions, place / kind / "articles.jsonl")
        library = made(place / kind, place / f"{kind}.data")
        for half in ("tuned", "checked"):
            yield library, f"search_fr, {kind}, {half}", queries[half]
    if options.articles:
        library = made(options.articles, place / "five.data")
        yield library, "graded queries", list(graded())
    if options.library:
        library = Library(options.library.parent, options.library)
        for name, queries in known_items(options.library / "store.sqlite"):
            yield library, name, queries


def report(change: str, tried: Sequence[tuple[Library, str, list[Asked]]]) -> None:
    """A line for each set of queries."""
    for library, name, queries in tried:
        found = [measure(library, query) for query in queries]
        rank, gain = (sum(one) / len(found) for one in zip(*found, strict=True))
        print(f"{name + change:<60} {len(found):>5}  MRR@10 {rank:.3f}  nDCG@10 {gain:.3f}")


@contextmanager
def changed(module: object, constant: str, value: float) -> Iterator[None]:
    """A constant of the engine set otherwise for a while."""
    before = getattr(module, constant)
    setattr(module, constant, value)
    yield
    setattr(module, constant, before)


def made(folder: Path, data: Path) -> Library:
    """A library of a folder's texts, without what the child process would read in them."""
    library = Library(folder, data)
    for event in library.update(cancelled=lambda: False):
        if isinstance(event, Progress) and event.stage == "annotate":
            break
    library.refresh()
    return library


def measure(library: Library, query: Asked) -> tuple[float, float]:
    """Reciprocal rank of the first right passage, and nDCG, of the ten best."""
    grades = [query.grade(hit) for hit in library.search(query.text, limit=DEPTH).hits]
    rank = next((1 / place for place, grade in enumerate(grades, 1) if grade), 0.0)
    return rank, gained(grades) / gained(query.ideal[:DEPTH])


def gained(grades: Sequence[float]) -> float:
    """Discounted cumulative gain (Järvelin & Kekäläinen 2002), gain 2^grade - 1."""
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


# The questions on encyclopaedia paragraphs

Halves = Mapping[str, list[Asked]]


def read_questions(folder: Path) -> tuple[list[dict[str, str]], list[tuple[str, str]]]:
    """The paragraphs, and each question with the id of the paragraph that answers it."""
    lines = (folder / "passages.jsonl").read_text("utf-8").splitlines()
    texts = dict(row(line) for line in (folder / "queries.tsv").read_text("utf-8").splitlines())
    right = dict(row(line) for line in (folder / "qrels.tsv").read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines], [(texts[q], p) for q, p in right.items()]


def row(line: str) -> tuple[str, str]:
    """The first two cells."""
    first, second, *_ = line.split("\t")
    return first, second


def half(title: str) -> str:
    """Which half of the data a title belongs to."""
    return "checked" if sha256(title.encode()).digest()[0] & 1 else "tuned"


def as_paragraphs(folder: Path, to: Path) -> Halves:
    """Write each paragraph as an article; the right one is known by its place in the file."""
    paragraphs, questions = read_questions(folder)
    places = {p["id"]: place for place, p in enumerate(paragraphs, 1)}
    titles = {p["id"]: p["title"] for p in paragraphs}
    write_rows(to, [{"title": p["title"], "text": p["text"]} for p in paragraphs])
    queries: defaultdict[str, list[Asked]] = defaultdict(list)
    for text, right in questions:
        article = f"{to.name}#{places[right]}"
        queries[half(titles[right])].append(
            Asked(text, lambda hit, article=article: float(hit.info.id == article), (1.0,))  # type: ignore[misc]
        )
    return queries


def as_articles(folder: Path, to: Path) -> Halves:
    """Write all paragraphs of a title as one article; the right passage begins in the right one."""
    paragraphs, questions = read_questions(folder)
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    where = {}
    for p in paragraphs:
        by_title[p["title"]].append(p["text"])
        where[p["id"]] = (p["title"], len(by_title[p["title"]]))
    write_rows(to, [{"title": t, "text": "\n\n".join(ps)} for t, ps in by_title.items()])
    places = {title: place for place, title in enumerate(by_title, 1)}
    starts = {p["id"]: " ".join(p["text"].split())[:40] for p in paragraphs}
    queries: defaultdict[str, list[Asked]] = defaultdict(list)
    for text, right in questions:
        title, _ = where[right]
        article, start = f"{to.name}#{places[title]}", starts[right]
        del start
        queries[half(title)].append(
            Asked(text, lambda hit, article=article: float(hit.info.id == article), (1.0,))  # type: ignore[misc]
        )
    return queries


def write_rows(to: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """One article a line."""
    to.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
