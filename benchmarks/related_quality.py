"""How good related passages are, and how fast, over the news corpus.

    python -m benchmarks.related_quality ../shared LIBRARY [judge N SEED]

LIBRARY is the folder of derived data of a full library of `corpora/news_fr.jsonl.gz`. Prints

- same event: the area under the ROC curve of what the product finds two articles worth beside
  each other (likeness and nearness in time), on the pairs of `eval/same_event_fr.jsonl`: 2 (same
  event) against the rest, against 1 (same theme), and 1 or 2 against 0. The constants of
  `index/related/surroundings.py` were chosen on all pairs, by hand and coarsely; so that it can
  be seen whether that shows, the halves by the hash of the ids are printed, too.
- copies: for passages that stand in both articles of a pair of `eval/near_duplicates_fr.tsv`, how
  often the other article is the first found, or among the copies of the first.
- judged: the passages of `tests/gold/related.jsonl`, 60 drawn by each of two seeds and judged by
  one reader, a language model: precision of the first five (of those judged; grade 1 is "speaks of
  the same thing: whoever cross-checks wants it"), and how often nothing was shown, and rightly.
  What names, words and the articles around weigh, and the least score, were chosen on `dev`; the
  passages of `test` were judged once before and once after that, and are the honest figure.
- milliseconds of a call with ten results and their reasons, on passages drawn at random.

With `judge N SEED`, prints instead N passages drawn, their results, and lines for the list.
"""

import csv
import gzip
import hashlib
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from corpus.passages import passages
from corpus.store import Store
from corpus.types import Article, ArticleId, Passage
from index.engine import open_generation
from index.folder import Folder
from index.related.finder import Finder
from index.related.selection import of_article
from index.types import Related

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "related.jsonl"
SEED = 404
"""The draw of `test`; that of `dev` was 2026."""
SHORTEST = 200
"""Characters of a passage that is no heading and no last line."""
COPIES = 150
"""Pairs of near-duplicates that are asked for."""
TIMED = 300
LIMIT = 10
SHINGLE = 5


def main() -> None:
    """Print the figures."""
    shared, data = Path(sys.argv[1]), Path(sys.argv[2])
    corpus = shared / "corpora" / "news_fr.jsonl.gz"
    library = Opened(data)
    lines = {row["id"]: f"{corpus.name}#{number}" for number, row in rows(corpus)}
    try:
        if sys.argv[3:4] == ["judge"]:
            keys = {line: key for key, line in lines.items()}
            to_judge(library, keys, int(sys.argv[4]), int(sys.argv[5]))
            return
        same_event(library, lines, shared / "eval" / "same_event_fr.jsonl")
        copies(library, lines, shared / "eval" / "near_duplicates_fr.tsv")
        if GOLD.is_file():
            judged(library, lines)
        speed(library)
    finally:
        library.store.close()


class Opened:
    """A full library, as far as it is asked here."""

    def __init__(self, data: Path) -> None:
        folder = Folder(data)
        generation = open_generation(folder)
        if generation is None:
            raise SystemExit(f"{data} holds no index")
        self.store = Store(folder.store)
        self.finder = Finder(self.store, generation.facts)
        self.keys = {article_id: key for key, article_id in self.store.places.articles()}

    def article(self, article_id: str) -> Article:
        """An article that must be there."""
        found = self.store.article(ArticleId(article_id))
        if found is None:
            raise SystemExit(f"{article_id} is not in the library")
        return found

    def beside(self, article: Article, other: Article) -> float:
        """What an article is worth beside another."""
        return self.finder.beside(article, self.keys[other.id])

    def related(self, passage: Passage) -> tuple[Related, ...]:
        """What the product finds for a passage."""
        article, read = self.article(passage.article), self.store.annotated(passage.article)
        return self.finder.related(of_article(article, read, passage.span), limit=LIMIT)


