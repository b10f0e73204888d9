"""From text to terms: French first, English second, others by folding alone.

Accents are folded before stemming, because after it `elysee` and `Élysée` stem apart. The stems
are Snowball's (M. Porter, 2001, snowballstem.org). Positions count the kept words only, so that
a phrase matches over its stop words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol, cast

import Stemmer

VERSION = 3
"""Raise it whenever the same text would give other terms: indexes made before are rebuilt."""

_APOSTROPHES = "'’‘ʼ′＇"

# A number with its thousands parted by a space, a no-break space, a full stop, an apostrophe or a
# comma; then a decimal; then `aujourd'hui`, one word with an apostrophe; then initials with dots
# (`O.N.U.`); then the `t` of `a-t-il`; then words: an elision with its apostrophe, `C++`, `C#`.
# No group captures, so that `findall` gives the matches themselves.
_TOKEN = re.compile(
    r"\d(?:(?<!\d\d)(?<!\d[.,]\d)\d{0,2}(?:(?:[ \u00a0\u2009\u202f.'’]\d{3})+|(?:,\d{3})+)(?!\d)"
    r"|\d*[.,]\d+)"
    rf"|[Aa]ujourd[{_APOSTROPHES}]hui\b"
    r"|[^\W\d_](?:\.[^\W\d_])+\b"
    r"|-t-(?=(?:ils?|elles?|on)\b)"
    rf"|[^\W_ʼ]+(?:[{_APOSTROPHES}](?=\s?\w)|\+\+(?!\w)|\#(?!\w))?"
)
_ELIDED = frozenset("l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu".split())
_THOUSANDS = re.compile(r"\d{1,3}(?:(?:[ \u00a0\u2009\u202f.'’]\d{3})+|(?:,\d{3})+)")
_ORDINAL = re.compile(r"(\d+)(?:i?eme|e|er|re|ere|nde?|st|rd|th)s?")
_NOT_DIGIT = re.compile(r"\D")
_PLAIN = {ord("."): None} | dict.fromkeys(map(ord, _APOSTROPHES), "'")

_FRENCH_STOP = """
    a à ai as au aux avec ce ceci cela ces cet cette ceux dans de des du elle elles en es est et
    eu eux il ils je la le les leur leurs lui m ma mais me même mes moi mon ne nos notre nous on
    ont ou où par pas plus pour qu que qui s sa se ses si son sont sur ta te tes toi ton tu un une
    vos votre vous y être était étaient sera ainsi aussi comme dont entre sans sous donc ni car
    puis très fait avait avaient ayant étant soit seront serait
"""
_FRENCH_ASKING = """
    combien quel quelle quels quelles comment pourquoi quand quoi lequel laquelle lesquels
    lesquelles auquel duquel desquels afin alors lors selon après avant pendant depuis chez vers
    fut furent avoir peut peuvent doit doivent faire font va vont appelle nomme été c d j l n t
"""
_ENGLISH_STOP = """
    a an and are as at be been but by for from had has have he her him his i if in into is it its
    of on or our she so than that the their them then there these they this to was we were what
    when which who will with would you your not no s t ll re ve
"""
_ENGLISH_ASKING = """
    how why where whom whose does do did can could should must may might many much name called
"""

MAX_REMEMBERED = 200_000
"""Words kept in memory with their analysis: some 40 MB, the bulk of a large corpus's words."""

MAX_INDEXED = 10_000
"""The same for words as they are lit, the most frequent ones of a language: some 2 MB."""

MAX_TEXTS = 40
"""Texts kept as they were read: with the next letter half of what is found is the same."""

_NO_STOP_WORDS = {"né": "nee", "nés": "nees", "sûr": "sure", "sûrs": "sures", "dû": "due"}
"""Words that without their accents would be stop words, under a form of theirs that is none."""

_FOLD_SPECIAL = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}


@lru_cache(maxsize=MAX_REMEMBERED)
def fold(word: str) -> str:
    """Lower case, accents off, ligatures apart: `Élysée` gives `elysee`, `cœur` gives `coeur`."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    if lowered in _NO_STOP_WORDS:
        return _NO_STOP_WORDS[lowered]
    letters = lowered.translate(_FOLDED)
    return letters if letters.isascii() else _folded(lowered)


def _folded(lowered: str) -> str:
    """A word in small letters without its accents, whatever the script."""
    parts = unicodedata.normalize("NFKD", "".join(_FOLD_SPECIAL.get(c, c) for c in lowered))
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


class _Folded(dict[int, str]):
    """What folding makes of one character: by these alone words of Latin letters are folded."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_FOLDED = _Folded()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own name


class Language:
    """The stemmer and the stop words of one language; unknown languages are folded only.

    `stop` are words that are not indexed, `asking` those that tell nothing in a question, unless
    it has no others; all folded.
    """

    def __init__(self, code: str, stop: str, asking: str, algorithm: str | None) -> None:
        self.code = code
        self.stop = frozenset(fold(word) for word in stop.split())
        self.asking = frozenset(fold(word) for word in asking.split())
        # Snowball keeps no cache of its own (0): `terms` below remembers each word once.
        self._stemmer = cast(_Stemmer, Stemmer.Stemmer(algorithm, 0)) if algorithm else None
        self._stems: dict[str, str] = {}

    def stem(self, folded: str) -> str:
        """The term under which a folded word is indexed."""
        if self._stemmer is None:
            return folded
        found = self._stems.get(folded)
        if found is None:
            if len(self._stems) > MAX_REMEMBERED:
                self._stems.clear()
            found = self._stemmer.stemWord(folded)
            if self.code == "fr":
                found = _bare(found)
            self._stems[folded] = found
        return found


