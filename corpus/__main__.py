"""The child that reads articles: `python -m corpus`, started by `corpus.annotate` only.

A line of JSON on stdin asks about a batch of articles (`corpus.annotate.Question`), a line on
stdout answers with the rows of each (`corpus.rows`). It ends at the end of its input, and so with
its parent, however that died.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from corpus import rows
from corpus.annotate import Question
from corpus.dates import dates
from corpus.figures import figures
from corpus.mentions import mend
from corpus.quotes import quotes
from corpus.types import Annotated, ArticleId, Mention, Paragraph, Span, Text

NICE = 10
"""How far the child steps back before the screen, in steps of the system's priority."""


def main() -> None:
    """Answers batches until its input ends or nobody listens any more."""
    os.nice(NICE)
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy loads
    answers, sys.stdout = sys.stdout, sys.stderr  # what a library prints must not be an answer
    for line in sys.stdin:
        batch: list[Question] = json.loads(line)
        found = [rows.rows(article) for article in read(batch)]
        try:
            print(json.dumps(found), file=answers, flush=True)
        except BrokenPipeError:
            os._exit(0)  # the parent is gone; a normal exit would try to flush once more


def read(batch: Sequence[Question]) -> list[Annotated]:
    """What is read in each text of a batch."""
    texts = [_text(question) for question in batch]
    named = [text for text, question in zip(texts, batch, strict=True) if question[2]]
    found = names(named)
    return [_annotated(text, found.get(text.article, ())) for text in texts]


def names(texts: Sequence[Text]) -> dict[ArticleId, tuple[Mention, ...]]:
    """The names of each text, texts of one language read together."""
    found: dict[ArticleId, tuple[Mention, ...]] = {}
    by_language = sorted(texts, key=lambda text: text.language or "")
    for language, group in groupby(by_language, key=lambda text: text.language or ""):
        found.update(_names_in(language, list(group)))
    return found


def _names_in(
    language: str, texts: Sequence[Text]
) -> Iterator[tuple[ArticleId, tuple[Mention, ...]]]:
    from corpus.pipeline import recognise  # spaCy: a second, and only if there is work for it

    raw = recognise(
        language, (t.text[p.span.start : p.span.end] for t in texts for p in t.paragraphs)
    )
    for text in texts:
        spans = [paragraph.span for paragraph in text.paragraphs]
        mended = mend(text.text, spans, list(islice(raw, len(spans))))
        yield (
            text.article,
            tuple(Mention(text.article, Span(n.start, n.end), n.label, None) for n in mended),
        )


def _annotated(text: Text, mentions: tuple[Mention, ...]) -> Annotated:
    """The names of a text with its quotes, dates and figures."""
    when = dates(text)
    return Annotated(text.article, mentions, quotes(text, mentions), when, figures(text, when))


def _text(question: Question) -> Text:
    article, language, _, text, published, paragraphs = question
    return Text(
        ArticleId(article),
        language or None,
        text,
        tuple(Paragraph(n, kind, Span(start, end)) for n, kind, start, end in paragraphs),
        published,
    )


if __name__ == "__main__":
    main()
