"""Bytes from a file or a packed stream, never beyond a limit, and what to say when that fails."""

import gzip
import io
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import IO, BinaryIO

MAX_TEXT = 32 * 1024 * 1024
"""Bytes of one article's file, expanded: a hundred novels. Larger is no article."""

MAX_RATIO = 100
"""A gzip stream that expands more than this is a bomb; text expands 3 to 20 times."""

RATIO_FROM = 64 * 1024 * 1024
"""Expanded bytes from which MAX_RATIO counts."""

CHUNK = 1024 * 1024
"""Bytes read at a time, so that a gzip bomb is met while it is still small."""


class UnreadableError(Exception):
    """Why a file, or the rest of it, cannot be read, in words for its owner."""


class Expanded(io.RawIOBase):
    """What a packed stream holds; reading raises `UnreadableError` where it is damaged or a bomb.

    `most`: how many bytes may come out of it. `damaged`: what to say of one that is.
    """

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, most: int, damaged: str) -> None:
        self._stream = stream
        self._left = most
        self._damaged = damaged

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read on, up to the buffer's size."""
        try:
            data = self._stream.read(len(buffer))
        except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile) as error:
            raise UnreadableError(self._damaged) from error
        except EOFError as error:
            raise UnreadableError("the packed file ends too early") from error
        except OSError as error:
            raise UnreadableError(why(error)) from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError("it expands beyond any real text: not read further")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the packed stream too."""
        self._stream.close()
        super().close()


def open_bytes(file: Path) -> io.BufferedReader:
    """The file's bytes, expanded while they are read where its name ends in ".gz"."""
    if file.suffix.lower() != ".gz":
        return file.open("rb")
    most = max(RATIO_FROM, file.stat().st_size * MAX_RATIO)
    packed = Expanded(gzip.GzipFile(file, "rb"), most, "not a gzip file, or a damaged one")
    return io.BufferedReader(packed, CHUNK)


def read_stream(stream: BinaryIO) -> bytes:
    """The rest of a stream; raises `UnreadableError` beyond MAX_TEXT."""
    data = bytearray()
    while chunk := stream.read(CHUNK):
        data += chunk
        if len(data) > MAX_TEXT:
            raise UnreadableError(f"larger than {MAX_TEXT // CHUNK} MB, too large for an article")
    return bytes(data)


def why(error: OSError) -> str:
    """A failure of the file system, without its number and path."""
    return error.strerror.lower() if error.strerror else "cannot be read"
