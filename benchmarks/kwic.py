"""How fast the first page of a concordance is there, whatever it is sorted by.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/kwic.py ../shared/corpora/news_fr.jsonl.gz

Prints for frequent and rare words, phrases, a prefix and the most mentioned names how many lines
there are, and milliseconds to the first 50 for each sort: median of several, each from nothing
(no page of the same keyword before it), in an open library. Then the milliseconds of the very
first question after opening, and of sorting anew. `--data` and RECOUPE_DATA mean what they mean
for `recoupe`. Tuned on nothing: the words were chosen for their frequency.
"""

import argparse
import os
import statistics
import time
from pathlib import Path
from typing import get_args

from corpus.store import Store
from corpus.types import EntityId
from index.concordance.concordance import Concordances
from index.engine import open_generation
from index.folder import Folder
from index.lexicon import Lexicon
from index.search import Search
from index.types import KwicSort
from tui.own.places import data_folder

QUERIES = (
    *("france", "président", "ministre", "cohabitation", "septuagénaire", '="pêche"'),
    *('"président de la république"', '"ministre de l\'intérieur"', "minist*", '"bras de fer"'),
)
NAMES = 3
ROUNDS = 5
PAGE = 50


def main() -> None:
    """Open the library, ask, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path, default=os.environ.get("RECOUPE_DATA"))
    options = parser.parse_args()
    folder = Folder(data_folder(options.root, Path(options.data) if options.data else None))
    generation = open_generation(folder)
    if generation is None:
        raise SystemExit("no index: run `recoupe index` first")
    store = Store(folder.store)
    search = Search(store, Lexicon(folder.lexicon), generation)
    names = [entity.id for entity in store.names.entities()[:NAMES]]
    questions: list[tuple[str, EntityId | None]] = [(query, None) for query in QUERIES]
    questions += [("", name) for name in names]

    began = time.perf_counter()
    concordances = Concordances(generation, store)
    first = page(concordances, search, *questions[0], "left1")[0]
    print(f"{(time.perf_counter() - began) * 1000:.0f} ms the very first page; {first} lines")
    sorts = get_args(KwicSort)
    print(f"{'lines':>8} " + " ".join(f"{sort:>8}" for sort in sorts) + "  first page, ms")
    for question in questions:
        times = []
        for sort in sorts:
            took = []
            for _ in range(ROUNDS):
                concordances.keywords.cache_clear()
                total, ms = page(concordances, search, *question, sort)
                took.append(ms)
            times.append(statistics.median(took))
        print(
            f"{total:>8} "
            + " ".join(f"{ms:8.1f}" for ms in times)
            + "  "
            + (question[0] or question[1] or "")
        )
    page(concordances, search, *questions[0], "article")
    again = page(concordances, search, *questions[0], "right2")[1]
    print(f"{again:8.1f} ms the first keyword sorted anew")


def page(
    concordances: Concordances, search: Search, query: str, entity: EntityId | None, sort: KwicSort
) -> tuple[int, float]:
    """The lines there are, and milliseconds to the first of them, reading the query included."""
    began = time.perf_counter()
    plan = search.plan(query, typing=False) if query else None
    found = concordances.page(query, plan, entity=entity, sort=sort, limit=PAGE)
    return found.total, (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
