"""Source text → text that is safe to show and to compare, and the way back.

Taken out: terminal escape sequences, control characters, bidirectional controls, zero-width
characters and soft hyphens. Kept: U+200C and U+200D, which join letters, and the no-break spaces
U+00A0 and U+202F, which are French typography. Line ends become "\\n", the rest NFC.
"""

import re
import unicodedata
from dataclasses import dataclass

from corpus.types import Alignment

_ESCAPES = (
    r"\x1b\[[0-?]*[ -/]*[@-~]",  # CSI: colours, cursor (ECMA-48 §5.4)
    r"\x9b[0-?]*[ -/]*[@-~]",  # the same, in its one-character form
    r"\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)",  # OSC: window titles, links
    r"\x1b[PX^_][^\x1b\n]*\x1b\\",  # device strings
    r"\x1b[ -/]*[0-~]?",  # any other escape, and a lone ESC
)
_CONTROLS = "\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_REMOVED = re.compile("|".join((*_ESCAPES, rf"\r(?=\n)|[{_CONTROLS}{_INVISIBLE}]")))
_LINE_ENDS = re.compile(r"\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
# Half a UTF-16 pair, as a JSON escape can carry it, cannot be written to any file.
_SURROGATES = re.compile("[\ud800-\udfff]")
_ODD = re.compile(rf"[\t\r\x0b\x0c\x1b\x85\u2028\u2029\ud800-\udfff{_CONTROLS}{_INVISIBLE}]")
_WORD = re.compile(r"\S+")

IDENTITY = Alignment((0,), (0,))


@dataclass(frozen=True, slots=True)
class Normal:
    """A clean text, and where each of its characters stands in the source."""

    text: str
    alignment: Alignment


def normalise(source: str) -> Normal:
    """The clean text of a decoded source file, with its alignment."""
    text, alignment = source, IDENTITY
    if _ODD.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
        text = _SURROGATES.sub("\ufffd", text)
        text, alignment = _without_removed(text)
    if not unicodedata.is_normalized("NFC", text):
        text, composed = _composed(text)
        alignment = _chain(composed, alignment)
    return Normal(text, alignment)


def _without_removed(text: str) -> tuple[str, Alignment]:
    """The text without what is never shown; each removal is a break point."""
    pieces: list[str] = []
    text_starts, source_starts = [0], [0]
    length = last = 0
    for match in _REMOVED.finditer(text):
        pieces.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        if text_starts[-1] == length:
            source_starts[-1] = last
        else:
            text_starts.append(length)
            source_starts.append(last)
    pieces.append(text[last:])
    return "".join(pieces), Alignment(tuple(text_starts), tuple(source_starts))


def _composed(text: str) -> tuple[str, Alignment]:
    """The text in NFC; the end of each composed letter is a break point.

    NFC never crosses a blank, so only words that are not yet NFC are taken letter by letter.
    """
    pieces: list[str] = []
    text_starts, source_starts = [0], [0]
    length = last = 0
    for word in _WORD.finditer(text):
        if unicodedata.is_normalized("NFC", word.group()):
            continue
        # A blank with a mark on it composes with nothing, but the mark may be reordered.
        for start, end in _letters(text, word.start(), word.end()):
            letter = unicodedata.normalize("NFC", text[start:end])
            if len(letter) == end - start:
                if letter != text[start:end]:
                    pieces += (text[last:start], letter)
                    length += end - last
                    last = end
                continue
            pieces += (text[last:start], letter)
            length += start - last + len(letter)
            last = end
            text_starts.append(length)
            source_starts.append(end)
    pieces.append(text[last:])
    return "".join(pieces), Alignment(tuple(text_starts), tuple(source_starts))


def _letters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The letters of text[start:end], each with the marks that follow it."""
    starts = [start]
    starts += [at for at in range(start + 1, end) if not _continues(text[at])]
    return list(zip(starts, [*starts[1:], end], strict=True))


def _continues(character: str) -> bool:
    """Whether a character can compose with the one before it (marks, Hangul vowels and finals)."""
    if character < "\u0300":
        return False
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _chain(outer: Alignment, inner: Alignment) -> Alignment:
    """From `outer`'s text to `inner`'s source, where `outer`'s source is `inner`'s text."""
    starts = set(outer.text_starts)
    after = 0
    for middle in inner.text_starts:
        while after < len(outer.source_starts) and outer.source_starts[after] <= middle:
            after += 1
        offset = outer.text_starts[after - 1] + middle - outer.source_starts[after - 1]
        if after == len(outer.text_starts) or offset < outer.text_starts[after]:
            starts.add(offset)
    text_starts = sorted(starts)
    middles = (outer.source_offset(start) for start in text_starts)
    return Alignment(tuple(text_starts), tuple(inner.source_offset(middle) for middle in middles))
