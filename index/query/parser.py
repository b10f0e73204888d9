"""The grammar: from what was typed to a tree. Whoosh-free; nothing that can be typed raises.

From the tightest: `field:`; NOT, `-`; AND; words side by side, which must all hold; OR. What
cannot be read as an operator is read as text, and a remark says so.
"""

import re
import unicodedata
from collections.abc import Sequence

from index.analysis import fold
from index.query.dates import read_dates
from index.query.fields import FIELDS, Field
from index.query.lexer import Lexeme, Sign, is_field, lexemes
from index.query.reader import Reader
from index.query.tree import And, Node, Not, Or, Query

MAX_QUERY = 400
"""Characters of a query that are read: a pasted page is cut, and a remark says so."""

_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which a terminal may pass on and no file can hold."""

MAX_DEPTH = 20
"""Parentheses inside each other; deeper ones are left out, and a remark says so."""


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query. Never raises.

    With `typing`, the last word is one that is being typed unless a space or a quotation mark
    follows it, and operators that wait for more are not remarked upon.
    """
    # A letter may come in several characters: the cut is made where they have become one.
    normal = unicodedata.normalize("NFC", _SURROGATES.sub(" ", text[: 4 * MAX_QUERY]))
    remarks: list[str] = []
    if len(normal) > MAX_QUERY:
        normal = normal[:MAX_QUERY]
        remarks.append(f"only the first {MAX_QUERY} characters were read")
    parser = _Parser(normal, typing=typing)
    root = parser.read()
    remarks += parser.remarks
    if root is not None and not _asks(root):
        remarks.append("only excluded words: nothing to look for")
        root = None
    return Query(text, root, tuple(dict.fromkeys(remarks)))


def _asks(node: Node) -> bool:
    """Whether a tree says what to look for, and not only what to leave out."""
    if isinstance(node, Not):
        return False
    return any(map(_asks, node.parts)) if isinstance(node, And | Or) else True


