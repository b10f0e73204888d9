"""What hostile files do to the reader: `hostile.py FOLDER`.

Each file is loaded by a process of its own. Prints what came of it, the seconds from opening it to
its last article or problem (the start of the child that reads included), and the most memory that
process or its child held, in MB. Ends with status 1 where one takes more than the limits allow.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from corpus.load import load, scan
from corpus.readers import child
from corpus.readers.limits import LIMIT_MB, LIMIT_S
from corpus.types import Article, Problem

SHOWN = 3
"""Articles and problems of one file that are listed; the others are counted."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--one", help="load this file here, and print JSON")
    given = arguments.parse_args()
    if given.one:
        print(json.dumps(measured(given.folder, given.one)))
        return
    over = 0
    for file in scan(given.folder):
        if isinstance(file, Problem):
            print(file.path, file.reason)
            continue
        command = [sys.executable, __file__, str(given.folder), "--one", file.path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            over += 1
            print(f"{file.path}\n    CRASH {done.stderr.strip().splitlines()[-1:]}")
            continue
        found = json.loads(done.stdout)
        # A child is given its time up to the last second, and then must be ended and waited for.
        over += found["seconds"] > LIMIT_S + 1 or found["mb"] > LIMIT_MB
        print(f"{found['seconds']:6.2f} s {found['mb']:5.0f} MB  {file.path}")
        for line in found["items"][:SHOWN]:
            print(f"{'':19} {line}")
        if len(found["items"]) > SHOWN:
            print(f"{'':19} and {len(found['items']) - SHOWN} more")
    print(f"{over} files crash or are over {LIMIT_S} s or {LIMIT_MB} MB")
    sys.exit(bool(over))


def measured(folder: Path, path: str) -> dict[str, object]:
    """What loading one file gives, takes and holds."""
    start = time.perf_counter()
    items = [shown(item) for item in load(folder, path)]
    seconds = time.perf_counter() - start
    child.close()
    holders = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(who).ru_maxrss for who in holders)
    return {"items": items, "seconds": seconds, "mb": most / 1024}


def shown(item: Article | Problem) -> str:
    if isinstance(item, Problem):
        return f"problem at {item.path}: {item.reason}"
    return f"article {item.id}: {len(item.text):,} characters, {item.title or 'no title'!r:.60}"


if __name__ == "__main__":
    main()
