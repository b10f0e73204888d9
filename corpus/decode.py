"""Bytes → text. UTF-8 first; a legacy encoding only where UTF-8 is impossible.

Statistical detectors are built for any language; here the text is French or English news, so
five legacy encodings are scored by where French letters and signs stand in what they give.
"""

import codecs
import re
from dataclasses import dataclass

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

SCORED = 200_000
"""Bytes decoded to compare legacy encodings: more changes no verdict."""

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
_BAD = re.compile(
    r"[\x80-\x9f¤¼½¾¦¬¸¨´\u2500-\u259f\ufffd◊ˇ˘˙˚˝˛ı¥ƒ∂∑∏π∫Ω√≈∆]"
    r"|(?<=[a-z])[ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞßðþŠŽŸ‚„†‡ˆ‰‹›€«»“”–—•™©®°±²³µ¶·¹º×÷¿¡¢£§](?=[a-z])"
)
# UTF-8 read as cp1252: a lead byte's character, then a trail byte's.
_MOJIBAKE = re.compile("[ÃÂÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|â‚¬")
MOJIBAKE_CERTAIN = 3
"""Fewer such pairs may be the author's own words."""


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
        return Decoded(data.decode("utf-8", errors="recoupe-mixed"), "utf-8")
    sample = data[:SCORED]
    texts = {encoding: sample.decode(encoding, errors="replace") for encoding in LEGACY}
    best = max(LEGACY, key=lambda encoding: _score(texts[encoding]))
    if _score(texts[best]) <= -high:
        return None
    return Decoded(data.decode(best, errors="replace"), best)


def _score(text: str) -> int:
    """How French a text's letters stand: +1 a letter in its place, -3 a sign that has none."""
    return len(_GOOD.findall(text)) - 3 * len(_BAD.findall(text))


def _mixed(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as cp1252 where that gives French, as U+FFFD elsewhere."""
    assert isinstance(error, UnicodeDecodeError)
    text = error.object[error.start : error.end].decode("cp1252", errors="replace")
    french = all(character in f"{_LETTERS}ÀÂÇÈÉÊËÎÏÔÙÛŒÆ«»’‘“”…–—€ \u00a0" for character in text)
    return (text if french else "\ufffd", error.end)


codecs.register_error("recoupe-mixed", _mixed)


def _repaired(text: str) -> Decoded:
    """UTF-8 that was read as cp1252 and written as UTF-8 again, undone where that is certain."""
    if len(_MOJIBAKE.findall(text[:SCORED])) >= MOJIBAKE_CERTAIN:
        try:
            return Decoded(
                text.encode("cp1252", errors="recoupe-unused").decode("utf-8"),
                "utf-8, encoded twice",
            )
        except UnicodeError:
            return Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _unused(error: UnicodeError) -> tuple[bytes, int]:
    """Take the five places that cp1252 leaves unused as the bytes that they are."""
    assert isinstance(error, UnicodeEncodeError)
    taken = error.object[error.start : error.end]
    if not set(taken) <= set("\x81\x8d\x8f\x90\x9d"):
        raise error
    return taken.encode("latin-1"), error.end


codecs.register_error("recoupe-unused", _unused)