class _Parser:
    """Recursive descent over the lexemes; one method for each level of precedence."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self._text = text
        self._lexemes = lexemes(text)
        self._at = 0
        self._depth = 0
        self._typing = typing
        self.remarks: list[str] = []
        self._reader = Reader(self.remarks, len(text) if typing else None)

    def read(self) -> Node | None:
        """The whole text; closing parentheses that close nothing are left out."""
        parts: list[Node | None] = []
        while self._at < len(self._lexemes):
            if self._sign() == ")":
                self._at += 1
                self.remarks.append("“)” closes nothing: left out")
            else:
                parts.append(self._either("any"))
        return _all(parts)

    def _sign(self) -> Sign | None:
        return self._lexemes[self._at].sign if self._at < len(self._lexemes) else None

    def _next(self) -> Lexeme:
        self._at += 1
        return self._lexemes[self._at - 1]

    def _ends(self, at: int) -> bool:
        """Whether nothing stands at `at` that an operator could be applied to."""
        return at >= len(self._lexemes) or self._lexemes[at].sign in (")", "and", "or")

    def _either(self, field: Field) -> Node | None:
        """Clauses parted by OR."""
        read: list[Node | None] = []
        places = []
        while True:
            start = self._at
            read.append(self._together(field))
            places.append((start, self._at))
            if self._sign() != "or" or self._ends(self._at + 1):
                break
            self._at += 1
        parts = [part for part in read if part is not None]
        if len(parts) < 2:
            return parts[0] if parts else None
        self._say_precedence(read, places)
        return Or(tuple(parts))

    def _say_precedence(
        self, read: Sequence[Node | None], places: Sequence[tuple[int, int]]
    ) -> None:
        """Where words side by side meet OR: show what was taken together."""
        if not any(
            isinstance(p, And) and b - a > 1 for p, (a, b) in zip(read, places, strict=True)
        ):
            return
        shown = []
        for start, end in places:
            if start < end:
                words = self._text[self._lexemes[start].start : self._lexemes[end - 1].end].strip()
                bare = end - start == 1 or (words[0] == "(" and words[-1] == ")")
                shown.append(words if bare else f"({words})")
        self.remarks.append("read as " + " OR ".join(shown))

    def _together(self, field: Field) -> Node | None:
        """Clauses side by side."""
        parts: list[Node | None] = []
        while self._sign() not in (None, ")"):
            if self._sign() == "or" and parts and not self._ends(self._at + 1):
                break
            parts.append(self._joined(field))
        return _all(parts)

    def _joined(self, field: Field) -> Node | None:
        """Clauses parted by AND."""
        read = [self._one(field)]
        while self._sign() == "and" and not self._ends(self._at + 1):
            self._at += 1
            read.append(self._one(field))
        parts = [part for part in read if part is not None]
        if len(read) < 2 or len(parts) < 2:
            return parts[0] if parts else None
        return And(tuple(parts), written=True)

    def _one(self, field: Field) -> Node | None:
        """One clause, with what excludes it and what it is looked for in."""
        excluded = False
        while self._sign() == "not" and not self._ends(self._at + 1):
            self._at += 1
            excluded = not excluded
        part = self._primary(field)
        return Not(part) if excluded and part is not None else part

    def _primary(self, field: Field) -> Node | None:
        lexeme = self._next()
        if lexeme.sign == "field":
            return self._field(lexeme, field)
        if lexeme.sign == "(":
            return self._group(field)
        if lexeme.sign == "equals":
            if self._sign() in ("quoted", "word"):
                return self._reader.exact(self._next(), field)
            return None
        if lexeme.sign == "quoted":
            return self._reader.phrase(lexeme, field)
        if lexeme.sign != "word":
            return self._stray(lexeme, field)
        return self._reader.word(lexeme, field)

    def _stray(self, lexeme: Lexeme, field: Field) -> Node | None:
        """An operator that has nothing to apply to."""
        if self._typing and self._at == len(self._lexemes):
            return None
        self.remarks.append(f"“{lexeme.text}” has nothing beside it: read as a word")
        return self._reader.word(lexeme, field)

    def _group(self, field: Field) -> Node | None:
        """What stands inside parentheses."""
        if self._depth >= MAX_DEPTH:
            self.remarks.append(f"more than {MAX_DEPTH} parentheses deep: the rest are left out")
            return None
        self._depth += 1
        part = self._either(field)
        self._depth -= 1
        if self._sign() == ")":
            self._at += 1
        elif not self._typing:
            self.remarks.append("“(” is not closed: read to the end")
        return part

    def _field(self, lexeme: Lexeme, outer: Field) -> Node | None:
        """A field and its value."""
        if not is_field(lexeme.text):
            self.remarks.append(f"field “{lexeme.text}” unknown: searched as text")
            return self._reader.word(lexeme, outer)
        field = FIELDS[fold(lexeme.text)]
        following = self._lexemes[self._at] if self._at < len(self._lexemes) else None
        if following is None or following.start > lexeme.end or following.sign == ")":
            if not (self._typing and following is None):
                self.remarks.append(f"field “{lexeme.text}” has no value: searched as text")
            return self._reader.word(lexeme, outer)
        if field == "date" and following.sign in ("word", "quoted", "equals"):
            return self._dates(lexeme, outer)
        if following.sign in ("and", "or"):
            return self._reader.word(self._next(), field)
        return self._one(field)

    def _dates(self, name: Lexeme, outer: Field) -> Node | None:
        """`date:` with its value, which may begin with a comparison and a space."""
        value = self._next().text
        while value and value[-1] in "<>=≥≤" and self._sign() in ("word", "quoted", "equals"):
            value += self._next().text
        read = read_dates(value.strip())
        if read is None:
            if not (self._typing and self._at == len(self._lexemes)):
                self.remarks.append(f"“{value}” is no date (2023, 2023-07, A..B, >A): left as text")
            return self._reader.text(f"{name.text} {value}", outer)
        dates, exchanged = read
        if exchanged:
            self.remarks.append(f"date range “{value}” read from its earlier to its later end")
        return dates


def _all(parts: Sequence[Node | None]) -> Node | None:
    """Clauses that must all hold, those of nested conjunctions without an operator taken in."""
    flat: list[Node] = []
    for part in parts:
        if isinstance(part, And) and not part.written:
            flat.extend(part.parts)
        elif part is not None:
            flat.append(part)
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
