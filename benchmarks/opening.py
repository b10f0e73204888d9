"""How fast a prepared library opens and answers while one types.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/opening.py ../shared/corpora/news_fr.jsonl.gz

Runs the app without a terminal at 120x40, each start in a process of its own, and prints: seconds
from the start of Python to the first screen and to a list that can be used, milliseconds from a
keystroke to its results (median and 95th percentile over several words), related passages, and
the process's memory. `--data` and RECOUPE_DATA mean what they mean for `recoupe`.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

WORDS = ("ministre", "Strasbourg", "élection", "incendie", "Mediapart", "chômage", "train")
STARTS = 5
PARAGRAPHS = 30


async def use(root: Path, data: Path | None, began: float) -> dict[str, object]:
    """One session: open, type words, ask for related passages."""
    from index.library import Library
    from tui.app import RecoupeApp
    from tui.places import data_folder

    library = Library(root, data_folder(root, data))
    app = RecoupeApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        first = time.time() - began
        while not app.screen.query_one("#hits").virtual_size.height:
            await asyncio.sleep(0.005)
        usable = time.time() - began
        await app.workers.wait_for_complete()
        await pilot.pause()
        # In threads, as in the app: the screen goes on meanwhile.
        keys = [ms for word in WORDS for ms in await asyncio.to_thread(typed, library, word)]
        related = await asyncio.to_thread(asked, library)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    library.close()
    return {"first": first, "usable": usable, "keys": keys, "related": related, "memory": memory}


def typed(library: object, word: str) -> list[float]:
    """Milliseconds to the results after each letter of a word."""
    times = []
    for end in range(1, len(word) + 1):
        began = time.perf_counter()
        library.search(word[:end], limit=50, typing=True)  # type: ignore[attr-defined]
        times.append((time.perf_counter() - began) * 1000)
    return times


def asked(library: object) -> list[float]:
    """Milliseconds to the related passages of the first paragraph of articles far apart."""
    infos = library.articles()  # type: ignore[attr-defined]
    times = []
    for info in infos[:: max(1, len(infos) // PARAGRAPHS)]:
        began = time.perf_counter()
        library.related(info.id, 1)  # type: ignore[attr-defined]
        times.append((time.perf_counter() - began) * 1000)
    return times


def main() -> None:
    """Start sessions one after the other and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path, default=os.environ.get("RECOUPE_DATA"))
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    data = Path(options.data) if options.data else None
    if options.began:
        print(json.dumps(asyncio.run(use(options.root, data, options.began))))
        return
    runs = []
    for _ in range(STARTS):
        command = [sys.executable, *sys.argv, "--began", str(time.time())]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    report(runs)


def report(runs: list[dict[str, object]]) -> None:
    """Print medians over the runs, and percentiles over all keystrokes."""
    for name, unit in (("first", "s to first screen"), ("usable", "s to a usable list")):
        values = sorted(run[name] for run in runs)
        print(f"{statistics.median(values):8.2f} {unit} (of {[round(v, 2) for v in values]})")
    for name, what in (("keys", "keystroke to results"), ("related", "related passages")):
        values = sorted(ms for run in runs for ms in run[name])
        p95 = values[int(len(values) * 0.95)]
        print(f"{statistics.median(values):8.1f} ms {what}, median of {len(values)}; p95 {p95:.1f}")
    print(f"{statistics.median(run['memory'] for run in runs):8.0f} MB of memory at most")


if __name__ == "__main__":
    main()
