"""Nothing that can be typed raises, and nothing takes long: random queries over a real library.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/fuzz_queries.py ../shared/corpora/news_fr.jsonl.gz [--queries 100000]

Half of the queries are made by the grammar out of the library's own words, with mistakes; a
quarter are such queries cut, doubled and shuffled; a quarter are random characters of Unicode.
Each is asked for 20 hits, every third as if it were being typed. Prints exceptions, then
milliseconds of processor time (which other processes do not disturb) and of the clock: median,
99.9th percentile, worst; and the slowest queries, asked again, the best of three. Nothing was
tuned on its seed but 0; figures of record are those of another. `--data` and RECOUPE_DATA mean
what they mean for `recoupe`.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import time
from pathlib import Path

from index.library import Library
from tui.own.places import data_folder

FIELDS = (
    "title titre text person personne place lieu org source author auteur lang langue quote "
    "citation speaker dit tag étiquette foo"
).split()
DATES = ("2023", "2016-07", "2015..2017", ">2014", "<=2016-05-03", "..2012", "2019-13", "hier")
OPERATORS = (" AND ", " ET ", " OR ", " OU ", " NOT ", " SAUF ", " ", " ", " ", " -")
SHOWN = 10
LIMIT_MS = 100


class Typist:
    """Makes queries; `words` are the library's own, any frequency."""

    def __init__(self, words: list[str], seed: int) -> None:
        self._words = words
        self._random = random.Random(seed)

    def query(self) -> str:
        """One query of one of the three kinds."""
        kind = self._random.random()
        if kind < 0.5:
            return self._clauses(0)
        return self._broken(self._clauses(0)) if kind < 0.75 else self._unicode()

    def _clauses(self, depth: int) -> str:
        parts = [self._clause(depth) for _ in range(self._random.choice((1, 1, 2, 2, 3, 4, 8)))]
        text = parts[0]
        for part in parts[1:]:
            text += self._random.choice(OPERATORS) + part
        return text

    def _clause(self, depth: int) -> str:
        pick = self._random.random()
        if pick < 0.1 and depth < 4:
            return f"({self._clauses(depth + 1)})"
        if pick < 0.2:
            return f"{self._random.choice(FIELDS)}:{self._clause(depth + 1)}"
        if pick < 0.25:
            return "date:" + self._random.choice(DATES)
        if pick < 0.4:
            marks = self._random.choice(('""', "«»", "“”"))
            words = " ".join(self._word() for _ in range(self._random.choice((1, 2, 3, 6))))
            tail = self._random.choice(("", "", "~3", "~50", "*"))
            return self._random.choice(("", "=")) + marks[0] + words + marks[1] + tail
        return self._word() + self._random.choice(("", "", "", "", "*", "?", "~", "~2"))

    def _word(self) -> str:
        word = self._random.choice(self._words)
        pick = self._random.random()
        at = self._random.randrange(len(word))
        if pick < 0.1:
            return word[:at] + self._random.choice("abcdeéx*?-'’") + word[at + 1 :]
        if pick < 0.2:
            return word[: at + 1]
        return self._random.choice((str.upper, str.title, str))(word) if pick < 0.4 else word

    def _broken(self, text: str) -> str:
        pieces = [text[: self._random.randrange(len(text) + 1)] for _ in range(3)]
        self._random.shuffle(pieces)
        return "".join(pieces) * self._random.choice((1, 1, 1, 5, 40))

    def _unicode(self) -> str:
        most = self._random.choice((0x7F, 0xFF, 0x24F, 0x2FFF, 0x10FFFF))
        size = self._random.choice((1, 3, 10, 60, 600))
        return "".join(chr(self._random.randrange(most + 1)) for _ in range(size))


def main() -> None:
    """Ask, and print what was slow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = data_folder(options.folder, options.data)
    library = Library(options.folder, data)
    typist = Typist(words_of(data), options.seed)
    library.search("premier", typing=True)
    taken: list[tuple[float, float, str, bool]] = []
    failed = 0
    for number in range(options.queries):
        text, typing = typist.query(), number % 3 == 0
        try:
            taken.append((*timed(library, text, typing), text, typing))
        except Exception as error:  # noqa: BLE001 - finding them is what this is for
            failed += 1
            print(f"raised {error!r} on {text!r} (typing={typing})")
    report(library, taken)
    print(f"{len(taken)} queries answered, {failed} raised")
    sys.exit(1 if failed else 0)


def words_of(data: Path) -> list[str]:
    """All words of a library, as written but for capitals."""
    with sqlite3.connect(f"file:{data / 'lexicon.sqlite'}?mode=ro", uri=True) as lexicon:
        return [row[0] for row in lexicon.execute("SELECT word FROM forms ORDER BY word")]


def timed(library: Library, text: str, typing: bool) -> tuple[float, float]:
    """Milliseconds for one query: of the processor, of the clock."""
    began, clock = time.thread_time(), time.perf_counter()
    library.search(text, typing=typing)
    return (time.thread_time() - began) * 1000, (time.perf_counter() - clock) * 1000


def report(library: Library, taken: list[tuple[float, float, str, bool]]) -> None:
    """The distributions, and the slowest again."""
    for what, column in (("processor", 0), ("clock", 1)):
        times = sorted(float(one[column]) for one in taken)
        high = times[int(len(times) * 0.999)]
        over = sum(ms > LIMIT_MS for ms in times)
        print(
            f"{what}: median {statistics.median(times):.2f} ms, 99.9th percentile {high:.1f} ms, "
            f"worst {times[-1]:.1f} ms, {over} over {LIMIT_MS} ms"
        )
    for ms, _, text, typing in sorted(taken, reverse=True)[:SHOWN]:
        again = min(timed(library, text, typing)[0] for _ in range(3))
        print(f"{ms:8.1f} ms, again {again:6.1f} ms: {text[:120]!r}")


if __name__ == "__main__":
    main()
