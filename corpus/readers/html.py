"""Saved web pages: the article of a page, without the page around it."""

import codecs
import re
from collections.abc import Iterable

from corpus.article import Beside
from corpus.decode import Decoded, decode
from corpus.readers import html_body, html_facts
from corpus.readers.extracted import Extracted
from corpus.readers.html_page import HEADINGS, parse

MAX_PAGE = 12_000_000
MAX_TAGS = 250_000
"""Characters and tags of a page; the largest live tickers stay under a fifth of either."""

BETWEEN = "\n\n"

NO_ARTICLE = "no article text in the page"
TOO_LARGE = f"larger than {MAX_PAGE // 1_000_000} MB or {MAX_TAGS:,} tags, too large for a page"

DECLARED_IN = 4096
"""Bytes in which a page may declare its encoding; browsers look at 1,024."""

FRENCH_SHARE = 0.8
"""Where so many of the letters beyond ASCII are French, the bytes were read rightly."""

_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-z][\w:.-]{1,40})", re.IGNORECASE
)
# Encodings of other scripts, which bytes alone do not tell from the Latin ones.
_FOREIGN = re.compile(r"cp125[0-8]|iso8859-\d+|koi8-[ru]|shift_jis|cp932|euc_\w+|gb\w+|big5\w*")
_FRENCH = re.compile(r"[àâäçèéêëîïôöùûüœæÀÂÇÈÉÊËÎÔŒ«»’‘“”…–—€°\u00a0]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def extract(data: bytes, *, encoding: str | None = None) -> Extracted | str:
    """The article of a page, or why there is none. `encoding`: what came with the page says."""
    text = _decoded(data, encoding)
    if text is None:
        return "not text: it holds bytes that no text encoding has"
    if len(text) > MAX_PAGE or text.count("<") > MAX_TAGS:
        return TOO_LARGE
    page = parse(text)
    facts = html_facts.read(page)
    chosen = html_body.article(page, facts)
    lines = [(piece.text, piece.node.tag in HEADINGS) for piece in chosen]
    if not lines and len(facts.body) >= html_body.ENOUGH:  # a page that its scripts would fill
        lines = [(line, False) for line in map(str.strip, facts.body.splitlines()) if line]
    if not lines:
        return NO_ARTICLE
    beside = Beside(
        published=facts.published,
        source=facts.source,
        byline=facts.byline,
        language=facts.language,
        subtitle=html_body.subtitle(chosen, facts),
        section=facts.section,
    )
    return _extracted(lines, facts.title, beside, html_body.left_out(page, chosen))


def _extracted(
    lines: Iterable[tuple[str, bool]],
    title: str | None,
    beside: Beside,
    left_out: tuple[tuple[str, str], ...],
) -> Extracted:
    """Paragraphs, each with whether it is a heading, laid out with an empty line between two."""
    texts: list[str] = []
    headings: list[int] = []
    at = 0
    for text, heading in lines:
        if heading:
            headings.append(at)
        texts.append(text)
        at += len(text) + len(BETWEEN)
    return Extracted(BETWEEN.join(texts), title, beside, tuple(headings), left_out)


def _decoded(data: bytes, encoding: str | None) -> str | None:
    """The text of a page. Its bytes say what they are; what is declared counts only where they
    are in an encoding of another script, which looks like a Latin one."""
    decoded = decode(data)
    if decoded is not None and _is_certain(decoded):
        return decoded.text
    declared = _DECLARED.search(data[:DECLARED_IN])
    for name in (encoding, declared[1].decode("ascii", "replace") if declared else None):
        try:
            if name and _FOREIGN.fullmatch(codecs.lookup(name).name):
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return decoded.text if decoded else None


def _is_certain(decoded: Decoded) -> bool:
    """Whether no other encoding need be tried: whole UTF-8 or UTF-16, or letters of French."""
    if decoded.encoding.startswith("utf") and "\ufffd" not in decoded.text:
        return True
    beyond = len(_BEYOND_ASCII.findall(decoded.text))
    return len(_FRENCH.findall(decoded.text)) >= FRENCH_SHARE * beyond
