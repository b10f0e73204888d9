"""What a letter typed in the search box costs the engine, and whether it finds what it found.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/typed.py ../shared/corpora/news_fr.jsonl.gz --keep before.pickle
    python benchmarks/typed.py ../shared/corpora/news_fr.jsonl.gz --compare before.pickle

Types some forty queries letter by letter, takes letters back, and asks after each as the search
box does. Prints milliseconds of a processor for a letter: median, 95th percentile, most, and the
dearest. `--keep` writes all answers to a file; `--compare` says which are others now (ids, order,
scores, snippets, marks, counts, remarks) and exits with status 1. A library that another version of
the program has made gives other answers. What the screen adds, `benchmarks/terminal.py` measures.
"""

import argparse
import gc
import pickle
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.library import Library
from index.types import Results
from tui.memory import spare
from tui.own.places import data_folder

QUERIES = """
    le ministre de l'intérieur|l'élection présidentielle|incendie à Strasbourg|Mediapart
    chômage des jeunes|la réforme des retraites|grève SNCF train|Emmanuel Macron|coupe du monde
    tempête Bretagne|procès du 13 novembre|qu'est-ce que la 5G|hôpital covid vaccin
    d'après l'enquête|économie française|"pouvoir d'achat"|Zelensky Poutine|école maternelle
    PSG Marseille|musée du Louvre|inflation prix alimentation|commission européenne|gilets jaunes
    person:macron retraites|Choïgou juin|accident de la route|les femmes afghanes
    Jean-Luc Mélenchon|sécheresse agriculteurs|pourquoi les prix augmentent|tour de France
    ministre|Strasbourg|élection|incendie|train|co|pr|de|un
"""
BACK = 3
"""Letters taken back after each query."""
SHOWN = 20
"""Results that the search box asks for."""
DEAREST = 12

Answer = tuple[Any, ...]


def typed() -> Iterator[str]:
    """The texts that stand in the box, one after the other."""
    for query in (part.strip() for line in QUERIES.split("\n") for part in line.split("|")):
        for end in [*range(1, len(query) + 1), *range(len(query) - 1, len(query) - 1 - BACK, -1)]:
            if query[: max(end, 0)].strip():
                yield query[:end]


def answer(results: Results) -> Answer:
    """All of an answer that does not depend on the moment."""
    return (results.reading, results.hits, results.total, results.articles, results.independent)


def main() -> None:
    """Type, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--keep", type=Path, help="write the answers to this file")
    parser.add_argument("--compare", type=Path, help="a file that --keep has written")
    options = parser.parse_args()
    spare()
    library = Library(options.root, data_folder(options.root, options.data))
    library.warm()
    gc.freeze()
    times: list[tuple[float, str]] = []
    found: dict[str, Answer] = {}
    for text in typed():
        began = time.thread_time()
        results = library.search(text, limit=SHOWN, typing=not text.endswith(" "))
        times.append((1000 * (time.thread_time() - began), text))
        found[text] = answer(results)
    times.sort()
    middle, tail = times[len(times) // 2][0], times[int(len(times) * 0.95)][0]
    print(f"{len(times)} letters: median {middle:.1f}, p95 {tail:.1f}, most {times[-1][0]:.1f} ms")
    print(", ".join(f"{text} {ms:.0f}" for ms, text in reversed(times[-DEAREST:])))
    if options.keep:
        options.keep.write_bytes(pickle.dumps(found))
    if options.compare:
        before = pickle.loads(options.compare.read_bytes())
        other = [text for text in before if found.get(text) != before[text]]
        print(f"{len(before)} texts, {len(other)} with another answer", *other[:DEAREST])
        sys.exit(bool(other))


if __name__ == "__main__":
    main()
