"""How long it takes to see that nothing changed in a large folder, and what follows one new file.

    python benchmarks/recheck.py ../shared/corpora/news_fr.jsonl.gz [FILES]

Writes each article of the corpus (its first FILES, if told) as a text file of its own into a
temporary folder, reads them all once, then prints the seconds of a look at the unchanged folder
(median of 5), after one file was renamed, and after all were touched.
"""

import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from corpus.store import Store
from index.intake import Intake

ROUNDS = 5
PER_FOLDER = 1_000


def main() -> None:
    """Print the figures for the corpus named on the command line."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "articles"
        files = written(Path(sys.argv[1]), root, int(sys.argv[2]) if len(sys.argv) > 2 else None)
        store = Store(Path(place) / "store.sqlite")
        print(f"{len(files):,} files read: {look(root, store):.1f} s")
        print(f"unchanged: {statistics.median(look(root, store) for _ in range(ROUNDS)):.2f} s")
        files[0].rename(files[0].with_name("renamed.txt"))
        print(f"one renamed: {look(root, store):.2f} s")
        for file in files[1:]:
            os.utime(file, (1, 1))
        print(f"all touched: {look(root, store):.2f} s")
        store.close()


def written(corpus: Path, root: Path, most: int | None) -> list[Path]:
    """The articles as files, a thousand a folder."""
    files: list[Path] = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, islice(lines, most))):
            file = root / str(number // PER_FOLDER) / f"{number}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{row['title']}\n\n{row['text']}", encoding="utf-8")
            files.append(file)
    return files


def look(root: Path, store: Store) -> float:
    """Seconds of one look at the folder."""
    began = time.perf_counter()
    for _ in Intake(root, store, lambda: False).run():
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
