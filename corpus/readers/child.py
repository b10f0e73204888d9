"""Files whose format can be made to harm are read in a process of their own.

One child reads file after file, as `python -m corpus.readers`; it ends itself after LIMIT_S of
work without a result, with too little memory, when it has been idle or its parent is gone. The
next file gets another. Messages are lines of JSON (`corpus.readers.wire`), so that nothing that
the child says is ever more than data.
"""

import atexit
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.readers import wire
from corpus.readers.limits import LIMIT_S
from corpus.types import Article, Problem

COMMAND = (sys.executable, "-m", "corpus.readers")

MAX_DEATHS = 20
"""Parts of one file that may end the child before the rest of the file is given up."""

_idle: list[subprocess.Popen[bytes]] = []
"""The child that waits for its next file, if there is one."""


class _DiedError(Exception):
    """Why a child ended in the middle of a file, in words for the file's owner."""


class _GoneError(Exception):
    """The child had ended, as idle children do, before it saw the question."""


def read(file: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a file, read in a child; the end of one is a `Problem` of the file.

    Where the file has parts (`corpus.readers.parts`), it goes on with the part after.
    """
    first = 0
    for _ in range(MAX_DEATHS):
        part = name
        try:
            for message in _answers({"file": str(file.absolute()), "name": name, "first": first}):
                if "part" in message:
                    part, first = message["part"], message["number"] + 1
                elif "article" in message:
                    yield wire.article(message["article"])
                else:
                    yield Problem(**message["problem"])
            return
        except _DiedError as death:
            yield Problem(part, "read", str(death))
        if part == name:
            return
    yield Problem(name, "read", f"given up after {MAX_DEATHS} parts that cannot be read")


def _answers(question: dict[str, str | int]) -> Iterator[wire.Message]:
    """What a child says of a file; raises `_DiedError` where it ends before it is done."""
    for _ in range(2):
        try:
            child = _idle.pop()
        except IndexError:
            child = _start()
        try:
            yield from _asked(child, question)
        except _GoneError:
            continue
        else:
            _rest(child)
            return
        finally:
            if child not in _idle:
                _end(child)
    raise _DiedError("the process that reads such files cannot be started")


def _asked(
    child: subprocess.Popen[bytes], question: dict[str, str | int]
) -> Iterator[wire.Message]:
    """The child's answer, message by message, up to its end."""
    assert child.stdin is not None and child.stdout is not None
    try:
        child.stdin.write(wire.packed(question))
        child.stdin.flush()
    except BrokenPipeError:
        raise _GoneError from None
    said = False
    while line := child.stdout.readline():
        said = True
        message: wire.Message = json.loads(line)
        if "end" in message:
            return
        if "died" in message:
            raise _DiedError(message["died"])
        yield message
    status = child.wait()
    if status == 0 and not said:
        raise _GoneError
    raise _DiedError(_why(status))


def _why(status: int) -> str:
    """What to say of a child that ended with a status, without a word."""
    if status == -signal.SIGALRM:
        return f"took more than {LIMIT_S} s: not read further"
    return f"damaged, or made to harm: the process that read it ended with status {status}"


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        COMMAND,
        cwd=Path(__file__).parents[2],  # so that it runs this code, and nothing of the user's
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries complain of each odd file
        start_new_session=True,  # Ctrl-C is the parent's to answer
    )


def _rest(child: subprocess.Popen[bytes]) -> None:
    """Keep a child for the next file; one is enough."""
    if not _idle:
        _idle.append(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child whatever it does, and wait for it."""
    child.kill()
    child.wait()
    assert child.stdin is not None and child.stdout is not None
    child.stdout.close()
    try:
        child.stdin.close()
    except BrokenPipeError:
        return  # what it was to be told is of no use any more


@atexit.register
def close() -> None:
    """End the child that waits, if there is one."""
    while _idle:
        _end(_idle.pop())
