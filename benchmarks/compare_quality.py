"""How often what is said to agree, or to differ, really does.

    python -m benchmarks.compare_quality tests/gold/compare.jsonl ../shared/corpora/news_fr.jsonl.gz

Reads the pairs of articles named in the list, builds a library of them, compares them and prints,
for both parts, the precision of differences and of agreements of each kind, among the claims that
were judged; how many claims judged right are no longer made; how many of these pairs' claims
nobody judged; and the processor's milliseconds for two articles and for two passages.

The list holds a sample, drawn by seed, of the claims made on pairs of near-identical articles, of
articles on one event and of neighbours in time and words; each was judged by reading, by one
reader, a language model. A toll that grew from one day to the next counts as a right difference,
a level measured anew each day as a wrong one, like a word that is only inflected or abbreviated.
It keeps no text: `start` and `end` index the article as recoupe cleans it, `digest` is that
text's SHA-256. Rules were tuned on `dev`; `test` was drawn afterwards, from pairs not met before
(some of their articles had been, in other pairs).
"""

import gzip
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from corpus.passages import passages
from index.compare import Side, compare, of_articles, side
from index.library import Library
from index.types import Comparison

Row = dict[str, Any]
Pair = tuple[str, str]


class Claim(NamedTuple):
    """A claim by its places: the first ones of an agreement."""

    pair: Pair
    claim: str
    kind: str
    left: tuple[int, int]
    right: tuple[int, int]


def main() -> None:
    """Print the figures for the list and the corpus named on the command line."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    pairs = list(dict.fromkeys((row["left"], row["right"]) for row in rows))
    with TemporaryDirectory() as folder:
        library, named = built(Path(folder), Path(sys.argv[2]), {a for pair in pairs for a in pair})
        sides = {}
        for pair in pairs:
            found = of_articles(library, named[pair[0]], named[pair[1]])
            assert found is not None
            sides[pair] = found
        texts = {a: library.article(named[a]) for pair in pairs for a in pair}
        library.close()
    checked(rows, sides)
    made = {claim for pair, both in sides.items() for claim in claims(pair, compare(*both))}
    report(rows, made)
    print(f"two articles: {spent(sides.values()):.1f} ms")
    middles = [
        (_middle(one, texts[pair[0]]), _middle(other, texts[pair[1]]))
        for pair, (one, other) in sides.items()
    ]
    print(f"two passages: {spent(middles):.2f} ms")


def built(folder: Path, corpus: Path, wanted: set[str]) -> tuple[Library, dict[str, Any]]:
    """A library of the wanted rows of a corpus, and the article that each row became."""
    articles = folder / "articles"
    articles.mkdir()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        kept = [line for line in lines if line[8 : line.index('"', 8)] in wanted]
    (articles / "news.jsonl").write_text("".join(kept), encoding="utf-8")
    library = Library(articles, folder / "data")
    for _ in library.update(cancelled=lambda: False):
        pass
    ids = [json.loads(line)["id"] for line in kept]
    return library, {row: f"news.jsonl#{number}" for number, row in enumerate(ids, 1)}


def checked(rows: Iterable[Row], sides: dict[Pair, tuple[Side, Side]]) -> None:
    """Raises ValueError where an article's text is not the one that was judged."""
    for row in rows:
        for end, one in zip(("left", "right"), sides[row["left"], row["right"]], strict=True):
            if digest(one.text) != row[f"{end}_digest"]:
                raise ValueError(f"{row[end]}: not the text that was judged")


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def claims(pair: Pair, found: Comparison) -> Iterator[Claim]:
    """All that is claimed of a pair."""
    for one in found.differences:
        ends = one.left_span, one.right_span
        yield Claim(pair, "differ", one.kind, *((s.start, s.end) for s in ends))
    for same in found.agreements:
        ends = same.left_spans[0], same.right_spans[0]
        yield Claim(pair, "agree", same.kind, *((s.start, s.end) for s in ends))


def judged(row: Row) -> Claim:
    """The claim that a row of the list is about."""
    pair = row["left"], row["right"]
    left, right = ((row[f"{end}_start"], row[f"{end}_end"]) for end in ("left", "right"))
    return Claim(pair, row["claim"], row["kind"], left, right)


def report(rows: Iterable[Row], made: set[Claim]) -> None:
    """Print precision by part and claim, then by kind."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    known = set()
    for row in rows:
        claim = judged(row)
        known.add(claim)
        verdict = row["verdict"] if claim in made else f"{row['verdict']}, no longer claimed"
        for kind in ("all", claim.kind):
            counts[row["part"], f"{claim.claim} {kind}"][verdict] += 1
    for (part, what), count in sorted(counts.items()):
        right, wrong = count["right"], count["wrong"]
        share = f"{right / (right + wrong):.3f}" if right + wrong else "-"
        lost, mended = count["right, no longer claimed"], count["wrong, no longer claimed"]
        print(
            f"{part:>4} {what:<14} precision {share:>5} of {right + wrong:>3}"
            f"; no longer claimed: {lost} right, {mended} wrong"
        )
    print(f"{len(made - known)} claims on these pairs are not judged")


def _middle(one: Side, article: Any) -> Side:
    """The passage in the middle of an article."""
    parts = passages(article)
    return side(article, one.read, parts[len(parts) // 2])


def spent(pairs: Iterable[Any]) -> float:
    """Milliseconds of the processor for one comparison, the second time words are met."""
    listed = list(pairs)
    for both in listed:
        compare(*both)
    began = time.process_time()
    for both in listed:
        compare(*both)
    return (time.process_time() - began) * 1000 / len(listed)


if __name__ == "__main__":
    main()
