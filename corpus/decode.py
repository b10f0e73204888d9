"""Bytes → text. UTF-8 first; a legacy encoding only where UTF-8 is impossible.

Statistical detectors are built for any language; here the text is French or English news, so
four legacy encodings are scored by where French letters and signs stand in what they give.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("cp1252", "iso-8859-15", "mac_roman", "cp850")  # on a tie, the first

HEAD = 4096
"""Bytes looked at for the shape of UTF-16 and UTF-32 without a mark."""

SCORED = 2_000
"""Places with letters beyond ASCII looked at to compare legacy encodings: more change nothing."""

AROUND = 2
"""Bytes before and after such a place that the comparison needs."""

ZERO_SHARE = 0.7
"""In Latin text in UTF-16, this share of one half of the bytes is zero, and little of the other."""

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_LETTERS = "àâäçèéêëîïôöùûüÿœæ"
_GOOD = re.compile(
    rf"(?<=[a-z])[{_LETTERS}]|[{_LETTERS}](?=[a-z])|(?<![a-z])[ÀÂÇÈÉÊËÎÏÔÙÛŒÆ](?=[a-zA-Z])"
    r"|(?<=[a-zA-Z])’(?=\w)|(?<!\w)«(?=[\s\u00a0\w])|(?<=[\s\u00a0\w.!?…])»(?!\w)|(?<=\d )€"
    r"|(?<!\w)à(?!\w)"
)
# ISO 8859-15 has œ, š and ž where cp1252 has ¼, ¨ and ¸: in French, those stand only inside words.
_BAD = re.compile(
    r"(?<![a-zA-Z])[œŒ](?![a-zA-Z])|(?<=[A-Z])[šžŠŽ](?![a-zA-Z])|"
    r"[\x80-\x9f¤¼½¾¦¬¸¨´\u2500-\u259f\ufffd◊ˇ˘˙˚˝˛ı¥ƒ∂∑∏π∫Ω√≈∆]"
    r"|(?<=[a-z])[ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞßðþŠŽŸ‚„†‡ˆ‰‹›€«»“”–—•™©®°±²³µ¶·¹º×÷¿¡¢£§](?=[a-z])"
)
_HIGH = re.compile(rb"[\x80-\xff]+")

# Of a letter in UTF-8, the first byte alone: of accents; and of signs such as ’ and €.
_HALVES = (b"\xc2", b"\xc3", b"\xc5")
_SIGN = b"\xe2"
_SIGNS = (b"\xe2\x80", b"\xe2\x82")

# UTF-8 read as cp1252 or latin-1: the character of a lead byte, then those of its trail bytes.
_TRAIL = f"[\x80-\xbf{bytes(range(0x80, 0xA0)).decode('cp1252', errors='ignore')}]"
_MOJIBAKE = re.compile(rf"[\xc2-\xdf]{_TRAIL}|[\xe0-\xef]{_TRAIL}{{2}}|[\xf0-\xf4]{_TRAIL}{{3}}")
# What may have been meant: Latin, Greek and Cyrillic letters, marks, signs of typography and money.
_MENDED = re.compile(
    "[\xa0-\u017f\u02c6\u02dc\u0300-\u04ff\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u2bff"
    "\ufb00-\ufb06\ufeff\ufffd\U0001f000-\U0001faff]"
)
# A no-break space in it, which programs like to make a blank.
_BLANKED = (("Ã  ", "à "), ("Ã ", "à "), ("Â ", " "))

MOJIBAKE_CERTAIN = 3
"""Fewer such places may be the author's own words."""

MOST_TIMES = 3
"""A text is encoded at most so many times over."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """The text of a file, None where the bytes are not text. Bad bytes become U+FFFD."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, errors="replace"), encoding)
    if b"\0" in data:
        wide = _wide(data[:HEAD])
        return Decoded(data.decode(wide, errors="replace"), wide) if wide else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    return _repaired(text)


def _wide(head: bytes) -> str | None:
    """UTF-16 or UTF-32, told by which bytes of each unit are zero; None for neither."""
    for encoding, width, kept in (
        ("utf-32-le", 4, 0),
        ("utf-32-be", 4, 3),
        ("utf-16-le", 2, 0),
        ("utf-16-be", 2, 1),
    ):
        lanes = [head[lane::width] for lane in range(width)]
        shares = [lane.count(0) / len(lane) if lane else 0.0 for lane in lanes]
        others = [share for lane, share in enumerate(shares) if lane != kept]
        if shares[kept] < 1 - ZERO_SHARE and min(others) >= ZERO_SHARE:
            return encoding
    return None


def _legacy(data: bytes) -> Decoded | None:
    """Text that is not clean UTF-8: UTF-8 with some bad bytes, or one of the legacy encodings."""
    sequences = sum(len(found) for found in _SEQUENCE.findall(data))
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if sequences * 3 >= high:
        return _repaired(data.decode("utf-8", errors="recoupe-mixed"))
    places = islice(_HIGH.finditer(data), SCORED)
    sample = b"\n\n".join(data[max(p.start() - AROUND, 0) : p.end() + AROUND] for p in places)
    scores = {encoding: _score(sample.decode(encoding, errors="replace")) for encoding in LEGACY}
    best = max(LEGACY, key=scores.__getitem__)
    if scores[best] <= -len(sample.translate(None, bytes(range(0x80)))):
        return None
    return Decoded(data.decode(best, errors="replace"), best)


def _score(text: str) -> int:
    """How French a text's letters stand: +1 a letter in its place, -3 a sign that has none."""
    return len(_GOOD.findall(text)) - 3 * len(_BAD.findall(text))


def _mixed(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as cp1252, and as U+FFFD where they are a part of a letter."""
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    last = error.end == len(error.object)
    if bad in _HALVES or bad.startswith(_SIGNS) or (last and bad == _SIGN):
        return "\ufffd", error.end
    return bad.decode("cp1252", errors="replace"), error.end


codecs.register_error("recoupe-mixed", _mixed)


def _repaired(text: str) -> Decoded:
    """UTF-8 that was read as cp1252 and written as UTF-8 again, undone where that is certain.

    Undone letter by letter, as often only a part of a text went that way.
    """
    encoding = "utf-8"
    for _ in range(MOST_TIMES):
        if sum(1 for found in _MOJIBAKE.finditer(text) if _meant(found)) < MOJIBAKE_CERTAIN:
            break
        text = _MOJIBAKE.sub(lambda found: _meant(found) or found.group(), text)
        for spoilt, blank in _BLANKED:
            text = text.replace(spoilt, blank)
        encoding = "utf-8, encoded twice"
    return Decoded(text, encoding)


def _meant(found: re.Match[str]) -> str | None:
    """The letter that was encoded twice, None where the signs are likelier what they are."""
    try:
        letter = found.group().encode("cp1252", errors="recoupe-controls").decode("utf-8")
    except UnicodeError:
        return None
    return letter if _MENDED.fullmatch(letter) else None


def _controls(error: UnicodeError) -> tuple[bytes, int]:
    """Take controls, which latin-1 has where cp1252 has signs, as the bytes that they are."""
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].encode("latin-1"), error.end


codecs.register_error("recoupe-controls", _controls)
