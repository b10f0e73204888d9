"""Count how common stems are in general news: makes index/background_fr.tsv.

    python benchmarks/background.py ../shared/corpora/news_fr.jsonl.gz fr > index/background_fr.tsv

Prints each stem that is in at least one passage of 2,000 of the articles in that language, with
the number of passages of a million that hold it. Only these counts are kept, no text.
"""

import sys
from collections import Counter
from pathlib import Path

from corpus.load import load, scan
from corpus.passages import passages
from corpus.types import Article
from index.analysis import terms

AT_LEAST = 1 / 2_000


def main(root: Path, language: str) -> None:
    """Print the table for the articles of `root` that are in `language`."""
    holding: Counter[str] = Counter()
    total = 0
    for file in scan(root):
        for article in load(root, file.path):
            if isinstance(article, Article) and article.language == language:
                for passage in passages(article):
                    total += 1
                    holding.update(set(terms(article.slice(passage.span), language).stems))
    for stem, count in sorted(holding.items()):
        if count / total >= AT_LEAST and not stem[0].isdigit():
            print(f"{stem}\t{round(count / total * 1_000_000)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
