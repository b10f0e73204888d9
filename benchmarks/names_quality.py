"""How many names of French news are found right, and how fast.

    python benchmarks/names_quality.py ../shared/eval/ner_fr.jsonl [CORPUS.jsonl.gz]

Prints precision, recall and F1 of people, places and organisations, span and label exact, for the
stock model and for ours. The rules were tuned on the first half of the documents; the second is
the honest figure. With a corpus as second argument: tokens a second of the whole child's work on
its first 500 articles, on one core.
"""

import gzip
import json
import os
import re
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from corpus.__main__ import names
from corpus.edges import RawName
from corpus.mentions import mend
from corpus.pipeline import recognise, recogniser
from corpus.types import Span

LABELS = ("PER", "LOC", "ORG")
ARTICLES = 500
BATCH = 32
Marks = set[tuple[int, int, int, str]]


def main() -> None:
    """Print the figures for the files named on the command line."""
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # read when NumPy loads: begin anew
        os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    documents = read_gold(Path(sys.argv[1]))
    for half, said in ((0, "tuned on"), (1, "held out")):
        chosen = [d for name, d in documents.items() if zlib.crc32(name.encode()) % 2 == half]
        gold, stock, ours = marked(chosen)
        for which, found in (("stock", stock), ("ours", ours)):
            print(f"{said} half, {len(chosen)} documents, {which:>5}: {scores(gold, found)}")
    if len(sys.argv) > 2:
        measure_speed(Path(sys.argv[2]))


def read_gold(path: Path) -> dict[str, list[tuple[str, Marks]]]:
    """For each document its paragraphs: text and gold names (the paragraph's number is left 0)."""
    documents: defaultdict[str, list[tuple[str, Marks]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            marks = {(0, start, end, label) for start, end, label in row["entities"]}
            documents[row["doc"]].append((row["text"], marks))
    return documents


def marked(documents: Sequence[Sequence[tuple[str, Marks]]]) -> tuple[Marks, Marks, Marks]:
    """Gold, stock and our names of all documents; the first number is the document's."""
    gold: Marks = set()
    stock: Marks = set()
    ours: Marks = set()
    for number, paragraphs in enumerate(documents):
        text, spans, found = "", [], list(recognise("fr", (text for text, _ in paragraphs)))
        for (paragraph, marks), raw in zip(paragraphs, found, strict=True):
            at = len(text)
            spans.append(Span(at, at + len(paragraph)))
            text += paragraph + "\n\n"
            gold |= {(number, start + at, end + at, label) for _, start, end, label in marks}
            stock |= shifted(raw, number, at)
        ours |= shifted(mend(text, spans, found), number, 0)
    return gold, stock, ours


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
    """Print tokens a second of reading and mending names, the model already loaded."""
    questions = list(islice(read_articles(path), ARTICLES))
    nlp = recogniser("fr").nlp
    tokens = sum(len(nlp.tokenizer(text)) for _, text, _ in questions)
    began = time.perf_counter()
    for at in range(0, len(questions), BATCH):
        names(questions[at : at + BATCH])
    print(
        f"{len(questions)} articles, {tokens / (time.perf_counter() - began):,.0f} tokens a second"
    )


def read_articles(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """The corpus' articles as the child is asked for them, lines as paragraphs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["title"] + "\n\n" + row["text"]
            yield "fr", text, [match.span() for match in re.finditer(r"[^\n]+", text)]


if __name__ == "__main__":
    main()
