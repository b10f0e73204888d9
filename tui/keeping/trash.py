"""The file of removed notes, `removed-notes.md`: each as it stood in the reader's own file, the one
removed last at the end. Pure: a text in, a text out.

    ## Explosion au port de Lorvent : douze blessés (AFP, 2024-05-14, ¶ 1)
    …
    - id: 5f0c1e22

    <!-- removed 2026-11-22T01:30:00+01:00, before 77ab01c4 -->
"""

import re

from tui.keeping.note_text import Removed

FILE = "removed-notes.md"

HEADER = """\
# Removed notes

<!--
Yours, too: delete this file when you like. recoupe puts the last one back on request; any other
can be moved by hand to notes.md, as it stands.
-->
"""

_NOTE = re.compile(r"##(?:\s|$)")
_END = re.compile(r"<!-- removed \S+(?:, before (\S+))? -->$")


def thrown(text: str, removed: Removed, when: str) -> str:
    """The file with one note more; `when` is ISO 8601."""
    rows = "\n".join(removed.rows).rstrip()
    place = f", before {removed.next}" if removed.next else ""
    return f"{text or HEADER}\n{rows}\n\n<!-- removed {when}{place} -->\n"


def taken_back(text: str) -> tuple[Removed, str] | None:
    """The note removed last, and the file without it; None where there is none."""
    rows = text.split("\n")
    end = next((at for at in reversed(range(len(rows))) if _END.match(rows[at])), -1)
    start = next((at for at in reversed(range(end)) if _NOTE.match(rows[at])), -1)
    if start < 0:
        return None
    found = _END.match(rows[end])
    following = found[1] if found else None
    rest = [*rows[: start - 1], *rows[end + 1 :]]
    return Removed(tuple(rows[start : end - 1]), following), "\n".join(rest)
