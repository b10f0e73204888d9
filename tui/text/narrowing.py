"""A search made narrower by clauses, as typed by a person: the text in the box stays readable.

Clauses go before what is typed, whose last word is then still the last. An article has one
source, one month, one language: several values of these are alternatives, `(lang:fr OR lang:en)`.
It names many people: each clause of names narrows further.
"""

import re

_VALUE = r'(?:"[^"]*"|[^\s()"]+)'
_ALONE = {
    "source": rf"source:{_VALUE}",
    "date": r"date:\d{4}-\d\d(?![^\s()])",
    "lang": rf"lang:{_VALUE}",
}
"""The fields of which an article has one value, with the clauses of one."""

_FREE = r"(?<![^\s(])"
"""A clause begins a word: it is not a part of one, and not negated."""

_GROUPS = {
    field: re.compile(rf"(?<!\S)\({clause}(?: OR {clause})*\)(?!\S)|{_FREE}{clause}")
    for field, clause in _ALONE.items()
}
_EACH = {field: re.compile(clause) for field, clause in _ALONE.items()}


def narrowed(query: str, clause: str) -> bool:
    """Whether `clause` is one of the clauses of `query`, as `toggled` adds it."""
    return re.search(rf"{_FREE}{re.escape(clause)}(?![^\s)])", query) is not None


def toggled(query: str, clause: str) -> str:
    """`query` with `clause` added, or taken away where it is there."""
    group = _group_of(clause)
    held = group[1].search(query) if group else None
    if group is None or held is None:
        if narrowed(query, clause):
            return _without(query, query.index(clause), len(clause))
        return f"{clause} ({query.strip()})" if _is_loose(query) else f"{clause} {query.lstrip()}"
    chosen = _EACH[group[0]].findall(held.group())
    chosen = [c for c in chosen if c != clause] if clause in chosen else [*chosen, clause]
    if not chosen:
        return _without(query, held.start(), len(held.group()))
    joined = chosen[0] if len(chosen) == 1 else f"({' OR '.join(chosen)})"
    return query[: held.start()] + joined + query[held.end() :]


def widened(query: str, field: str) -> str:
    """`query` without the alternatives chosen of a field, "source", "date" or "lang"."""
    held = _GROUPS[field].search(query)
    return _without(query, held.start(), len(held.group())) if held else query


def _is_loose(query: str) -> bool:
    """Whether one of its sides would be left out of a clause before it: `a OR b`."""
    inner = None
    while inner != query:
        inner, query = query, re.sub(r'"[^"]*"|\([^()]*\)', "", query)
    return re.search(r"(?<!\S)(?:OR|OU)(?!\S)", query) is not None


def _group_of(clause: str) -> tuple[str, re.Pattern[str]] | None:
    """The field of a clause and its group, None where each clause narrows further."""
    field = clause.partition(":")[0]
    found = _EACH[field].fullmatch(clause) if field in _EACH else None
    return (field, _GROUPS[field]) if found else None


def _without(query: str, start: int, length: int) -> str:
    """`query` without a piece, and one space less."""
    before, after = query[:start], query[start + length :]
    if not before or before.endswith(" "):
        after = after.removeprefix(" ")
    return before + after


def has_words(text: str, typed: str) -> bool:
    """Whether a text holds all words typed as parts of its own, capitals aside."""
    text = text.casefold()
    return all(word in text for word in typed.casefold().split())
