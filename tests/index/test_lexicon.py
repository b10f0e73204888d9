"""The corpus's own words: by their beginning, by a pattern, by their letters, by their sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.edits import letters, within
from index.lexicon import Lexicon
from index.sound import sound

WORDS = (
    "marche marché marchons cœur préfet préfète préfecture abricot éléphant pharmacie été".split()
)


@pytest.fixture
def lexicon(tmp_path: Path) -> Iterator[Lexicon]:
    """A file with a few words."""
    opened = Lexicon(tmp_path / "lexicon.sqlite")
    opened.add(WORDS)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("marche", "marche marché"),
        ("march*", "marche marché marchons"),
        ("march?", "marche marché"),
        ("marche?", "marche marché"),
        ("m?rche", "marche marché"),
        ("?te", "été"),
        ("*fete", "préfète"),
        ("*", " ".join(WORDS)),
        ("pr*t*e", "préfète préfecture"),
        ("co*", "cœur"),
        ("coe?r", "cœur"),
        ("zzz*", ""),
        ("a.*", ""),
    ],
)
def test_patterns_describe_folded_words(lexicon: Lexicon, pattern: str, expected: str) -> None:
    """Accents do not matter; what is given back has them."""
    assert sorted(lexicon.matching(pattern)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("word", "distance", "expected"),
    [
        ("abrict", 1, ["abricot"]),
        ("abirct", 1, []),
        ("abircot", 1, ["abricot"]),
        ("abirct", 2, ["abricot"]),
        ("prefete", 1, ["préfet", "préfète"]),
        ("x" * 300, 2, []),
        ("", 1, []),
    ],
)
def test_near_words_are_some_edits_away(
    lexicon: Lexicon, word: str, distance: int, expected: list[str]
) -> None:
    """Letters left out, put in, changed, exchanged."""
    assert sorted(lexicon.near(word, distance)) == expected


def test_misspelt_words_are_known_by_their_sound(lexicon: Lexicon) -> None:
    """As a French ear would have it."""
    assert lexicon.sounding("elefan") == ["éléphant"]
    assert lexicon.sounding("farmassie") == ["pharmacie"]
    assert lexicon.sounding("xyz") == []


def test_words_added_later_are_found(lexicon: Lexicon, tmp_path: Path) -> None:
    """By whoever had the file open before, too: the update runs in another process."""
    assert lexicon.near("licorne", 1) == []
    assert lexicon.matching("*corne") == []
    other = Lexicon(tmp_path / "lexicon.sqlite")
    other.add(["licorne", "marche"])
    other.close()
    assert lexicon.near("lycorne", 1) == lexicon.matching("*corne") == ["licorne"]
    assert sorted(lexicon.matching("marche")) == ["marche", "marché"]


def test_no_pattern_takes_long(lexicon: Lexicon) -> None:
    """Stars do not go back over each other, nor does debris in the corpus make them."""
    lexicon.add(["a" * 60 + "b", "a" * 100_000])
    assert lexicon.matching("*a" * 20 + "*c") == []
    assert lexicon.matching("a*" * 30 + "b") == ["a" * 60 + "b"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ortografe", "orthographe"),
        ("gouvernemant", "gouvernement"),
        ("chato", "château"),
        ("sarcosi", "sarkozy"),
        ("shoigu", "choigou"),
        ("conseillé", "conseiller"),
    ],
)
def test_words_that_sound_alike_have_one_key(wrong: str, right: str) -> None:
    """Spellings of one sound; other words have other keys."""
    from index.analysis import fold

    assert sound(fold(wrong)) == sound(fold(right)) != sound("abricot")


@given(
    st.text("ab", max_size=6),
    st.lists(st.text("abc", min_size=3, max_size=3), min_size=1, max_size=6),
    st.integers(0, 2),
)
def test_edits_are_those_of_the_plain_definition(word: str, words: list[str], most: int) -> None:
    """The banded computation over arrays against the recurrence, cell by cell."""
    expected = [k for k, other in enumerate(words) if _edits(word, other) <= most]
    assert within(word, letters(words), most).tolist() == expected


def _edits(a: str, b: str) -> int:
    cells = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            best = min(cells[i - 1, j], cells[i, j - 1]) + 1
            best = min(best, cells[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                best = min(best, cells[i - 2, j - 2] + 1)
            cells[i, j] = best
    return cells[len(a), len(b)]