def _bare(stem: str) -> str:
    """A French stem without the endings that Snowball knows by their accents, folded by now.

    Without this `blessé` (bless) and `blessées` (blesse), `expédié` (exped) and `expédiait`
    (expedi) part. Short stems keep theirs: `année` is not `an`.
    """
    if len(stem) >= 5 and stem.endswith("e"):
        stem = stem[:-1]
    return stem[:-1] if len(stem) >= 6 and stem.endswith("i") else stem


_LANGUAGES = {
    "fr": Language("fr", _FRENCH_STOP, _FRENCH_ASKING, "french"),
    "en": Language("en", _ENGLISH_STOP, _ENGLISH_ASKING, "english"),
}
_OTHER = Language("", "", "", None)


def language(code: str | None) -> Language:
    """The analysis for an ISO 639-1 code; French where an article's language is not known."""
    return _LANGUAGES["fr"] if code is None else _LANGUAGES.get(code, _OTHER)


class Token(NamedTuple):
    """A word of a text: where it stands (characters), its folded form and its form with accents."""

    start: int
    end: int
    folded: str
    exact: str


class _Word(NamedTuple):
    """What a raw match of the text says: `length` is without the apostrophe of an elision."""

    length: int
    folded: str
    exact: str


@lru_cache(maxsize=MAX_REMEMBERED)
def _word(raw: str) -> _Word | None:
    """Read one match; None for the article or pronoun of an elision (`l’`, `qu’`)."""
    if raw[0].isdigit():
        number = _number(raw)
        return _Word(len(raw), number, number)
    if raw[0] == "-":
        return None
    bare = raw
    if raw[-1] in _APOSTROPHES:
        bare = raw[:-1]
        if fold(bare) in _ELIDED:
            return None
    exact = bare.lower().translate(_PLAIN)
    folded = fold(exact)
    # A letter may be all accent: of some scripts nothing is left.
    return _Word(len(bare), folded, exact) if folded else None


def _number(raw: str) -> str:
    """A number without the marks between its thousands, with a decimal point; `1er` is 1."""
    if _THOUSANDS.fullmatch(raw):
        return _NOT_DIGIT.sub("", raw)
    folded = fold(raw.replace(",", "."))
    ordinal = _ORDINAL.fullmatch(folded)
    return ordinal[1] if ordinal else folded


def tokenize(text: str) -> Iterator[Token]:
    """Every word and number of an NFC text in order, stop words included, elided ones left out."""
    for match in _TOKEN.finditer(text):
        word = _word(match.group())
        if word is not None:
            start = match.start()
            yield Token(start, start + word.length, word.folded, word.exact)


class Wanted(NamedTuple):
    """A word that is looked for: its place among the indexed words of its text, its term, its form
    with accents, its characters."""

    at: int
    term: str
    exact: str
    start: int
    end: int


def find(text: str, code: str | None, wanted: Callable[[str, str], bool]) -> list[Wanted]:
    """The wanted words of a text in order: `wanted` says of a term and a form with accents."""
    return [
        Wanted(at, term, exact, start, end)
        for at, (term, exact, start, end) in enumerate(_indexed_words(text, code))
        if wanted(term, exact)
    ]


@lru_cache(maxsize=MAX_TEXTS)
def _indexed_words(text: str, code: str | None) -> list[tuple[str, str, int, int]]:
    """The indexed words of a text: term, form with accents, start, end."""
    found = []
    for match in _TOKEN.finditer(text):
        indexed = _indexed(match.group(), code)
        if indexed is not None:
            term, exact, length = indexed
            start = match.start()
            found.append((term, exact, start, start + length))
    return found


@lru_cache(maxsize=MAX_INDEXED)
def _indexed(raw: str, code: str | None) -> tuple[str, str, int] | None:
    """Term, form with accents and length of a match; None where it is not indexed."""
    chosen, word = language(code), _word(raw)
    if word is None or word.folded in chosen.stop:
        return None
    return chosen.stem(word.folded), word.exact, word.length


class Terms(NamedTuple):
    """A text as it is indexed: stems and accented words in step, and each folded word's stem.

    `running` are all its accented words, stop words too, as `tokenize` gives them.
    """

    stems: list[str]
    exact: list[str]
    lexicon: dict[str, str]
    running: list[str]


def terms(text: str, code: str | None) -> Terms:
    """The words of a text that are indexed, in order, stop words left out."""
    chosen = language(code)
    stop, stem = chosen.stop, chosen.stem
    running = [w for w in map(_word, _TOKEN.findall(text)) if w is not None]
    words = [w for w in running if w.folded not in stop]
    lexicon = {w.folded: stem(w.folded) for w in words}
    return Terms(
        [lexicon[w.folded] for w in words],
        [w.exact for w in words],
        lexicon,
        [w.exact for w in running],
    )


def placed(text: str, code: str | None) -> list[tuple[str, int, int]]:
    """The same words as (term, start, end), for comparing texts."""
    chosen = language(code)
    stop, stem = chosen.stop, chosen.stem
    found = []
    for match in _TOKEN.finditer(text):
        word = _word(match.group())
        if word is not None and word.folded not in stop:
            start = match.start()
            found.append((stem(word.folded), start, start + word.length))
    return found
