"""Text into LaTeX that prints it as it is, French spaces included, and back.

Braces come in pairs whatever the text has: BibTeX counts them, escaped or not.
"""

import re

_WRITTEN = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "|": "\\textbar{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "\u00a0": "~",
    "\u202f": "\\,",
    "--": "-{}-",
    "''": "'{}'",
} | {sign: f"\\{sign}" for sign in "#$%&_"}
_SIGN = re.compile(r"--|''|[\\{}~^`|<>#$%&_\u00a0\u202f]")

_MEANT = {written: sign for sign, written in _WRITTEN.items()}
_COMMAND = re.compile(r"\\text[a-z]+\{\}|\\[,#$%&_]|~|-\{\}-|'\{\}'")
_PARAGRAPHS = re.compile(r"\s*\n\s*")
_PARAGRAPH = " \\par{} "


def escape(text: str) -> str:
    """A text as LaTeX, on one line; `unescape` undoes it."""
    # Again and again: in “---” the second pair begins inside the first.
    escaped = _SIGN.sub(lambda sign: _WRITTEN[sign[0]], _PARAGRAPHS.sub("\n", text.strip()))
    while "--" in escaped or "''" in escaped:
        escaped = escaped.replace("--", _WRITTEN["--"]).replace("''", _WRITTEN["''"])
    return escaped.replace("\n", _PARAGRAPH)


def unescape(text: str) -> str:
    """What a text that `escape` has made says; other commands stay as they are."""
    while (plain := text.replace("-{}-", "--").replace("'{}'", "''")) != text:
        text = plain
    text = re.sub(r"\s*\\par(?:\{\}|\b)\s*", "\n", text)
    return _COMMAND.sub(lambda command: _MEANT.get(command[0], command[0]), text)
