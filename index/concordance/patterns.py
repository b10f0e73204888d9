"""What counts as the keyword: words in a row, each one of several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.analysis import tokenize
from index.query.plan import Part, Plan, Row
from index.query.spans import lit_rows


@dataclass(frozen=True, slots=True)
class Choice:
    """The words that may stand in one place: those of some stems, words with their accents, and
    all that begin so, with accents too."""

    stems: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in a row. Where `loose`, stop words of the article's language count for nothing:
    they are none of the choices, and may stand between."""

    words: tuple[Choice, ...]
    loose: bool


def patterns(plan: Plan) -> tuple[Pattern, ...] | None:
    """What a plan lights in a text: the same that `index.query.spans` marks.

    None where words are to stand near each other, which patterns cannot say.
    """
    lit = [row for clause in (*plan.optional, *plan.required) for row in lit_rows(clause)]
    if any(row.near is not None for row in lit):
        return None
    return tuple(dict.fromkeys(pattern for row in lit for pattern in _of_row(row)))


def _of_row(row: Row) -> Iterator[Pattern]:
    for parts in filter(None, row.readings):
        if row.exact:
            choices = [Choice(exact=frozenset([part.exact])) for part in parts]
        elif len(parts) == 1:
            choices = [_alone(parts[0])]
        else:
            choices = [Choice(stems=part.stems) for part in parts]
        yield Pattern(tuple(choices), loose=True)


def _alone(part: Part) -> Choice:
    own = () if part.stem is None else (part.stem,)
    stems = frozenset([*own, *part.aliases, *part.corrections])
    return Choice(stems, frozenset(part.words), part.beginnings)


def written(forms: Sequence[str]) -> tuple[Pattern, ...]:
    """Names as they are written, in any capitals."""
    found = (tuple(t.exact for t in tokenize(form)) for form in forms)
    return tuple(
        Pattern(tuple(Choice(exact=frozenset([word])) for word in words), loose=False)
        for words in dict.fromkeys(found)
        if words
    )
