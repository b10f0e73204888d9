"""How long a corpus takes from nothing, step by step, and in how much memory.

    python benchmarks/from_scratch.py ../shared/corpora/news_fr.jsonl.gz [ARTICLES]

Builds the library of the corpus (its first ARTICLES, if told) in a temporary folder, as
`recoupe index` does. Prints the seconds spent in each step, then the memory (MB, resident) of this
process and of the child that reads names, at 2,000 articles and at the end: flat means equal.
"""

import gzip
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from corpus.types import Progress
from index.library import Library

FIRST_LOOK = 2_000
"""Articles after which memory is first read."""


def main() -> None:
    """Print the figures for the corpus named on the command line."""
    corpus = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        root = cut_down(corpus, Path(place), int(sys.argv[2])) if len(sys.argv) > 2 else corpus
        library = Library(root, Path(place) / "data")
        began = time.perf_counter()
        spent, memory = steps(library)
        total = time.perf_counter() - began
        summary = library.summary()
        library.close()
    print(
        f"{summary.articles:,} articles, {summary.passages:,} passages, {summary.entities:,} "
        f"names: {total / 60:.1f} min"
    )
    for step, seconds in spent.items():
        print(f"  {step:8} {seconds:8.1f} s")
    for articles, (here, child) in memory.items():
        print(f"  memory after {articles:,} articles: {here} MB here, {child} MB in the child")


def cut_down(corpus: Path, place: Path, articles: int) -> Path:
    """The first lines of a corpus as a file of their own."""
    root = place / "articles.jsonl"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        root.write_text("".join(islice(lines, articles)), encoding="utf-8")
    return root


def steps(library: Library) -> tuple[Counter[str], dict[int, tuple[int, int]]]:
    """Update the library; seconds by step, and memory by the number of annotated articles."""
    spent: Counter[str] = Counter()
    memory: dict[int, tuple[int, int]] = {}
    before, step, last = time.perf_counter(), "read", 0
    for event in library.update(cancelled=lambda: False):
        now = time.perf_counter()
        if isinstance(event, Progress):
            step = event.stage
        spent[step] += now - before
        before = now
        if isinstance(event, Progress) and step == "names":
            if last < FIRST_LOOK <= event.done:
                memory[event.done] = resident()
            last = event.done
            if event.done == event.total:
                memory[event.done] = resident()
    return spent, memory


def resident() -> tuple[int, int]:
    """Resident memory of this process and of its largest child, in MB."""
    here = Path("/proc/self")
    names = (here / "task").iterdir()
    children = [pid for task in names for pid in (task / "children").read_text().split()]
    return megabytes(here), max((megabytes(Path("/proc", pid)) for pid in children), default=0)


def megabytes(process: Path) -> int:
    """A process's resident memory, from Linux's own count."""
    lines = (process / "status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
