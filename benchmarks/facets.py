"""How fast names are indexed, counted and related in a prepared library.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/facets.py ../shared/corpora/news_fr.jsonl.gz

Works on a copy of the library's store and on its text index. Prints: the facts index's build
(seconds, MB), a refresh with nothing new, after one article and after a frequent name was rejected;
opening and the first question (ms), the memory they cost (MB); then medians (ms) of facets over
words from rare to frequent, with names and without, and of the profiles of frequent entities.
Nothing was tuned on any of it.
"""

import argparse
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

import numpy as np
from whoosh.query import Every, Or, Query, Term

from corpus.store import Store
from corpus.types import ArticleId
from index.arrays.executor import Executor
from index.arrays.index import open_index
from index.companions import profile
from index.facets import FIELDS, facets
from index.facts.build import refresh
from index.facts.facts import Facts
from index.folder import Folder
from tui.own.places import data_folder

REPEATS = 15
PLAIN = FIELDS[:3]
ENTITIES = 20


def main() -> None:
    """Print the figures for the library named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path, help="where its library is, as for `recoupe`")
    parser.add_argument("--library", type=Path, help="or the library's own folder")
    options = parser.parse_args()
    library = Folder(options.library or data_folder(options.root, options.data))
    with tempfile.TemporaryDirectory() as place:
        copied, built = Path(place) / "store.sqlite", Path(place) / "facts"
        copy(library.store, copied)
        store = Store(copied)
        build(store, built)
        ask(store, built, library.index)
        change(store, built, copied)
        store.close()


def copy(store: Path, to: Path) -> None:
    """A whole copy of a store that may be in use."""
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


def build(store: Store, folder: Path) -> None:
    """From nothing, and once more with nothing to do."""
    counts = store.lists.counts()
    print(f"{counts.articles:,} articles, {counts.passages:,} passages, {counts.entities:,} names")
    began = time.process_time()
    seconds, articles = refreshed(store, folder)
    work = time.process_time() - began
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:9.2f} s to build from {articles:,} articles ({work:.2f} s of work)")
    print(f"{size:9.1f} MB on the disk; at most {memory:.0f} MB of memory while building")
    print(f"{refreshed(store, folder)[0]:9.2f} s with nothing new")


def change(store: Store, folder: Path, file: Path) -> None:
    """One article changed, told which and not; then a frequent name rejected."""
    article = store.infos()[0].id
    entity = store.names.entities()[0]
    one = "UPDATE articles SET digest = digest || 'x' WHERE id = ?", article
    frequent = "UPDATE mentions SET entity = '' WHERE entity = ?", entity.id
    for what, sql, value, told in (
        ("one article changed", *one, None),
        ("one article changed, told which", *one, [article]),
        (f"“{entity.name}” was rejected", *frequent, None),
    ):
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(sql, (value,))
        seconds, articles = refreshed(store, folder, told)
        print(f"{seconds:9.2f} s after {what}: {articles:,} written")


def refreshed(
    store: Store, folder: Path, articles: Collection[ArticleId] | None = None
) -> tuple[float, int]:
    """Refresh; the seconds it took and the articles that were written."""
    began = time.perf_counter()
    told = list(refresh(store, folder, cancelled=lambda: False, articles=articles))
    return time.perf_counter() - began, told[-1].total if told else 0


def ask(store: Store, folder: Path, text_folder: Path) -> None:
    """Open both indexes, then facets and profiles."""
    with open_index(text_folder).reader() as text_reader, open_index(folder).reader() as reader:
        text = Executor(text_reader)
        text.matched(Or([Term("text", "ministr")]))
        for name in ("key", "start", "day", "day_end"):
            text.column(name)
        for name in ("source", "language"):
            text.codes(name)
        before = resident()
        began = time.perf_counter()
        facts = Facts(Executor(reader), text)
        every = facts.articles.live
        facets(facts, store, every[:1])
        print(f"{(time.perf_counter() - began) * 1000:9.1f} ms to open and be asked once")
        print(f"{resident() - before:9.1f} MB of memory for it")
        for name, query in queries(text):
            docs = text.matched(query)
            plain = median(lambda docs=docs: facets(facts, store, docs, fields=PLAIN))
            named = median(lambda docs=docs: facets(facts, store, docs))
            print(
                f"{plain:9.2f} ms facets of {name}, {len(docs):,} passages; {named:.2f} with names"
            )
        frequent = store.names.entities()[:ENTITIES]
        times = [median(lambda e=e: profile(facts, store, e)) for e in frequent]
        worst = f"{max(times):.2f} at worst"
        print(f"{statistics.median(times):9.2f} ms profile of {ENTITIES} frequent names, {worst}")


def queries(text: Executor) -> list[tuple[str, Query]]:
    """Words of one passage in ten thousand, in a thousand …, then everything."""
    terms = text.terms("text")
    often = np.array(
        [text.frequency("text", term) for term in terms[:: max(1, len(terms) // 5000)]]
    )
    chosen = terms[:: max(1, len(terms) // 5000)]
    found: list[tuple[str, Query]] = []
    for share in (0.0001, 0.001, 0.01, 0.05, 0.1):
        term = chosen[int(np.abs(often - share * text.size).argmin())]
        found.append((f"“{term}”", Term("text", term)))
    return [*found, ("everything", Every())]


def median(job: Callable[[], object]) -> float:
    """Milliseconds of a job, the median of some runs."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        job()
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def resident() -> float:
    """This process's resident memory in MB, from Linux's own count."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
