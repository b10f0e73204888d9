"""Mailboxes (mbox, RFC 4155): one article a mail."""

from collections.abc import Iterator
from io import BufferedReader

from corpus.readers.mail import message
from corpus.readers.parts import Part
from corpus.readers.raw import CHUNK, MAX_TEXT, UnreadableError
from corpus.types import Article, Problem

MAX_MAIL = MAX_TEXT


def read(stream: BufferedReader, name: str, first: int) -> Iterator[Article | Problem | Part]:
    """The articles of the mails from number `first` (from 0), named by number from 1."""
    for number, data in enumerate(_mails(stream)):
        if number < first:
            continue
        shown = f"{name}#{number + 1}"
        yield Part(number, shown)
        try:
            yield message(data, shown)
        except UnreadableError as error:
            yield Problem(shown, "read", str(error))


def _mails(stream: BufferedReader) -> Iterator[bytes]:
    """The mails of a mailbox, each begun by a line "From …" after an empty one.

    Of a mail that is too large, only the beginning is kept.
    """
    mail = bytearray()
    blank = True
    while line := stream.readline(CHUNK):
        if blank and line.startswith(b"From "):
            if mail.strip():
                yield bytes(mail)
            mail.clear()
        elif len(mail) < MAX_MAIL:
            mail += line.removeprefix(b">") if line.lstrip(b">").startswith(b"From ") else line
        blank = not line.strip(b"\r\n")
    if mail.strip():
        yield bytes(mail)
