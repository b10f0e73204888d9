"""The grammar: what is understood, and that nothing that can be typed raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import parse


def read(text: str, *, typing: bool = False) -> list[tuple[str, str, bool]]:
    """Each clause as (kind, folded words, excluded)."""
    clauses = parse(text, typing=typing).clauses
    return [(c.kind, " ".join(t.folded for t in c.tokens), c.excluded) for c in clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Choïgou juillet", [("words", "choigou", False), ("words", "juillet", False)]),
        ('"coup du monde"', [("phrase", "coup du monde", False)]),
        ("« coup du monde »", [("phrase", "coup du monde", False)]),
        ("“coup du monde”", [("phrase", "coup du monde", False)]),
        ('="péché"', [("exact", "peche", False)]),
        ("=péché", [("exact", "peche", False)]),
        ("paix -guerre", [("words", "paix", False), ("words", "guerre", True)]),
        ("munit*", [("prefix", "munit", False)]),
        ("nord-coréen", [("words", "nord coreen", False)]),
        ("1 000 conteneurs", [("words", "1000", False), ("words", "conteneurs", False)]),
        ("paix ET guerre", [("words", "paix", False), ("words", "guerre", False)]),
        ("l’Élysée", [("words", "elysee", False)]),
    ],
)
def test_operators(text: str, expected: list[tuple[str, str, bool]]) -> None:
    """Each operator is read as the help says."""
    assert read(text) == expected


def test_the_last_word_is_a_prefix_only_while_it_is_being_typed() -> None:
    """A space ends the word."""
    assert read("paix mun", typing=True)[-1][0] == "prefix"
    assert read("paix mun ", typing=True)[-1][0] == "words"
    assert read("paix mun")[-1][0] == "words"


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("foo:bar", "not a field"),
        ("a OR b", "not understood yet"),
        ("-guerre", "only excluded"),
        ("x" * 500, "first 400 characters"),
    ],
)
def test_what_is_changed_is_said(text: str, remark: str) -> None:
    """No silent reinterpretation."""
    assert any(remark in said for said in parse(text).remarks)


@pytest.mark.parametrize("text", ["", " ", '"', "«", "-", "=", '=""', '""', "-=", "*", ":", "\x00"])
def test_nothing_to_look_for_is_no_error(text: str) -> None:
    """Half-typed operators are an empty query."""
    assert read(text) == []


@given(st.text(alphabet=st.sampled_from(list("ab é\"«»“”=-*:,. 1\u202f’'")), max_size=40))
def test_nothing_that_can_be_typed_raises(text: str) -> None:
    """Any mixture of operators is read somehow, and no clause is empty."""
    for typing in (False, True):
        assert all(clause.tokens for clause in parse(text, typing=typing).clauses)
