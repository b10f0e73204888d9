"""Which language a text is in."""

import pytest

from corpus.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil municipal a voté hier soir le budget de la ville.", "fr"),
        ("The city council voted on its budget late last night.", "en"),
        ("Der Stadtrat hat gestern Abend den Haushalt beschlossen.", "de"),
    ],
)
def test_one_sentence_is_enough(text: str, language: str) -> None:
    """A plain sentence of news is told."""
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "1 000 – 2 000", "Oui", "xqzt wvkj pfgh xzqw kkjj zzxx"])
def test_too_little_is_no_language(text: str) -> None:
    """Without words enough there is no verdict."""
    assert detect(text) is None
