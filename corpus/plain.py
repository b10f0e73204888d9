"""A text as rules read it: small letters, plain blanks and apostrophes, offsets unchanged."""

_PLAIN = (
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("’", "'"),
    ("‑", "-"),
    ("İ", "i"),  # the one letter whose small form is two characters
)


def plain(text: str) -> str:
    """The text in small letters of the same length; unlike `sounds.flat` it keeps accents."""
    for character, shown in _PLAIN:
        text = text.replace(character, shown)
    return text.lower()
