"""Kill `recoupe index` at ten random moments, finish it, compare with an undisturbed run.

python benchmarks/kill_index.py FOLDER
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from index.library import Library
from tui.own.places import data_folder

KILLS = 10
QUERIES = ("ministre", "port", '"Corée du Nord"', "président")


def index(root: Path, data: Path, kill_after: float | None = None) -> None:
    """Run `recoupe index`; kill -9 after so many seconds unless it has ended."""
    command = [sys.executable, "-c", "from tui.cli import main; main()", "index", str(root)]
    process = subprocess.Popen(
        [*command, "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def contents(root: Path, data: Path) -> object:
    """All articles, names, entities, and answers with their scores."""
    library = Library(root, data_folder(root, data))
    infos = library.articles()
    found = (
        [(library.article(i.id), library.mentions(i.id)) for i in infos],
        library.entities(),
        [library.search(query).hits for query in QUERIES],
    )
    library.close()
    return found


def main(root: Path) -> None:
    """Print whether the two libraries are equal."""
    with tempfile.TemporaryDirectory() as base:
        calm, disturbed = Path(base, "calm"), Path(base, "disturbed")
        began = time.monotonic()
        index(root, calm)
        whole = time.monotonic() - began
        for _ in range(KILLS):
            index(root, disturbed, random.uniform(0.1, whole))
        index(root, disturbed)
        same = contents(root, calm) == contents(root, disturbed)
        print(f"{KILLS} kills in runs of up to {whole:.1f} s: {'equal' if same else 'DIFFERENT'}")
        sys.exit(not same)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
