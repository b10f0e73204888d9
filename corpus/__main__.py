"""The child that reads names: `python -m corpus`, started by `corpus.annotate` only.

A line of JSON on stdin asks for a batch: [[language, text, [[start, end], …]], …], the pairs being
paragraphs. A line on stdout answers: for each text a list of [start, end, label]. It ends at the
end of its input, and so with its parent, however that died.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import TypeAlias

from corpus.mentions import mend
from corpus.types import Label, Span

NICE = 10
"""How far the child steps back before the screen, in steps of the system's priority."""

Question: TypeAlias = tuple[str, str, list[tuple[int, int]]]
Found: TypeAlias = list[tuple[int, int, Label]]


def main() -> None:
    """Answers batches until its input ends or nobody listens any more."""
    os.nice(NICE)
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy loads
    answers, sys.stdout = sys.stdout, sys.stderr  # what a library prints must not be an answer
    for line in sys.stdin:
        batch: list[Question] = json.loads(line)
        try:
            print(json.dumps(names(batch)), file=answers, flush=True)
        except BrokenPipeError:
            os._exit(0)  # the parent is gone; a normal exit would try to flush once more


def names(batch: Sequence[Question]) -> list[Found]:
    """The names of each text of a batch, texts of one language read together."""
    found: list[Found] = [[] for _ in batch]
    order = sorted(range(len(batch)), key=lambda at: (batch[at][0], at))
    for language, places in groupby(order, key=lambda at: batch[at][0]):
        if language:
            texts = list(places)
            for at, article in zip(texts, read(language, [batch[at] for at in texts]), strict=True):
                found[at] = article
    return found


def read(language: str, questions: Sequence[Question]) -> Iterator[Found]:
    """The names of each text, all in one language."""
    from corpus.pipeline import recognise  # spaCy: a second, and only if there is work for it

    raw = recognise(
        language, (text[start:end] for _, text, spans in questions for start, end in spans)
    )
    for _, text, spans in questions:
        paragraphs = [Span(start, end) for start, end in spans]
        yield [
            (n.start, n.end, n.label) for n in mend(text, paragraphs, list(islice(raw, len(spans))))
        ]


if __name__ == "__main__":
    main()
