"""How many names of French news are found right, how fast, and with how much memory.

    python benchmarks/names_quality.py ../shared/eval/ner_fr.jsonl [CORPUS.jsonl.gz [ARTICLES]]

Prints precision, recall and F1 of people, places and organisations, span and label exact: for the
stock model, for it with our rules, for our own weights, and for ours with the rules, as the child
does it. Our weights were trained, and the rules tuned, on the documents whose CRC-32 modulo 4 is
0, 2 or 3; the part kept aside, 1, is the honest figure. With a corpus: tokens for a second of
processor time over the whole work of the child on its first 500 articles, the model already
loaded; with ARTICLES, the memory of the process on the way through that many.
"""

import gzip
import json
import os
import re
import resource
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from corpus.__main__ import names, read
from corpus.annotate import Question, asked
from corpus.edges import RawName
from corpus.mentions import mend
from corpus.pipeline import Recogniser, recogniser
from corpus.types import ArticleId, Paragraph, Span, Text

LABELS = ("PER", "LOC", "ORG")
PARTS = (("trained on", (0, 2, 3)), ("kept aside", (1,)))
TIMED = 500
BATCH = 32
Marks = set[tuple[int, int, int, str]]
Document = list[tuple[str, list[list[str | int]]]]


def main() -> None:
    """Print the figures for the files named on the command line."""
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # read when NumPy loads: begin anew
        os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    documents = read_gold(Path(sys.argv[1]))
    models = {"stock": Recogniser("fr", None), "ours": recogniser("fr")}
    for said, parts in PARTS:
        chosen = [d for name, d in documents.items() if zlib.crc32(name.encode()) % 4 in parts]
        gold = {(n, *mark) for n, document in enumerate(chosen) for mark in gold_marks(document)}
        for which, model in models.items():
            raw, mended = marked(model, chosen)
            print(f"{said}, {len(chosen)} documents, {which:>13}: {scores(gold, raw)}")
            print(f"{said}, {len(chosen)} documents, {which + ' + rules':>13}: ", end="")
            print(scores(gold, mended), flush=True)
    if len(sys.argv) > 2:
        measure_speed(Path(sys.argv[2]))
    if len(sys.argv) > 3:
        measure_memory(Path(sys.argv[2]), int(sys.argv[3]))


def read_gold(path: Path) -> dict[str, Document]:
    """For each document its paragraphs: text and gold names."""
    documents: defaultdict[str, Document] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            documents[row["doc"]].append((row["text"], row["entities"]))
    return documents


def whole(document: Document) -> tuple[str, list[Span]]:
    """A document's text, and its paragraphs there."""
    text, spans = "", []
    for paragraph, _ in document:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, spans


def gold_marks(document: Document) -> Iterator[tuple[int, int, str]]:
    """The gold names, counted from the document's start."""
    for span, (_, marks) in zip(whole(document)[1], document, strict=True):
        for start, end, label in marks:
            yield span.start + int(start), span.start + int(end), str(label)


def marked(model: Recogniser, documents: Sequence[Document]) -> tuple[Marks, Marks]:
    """The model's names in all documents, and what mending makes of them."""
    raw: Marks = set()
    mended: Marks = set()
    for number, document in enumerate(documents):
        text, spans = whole(document)
        found = list(model.names(paragraph for paragraph, _ in document))
        for span, names_there in zip(spans, found, strict=True):
            raw |= shifted(names_there, number, span.start)
        mended |= shifted(mend(text, spans, found), number, 0)
    return raw, mended


def shifted(found: Sequence[RawName], number: int, at: int) -> Marks:
    """Names as marks of a document."""
    return {(number, name.start + at, name.end + at, name.label) for name in found}


def scores(gold: Marks, found: Marks) -> str:
    """Precision, recall and F1, over all labels and for each."""
    said = []
    for labels in (LABELS, *((label,) for label in LABELS)):
        right = {mark for mark in gold if mark[3] in labels}
        given = {mark for mark in found if mark[3] in labels}
        both = len(right & given)
        f1 = 2 * both / (len(right) + len(given))
        head = f"P {both / len(given):.3f} R {both / len(right):.3f} F1" if len(labels) > 1 else ""
        said.append(f"{head or labels[0]} {f1:.3f}")
    return "  ".join(said)


def measure_speed(path: Path) -> None:
    """Print tokens a second of processor time, for names alone and for all that the child reads."""
    texts = list(islice(read_articles(path), TIMED))
    tokenizer = recogniser("fr").nlp.tokenizer
    tokens = sum(len(tokenizer(text.text)) for text in texts)
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    questions: list[list[Question]] = [[asked(text) for text in batch] for batch in batches]
    for said, work in (
        ("names", lambda: [names(batch) for batch in batches]),
        ("names, quotes, dates, figures", lambda: [read(batch) for batch in questions]),
    ):
        began = time.process_time()
        work()
        rate = tokens / (time.process_time() - began)
        print(f"{len(texts)} articles, {said}: {rate:,.0f} tokens a second of processor time")


def measure_memory(path: Path, articles: int) -> None:
    """Print the process' largest memory so far at some points of the way."""
    texts = islice(read_articles(path), articles)
    done = 0
    while batch := list(islice(texts, BATCH)):
        names(batch)
        if done // 2000 != (done + len(batch)) // 2000:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"after {(done + len(batch)) // 2000 * 2000:>6} articles: {peak:.0f} MB at most")
        done += len(batch)


def read_articles(path: Path) -> Iterator[Text]:
    """The corpus' articles, lines as paragraphs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            text = row["title"] + "\n\n" + row["text"]
            spans = (Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
            paragraphs = tuple(Paragraph(n, "body", span) for n, span in enumerate(spans, 1))
            yield Text(ArticleId(str(number)), "fr", text, paragraphs, row["date"])


if __name__ == "__main__":
    main()
