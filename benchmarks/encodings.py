"""How many French articles come back exactly from each encoding: `encodings.py NEWS.jsonl.gz`.

Each text is written in an encoding, with what that has no sign for put as a typist would put it
(’ as ', œ as oe), then decoded with nothing said of the encoding. Articles are drawn evenly from
the file; `--skip N` leaves N out, to measure on others than those one looked at.
"""

import argparse
import gzip
import json
import time
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from corpus.decode import decode

SINGLE = ("cp1252", "iso-8859-15", "iso-8859-1", "mac_roman", "cp850")
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")
PLAINER = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "œ": "oe", "Œ": "OE",
    "€": "euros", "\u202f": "\u00a0", "Ÿ": "Y", "•": "-", "\u2009": " ", "−": "-",
}  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("news", type=Path)
    arguments.add_argument("--articles", type=int, default=500)
    arguments.add_argument("--skip", type=int, default=0)
    given = arguments.parse_args()
    texts = list(articles(given.news, given.articles, given.skip))
    print(f"{len(texts)} articles")
    for name, spoil in spoilings().items():
        measure(name, texts, spoil)


def articles(news: Path, wanted: int, skip: int) -> Iterator[str]:
    """Texts from all over the file that have letters with accents."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        step = 36_128 // (wanted + 1)
        for line in islice(lines, skip % step, None, step):
            text = unicodedata.normalize("NFC", json.loads(line)["text"])
            if not text.isascii():
                yield text


def spoilings() -> dict[str, Callable[[str], tuple[bytes, str]]]:
    """Each way to write a text: to the bytes of a file, and the text that they hold."""
    found: dict[str, Callable[[str], tuple[bytes, str]]] = {}
    for encoding in UNICODE:
        found[encoding] = lambda text, encoding=encoding: (text.encode(encoding), text)
    for encoding in SINGLE:
        found[encoding] = lambda text, encoding=encoding: single(text, encoding)
    found["a line in another (utf-8 + cp1252)"] = mixed
    found["half and half (utf-8 + cp1252)"] = halves
    found["utf-8 read as cp1252, twice encoded"] = lambda text: twice(text, "cp1252")
    found["utf-8 read as latin-1, twice encoded"] = lambda text: twice(text, "latin-1")
    found["one paragraph twice encoded"] = paragraph_twice
    found["cut in the middle of a letter"] = cut
    return found


def single(text: str, encoding: str) -> tuple[bytes, str]:
    """A text with the signs that an encoding of one byte has not put plainer, or left out."""
    for sign, plain in PLAINER.items():
        if not encodable(sign, encoding):
            text = text.replace(sign, plain)
    text = "".join(sign for sign in text if encodable(sign, encoding))
    return text.encode(encoding), text


def encodable(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def mixed(text: str) -> tuple[bytes, str]:
    """Every third line in cp1252, the others in UTF-8."""
    pairs = [
        single(line, "cp1252") if number % 3 == 1 else (line.encode(), line)
        for number, line in enumerate(text.split("\n"))
    ]
    return b"\n".join(data for data, _ in pairs), "\n".join(line for _, line in pairs)


def halves(text: str) -> tuple[bytes, str]:
    """The first half in UTF-8, the second in cp1252."""
    middle = text.find(" ", len(text) // 2)
    data, second = single(text[middle:], "cp1252")
    return text[:middle].encode() + data, text[:middle] + second


def twice(text: str, encoding: str) -> tuple[bytes, str]:
    """UTF-8 taken for another encoding (its unused places kept as they are), saved as UTF-8."""
    taken = "".join(
        bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in text.encode()
    )
    return taken.encode(), text


def paragraph_twice(text: str) -> tuple[bytes, str]:
    """One paragraph, pasted from a broken page, encoded twice; the others as they should be."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda at: len(lines[at]))
    parts = [
        twice(line, "cp1252")[0] if at == longest else line.encode()
        for at, line in enumerate(lines)
    ]
    return b"\n".join(parts), text


def cut(text: str) -> tuple[bytes, str]:
    """UTF-8 that ends in the middle of its last letter with an accent."""
    last = max(at for at, sign in enumerate(text) if sign > "\x7f")
    whole = text[:last]
    return (whole + text[last]).encode()[:-1], whole + "\ufffd"


def measure(name: str, texts: list[str], spoil: Callable[[str], tuple[bytes, str]]) -> None:
    """Print the share of texts that come back exactly, the first that do not, and the time."""
    files = [spoil(text) for text in texts]
    start = time.perf_counter()
    found = [decode(data) for data, _ in files]
    elapsed = time.perf_counter() - start
    right = sum(
        decoded is not None and decoded.text == text
        for decoded, (_, text) in zip(found, files, strict=True)
    )
    size = sum(len(data) for data, _ in files) / 1_000_000
    wrong = {
        decoded.encoding if decoded else "none"
        for decoded, (_, text) in zip(found, files, strict=True)
        if decoded is None or decoded.text != text
    }
    note = f"  wrong as {', '.join(sorted(wrong))}" if wrong else ""
    print(f"{name:38} {right / len(files):8.2%} exact  {size / elapsed:6.1f} MB/s{note}")


if __name__ == "__main__":
    main()
