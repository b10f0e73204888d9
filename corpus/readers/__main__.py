"""The child that reads files: `python -m corpus.readers`, started by `corpus.readers.child` only.

A line of JSON on stdin asks for a file: {"file": its place, "name": what its ids begin with,
"first": the part to begin with}. Lines on stdout answer: {"article": …}, {"problem": …},
{"part": name, "number": …} before each part of a file that has some, and at last {"end": true}, or
{"died": reason}, after which the process ends. It ends, too, at the end of its input.
"""

import json
import os
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import BinaryIO

from corpus.readers import limits, wire
from corpus.readers.raw import open_bytes, why
from corpus.readers.reading import articles_and_parts
from corpus.types import Article, Problem

IDLE_S = 5.0
"""Seconds without a question after which the process ends: it holds 100 MB."""


def main() -> None:
    """Answer until there is nothing more to do."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not be an answer
    sys.excepthook = Last(answers).words
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # nobody listens any more
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # whatever the parent makes of it
    questions: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=listen, args=(questions,), daemon=True).start()
    limits.forbid_reaching_out()
    limits.limit_memory()
    while True:
        try:
            question = json.loads(questions.get(timeout=IDLE_S))
        except Empty:
            os._exit(0)
        answer(question, answers)


def listen(questions: "SimpleQueue[bytes]") -> None:
    """Take questions as they come; at the end of the input the process ends, busy or not."""
    for line in sys.stdin.buffer:
        questions.put(line)
    os._exit(0)


def answer(question: wire.Message, answers: BinaryIO) -> None:
    """All that a file holds, each article as soon as it is read."""
    name = question["name"]
    fruitful = time.process_time()
    limits.start_clock()
    try:
        with closing(open_bytes(Path(question["file"]))) as stream:
            for item in articles_and_parts(stream, name, question["first"]):
                limits.stop_clock()  # while the parent does not take it
                say(answers, wire.line(item))
                if isinstance(item, Article):
                    fruitful = time.process_time()
                elif time.process_time() - fruitful > limits.BARREN_S:
                    reason = f"{limits.BARREN_S} s without an article: the rest is not read"
                    say(answers, wire.line(Problem(name, "read", reason)))
                    break
                limits.start_clock()
    except OSError as error:
        say(answers, wire.line(Problem(name, "read", why(error))))
    limits.stop_clock()
    say(answers, wire.packed({"end": True}))


def say(answers: BinaryIO, line: bytes) -> None:
    """Hand a line over at once."""
    answers.write(line)
    answers.flush()


class Last:
    """What the process says when a file ends it."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers

    def words(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say why, as the last message; a developer who runs the child by hand sees the rest."""
        limits.stop_clock()
        if issubclass(kind, MemoryError):
            reason = f"needs more than {limits.LIMIT_MB} MB of memory"
        elif issubclass(kind, limits.ForbiddenError):
            reason = f"made to harm: reading it would reach out of recoupe ({error})"
        else:
            reason = f"damaged, or written in a way that is not understood ({kind.__name__})"
        say(self._answers, wire.packed({"died": reason}))
        sys.__excepthook__(kind, error, trace)


if __name__ == "__main__":
    main()
