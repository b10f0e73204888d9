"""How often “did you mean …?” means the right word, over a real library.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/suggestions.py ../shared/corpora/news_fr.jsonl.gz [--words 300]

Words that at least twenty passages have are misspelt at random (a letter put in, left out,
changed, two exchanged, or a French sound spelt otherwise) so that no passage has the result.
Prints, by kind of mistake, the share whose suggestion has the right letters (accents aside), and
the share with another suggestion. Nothing was tuned on seed 1. `--data` as for `recoupe`.
"""

import argparse
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from index.analysis import fold
from index.library import Library
from tui.own.places import data_folder

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SOUNDS = (("ph", "f"), ("qu", "k"), ("eau", "o"), ("ss", "c"), ("en", "an"), ("ai", "é"))
SOUNDS += (("tion", "cion"), ("th", "t"), ("y", "i"), ("nn", "n"), ("ll", "l"), ("rr", "r"))
MIN_LETTERS = 6
MIN_PASSAGES = 20
MEANT = re.compile("did you mean “(.*?)”")

Mistake = Callable[[str, int, random.Random], str]
MISTAKES: dict[str, Mistake] = {
    "put in": lambda word, at, rng: word[:at] + rng.choice(LETTERS) + word[at:],
    "left out": lambda word, at, rng: word[:at] + word[at + 1 :],
    "changed": lambda word, at, rng: word[:at] + rng.choice(LETTERS) + word[at + 1 :],
    "exchanged": lambda word, at, rng: word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    "by sound": lambda word, at, rng: word.replace(*rng.choice(SOUNDS), 1),
}


def main() -> None:
    """Misspell, ask, count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = data_folder(options.folder, options.data)
    with sqlite3.connect(f"file:{data / 'lexicon.sqlite'}?mode=ro", uri=True) as lexicon:
        words = [row[0] for row in lexicon.execute("SELECT DISTINCT folded FROM forms ORDER BY 1")]
    known = set(words)
    library = Library(options.folder, data)
    rng = random.Random(options.seed)
    rng.shuffle(words)
    candidates = (w for w in words if w.isalpha() and len(w) >= MIN_LETTERS)
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for word in candidates:
        if library.search(word, limit=1).total < MIN_PASSAGES:
            continue
        for kind, mistake in MISTAKES.items():
            wrong = mistake(word, rng.randrange(1, len(word) - 1), rng)
            if fold(wrong) in known:
                continue
            asked[kind] += 1
            said = " ".join(library.search(wrong, limit=1).reading.remarks)
            meant = MEANT.search(said)
            if meant:
                (right if fold(meant[1]) == word else other)[kind] += 1
        if asked.total() >= options.words * len(MISTAKES):
            break
    for kind, count in asked.items():
        shares = f"{right[kind] / count:.1%} right, {other[kind] / count:.1%} another"
        print(f"{kind}: {count} words, {shares}")


if __name__ == "__main__":
    main()
