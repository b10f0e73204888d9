"""How long who said what, and what was when, take in a prepared library: first and then again.

    python benchmarks/who_and_when.py FOLDER --data DATA [--words W …] [--name NAME]

FOLDER and DATA are those of a library that `recoupe index` has made; nothing is changed.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from index.library import Library
from tui.own.places import data_folder
from tui.widgets.facets_view import counted

AGAIN = 9
"""Times that each question is asked once more."""


def main() -> None:
    """Ask everything that the views ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--words", nargs="*", default=["retraites", "france"])
    parser.add_argument("--name", default="Emmanuel Macron")
    asked = parser.parse_args()
    library = Library(asked.folder, data_folder(asked.folder, asked.data))
    library.search("x")
    name = library.find_entity(asked.name)
    print(f"{'':44}{'first':>9}{'again':>9}  ms")
    for what, question in questions(library, asked.words).items():
        told(what, question)
    if name is not None:
        told(f"quotations of {asked.name}", lambda: library.quotes(speaker=name))
        told(f"time of {asked.name}, 20 parts", lambda: library.over_time(name, buckets=20))
        first = library.articles_naming(name)[0]
        told(f"next mention of {asked.name}", lambda: library.next_mention(name, first, 10**9))
    library.close()


def questions(library: Library, words: list[str]) -> dict[str, Callable[[], object]]:
    """Each question by what it is about."""
    found: dict[str, Callable[[], object]] = {}
    for text in ("", *words):
        of = f" of “{text}”" if text else " of all"
        found |= {
            f"speakers{of}": lambda text=text: library.speakers(text),
            f"quotations{of}": lambda text=text: library.quotes(text),
            f"quotations{of} by speaker": lambda text=text: library.quotes(text, order="speaker"),
            f"articles by time{of}": lambda text=text: library.timeline(text),
            f"dates in the text{of}": lambda text=text: library.timeline(text, kind="mentioned"),
            f"facets{of}": lambda text=text: counted(library, text),
        }
    found["dates of a month"] = lambda: library.articles_in(
        "2020-03-01", "2020-03-31", kind="mentioned"
    )
    found["speakers of a name"] = lambda: library.speakers(name="ma")
    return found


def told(what: str, question: Callable[[], object]) -> None:
    """Print how long a question takes at first, and the median of some times more."""
    first, *again = (timed(question) for _ in range(AGAIN + 1))
    print(f"{what:44}{first:9.1f}{median(again):9.1f}")


def timed(question: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    question()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
