"""What the engine and the command line's parser say, in the interface's language.

The rooms `corpus` and `index` know no catalogue, nor does Typer: their remarks, reasons and errors
are English sentences. `engine_patterns` and `parser_patterns` have their patterns; a sentence that
has one is put together anew from the translated pattern. Any other stays as it is (what a library
or the system says).
"""

import re
from functools import cache

from corpus.errors import RecoupeError
from tui.language.i18n import _, language


def translated(sentence: str) -> str:
    """A sentence of the engine's, its numbers too; unchanged where it is none that is known."""
    if language() == "en":
        return sentence
    for pattern, read in _compiled():
        if found := read.fullmatch(sentence):
            values = {slot: _value(slot, text) for slot, text in found.groupdict().items()}
            return _(pattern).format(**values)
    return sentence


def told(error: RecoupeError) -> str:
    """An error in one line: what is wrong, and what can be done."""
    hint = f" ({translated(error.hint)})" if error.hint else ""
    return f"{translated(error.message)}{hint}"


def _value(slot: str, text: str) -> str:
    """What stands in a slot: a number, an argument's or a field's name, a sentence of its own, or
    what stays as it is."""
    if slot in ("n", "n2"):
        return text.replace(",", _(","))
    if slot == "argument":
        return text if text.startswith("-") else _(text.removesuffix("...").upper())
    return translated(text) if slot in ("why", "field") else text


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    from tui.language.engine_patterns import PATTERNS
    from tui.language.parser_patterns import PARSER

    return [(pattern, re.compile(_read(pattern), re.DOTALL)) for pattern in (*PATTERNS, *PARSER)]


def _read(pattern: str) -> str:
    """The regular expression of a pattern."""
    parts = re.split(r"\{(\w+)\}", pattern)
    texts, slots = parts[::2], [*parts[1::2], ""]
    return "".join(re.escape(text) + _slot(slot) for text, slot in zip(texts, slots, strict=True))


def _slot(slot: str) -> str:
    if not slot:
        return ""
    return f"(?P<{slot}>{r'[0-9,]+' if slot in ('n', 'n2') else '.+'})"
