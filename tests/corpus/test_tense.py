"""Whether the words around a date speak of what was or of what will be."""

import pytest

from corpus.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Elle a rencontré le ministre de la région et ses trois fils en @.", "past"),
        ("une loi votée à la hâte en @", "past"),
        ("Le port fermait déjà en @.", "past"),
        ("En @, il a neigé sur toute la plaine.", "past"),
        ("Le port fermera en @.", "future"),
        ("Le port va fermer en @.", "future"),
        ("La grue devrait être livrée en @.", "future"),
        ("une réunion prévue en @", "future"),
        ("Ils sont prêts à voter en @.", "future"),
        ("Le maire a annoncé que le pont rouvrirait ou fermera en @.", "future"),
        ("Le maire, qui votera contre, a parlé en @.", "past"),
        ("Elle partira. La neige de @ est froide. Elle est partie.", None),
        ("l’opéra de @", None),
    ],
)
def test_french(sentence: str, expected: str | None) -> None:
    """The nearest verb of the sentence decides; a clause between counts as distance."""
    at = sentence.index("@")
    assert tense_at(sentence, at, at + 1, english=False) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge was closed in @.", "past"),
        ("The bridge will close in @.", "future"),
        ("It opened. The snow of @ is cold. It will close.", None),
        ("The vote is scheduled for @.", "future"),
    ],
)
def test_english(sentence: str, expected: str | None) -> None:
    """The same in English."""
    at = sentence.index("@")
    assert tense_at(sentence, at, at + 1, english=True) == expected
