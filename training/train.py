"""Trains the weights of our French recogniser of names, on one processor core.

    python -m training.train GOLD.jsonl NEWS.jsonl.gz OUT.npz [--parts 023] [--seed 0]

GOLD holds paragraphs with their names, of which only the documents of the given parts are read
(the CRC-32 of the document's id modulo 4: part 1 is for the figures of record, never for this).
NEWS holds articles without names. From the stock model several teachers are tuned on the gold
names; where most of them agree on a sentence of the news, it becomes an example too, and what
they differ on is left open. The student learns from both. Same files, seed and libraries: same
weights.
"""

import argparse
import gzip
import json
import os
import random
import sys
import time
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, offsets_to_biluo_tags
from thinc.api import Adam, Model, fix_random_seed

from corpus.pipeline import MODELS, PLAIN, UNUSED, FastOps
from training.augment import Marks, varied

TEACHERS = 3
TEACHER_EPOCHS = 4
AGREEMENT = 2
"""Teachers who must see a name for the student to learn it; what fewer see is left open."""

ARTICLES = 1600
GOLD_TIMES = 3
STUDENT_EPOCHS = 3
"""Each with the gold names GOLD_TIMES and the news once."""

RATE = 5e-4
DROPOUT = 0.2
BATCH_WORDS = 600
Sample = tuple[str, Marks, list[tuple[int, int]]]
"""A paragraph, its names, and the characters on which nothing is known."""


def main() -> None:
    """Train as the command line says, telling what is done on stderr."""
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # read when NumPy loads: begin anew
        os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "training.train", *sys.argv[1:]])
    warnings.filterwarnings("ignore", message=".*W030")  # names that cut a word are left open
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parts", default="023")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    gold = read_gold(chosen.gold, {int(part) for part in chosen.parts})
    news = read_news(chosen.news, random.Random(chosen.seed))
    teachers = []
    for number in range(TEACHERS):
        teachers.append(stock())
        tune(teachers[-1], gold, TEACHER_EPOCHS, [], chosen.seed + 1 + number)
        say(f"teacher {number + 1} of {TEACHERS}")
    silver = list(agreed(teachers, news))
    people = sorted({t[s:e] for t, marks, _ in silver for s, e, label in marks if label == "PER"})
    people = [person for person in people if 1 <= person.count(" ") <= 2]
    say(f"{len(silver)} paragraphs of news, {len(people)} people")
    student = stock()
    tune(student, [*gold * GOLD_TIMES, *silver], STUDENT_EPOCHS, people, chosen.seed)
    save(student, chosen.out)
    say(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes")


def say(words: str) -> None:
    """One line of progress."""
    print(f"{time.process_time():6.0f} s  {words}", file=sys.stderr, flush=True)


def read_gold(path: Path, parts: set[int]) -> list[Sample]:
    """The paragraphs of the documents of some parts."""
    with path.open(encoding="utf-8") as lines:
        rows = [
            row for row in map(json.loads, lines) if zlib.crc32(row["doc"].encode()) % 4 in parts
        ]
    return [(row["text"], sorted(map(tuple, row["entities"])), []) for row in rows]


def read_news(path: Path, rng: random.Random) -> list[str]:
    """Titles and paragraphs of articles drawn from all."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    drawn = rng.sample(rows, ARTICLES)
    texts = (row["title"] + "\n" + row["text"] for row in drawn)
    return [line.strip() for text in texts for line in text.split("\n") if len(line.strip()) > 1]


def stock() -> Language:
    """The stock model's recogniser, with the fast matrix product."""
    nlp: Language = import_module(MODELS["fr"]).load(exclude=UNUSED)
    ops = FastOps()
    for layer in layers(nlp):
        layer.ops = ops
    return nlp


def layers(nlp: Language) -> list[Model[Any, Any]]:
    """The layers of the recogniser, always in the same order."""
    recogniser: Any = nlp.get_pipe("ner")
    return list(recogniser.model.walk())


def tune(
    nlp: Language, samples: Sequence[Sample], epochs: int, people: Sequence[str], seed: int
) -> None:
    """Train on the samples, varied anew in each epoch; the weights are averaged over the steps."""
    fix_random_seed(seed)
    rng = random.Random(seed)
    optimizer = Adam(RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    for _ in range(epochs):
        for batch in batches(nlp, samples, people, rng):
            nlp.update(batch, drop=DROPOUT, sgd=optimizer)
    for layer in layers(nlp):
        for name in layer.param_names:
            if (layer.id, name) in optimizer.averages:
                layer.set_param(name, optimizer.averages[layer.id, name])


def batches(
    nlp: Language, samples: Sequence[Sample], people: Sequence[str], rng: random.Random
) -> Iterator[list[Example]]:
    """The samples in a new order, as batches of about as many words."""
    batch: list[Example] = []
    words = 0
    for text, marks, open_ones in rng.sample(samples, len(samples)):
        if not open_ones:
            text, marks = varied(text, marks, people, rng)
        doc = nlp.make_doc(text.translate(PLAIN))
        if len(doc) < 2:
            continue
        batch.append(Example.from_dict(doc, {"entities": tags(doc, marks, open_ones)}))
        words += len(doc)
        if words > BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def tags(doc: Doc, marks: Marks, open_ones: Iterable[tuple[int, int]]) -> list[str]:
    """A tag for each token, "-" where nothing is known or a name cuts a token."""
    said: list[str] = offsets_to_biluo_tags(doc, marks)
    for start, end in open_ones:
        for token in doc.char_span(start, end, alignment_mode="expand") or ():
            said[token.i] = "-"
    return said


def agreed(teachers: Sequence[Language], news: Sequence[str]) -> Iterator[Sample]:
    """Paragraphs of news with the names that most teachers see, the doubtful ones left open."""
    texts = [text.translate(PLAIN) for text in news]
    streams = [teacher.pipe(texts, batch_size=128) for teacher in teachers]
    for text, *docs in zip(news, *streams, strict=True):
        votes = Counter((e.start_char, e.end_char, e.label_) for doc in docs for e in doc.ents)
        marks = sorted(mark for mark, count in votes.items() if count >= AGREEMENT)
        taken = {at for start, end, _ in marks for at in range(start, end)}
        doubtful = [(start, end) for start, end, _ in votes if taken.isdisjoint(range(start, end))]
        yield text, marks, doubtful


def save(nlp: Language, path: Path) -> None:
    """Write the recogniser's own weights in half precision, without the vectors of words."""
    weights: dict[str, Any] = {}
    for number, layer in enumerate(layers(nlp)):
        for name in sorted(layer.param_names):
            if layer.has_param(name):
                weights[f"{number}.{name}"] = layer.get_param(name).astype("float16")
    np.savez_compressed(path, **weights)


if __name__ == "__main__":
    main()
