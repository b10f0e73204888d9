"""What is folded of real articles, by which rule, and how often that is wrong.

    python benchmarks/cleaning.py FOLDER [CORPUS.jsonl.gz]

Prints for each article of the folder what its text says of itself and the folded pieces with
their rules; against the judgement in tests/gold/cleaning.json, where it has the article, the
characters wrongly kept and wrongly folded. Of the corpus: the same figures for the 30 articles
that the rules were tuned on and the 30 kept aside, the milliseconds that an article takes, and
every distinct line folded in a sample, by rule, to be read by a person. Blanks do not count.
"""

import gzip
import hashlib
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.clean import Cleaned, clean
from corpus.language import detect
from corpus.load import load, scan
from corpus.types import Article, Folded, Span

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "cleaning.json"
SAMPLE = 3000
SEED = "recoupe folded"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person says of one text: which part of the data it is in, and what is debris."""

    part: str
    debris: tuple[Span, ...]


@dataclass(slots=True)
class Figures:
    """Characters, blanks left out: debris and content, and those sorted wrongly."""

    articles: int = 0
    debris: int = 0
    content: int = 0
    wrongly_kept: int = 0
    wrongly_folded: int = 0

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, debris {self.debris} characters, wrongly kept"
            f" {self.wrongly_kept} ({share(self.wrongly_kept, self.debris)}); content"
            f" {self.content}, wrongly folded {self.wrongly_folded}"
            f" ({share(self.wrongly_folded, self.content)})"
        )


def main() -> None:
    """Print the figures for the folder and the corpus named on the command line."""
    gold = judgements()
    figures: defaultdict[str, Figures] = defaultdict(Figures)
    for article in articles(Path(sys.argv[1])):
        show(article)
        source = (Path(sys.argv[1]) / article.path).read_bytes().decode("utf-8", "replace")
        add(figures, gold, source, article.folded)
    if len(sys.argv) > 2:
        corpus(Path(sys.argv[2]), gold, figures)
    for part, found in figures.items():
        print(f"{part}: {found}")


def judgements() -> dict[str, Judged]:
    """The judgement of each text, by the SHA-256 of the text."""
    return {
        row["digest"]: Judged(row["part"], tuple(Span(*span) for span in row["debris"]))
        for row in json.loads(GOLD.read_text(encoding="utf-8"))
    }


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder; problems are printed."""
    for file in scan(folder):
        for item in load(folder, file.path):
            if isinstance(item, Article):
                yield item
            else:
                print(f"# {item.path}: {item.reason}")


def show(article: Article) -> None:
    """Print what is known of an article and what was folded of it."""
    print(f"\n## {article.id}")
    facts: dict[str, Any] = {
        "title": article.title,
        "subtitle": article.subtitle,
        "section": article.section,
        "outlet": article.source,
        "byline": ", ".join(article.byline) or None,
        "dateline": article.dateline,
        "date": article.published,
        "precision": article.published_precision,
        "language": article.language,
    }
    for name, value in facts.items():
        print(f"{name:>10}  {value or '–'}")
    for piece in article.folded:
        print(f"    folded  {piece.rule:<14} {' '.join(piece.text.split())}")
    counts = Counter(piece.rule for piece in article.folded)
    print(f"    counts  {', '.join(f'{rule} {count}' for rule, count in counts.items()) or 'none'}")


def add(
    figures: dict[str, Figures],
    gold: dict[str, Judged],
    source: str,
    folded: Iterable[Folded],
) -> None:
    """Count what is right and wrong of one article, where it is judged."""
    judged = gold.pop(hashlib.sha256(source.encode()).hexdigest(), None)  # the corpus has twins
    if judged is None:
        return
    words = {at for at, character in enumerate(source) if not character.isspace()}
    debris = characters(judged.debris) & words
    taken = characters(piece.source for piece in folded if piece.source) & words
    found = figures[judged.part]
    found.articles += 1
    found.debris += len(debris)
    found.content += len(words - debris)
    found.wrongly_kept += len(debris - taken)
    found.wrongly_folded += len(taken - debris)


def characters(spans: Iterable[Span]) -> set[int]:
    """Every offset inside the spans."""
    return {at for span in spans for at in range(span.start, span.end)}


def corpus(path: Path, gold: dict[str, Judged], figures: dict[str, Figures]) -> None:
    """Judge what is judged of a corpus, and print what is folded in a sample of it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if hashlib.sha256(row["text"].encode()).hexdigest() in gold:
            add(figures, gold, row["text"], clean(row["text"], title=row["title"]).folded)
    chosen = random.Random(SEED).sample(rows, min(SAMPLE, len(rows)))
    detect(chosen[0]["text"])
    begun = time.process_time()
    cleaned = [cleaned_row(row) for row in chosen]
    spent = (time.process_time() - begun) / len(chosen) * 1000
    folded: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in cleaned:
        for piece in one.folded:
            folded[piece.rule][" ".join(piece.text.split())] += 1
    for rule, counts in sorted(folded.items()):
        print(f"\n## {rule}: {sum(counts.values())} in {len(chosen)} articles")
        for text, count in counts.most_common():
            print(f"{count:>5}  {text[:160]}")
    print(f"\n{spent:.2f} ms of one core an article, to clean it and to tell its language")


def cleaned_row(row: dict[str, Any]) -> Cleaned:
    """One article of the corpus, cleaned, its language told."""
    cleaned = clean(row["text"], title=row["title"])
    detect(cleaned.text)
    return cleaned


def share(part: int, whole: int) -> str:
    """A part in percent of the whole."""
    return f"{100 * part / whole:.2f} %" if whole else "none"


if __name__ == "__main__":
    main()
