"""How fast each shape of query is, beside SQLite FTS5, Xapian and Tantivy.

    python benchmarks/speed.py ../shared/corpora/news_fr.jsonl.gz --work FOLDER
        [--articles N] [--times N] [--seed N] [--keep] [--only ENGINE …]

Analyses the corpus once (FOLDER/passages.tsv, as `benchmarks/build.py` does) and gives the same
terms of the same passages to each engine that is installed. Questions of each shape are drawn
from the corpus by the seed, and each is asked ROUNDS times, the engines taking turns; at its turn
an engine is asked twice and the second time counts, since what another left in the processor's
caches is none of its doing. Printed: each engine's median milliseconds of processor time (all
run in this process and read from memory; other programs' work does not count), the median over
the questions of the ratio other / ours (above 1 we are faster), and our slowest question. Before
that, our answers when first asked, with nothing remembered, and our memory: an expansion (prefix,
fuzzy) is looked up once and remembered, so that the ratios of these say what asking again costs.

`--times N` repeats the corpus, `--keep` uses the indexes already built, `--only` some engines.
Counts of matches are compared and differences said. FTS5 and Xapian have no fuzzy search; FTS5
only counts a prefix, without ranking. The thresholds of `index/arrays` were set with `--seed 1`;
figures of record are those of the default seed.
"""

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from build import analyse, rows
from speed_engines import Question, available, fresh

QUESTIONS = 15
ROUNDS = 7
SLOW, ENOUGH = 10.0, 2
"""Answers that take more milliseconds are not asked for twice in a turn, and in so many turns."""
SAMPLE = 4_000

Sample = list[list[str]]


def questions(sample: Sample, frequencies: Counter[str], size: int, seed: int) -> dict[str, Any]:
    """Questions of each shape, drawn from the words of some passages."""
    draw = random.Random(seed)
    words = sorted(word for word in frequencies if word.isalpha() and len(word) > 2)
    frequent = [word for word, _ in frequencies.most_common(60) if len(word) > 2]
    middle = [word for word in words if size / 500 < frequencies[word] < size / 40]
    rare = [word for word in words if 3 <= frequencies[word] <= 30]
    texts = [text for text in sample if len(text) > 12]
    pairs = Counter(pair for text in texts for pair in pairwise(text))
    known = [pair for pair, _ in pairs.most_common(40)]

    def three(text: list[str]) -> tuple[str, ...]:
        return tuple(draw.sample(sorted(set(text)), 3))

    def run(text: list[str]) -> tuple[str, ...]:
        place = draw.randrange(len(text) - 3)
        return tuple(text[place : place + 3])

    def several(kind: str, of: Any) -> list[Question]:
        return [Question(kind, of()) for _ in range(QUESTIONS)]

    return {
        "rare word": several("word", lambda: (draw.choice(rare),)),
        "frequent word": several("word", lambda: (draw.choice(frequent),)),
        "OR of 3": several("any", lambda: tuple(draw.sample(middle, 3))),
        "OR of 3 frequent": several("any", lambda: tuple(draw.sample(frequent, 3))),
        "AND of 3": several("all", lambda: three(draw.choice(texts))),
        "AND of 3 frequent": several("all", lambda: tuple(draw.sample(frequent, 3))),
        "phrase of 3": several("phrase", lambda: run(draw.choice(texts))),
        "frequent phrase of 2": several("phrase", lambda: draw.choice(known)),
        "prefix of 2 letters": several("prefix", lambda: (draw.choice(middle)[:2],)),
        "prefix of 3 letters": several("prefix", lambda: (draw.choice(middle)[:3],)),
        "word + prefix of 3": several(
            "typing", lambda: (draw.choice(middle), draw.choice(middle)[:3])
        ),
        "fuzzy, 1 edit": several(
            "fuzzy", lambda: (draw.choice([w for w in middle if len(w) > 4]),)
        ),
        "word + source + days": [
            Question("filter", (draw.choice(frequent),), draw.choice(SOURCES), 730_800, 731_900)
            for _ in range(QUESTIONS)
        ],
        "facets, frequent word": several("facets", lambda: (draw.choice(frequent),)),
        "by date, frequent word": several("latest", lambda: (draw.choice(frequent),)),
    }


SOURCES: list[str] = []


