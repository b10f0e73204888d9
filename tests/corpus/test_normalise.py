"""What is taken out of a text, and the way back to the source."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalise import IDENTITY, normalise
from corpus.types import Span

# Letters, marks, what is removed and what is replaced, in any order.
ODD = st.text(
    "aé e\u0301\u0327\u0308oœ’\n\r\t\u2028\u00a0\u202f\u200b\u00ad\x1b[3m]0;\x07\ufeff\x85하"
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\x1b[31mrouge\x1b[0m", "rouge"),
        ("\x1b]0;titre volé\x07mot", "mot"),
        ("\x1b]8;;http://x.example/\x1b\\lien\x1b]8;;\x1b\\", "lien"),
        ("cou\u00adpure", "coupure"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("a\x00\x08\x7f\x9bmb", "ab"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_is_never_shown_is_taken_out(source: str, text: str) -> None:
    """Escape sequences, controls and invisible marks leave the words and the line ends."""
    assert normalise(source).text == text


def test_french_blanks_and_joiners_are_kept() -> None:
    """No-break spaces and the joiners of other scripts belong to the text."""
    text = "«\u00a0oui\u202f»\u200d\u200c"
    assert normalise(text).text == text
    assert normalise(text).alignment == IDENTITY


def test_a_composed_letter_covers_its_marks() -> None:
    """The span of a letter written as letter and mark covers both in the source."""
    normal = normalise("e\u0301te\u0301 fini")
    assert normal.text == "été fini"
    assert normal.alignment.source_span(Span(0, 3)) == Span(0, 5)
    assert normal.alignment.source_span(Span(4, 8)) == Span(6, 10)


@given(ODD)
def test_the_text_is_nfc_and_the_alignment_rises(source: str) -> None:
    """Whatever the source: NFC text, nothing invisible in it, both sides of the alignment rise."""
    normal = normalise(source)
    assert unicodedata.is_normalized("NFC", normal.text)
    assert not set(normal.text) & set("\r\t\x1b\x07\x85\u2028\u200b\u00ad\ufeff")
    for starts in (normal.alignment.text_starts, normal.alignment.source_starts):
        assert all(a < b for a, b in itertools.pairwise(starts))
    assert normal.alignment.text_starts[0] == 0


@given(st.text("aé e\u0301o\u0308œ\n\u00a0\u00ad"), st.data())
def test_a_word_leads_back_to_its_source(source: str, data: st.DataObject) -> None:
    """Cleaning the source span of any word gives that word."""
    normal = normalise(source)
    words = [word for word in normal.text.split() if not unicodedata.combining(word[0])]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = normal.text.index(word)
    span = normal.alignment.source_span(Span(start, start + len(word)))
    assert normalise(source[span.start : span.end]).text.strip() == word
