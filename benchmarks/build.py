"""How long the index takes to build, in how much memory, and how large it becomes.

    python benchmarks/build.py ../shared/corpora/news_fr.jsonl.gz --work FOLDER [--times N]

Analyses the corpus once (FOLDER/passages.tsv, kept), then feeds the same terms of the same
passages to our index, to SQLite FTS5 (joined by spaces, one column each for stems, words and
title), to Tantivy and Xapian where they are installed, and, at 2,000 articles only, to stock
Whoosh; each in a process of its own. Prints, at
2,000, 10,000 and all articles, the seconds spent in the engine (reading and splitting lines left
out; adding + committing; then processor time, which another load does not distort), the highest
resident memory (MB), the size on disk, and the ratio to the text's; then what one more article
costs. `--times N` feeds the corpus N times over. Nothing was tuned on it but the memory's bound.
"""

import argparse
import gc
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

SIZES = (2_000, 10_000, 36_128)
STOCK_AT_MOST = 2_000
BATCH = 1_000

Row = dict[str, Any]


def analyse(corpus: Path, out: Path) -> None:
    """Write the terms of every passage, a line each."""
    from corpus.load import load
    from corpus.passages import passages
    from corpus.types import Article
    from index.analysis import terms

    part = out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as lines:
        key = 0
        for article in load(corpus, corpus.name):
            if not isinstance(article, Article):
                continue
            key += 1
            title = terms(article.title or "", article.language)
            for passage in passages(article):
                span = passage.span
                found = terms(article.slice(span), article.language)
                heading = title.stems if span.start == 0 else []
                length = len(article.slice(span).encode())
                cells = [article.id, key, passage.number, span.start, span.end, length]
                cells += [article.source or "", article.language or ""]
                cells += [" ".join(t) for t in (found.stems, found.exact, heading)]
                lines.write("\t".join(map(str, cells)) + "\n")
    part.rename(out)


def rows(path: Path, articles: int, times: int) -> Iterator[Row]:
    """The passages of the first articles, as documents."""
    for turn in range(times):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                name, key, number, start, end, length, source, language, *texts = line.rstrip(
                    "\n"
                ).split("\t")
                if int(key) > articles:
                    break
                # As the analysis gives them: the same word is the same object.
                text, exact, title = (list(map(sys.intern, t.split())) for t in texts)
                yield {
                    "article": f"{name}-{turn}",
                    "key": int(key) + turn * articles,
                    "number": int(number),
                    "start": int(start),
                    "end": int(end),
                    "source": source,
                    "language": language,
                    "day": 730_000 + int(key) % 3_650,
                    "text": text,
                    "exact": exact,
                    "title": title,
                    "bytes": int(length),
                }


def schema() -> Any:
    """The fields of the library's index that come from the text and its metadata."""
    from whoosh.columns import NumericColumn
    from whoosh.fields import COLUMN, ID, NUMERIC, TEXT, Schema

    numbers = {name: COLUMN(NumericColumn("I")) for name in ("key", "number", "start", "end")}
    return Schema(
        article=ID(),
        text=TEXT(),
        exact=TEXT(phrase=False),
        title=TEXT(),
        source=ID(sortable=True),
        language=ID(sortable=True),
        day=NUMERIC(int, shift_step=0, sortable=True),
        **numbers,
    )


def ours(folder: Path) -> tuple[Callable[[Row], None], Callable[[], None]]:
    """Our index: what takes a document, what commits."""
    from index.arrays import index

    writer = index.writer(index.create(folder, schema()))
    return lambda row: writer.add_document(**row), writer.commit


def stock(folder: Path) -> tuple[Callable[[Row], None], Callable[[], None]]:
    """Whoosh's own index."""
    from whoosh.index import create_in

    writer = create_in(str(folder), schema()).writer(limitmb=128)
    return lambda row: writer.add_document(**row), writer.commit


def fts5(folder: Path) -> tuple[Callable[[Row], None], Callable[[], None]]:
    """SQLite FTS5, contentless: terms come analysed, nothing but the index is kept."""
    database = sqlite3.connect(folder / "fts.sqlite")
    database.execute(
        "create virtual table f using fts5(text, exact, title, content='', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    database.execute(
        "create table d (id integer primary key, article, key, number, start, end,"
        " source, language, day)"
    )

    def add(row: Row) -> None:
        done = database.execute(
            "insert into d values (null, :article, :key, :number, :start, :end, :source,"
            " :language, :day)",
            row,
        )
        database.execute(
            "insert into f(rowid, text, exact, title) values (?, ?, ?, ?)",
            (done.lastrowid, row["text"], row["exact"], row["title"]),
        )

    def commit() -> None:
        database.execute("create index d_article on d(article)")
        database.commit()

    return add, commit


