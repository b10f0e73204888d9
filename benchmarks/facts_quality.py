"""How many dates and figures of French news are found, how many of them with the right values.

    python -m benchmarks.facts_quality tests/gold ../shared/corpora/news_fr.jsonl.gz

Prints for both parts of the gold: recall and precision by overlap, and of what is found the share
with the same span, the same first and last day; for figures the same low and high, and unit. Rules
were tuned on `dev`; `test` is the honest figure. Then the processor's milliseconds for an article.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.gold import GoldDate, GoldFigure, of_part, read, texts
from corpus.dates import dates
from corpus.figures import figures
from corpus.types import ArticleId, DateMention, Figure, Text

SPEED = 400
"""Articles whose time is taken."""

PASSES = 3
"""The best of so many counts: others may be using the machine."""

AROUND = (2500, 3500)
"""Characters of an article that counts as usual."""

Gold = GoldDate | GoldFigure
Found = DateMention | Figure


@dataclass(slots=True)
class Score:
    """What was counted over the articles: `right` for each question asked of a pair."""

    wanted: int
    given: int
    both: int
    right: list[int]


def main() -> None:
    """Print the figures for the gold and the corpus named on the command line."""
    folder, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    gold = read(folder)
    words = texts(gold, corpus)
    for part in ("dev", "test"):
        of_dates = Score(0, 0, 0, [0, 0])
        of_figures = Score(0, 0, 0, [0, 0, 0])
        for article in of_part(gold, part):
            text = words[article.id]
            found = dates(text)
            count(of_dates, article.dates, found, (same_span, same_days))
            if article.figures is not None:
                of_what = (same_span, same_amount, same_unit)
                count(of_figures, article.figures, figures(text, found), of_what)
        print(f"{part:>4} dates:   {said(of_dates, ('span', 'days'))}")
        print(f"{part:>4} figures: {said(of_figures, ('span', 'low and high', 'unit'))}")
    print(speed(corpus))


def count(
    score: Score,
    gold: Sequence[Gold],
    found: Sequence[Found],
    questions: Sequence[Callable[[Gold, Found], bool]],
) -> None:
    """Add one article. What is optional, and what overlaps only that, counts for nothing."""
    wanted = [one for one in gold if not one.optional]
    optional = [one.span for one in gold if one.optional]
    score.wanted += len(wanted)
    left = list(found)
    for one in wanted:
        match = next((other for other in left if other.span.overlaps(one.span)), None)
        if match is None:
            continue
        left.remove(match)
        score.both += 1
        score.given += 1
        for number, question in enumerate(questions):
            score.right[number] += question(one, match)
    score.given += sum(not any(other.span.overlaps(span) for span in optional) for other in left)


def same_span(gold: Gold, found: Found) -> bool:
    """Whether it is the same piece of text; the gold leaves the hedge of a figure out."""
    if isinstance(found, Figure) and found.hedge:
        return found.span.contains(gold.span)
    return gold.span == found.span


def same_days(gold: Gold, found: Found) -> bool:
    """Whether first and last day are the same."""
    assert isinstance(gold, GoldDate) and isinstance(found, DateMention)
    return (gold.earliest, gold.latest) == (found.earliest, found.latest)


def same_amount(gold: Gold, found: Found) -> bool:
    """Whether low and high are the same."""
    assert isinstance(gold, GoldFigure) and isinstance(found, Figure)
    return (gold.low, gold.high) == (found.low, found.high)


def same_unit(gold: Gold, found: Found) -> bool:
    """Whether the unit is the same word."""
    assert isinstance(gold, GoldFigure) and isinstance(found, Figure)
    return gold.unit.casefold() == found.unit.casefold()


def said(score: Score, names: Sequence[str]) -> str:
    """A line of figures."""
    shares = [
        f"{name} {right / max(score.both, 1):.3f}"
        for name, right in zip(names, score.right, strict=True)
    ]
    recall, precision = score.both / max(score.wanted, 1), score.both / max(score.given, 1)
    head = f"{score.wanted} wanted, recall {recall:.3f}, precision {precision:.3f}"
    return f"{head}; of these same {', '.join(shares)}"


def speed(corpus: Path) -> str:
    """How long both take for usual articles of the corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        usual = (row for row in map(json.loads, lines) if AROUND[0] < len(row["text"]) < AROUND[1])
        chosen = [
            Text(ArticleId(row["id"]), "fr", row["text"], (), row["date"])
            for row in islice(usual, SPEED)
        ]
    passes = []
    for _ in range(PASSES):
        began = time.process_time()
        for text in chosen:
            figures(text, dates(text))
        passes.append(time.process_time() - began)
    taken = min(passes) * 1000 / len(chosen)
    length = sum(len(text.text) for text in chosen) / len(chosen)
    return f"{len(chosen)} articles of {length:,.0f} characters: {taken:.2f} ms each"


if __name__ == "__main__":
    main()
