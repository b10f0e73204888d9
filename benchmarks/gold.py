"""The gold of tests/gold: names, quotations, dates and figures judged by a careful reader.

The gold holds no text: offsets into `title + "\\n\\n" + text` of rows of the news corpus, as
`json.loads` gives them. `read` gives the values; `texts` adds the words, from the corpus file.

    gold = of_part(read(Path("tests/gold")), "dev")
    words = texts(gold, Path("../shared/corpora/news_fr.jsonl.gz"))
    for article in gold:
        found = quotations(words[article.id], …)

See tests/gold/README.md for how the spans were drawn and how to count.
"""

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.types import ArticleId, Label, Paragraph, QuoteKind, Span, Text

Part = Literal["dev", "test"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldName:
    """A mention. `entity` is the same in every article; an `optional` one counts for nothing."""

    span: Span
    label: Label
    entity: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation without its marks. `speaker` is an entity, None for one without a name.

    `speaker_span` is the mention, or the noun phrase, that tells best; None: nobody is said.
    """

    span: Span
    kind: QuoteKind
    speaker: str | None
    speaker_span: Span | None
    continues: bool


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date or period with its first and last day (ISO 8601), None where nothing says it."""

    span: Span
    earliest: str | None
    latest: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A quantity, multiplied out: "8,5 millions d'euros" is 8500000 "euros"; None is open."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    hedge: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """What is true of the first `end` characters of an article.

    `figures` is None where figures were not annotated.
    """

    id: ArticleId
    part: Part
    digest: str
    end: int
    sentences: int
    published: str
    names: tuple[GoldName, ...]
    quotes: tuple[GoldQuote, ...]
    dates: tuple[GoldDate, ...]
    figures: tuple[GoldFigure, ...] | None


def read(folder: Path) -> list[GoldArticle]:
    """All articles of the gold in `folder`, those of dev first."""
    names = _by_article(folder / "names.jsonl")
    quotes = _by_article(folder / "quotes.jsonl")
    dates = _by_article(folder / "dates.jsonl")
    figures = _by_article(folder / "figures.jsonl")
    return [
        GoldArticle(
            ArticleId(row["id"]),
            row["part"],
            row["digest"],
            row["end"],
            row["sentences"],
            row["published"],
            tuple(map(_name, names[row["id"]])),
            tuple(map(_quote, quotes[row["id"]])),
            tuple(map(_date, dates[row["id"]])),
            tuple(map(_figure, figures[row["id"]])) if row["figures"] else None,
        )
        for row in _rows(folder / "articles.jsonl")
    ]


def of_part(gold: Iterable[GoldArticle], part: Part) -> list[GoldArticle]:
    """The articles to tune on ("dev"), or those kept aside for the figures of record ("test")."""
    return [article for article in gold if article.part == part]


def texts(
    gold: Sequence[GoldArticle], corpus: Path, *, whole: bool = False
) -> dict[ArticleId, Text]:
    """The annotated words of each article, as `corpus.annotate` and the readers of facts take them.

    The raw title and text with the lines as paragraphs (the title is number 0), not cleaned, so
    that the gold's offsets hold; up to `end`, or `whole` articles. Raises ValueError where the
    corpus does not hold the article that was annotated.
    """
    strings = raw(gold, corpus)
    found: dict[ArticleId, Text] = {}
    for article in gold:
        string = strings[article.id] if whole else strings[article.id][: article.end]
        found[article.id] = Text(article.id, "fr", string, _lines(string), article.published)
    return found


def raw(gold: Iterable[GoldArticle], corpus: Path) -> dict[ArticleId, str]:
    """`title + "\\n\\n" + text` of each article; ValueError where one is missing or another."""
    digests = {article.id: article.digest for article in gold}
    found: dict[ArticleId, str] = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            key = ArticleId(line[8 : line.index('"', 8)])  # rows begin {"id": "…": parse few
            if key in digests:
                row = json.loads(line)
                found[key] = f"{row['title']}\n\n{row['text']}"
                if len(found) == len(digests):
                    break
    for key, digest in digests.items():
        if key not in found or hashlib.sha256(found[key].encode()).hexdigest() != digest:
            raise ValueError(f"{key}: not the article that was annotated")
    return found


def _lines(string: str) -> tuple[Paragraph, ...]:
    """The lines that hold something, the first one being the title."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", string)]
    return tuple(
        Paragraph(number, "body" if number else "title", span) for number, span in enumerate(spans)
    )


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _by_article(path: Path) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _rows(path):
        grouped[row["article"]].append(row)
    return grouped


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _name(row: Row) -> GoldName:
    return GoldName(_span(row), row["label"], row["entity"], row["optional"])


def _quote(row: Row) -> GoldQuote:
    said = row["speaker_start"] is not None
    speaker_span = Span(row["speaker_start"], row["speaker_end"]) if said else None
    return GoldQuote(_span(row), row["kind"], row["speaker"], speaker_span, row["continues"])


def _date(row: Row) -> GoldDate:
    return GoldDate(_span(row), row["earliest"], row["latest"], row["optional"])


def _figure(row: Row) -> GoldFigure:
    return GoldFigure(
        _span(row), row["low"], row["high"], row["unit"], row["hedge"], row["optional"]
    )
