"""Bytes from a file or a gzip stream, never more than a limit, and what to say when that fails."""

import gzip
import zlib
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, cast

MAX_TEXT = 32 * 1024 * 1024
"""Bytes of one article's file, expanded: a hundred novels. Larger is no article."""

CHUNK = 1024 * 1024
"""Bytes read at a time, so that a gzip bomb is met while it is still small."""


class UnreadableError(Exception):
    """Why a file, or the rest of it, cannot be read, in words for its owner."""


def open_bytes(file: Path) -> BinaryIO:
    """The file's bytes, expanded while they are read where its name ends in ".gz"."""
    if file.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.GzipFile(file, "rb"))
    return file.open("rb")


def read_all(file: Path) -> bytes:
    """All bytes of a file; raises `UnreadableError` beyond MAX_TEXT or where reading fails."""
    data = bytearray()
    try:
        with closing(open_bytes(file)) as stream:
            while chunk := stream.read(CHUNK):
                data += chunk
                if len(data) > MAX_TEXT:
                    raise UnreadableError(
                        f"larger than {MAX_TEXT // CHUNK} MB, too large for an article"
                    )
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(why(error)) from error
    return bytes(data)


def why(error: Exception) -> str:
    """A failure of the file system or of gzip, without its number and path."""
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return "not a gzip file, or a damaged one"
    if isinstance(error, EOFError):
        return "the gzip file ends too early"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "cannot be read"
