"""Single pieces of a query as values: words, words that stand for others, phrases."""

import re
from collections.abc import Sequence

from index.analysis import Token, fold, tokenize
from index.query.fields import Field
from index.query.lexer import Lexeme
from index.query.tree import Kind, Open, Words

MIN_PATTERN = 2
"""Letters that a word with `*` or `?` must show, not to stand for half of the dictionary."""

MAX_OPEN = 8
"""Words of one query that may stand for others; more are read as they are."""

MAX_DISTANCE = 2
"""Edits of `fuzzy~2`: with three, a word of six letters is any other. Of short words, fewer than
half of the letters may be otherwise."""

MAX_NEAR = 50
"""Words between two near ones, about a passage's sentence or two."""

NEAR_WORDS = 4
"""Words that may be near each other: more are a phrase."""

_PATTERN = re.compile(r"[^\W_*?]*[*?](?:[^\W_]|[*?])*$")
_FUZZY = re.compile(r"(?P<word>.*?[^\W_])~(?P<distance>\d*)$", re.DOTALL)
_JOKERS = re.compile(r"[*?]")


class Reader:
    """Reads the pieces of one query; `typed_to` is the end of the text while it is typed."""

    def __init__(self, remarks: list[str], typed_to: int | None) -> None:
        self._remarks = remarks
        self._typed_to = typed_to
        self._open = 0

    def text(self, text: str, field: Field) -> Words | None:
        """Some text as words in a row, whatever signs are in it."""
        return _words("word", list(tokenize(text)), None, field)

    def word(self, lexeme: Lexeme, field: Field) -> Words | None:
        """A word as typed, with the `*`, `?` and `~` in it."""
        if fuzzy := _FUZZY.fullmatch(lexeme.text):
            return self._fuzzy(fuzzy, field)
        if pattern := _PATTERN.search(lexeme.text):
            return self._pattern(lexeme.text[: pattern.start()], pattern.group(), "word", field)
        tokens = list(tokenize(lexeme.text))
        typed = lexeme.end == self._typed_to and lexeme.text[-1:].isalnum()
        last = Open(tokens.pop(), "typed") if typed and tokens else None
        return _words("word", tokens, last, field)

    def phrase(self, lexeme: Lexeme, field: Field) -> Words | None:
        """Words between quotation marks; a `*` after the last one makes it a beginning."""
        self._say_unclosed(lexeme)
        text = lexeme.text.strip()
        if lexeme.near is not None:
            return self._near(lexeme, field)
        pattern = _PATTERN.search(text)
        if pattern and pattern.group()[-1] == "*":
            return self._pattern(text[: pattern.start()], pattern.group(), "phrase", field)
        tokens = list(tokenize(text))
        typed = not lexeme.closed and lexeme.end == self._typed_to and lexeme.text[-1:].isalnum()
        last = Open(tokens.pop(), "typed") if typed and len(tokens) > 1 else None
        return _words("phrase", tokens, last, field)

    def exact(self, lexeme: Lexeme, field: Field) -> Words | None:
        """Words after `=`: with the accents and endings as typed."""
        if lexeme.sign == "quoted":
            self._say_unclosed(lexeme)
        if field not in ("any", "text"):
            self._remarks.append(f"“=” has no effect in the field {field}: read as a phrase")
            return _words("phrase", list(tokenize(lexeme.text)), None, field)
        return _words("exact", list(tokenize(lexeme.text)), None, field)

    def _say_unclosed(self, lexeme: Lexeme) -> None:
        if not lexeme.closed and lexeme.text.strip() and self._typed_to is None:
            self._remarks.append("a quotation mark is not closed: read to the end")

    def _near(self, lexeme: Lexeme, field: Field) -> Words | None:
        tokens = list(tokenize(lexeme.text))
        near = min(int((lexeme.near or "5")[:4]), MAX_NEAR)
        if lexeme.near and int(lexeme.near[:4]) > MAX_NEAR:
            self._remarks.append(f"near is at most {MAX_NEAR} words")
        if len(tokens) < 2 or not self._may_open(lexeme.text):
            return _words("phrase", tokens, None, field)
        if len(tokens) > NEAR_WORDS:
            self._remarks.append(f"more than {NEAR_WORDS} words cannot be near: read as a phrase")
            return _words("phrase", tokens, None, field)
        return _words("phrase", tokens, None, field, near)

    def _fuzzy(self, found: re.Match[str], field: Field) -> Words | None:
        tokens = list(tokenize(found["word"]))
        distance = int((found["distance"] or "1")[:4])
        most = min(MAX_DISTANCE, (len(tokens[-1].folded) - 1) // 2) if tokens else 0
        if tokens and distance > most:
            self._remarks.append(f"“{found.group()}” is too far: ~{most} is looked for")
        if not min(distance, most) or not self._may_open(found.group()):
            return _words("word", tokens, None, field)
        last = Open(tokens.pop(), "fuzzy", min(distance, most))
        return _words("word", tokens, last, field)

    def _pattern(self, before: str, pattern: str, kind: Kind, field: Field) -> Words | None:
        """What stands before a pattern is read as text, the pattern's signs in it left out."""
        tokens = list(tokenize(_JOKERS.sub(" ", before)))
        letters = _JOKERS.sub("", pattern)
        if len(letters) < MIN_PATTERN or not self._may_open(pattern):
            if letters and not self._is_question(pattern):
                self._remarks.append(f"“{pattern}” stands for too much: read as it is")
            elif "*" in pattern:
                self._remarks.append(f"“{pattern}” alone stands for nothing: left out")
            return _words(kind, [*tokens, *tokenize(letters)], None, field)
        folded = "".join(fold(part) for part in re.split(r"([*?]+)", pattern))
        token = Token(0, len(pattern), folded, pattern.lower())
        return _words(kind, tokens, Open(token, "pattern"), field)

    def _is_question(self, pattern: str) -> bool:
        return "*" not in pattern and pattern.endswith("?")

    def _may_open(self, text: str) -> bool:
        self._open += 1
        if self._open <= MAX_OPEN:
            return True
        self._remarks.append(f"only {MAX_OPEN} words may stand for others: “{text}” read as it is")
        return False


def _words(
    kind: Kind, tokens: Sequence[Token], last: Open | None, field: Field, near: int | None = None
) -> Words | None:
    return Words(kind, tuple(tokens), last, field, near) if tokens or last else None
