"""How well copies of one dispatch are grouped, and how fast.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/copies.py ../shared/corpora/news_fr.jsonl.gz

Works on a copy of the library's store. Prints: seconds to group all articles, and milliseconds to
add one to them (median); what brute force over the shingles of the first few thousand articles
finds, and how much of it the signatures find; recall and precision on the pairs of
`../shared/eval/near_duplicates_fr.tsv` by how alike they are. These pairs were computed from
shingles too, so they test the search and the thresholds, not the idea. The two thresholds of
`index.copies.update` were chosen by reading some forty of these pairs; figures are printed for the
pairs whose first number is even (looked at) and odd (not looked at).
"""

import argparse
import csv
import gzip
import json
import os
import shutil
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from corpus.store import Store
from index.copies.shingles import FEWEST, Shingles
from index.copies.update import are_copies, update
from index.engine import open_generation
from index.folder import Folder
from tui.own.places import data_folder

BRUTE = 4000
ADDED = 20
COMMON = 200
"""Articles with a shingle from which brute force passes it over: a formula, not a story."""

Pair = tuple[int, int]


def main() -> None:
    """Group a copy of the library's articles from nothing, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path, default=os.environ.get("RECOUPE_DATA"))
    options = parser.parse_args()
    folder = Folder(data_folder(options.root, Path(options.data) if options.data else None))
    generation = open_generation(folder)
    if generation is None:
        raise SystemExit("no index: run `recoupe index` first")
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(folder.store, scratch)
        store = Store(Path(scratch) / folder.store.name)
        store.copies.clear()
        began = time.perf_counter()
        count = update(store, generation.text)
        print(f"{time.perf_counter() - began:8.1f} s to group {count} articles")
        groups = store.copies.groups()
        print(f"{len(groups):8} articles in {len(set(groups.values()))} groups")
        one_more(store, generation.text)
        brute(store, Shingles(generation.text))
        listed(store, options.root)
        store.close()


def one_more(store: Store, executor: object) -> None:
    """Milliseconds to forget an article's copies and find them again, over articles far apart."""
    keys = [key for key, _ in store.places.articles()]
    times = []
    for key in keys[:: max(1, len(keys) // ADDED)]:
        with store.transaction():
            store.copies.forget(key)
        began = time.perf_counter()
        update(store, executor)  # type: ignore[arg-type]
        times.append((time.perf_counter() - began) * 1000)
    print(f"{statistics.median(times):8.1f} ms to add one, median of {len(times)}")


def brute(store: Store, shingles: Shingles) -> None:
    """All copies among the first articles, found by their shingles themselves."""
    keys = [key for key, _ in store.places.articles()][:BRUTE]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for key in keys:
        own = shingles.of(key)
        for shingle in own.tolist() if len(own) >= FEWEST else ():
            holders[shingle].append(key)
    together: Counter[Pair] = Counter()
    for some in holders.values():
        if 1 < len(some) <= COMMON:
            together.update(combinations(some, 2))
    pairs = [
        pair
        for pair, count in together.items()
        if count >= FEWEST / 2 and are_copies(shingles.of(pair[0]), shingles.of(pair[1]))
    ]
    known = same_text_or_pair(store, keys)
    found = sum(known(*pair) for pair in pairs)
    print(f"{found:8} of {len(pairs)} pairs that brute force finds in {len(keys)} articles")


def same_text_or_pair(store: Store, keys: Iterable[int]):  # type: ignore[no-untyped-def]
    """Whether two articles are known as alike; those with one text share the pairs of the first."""
    pairs = store.copies.pairs(keys)
    first = {high: low for (low, high), alike in sorted(pairs.items(), reverse=True) if alike >= 1}

    def known(one: int, other: int) -> bool:
        low, high = sorted((first.get(one, one), first.get(other, other)))
        return low == high or (low, high) in pairs

    return known


def listed(store: Store, root: Path) -> None:
    """Recall by how alike two listed articles are, and how many of our pairs are listed."""
    name = Path("eval/near_duplicates_fr.tsv")
    table = next((p / name for p in root.resolve().parents if (p / name).exists()), None)
    if table is None:
        print("no eval/near_duplicates_fr.tsv beside the corpus")
        return
    with gzip.open(root, "rt", encoding="utf-8") as lines:
        numbers = {json.loads(line)["id"]: at for at, line in enumerate(lines, 1)}
    keys = {article: key for key, article in store.places.articles()}
    groups = store.copies.groups()
    counts: defaultdict[tuple[int, str], Counter[bool]] = defaultdict(Counter)
    pairs: set[Pair] = set()
    with table.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            one, other = sorted(keys[f"{root.name}#{numbers[row[c]]}"] for c in ("id1", "id2"))
            if (one, other) in pairs:
                continue
            pairs.add((one, other))
            same = one in groups and groups[one] == groups.get(other)
            jaccard = float(row["jaccard5"])
            band = next(b for b in (0.9, 0.7, 0.5, 0.4, 0.3, 0.2, 0.0) if jaccard >= b)
            counts[one % 2, f"{band}"][same] += 1
    for (odd, band), found in sorted(counts.items()):
        part = "not looked at" if odd else "looked at"
        print(f"{found[True]:8} of {found.total()} listed from Jaccard {band} on, {part}")
    ours = same_group(groups)
    print(f"{len(ours & pairs):8} of our {len(ours)} pairs are listed")


def same_group(groups: dict[int, int]) -> set[Pair]:
    """All pairs of articles in one group."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for key, group in sorted(groups.items()):
        members[group].append(key)
    return {pair for some in members.values() for pair in combinations(some, 2)}


if __name__ == "__main__":
    main()
