"""Of many words that begin alike the same are chosen as by looking at each."""

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold
from index.query import expand

HEADS = ("co", "cô", "Cœ", "né", "coe", "ĉo", "c\u0327oe")
words = st.lists(
    st.tuples(st.sampled_from(HEADS), st.text("aeéœ\u0301b", max_size=6)).map("".join), max_size=40
)


@given(words, st.integers(1, 5), st.integers(1, 12))
def test_the_nearest_in_length(found: list[str], length: int, most: int) -> None:
    """Ties by order; no fewer than asked for, where there are as many."""
    expected = sorted(found, key=lambda word: (abs(len(word) - length), word))[:most]
    kept, expand.MAX_COUNTED = expand.MAX_COUNTED, most
    try:
        assert expand._nearest(found, length) == expected
    finally:
        expand.MAX_COUNTED = kept


@given(words, st.sampled_from(["co", "c", "coe", "ne", "nee"]))
def test_the_beginnings(found: list[str], folded: str) -> None:
    """Of letters that fold to two, too, and of words whose head alone folds to another."""
    begun = [word for word in found if fold(word).startswith(folded)]
    expected = {expand._beginning(word, folded) for word in begun}
    assert expand._beginnings(begun, folded) == expected
