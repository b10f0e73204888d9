"""From pairs to groups, and from signatures to pairs, without texts."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.copies import candidates as module
from index.copies.candidates import candidates
from index.copies.groups import grouped
from index.copies.shingles import PERMUTATIONS, signatures
from index.copies.update import are_copies
from index.copies.voices import Voices

numbers = st.integers(1, 9)
pairs = st.dictionaries(
    st.tuples(numbers, numbers).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.3, 0.5, 0.7, 1.0]),
    max_size=14,
)


def hashes(*shingles: int) -> np.ndarray:
    """A set of shingles."""
    return np.unique(np.array(shingles, np.uint64) * np.uint64(0x9E3779B97F4A7C15))


@settings(max_examples=80, deadline=None)
@given(pairs, st.randoms())
def test_groups_do_not_depend_on_the_order(
    found: dict[tuple[int, int], float], chance: Random
) -> None:
    """The same pairs in another order give the same groups, each named by its lowest number."""
    groups = grouped(found)
    shuffled = list(found.items())
    chance.shuffle(shuffled)
    assert grouped(dict(shuffled)) == groups
    for number, group in groups.items():
        assert group == min(n for n, g in groups.items() if g == group)
        assert any(number in pair and groups.get(pair[0]) == groups.get(pair[1]) for pair in found)
    for (one, other), alike in found.items():
        assert alike < 1 or groups[one] == groups[other]


def test_two_that_are_alike_are_a_group() -> None:
    """And a third that is like both is in it."""
    assert grouped({(3, 8): 0.4}) == {3: 3, 8: 3}
    assert grouped({(3, 8): 0.4, (3, 9): 0.5, (8, 9): 0.3}) == {3: 3, 8: 3, 9: 3}


def test_a_chain_of_versions_does_not_glue_stories() -> None:
    """Each like the one before: the first and the last are not one text."""
    chain = {(n, n + 1): 0.5 for n in range(1, 7)}
    groups = grouped(chain)
    assert groups[1] != groups[6]
    assert groups[2] != groups.get(7)


def test_many_prints_of_one_text_have_one_voice() -> None:
    """Nine prints of a text do not outvote two versions of it that know only the first print."""
    prints = {(1, n): 1.0 for n in range(2, 10)}
    groups = grouped({**prints, (1, 20): 0.7, (20, 21): 0.7, (1, 21): 0.6})
    assert set(groups.values()) == {1}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (range(100), range(100), 1.0),
        (range(100), range(40, 140), 60 / 140),
        (range(100), range(41, 141), 0.0),
        (range(100), range(60), 0.6),
        (range(30), range(100), 0.0),
        (range(40), range(100), 0.4),
        (range(50), range(50, 90), 0.0),
    ],
)
def test_what_a_copy_is(one: range, other: range, expected: float) -> None:
    """Most of the shorter one, and a fair part of the longer one: a brief in a report is none."""
    assert are_copies(hashes(*one), hashes(*other)) == pytest.approx(expected)
    assert are_copies(hashes(*other), hashes(*one)) == pytest.approx(expected)


@pytest.mark.parametrize("many", [0, 10**6])
def test_signatures_find_what_is_alike(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """Of versions that share half of all a few may be missed, of strangers hardly one is found;
    band by band and one by one alike."""
    monkeypatch.setattr(module, "MANY", many)
    sets = [hashes(*range(1000 * n, 1000 * n + 120)) for n in range(40)]
    sets += [hashes(*range(1000 * n + 40, 1000 * n + 160)) for n in range(40)]
    rows = signatures(sets)
    assert rows.shape == (80, PERMUTATIONS)
    found = {tuple(pair) for pair in candidates(rows, np.arange(80)).tolist()}
    assert sum((n, n + 40) in found for n in range(40)) >= 39
    assert len(found) <= 42
    some = {tuple(pair) for pair in candidates(rows, np.array([3, 50])).tolist()}
    assert some == {pair for pair in found if {3, 50} & set(pair)}


@pytest.mark.parametrize("many", [0, 10**6])
def test_a_text_printed_a_thousand_times_takes_no_time(
    monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Each print is paired with the first one only."""
    monkeypatch.setattr(module, "MANY", many)
    rows = np.repeat(signatures([hashes(*range(50)), hashes(*range(500, 550))]), 500, axis=0)
    found = candidates(rows, np.array([7, 800]) if many else np.arange(1000))
    firsts = {tuple(pair) for pair in found.tolist()}
    expected = [n for n in (range(1000) if not many else (7, 800)) if n not in (0, 500)]
    assert firsts == {(n // 500 * 500, n) for n in expected}


def test_independent_sources_are_groups_and_articles_alone() -> None:
    """Copies count once, whichever of them are asked for."""
    voices = Voices({3: 3, 8: 3, 9: 9, 12: 9})
    assert voices.of(np.array([8, 1, 12, 9, 20], np.uint32)).tolist() == [3, 1, 9, 9, 20]
    assert voices.independent(np.array([8, 1, 12, 9, 20])) == 4
    assert Voices({}).independent(np.array([8, 1, 8])) == 2
    assert voices.independent(np.array([], np.int64)) == 0
