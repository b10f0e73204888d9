"""What the engine says, in the interface's language.

The rooms `corpus` and `index` know no catalogue: their remarks, reasons and errors are English
sentences. `engine_patterns` has their patterns; a sentence that has one is put together anew from
the translated pattern. Any other stays as it is (what a library or the system says).
"""

import re
from functools import cache

from corpus.errors import RecoupeError
from tui.language.engine_patterns import PATTERNS
from tui.language.i18n import _


def translated(sentence: str) -> str:
    """A sentence of the engine's, its numbers too; unchanged where it is none that is known."""
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
    """What stands in a slot: a number, a field's name or a sentence of its own, or as it is."""
    if slot in ("n", "n2"):
        return text.replace(",", _(","))
    return translated(text) if slot in ("why", "field") else text


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    return [(pattern, re.compile(_read(pattern), re.DOTALL)) for pattern in PATTERNS]


def _read(pattern: str) -> str:
    """The regular expression of a pattern."""
    parts = re.split(r"\{(\w+)\}", pattern)
    texts, slots = parts[::2], [*parts[1::2], ""]
    return "".join(re.escape(text) + _slot(slot) for text, slot in zip(texts, slots, strict=True))


def _slot(slot: str) -> str:
    if not slot:
        return ""
    return f"(?P<{slot}>{r'[0-9,]+' if slot in ('n', 'n2') else '.+'})"
