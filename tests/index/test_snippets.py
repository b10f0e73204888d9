"""What a list shows of a passage."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from index.snippets import snippet_span

TEXT = "Un début sans rien. " * 20 + "Voici la cargaison cherchée. " + "Une fin sans rien. " * 20


def test_the_matched_word_is_in_the_snippet() -> None:
    """A match deep in a passage is shown."""
    start = TEXT.index("cargaison")
    span = snippet_span(TEXT, [Span(start, start + 9)])
    assert "cargaison" in TEXT[span.start : span.end]


@given(st.integers(0, len(TEXT) - 10), st.integers(20, 300))
def test_snippets_are_short_and_hold_whole_words(start: int, width: int) -> None:
    """Never longer than asked, never cut inside a word."""
    span = snippet_span(TEXT, [Span(start, start + 5)], width)
    assert 0 <= span.start < span.end <= len(TEXT)
    assert span.end - span.start <= width
    assert span.start == 0 or TEXT[span.start - 1] == " "
    assert span.end == len(TEXT) or TEXT[span.end] == " "
