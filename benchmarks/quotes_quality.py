"""How many quotations of French news are found, and with the right speaker.

    python -m benchmarks.quotes_quality tests/gold ../shared/corpora/news_fr.jsonl.gz

Prints for both parts of the gold: recall and precision (two spans meet when each covers more than
80 % of the other), the share with the very same span, with the same kind, and of the direct ones
that were found the share with the right speaker and with the right « continues ». A speaker is
right when it is a name of the same person or thing, or where the gold has only words, when it
overlaps them; saying that nobody is told counts as an answer. « all direct » takes a direct
quotation that was missed or taken for a term as wrong. First with our own names, read in the whole
articles; then with the gold's names given. Rules were tuned on `dev`; of `test` only these figures
were looked at. Headings are those that cleaning finds. Then the milliseconds an article takes.
"""

import gzip
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from benchmarks.gold import GoldArticle, GoldQuote, of_part, read, texts
from corpus.annotate import annotate
from corpus.clean import clean
from corpus.quotes import quotes
from corpus.types import Annotated, ArticleId, Mention, Paragraph, Quote, Span, Text

MEET = 0.8
"""The share of the longer of two spans that both must have for them to be one quotation."""

SPEED = 300
"""Articles whose time is taken."""

AROUND = (2500, 3500)
"""Characters of an article that counts as usual."""


@dataclass(slots=True)
class Score:
    """What was counted over the articles."""

    wanted: int = 0
    given: int = 0
    both: int = 0
    exact: int = 0
    kind: int = 0
    direct: int = 0
    found_direct: int = 0
    speaker: int = 0
    continues: int = 0


def main() -> None:
    """Print the figures for the gold and the corpus named on the command line."""
    corpus = Path(sys.argv[2])
    gold = read(Path(sys.argv[1]))
    words = {key: with_headings(text) for key, text in texts(gold, corpus, whole=True).items()}
    own = our_own(words)
    given = {article.id: mentions_of(article) for article in gold}
    for said, names in (("our names", own), ("gold names", given)):
        for part in ("dev", "test"):
            score = Score()
            for article in of_part(gold, part):
                found = quotes(words[article.id], names[article.id])
                count(score, article, found, words[article.id].text)
            print(f"{part:>4}, {said:>10}: {summed_up(score)}")
    print(speed(corpus))


def with_headings(text: Text) -> Text:
    """The text with the headings that cleaning finds among its lines."""
    title, _, rest = text.text.partition("\n\n")
    cleaned = clean(rest, title=title)
    kinds = {
        cleaned.text[p.span.start : p.span.end]: p.kind for p in cleaned.paragraphs if p.number
    }
    paragraphs = tuple(
        replace(p, kind=kinds.get(text.text[p.span.start : p.span.end], p.kind)) if p.number else p
        for p in text.paragraphs
    )
    return replace(text, paragraphs=paragraphs)


def our_own(words: Mapping[ArticleId, Text]) -> dict[ArticleId, Sequence[Mention]]:
    """The names that we read in each article."""
    return {
        found.article: found.mentions
        for found in annotate(words.values(), cancelled=lambda: False)
        if isinstance(found, Annotated)
    }


def mentions_of(article: GoldArticle) -> Sequence[Mention]:
    """The names of the gold."""
    names = sorted(article.names, key=lambda name: name.span)
    return [Mention(article.id, name.span, name.label, None) for name in names]


def count(score: Score, article: GoldArticle, found: Sequence[Quote], text: str) -> None:
    """Add one article."""
    left = [quote for quote in found if quote.span.end <= article.end]
    score.given += len(left)
    score.wanted += len(article.quotes)
    for gold in article.quotes:
        score.direct += gold.kind == "direct"
        quote = next((other for other in left if meet(gold.span, other.span)), None)
        if quote is None:
            continue
        left.remove(quote)
        score.both += 1
        score.exact += gold.span == quote.span
        score.kind += gold.kind == quote.kind
        if gold.kind == quote.kind == "direct":
            score.found_direct += 1
            score.speaker += right_speaker(gold, quote, article, text)
            score.continues += gold.continues == quote.continues


def meet(one: Span, other: Span) -> bool:
    """Whether two spans are of one quotation."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > MEET * max(one.end - one.start, other.end - other.start)


def right_speaker(gold: GoldQuote, quote: Quote, article: GoldArticle, text: str) -> bool:
    """Whether both mean the same speaker."""
    span = quote.speaker_span
    if gold.speaker_span is None or span is None:
        return gold.speaker_span is span
    if gold.speaker_span.overlaps(span):
        return True
    if gold.speaker is None:
        words = text[gold.speaker_span.start : gold.speaker_span.end]
        return words.lower() == (quote.speaker or "").lower()
    names = [name.span for name in article.names if name.entity == gold.speaker]
    return any(
        name.overlaps(span) or text[name.start : name.end] == quote.speaker for name in names
    )


def summed_up(score: Score) -> str:
    """A line of figures."""
    recall, precision = score.both / score.wanted, score.both / max(1, score.given)
    found, direct = max(1, score.both), max(1, score.found_direct)
    return (
        f"{score.wanted} quotes, recall {recall:.3f}, precision {precision:.3f}, "
        f"same span {score.exact / found:.3f}, kind {score.kind / found:.3f}; of "
        f"{score.found_direct} direct: speaker {score.speaker / direct:.3f} "
        f"(all direct {score.speaker / score.direct:.3f}), continues {score.continues / direct:.3f}"
    )


def speed(corpus: Path) -> str:
    """How long usual articles of the corpus take, their names already read."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        usual = (row for row in map(json.loads, lines) if AROUND[0] < len(row["text"]) < AROUND[1])
        rows = list(islice(usual, SPEED))
    words = {ArticleId(row["id"]): as_text(row["id"], row["text"]) for row in rows}
    names = our_own(words)
    began = time.process_time()
    found = sum(len(quotes(text, names[key])) for key, text in words.items())
    taken = (time.process_time() - began) * 1000 / len(words)
    length = sum(len(text.text) for text in words.values()) / len(words)
    return f"{len(words)} articles of {length:,.0f} characters, {found} quotes: {taken:.2f} ms each"


def as_text(key: str, text: str) -> Text:
    """A text whose lines are its paragraphs."""
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Paragraph(len(paragraphs) + 1, "body", Span(at, at + len(line))))
        at += len(line) + 1
    return Text(ArticleId(key), "fr", text, tuple(paragraphs), None)


if __name__ == "__main__":
    main()