def rows(corpus: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The corpus's rows with the numbers of their lines, from 1."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            yield number, json.loads(line)


def half(*names: str) -> int:
    """0 or 1, by the hash of names."""
    return hashlib.sha256("|".join(sorted(names)).encode()).digest()[0] % 2


# Same event


def same_event(library: Opened, lines: dict[str, str], file: Path) -> None:
    """Print the areas under the curve, over all pairs and over each half."""
    pairs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    scored = []
    for pair in pairs:
        one, other = (library.article(lines[pair[key]]) for key in ("id1", "id2"))
        worth = (library.beside(one, other) + library.beside(other, one)) / 2
        scored.append((worth, int(pair["label"]), half(pair["id1"], pair["id2"])))
    for name, part in (("all", (0, 1)), ("one half", (0,)), ("other half", (1,))):
        chosen = [(worth, label) for worth, label, number in scored if number in part]
        areas = [
            area(
                [w for w, label in chosen if label in yes],
                [w for w, label in chosen if label in no],
            )
            for yes, no in (((2,), (0, 1)), ((2,), (1,)), ((1, 2), (0,)))
        ]
        said = "  ".join(f"{value:.3f}" for value in areas)
        print(f"same event, {name} ({len(chosen)} pairs): AUC 2/rest, 2/1, 1 or 2/0: {said}")


def area(higher: Sequence[float], lower: Sequence[float]) -> float:
    """How often one of `higher` is above one of `lower` (ties count half)."""
    won = sum((a > b) + 0.5 * (a == b) for a, b in product(higher, lower))
    return won / max(1, len(higher) * len(lower))


# Copies


def copies(library: Opened, lines: dict[str, str], file: Path) -> None:
    """Print how often a near-duplicate comes first, grouped as a copy."""
    with file.open(encoding="utf-8", newline="") as opened:
        pairs = [(row["id1"], row["id2"]) for row in csv.DictReader(opened, delimiter="\t")]
    random.Random(SEED).shuffle(pairs)
    asked = first = among = 0
    for names in pairs[:COPIES]:
        one, other = (library.article(lines[name]) for name in names)
        passage = printed_in(one, other)
        if passage is None:
            continue
        asked += 1
        found = library.related(passage)
        holding = [at for at, r in enumerate(found) if other.id in voices(r)]
        first += holding[:1] == [0]
        among += bool(holding)
    print(
        f"copies ({asked} pairs): first or its copy {first / asked:.3f},"
        f" among ten {among / asked:.3f}"
    )


def printed_in(one: Article, other: Article) -> Passage | None:
    """The longest passage of an article nearly all of whose word runs the other one has."""
    theirs = runs(other.text)
    same = [
        passage
        for passage in passages(one)
        if (ours := runs(one.slice(passage.span)))
        and len(ours & theirs) >= 0.9 * len(ours)
        and len(one.slice(passage.span)) >= SHORTEST
    ]
    return max(same, key=lambda p: (p.span.end - p.span.start, p.span), default=None)


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of SHINGLE words of a text."""
    words = text.lower().split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def voices(found: Related) -> set[str]:
    """The articles that a result stands for."""
    return {found.info.id, *(info.id for info in found.copies)}


# Judged


def judged(library: Opened, lines: dict[str, str]) -> None:
    """Print precision at five on the judged passages, as far as results are judged."""
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    for part in ("dev", "test"):
        chosen = [row for row in gold if row["part"] == part]
        counts: Counter[str] = Counter()
        for row in chosen:
            judge(library, lines, row, counts)
        known = counts["right"] + counts["wrong"]
        print(
            f"judged, {part} ({len(chosen)} passages): precision at 5"
            f" {counts['right'] / max(1, known):.3f} ({counts['right']} of {known},"
            f" {counts['not judged']} not judged); nothing shown {counts['nothing']} times,"
            f" rightly {counts['rightly']}"
        )


def judge(
    library: Opened, lines: dict[str, str], row: dict[str, Any], counts: Counter[str]
) -> None:
    """Count the results of one passage by their grades."""
    one = library.article(lines[row["article"]])
    passage = next((p for p in passages(one) if digest(one, p) == row["digest"]), None)
    if passage is None:
        counts["not judged"] += 1
        return
    grades = {(lines[r["article"]], r["digest"]): r["grade"] for r in row["results"]}
    found = library.related(passage)[:5]
    for result in found:
        target = library.article(result.info.id)
        grade = grades.get((result.info.id, digest(target, result.passage)))
        counts["not judged" if grade is None else "right" if grade else "wrong"] += 1
    counts["nothing"] += not found
    counts["rightly"] += not found and row["nothing"]


def digest(article: Article, passage: Passage) -> str:
    """What a passage is known by in the list: the SHA-256 of its text."""
    return hashlib.sha256(article.slice(passage.span).encode()).hexdigest()[:16]


def drawn(library: Opened, seed: int, count: int) -> Iterator[Passage]:
    """Passages of articles drawn at random: no headings, no last lines."""
    generator = random.Random(seed)
    ids = sorted(library.keys)
    while count:
        one = library.article(generator.choice(ids))
        long = [p for p in passages(one) if p.span.end - p.span.start >= SHORTEST]
        if long:
            count -= 1
            yield generator.choice(long)


def to_judge(library: Opened, keys: dict[str, str], count: int, seed: int) -> None:
    """Print passages with their results to be read, and lines for the list without grades."""
    for passage in drawn(library, seed, count):
        one = library.article(passage.article)
        found = library.related(passage)[:5]
        print(f"\n## {keys[one.id]} [{one.published}] {one.title}\n{one.slice(passage.span)}")
        results = []
        for number, result in enumerate(found, 1):
            said = " | ".join(f"{r.kind} {r.text} {r.weight:.1f}" for r in result.reasons)
            info = result.info
            print(f"  {number}. {result.score:.1f} [{info.published}] {info.title}")
            print(f"     {result.text}\n     ({said}) copies {len(result.copies)}")
            target = library.article(info.id)
            place = {"article": keys[info.id], "paragraph": result.passage.number}
            results.append({**place, "digest": digest(target, result.passage), "grade": None})
        row = {"article": keys[one.id], "paragraph": passage.number, "digest": digest(one, passage)}
        print("=> " + json.dumps({**row, "nothing": None, "results": results}))


# Speed


def speed(library: Opened) -> None:
    """Print the time of a call, on passages of articles that were not asked for before."""
    chosen = list(drawn(library, SEED + 1, TIMED))
    library.related(chosen[0])
    times = []
    for passage in chosen:
        began = time.perf_counter()
        library.related(passage)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    median, most = statistics.median(times), times[int(0.95 * len(times))]
    print(f"milliseconds of {TIMED} calls: median {median:.1f}, 95th percentile {most:.1f}")


if __name__ == "__main__":
    main()
