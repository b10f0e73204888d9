"""ZIP files, opened with limits: archives, and the documents that are ZIP files inside."""

import zipfile
from io import BufferedReader, BytesIO
from typing import IO

from corpus.readers.raw import (
    MAX_RATIO,
    MAX_TEXT,
    RATIO_FROM,
    Expanded,
    UnreadableError,
    read_stream,
)

MAX_MEMBERS = 100_000
"""Files in one archive: three times the largest corpus that recoupe is made for."""

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


class Package:
    """An open ZIP file. `names` are its members, folders left out, as the archive has them."""

    def __init__(self, stream: BufferedReader) -> None:
        """Raises `UnreadableError` for what is no ZIP file or has too many members."""
        whole: IO[bytes] = stream if stream.seekable() else BytesIO(read_stream(stream))
        try:
            self._zip = zipfile.ZipFile(whole)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError("not a ZIP file, or a damaged one") from error
        self._members = [m for m in self._zip.infolist() if m.filename and not m.is_dir()]
        if len(self._members) > MAX_MEMBERS:
            raise UnreadableError(f"more than {MAX_MEMBERS:,} files in one archive")
        self.names = [_name(member) for member in self._members]
        self._numbers = {name: number for number, name in enumerate(self.names)}
        packed = sum(member.compress_size for member in self._members)
        self._left = max(RATIO_FROM, packed * MAX_RATIO)

    def open(self, number: int) -> BufferedReader:
        """The member of that number; raises `UnreadableError` where it is too large, or locked.

        No more than its stated size is ever read of it, and that counts for all that are opened.
        """
        member = self._members[number]
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableError("locked with a password")
        if member.file_size > MAX_TEXT:
            size = f"{MAX_TEXT // 1024 // 1024} MB"
            raise UnreadableError(f"expands to more than {size}: too large for an article")
        self._left -= member.file_size
        if self._left < 0:
            raise UnreadableError("the archive expands beyond any real text: not read further")
        try:
            packed = Expanded(self._zip.open(member), MAX_TEXT, "damaged in its archive")
            return BufferedReader(packed)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError("damaged, or packed in a way that is not known") from error

    def read(self, name: str) -> bytes | None:
        """The bytes of a member by its name, None where there is none."""
        number = self._numbers.get(name)
        return None if number is None else read_stream(self.open(number))

    def __contains__(self, name: str) -> bool:
        return name in self._numbers


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name; one that does not say to be UTF-8 may be so, or in the code page of DOS."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    data = member.filename.encode("cp437", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp850")