def read(path: Path, articles: int) -> tuple[Sample, Counter[str], int]:
    """Some passages, in how many each word is, and how many passages there are."""
    frequencies: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    sample: Sample = []
    draw = random.Random(0)
    size = 0
    for size, row in enumerate(rows(path, articles, 1), 1):
        frequencies.update(set(row["text"]))
        sources[row["source"]] += 1
        if len(sample) < SAMPLE:
            sample.append(row["text"])
        elif (place := draw.randrange(size)) < SAMPLE:
            sample[place] = row["text"]
    SOURCES[:] = [source for source, _ in sources.most_common(5)]
    return sample, frequencies, size


def timed(engine: Any, asked: Question) -> tuple[float, int | None]:
    """The milliseconds of processor time of an answer, and how many documents match."""
    began = time.process_time()
    count = engine.run(asked)
    return (time.process_time() - began) * 1000, count


def ask(engines: list[Any], asked: Question) -> dict[str, float]:
    """Each engine's median milliseconds for one question; engines take turns."""
    spent: dict[str, list[float]] = {engine.name: [] for engine in engines}
    counts: dict[str, int] = {}
    for _ in range(ROUNDS):
        for engine in engines:
            own = spent[engine.name]
            if len(own) >= ENOUGH and own[-1] > SLOW:
                continue
            try:
                took, count = timed(engine, asked)
            except NotImplementedError:
                continue
            if took < SLOW:
                took, count = timed(engine, asked)
            own.append(took)
            if count is not None:
                counts[engine.name] = count
    if len(set(counts.values())) > 1:
        print(f"  counts differ: {asked} {counts}", file=sys.stderr)
    return {name: statistics.median(one) for name, one in spent.items() if one}


def table(engines: list[Any], asked: dict[str, list[Question]]) -> None:
    """Print a line for each shape."""
    names = [engine.name for engine in engines]
    others = names[1:]
    heads = [*(f"{name:>10}" for name in names), *(f"{f'/{name}':>9}" for name in others)]
    print(f"{'median ms':24}{''.join(heads)}{'slowest':>10}")
    for shape, each in asked.items():
        times = [ask(engines, question) for question in each]
        cells = []
        for name in names:
            own = [one[name] for one in times if name in one]
            cells.append(f"{statistics.median(own):10.3f}" if own else f"{'–':>10}")
        for name in others:
            ratios = [one[name] / one[names[0]] for one in times if name in one]
            cells.append(f"{statistics.median(ratios):8.1f}×" if ratios else f"{'–':>9}")
        slowest = max(one[names[0]] for one in times)
        print(f"{shape:24}{''.join(cells)}{slowest:10.3f}", flush=True)


def memory() -> float:
    """Megabytes of this process that are no mapped files."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if "RssAnon" in line) / 1024


def first_answers(engine: Any, asked: dict[str, list[Question]]) -> None:
    """Print our answers before anything is remembered, and what is held afterwards."""
    before = memory()
    began = time.perf_counter()
    engine.open()
    opening = (time.perf_counter() - began) * 1000
    print(f"opening {opening:.1f} ms; first time asked, median ms (most):")
    for shape, each in asked.items():
        spent = []
        for question in each:
            spent.append(timed(engine, question)[0])
        print(f"  {shape:24}{statistics.median(spent):8.3f} ({max(spent):.1f})")
    print(f"memory grown by {memory() - before:.0f} MB")


def main() -> None:
    """Print the table for the corpus named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=36_128)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--only", nargs="*")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    path = options.work / "passages.tsv"
    if not path.exists():
        analyse(options.corpus, path)
    work = options.work / f"speed-{options.articles}x{options.times}"
    built = options.keep and work.exists()
    if not built:
        fresh(work)
    sample, frequencies, size = read(path, options.articles)
    engines = [e for e in available(work) if not options.only or e.name in options.only]
    print(f"{options.articles:,} articles × {options.times}, {size * options.times:,} passages")
    asked = questions(sample, frequencies, size, options.seed)
    for engine in engines:
        if not built:
            began = time.perf_counter()
            engine.build(rows(path, options.articles, options.times))
            print(f"built {engine.name} in {time.perf_counter() - began:.1f} s, reading included")
    first_answers(engines[0], asked)
    for engine in engines[1:]:
        engine.open()
    table(engines, asked)


if __name__ == "__main__":
    main()
