"""How well notes and citations find their places again when articles change.

    python benchmarks/anchors.py CORPUS.jsonl.gz [--articles N] [--skip N]

Sentences, words and paragraphs of real articles are anchored; then the articles are edited as
editors do it, and the place is looked for. Right: the place that the words stand at now; wrong:
another one, which is what must not happen; lost: none. For what was taken out, lost is right.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter

from corpus.load import load, scan
from corpus.types import Article, Span
from tui.keeping.anchor import anchor
from tui.keeping.find import find

SENTENCE = re.compile(r"[^.!?\n]{25,400}[.!?]")
WORD = re.compile(r"\w{3,}")

Edit = Callable[[random.Random, str, Span, str], tuple[str, Span | None]]
"""A text, a place in it, some foreign text → the text edited and the place now, None if gone."""


def elsewhere(rng: random.Random, text: str, span: Span, other: str) -> tuple[str, Span | None]:
    """A paragraph more, and the end cut off."""
    shift = len(other) + 2
    return f"{other}\n\n{text[: span.end + 60]}", Span(span.start + shift, span.end + shift)


def around(rng: random.Random, text: str, span: Span, other: str) -> tuple[str, Span | None]:
    """The words right before it, too, are other ones."""
    cut = max(span.start - 30, 0)
    words = " ".join(other.split()[:6]) + " "
    start = cut + len(words)
    return text[:cut] + words + text[span.start :], Span(start, start + span.end - span.start)


def words(share: float) -> Edit:
    """A share of its words are other ones, one at least."""

    def edit(rng: random.Random, text: str, span: Span, other: str) -> tuple[str, Span | None]:
        piece, new = text[span.start : span.end], other.split() or ["autre"]
        parts = re.split(r"(\W+)", piece)
        places = [at for at, part in enumerate(parts) if part and part[0].isalnum()]
        for at in rng.sample(places, min(max(round(len(places) * share), 1), len(places))):
            parts[at] = rng.choice(new).strip(".,;:«»()\"'’") or "autre"
        changed = "".join(parts)
        text = text[: span.start] + changed + text[span.end :]
        return elsewhere(rng, text, Span(span.start, span.start + len(changed)), other)

    return edit


def gone(rng: random.Random, text: str, span: Span, other: str) -> tuple[str, Span | None]:
    """It was taken out."""
    return text[: span.start] + text[span.end :], None


def rewritten(rng: random.Random, text: str, span: Span, other: str) -> tuple[str, Span | None]:
    """Its whole paragraph says something else."""
    start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    end = text.find("\n\n", span.end)
    return text[:start] + other + text[len(text) if end < 0 else end :], None


EDITS: dict[str, Edit] = {
    "untouched but moved": elsewhere,
    "other words before it": around,
    "a word in it is another": words(0.0),
    "a tenth of its words": words(0.1),
    "a quarter of its words": words(0.25),
    "taken out": gone,
    "its paragraph rewritten": rewritten,
}


def spans(rng: random.Random, article: Article) -> Iterator[tuple[str, Span]]:
    """A paragraph, a sentence and a word of an article."""
    body = [p.span for p in article.paragraphs if p.kind == "body"]
    if body:
        yield "paragraph", rng.choice(body)
    for name, pattern in (("sentence", SENTENCE), ("word", WORD)):
        found = list(pattern.finditer(article.text))
        if found:
            match = rng.choice(found)
            yield name, Span(match.start(), match.end())


def outcome(found: Span | None, right: Span | None) -> str:
    """Right, wrong or lost; a place that covers most of the right one is right."""
    if found is None:
        return "right" if right is None else "lost"
    if right is None:
        return "wrong"
    shared = min(found.end, right.end) - max(found.start, right.start)
    whole = max(found.end, right.end) - min(found.start, right.start)
    return "right" if shared * 2 > whole else "wrong"


def main() -> None:
    """Print a line for each kind of place and edit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--skip", type=int, default=5000, help="Tuned on the first 250.")
    options = parser.parse_args()
    rng = random.Random(1)
    files = [file.path for file in scan(options.corpus) if hasattr(file, "size")]
    loaded = (item for path in files for item in load(options.corpus, path))
    read = (item for item in loaded if isinstance(item, Article))
    articles = list(islice(read, options.skip, options.skip + options.articles))
    counts: Counter[tuple[str, str, str]] = Counter()
    seconds = 0.0
    for article, other in zip(articles, [*articles[1:], articles[0]], strict=True):
        foreign = max((other.slice(p.span) for p in other.paragraphs), key=len)
        for kind, span in spans(rng, article):
            kept = anchor(article, span)
            for name, edit in EDITS.items():
                text, right = edit(rng, article.text, kept.span or span, foreign)
                edited = replace(article, text=text)
                begun = perf_counter()
                found = find(edited, kept)
                seconds += perf_counter() - begun
                counts[kind, name, outcome(found.span, right)] += 1
    print(f"{'':10} {'':26} {'right':>7} {'lost':>7} {'wrong':>7}")
    for kind in ("paragraph", "sentence", "word"):
        for name in EDITS:
            row = [counts[kind, name, one] for one in ("right", "lost", "wrong")]
            shares = " ".join(f"{100 * count / max(sum(row), 1):6.1f}%" for count in row)
            print(f"{kind:10} {name:26} {shares}")
    print(f"{1000 * seconds / max(sum(counts.values()), 1):.2f} ms a place")


if __name__ == "__main__":
    main()