def tantivy(folder: Path) -> tuple[Callable[[Row], None], Callable[[], None]]:
    """Tantivy, one thread."""
    import tantivy as engine

    fields = engine.SchemaBuilder()
    for name, kept in (("text", "position"), ("exact", "freq"), ("title", "position")):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option=kept)
    for name in ("article", "source", "language"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("key", "number", "start", "end", "day"):
        fields.add_integer_field(name, fast=True)
    index = engine.Index(fields.build(), path=str(folder))
    writer = index.writer(100_000_000, 1)

    def commit() -> None:
        writer.commit()
        writer.wait_merging_threads()

    return lambda row: writer.add_document(engine.Document(**row)), commit


def xapian(folder: Path) -> tuple[Callable[[Row], None], Callable[[], None]]:
    """Xapian, stems and title with positions."""
    import xapian as engine

    database = engine.WritableDatabase(str(folder / "xapian"), engine.DB_CREATE)

    def add(row: Row) -> None:
        document = engine.Document()
        for place, term in enumerate(row["text"].split()):
            document.add_posting("T" + term[:200], place)
        for place, term in enumerate(row["title"].split()):
            document.add_posting("H" + term[:200], place)
        for term in row["exact"].split():
            document.add_term("E" + term[:200])
        document.add_boolean_term("Q" + row["article"])
        names = ("source", "language", "key", "number", "start", "end", "day")
        for slot, name in enumerate(names):
            document.add_value(slot, str(row[name]))
        database.add_document(document)

    return add, database.commit


class Spent:
    """The time of everything that was done within it."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter() - self._began[0]
        self.cpu += time.process_time() - self._began[1]


ENGINES = {"ours": ours, "fts5": fts5, "tantivy": tantivy, "xapian": xapian, "whoosh": stock}
OF_LISTS = ("ours", "whoosh")
"""Those that take terms as lists; the others take them joined by spaces."""


def build(engine: str, path: Path, folder: Path, articles: int, times: int) -> None:
    """Build one index, in this process, and print its figures as JSON."""
    import numpy  # noqa: F401 - the memory of all engines begins with the same modules
    import whoosh.index  # noqa: F401

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    add, commit = ENGINES[engine](folder)
    adding, size, count = Spent(), 0, 0
    source = rows(path, articles, times)
    while batch := list(islice(source, BATCH)):
        size += sum(row.pop("bytes") for row in batch)
        count += len(batch)
        if engine not in OF_LISTS:
            for row in batch:
                row |= {name: " ".join(row[name]) for name in ("text", "exact", "title")}
        with adding:
            for row in batch:
                add(row)
    committing = Spent()
    with committing:
        commit()
    on_disk = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "passages": count,
                "adding": adding.wall,
                "committing": committing.wall,
                "cpu": adding.cpu + committing.cpu,
                "memory": memory,
                "disk": on_disk / 1e6,
                "text": size / 1e6,
            }
        )
    )


def one_more(folder: Path) -> None:
    """Print what it costs to add one article to the index in `folder`, and to open it."""
    from whoosh.query import Term

    from index.arrays import index

    spent = []
    for number in range(12):
        began = time.perf_counter()
        writer = index.writer(index.open_index(folder))
        for passage in range(6):
            writer.add_document(
                article=f"new {number}",
                key=number,
                number=passage,
                text=["quatre", "mots", "en", "plus"] * 12,
                exact=["mots"] * 40,
            )
        writer.commit()
        with index.open_index(folder).searcher() as searcher:
            assert len(searcher.search(Term("article", f"new {number}"), limit=None)) == 6
        spent.append((time.perf_counter() - began) * 1000)
    began = time.perf_counter()
    index.open_index(folder).searcher().close()
    opening = (time.perf_counter() - began) * 1000
    print(
        f"  one more article, searchable: {sorted(spent)[6]:.0f} ms (most {max(spent):.0f});"
        f" opening {opening:.1f} ms"
    )


def main() -> None:
    """Print the figures for the corpus named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    there = [n for n in ENGINES if n not in ("tantivy", "xapian") or find_spec(n)]
    parser.add_argument("--engines", nargs="*", default=there, choices=list(ENGINES))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    path = options.work / "passages.tsv"
    if options.child:
        engine, articles = options.child.split(":")
        build(engine, path, options.work / engine, int(articles), options.times)
        return
    if not path.exists():
        analyse(options.corpus, path)
    for articles in options.sizes:
        for engine in options.engines:
            if engine == "whoosh" and articles > STOCK_AT_MOST:
                continue
            gc.collect()
            command = [sys.executable, *sys.argv, "--child", f"{engine}:{articles}"]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
            got = json.loads(done.stdout)
            total = got["adding"] + got["committing"]
            print(
                f"{articles:7,} articles {got['passages']:9,} passages  {engine:7}"
                f"{total:7.1f} s ({got['adding']:.1f} + {got['committing']:.1f}),"
                f" CPU{got['cpu']:6.1f} s,"
                f"{got['memory']:6.0f} MB{got['disk']:8.1f} MB on disk,"
                f" {got['disk'] / got['text']:.2f} of the text",
                flush=True,
            )
        if "ours" in options.engines:
            one_more(options.work / "ours")


if __name__ == "__main__":
    main()
