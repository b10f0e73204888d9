"""What two passages agree and differ on; claims are made only where the same thing is meant."""

import pytest

from corpus.types import Span
from index.compare import Side, compare
from index.types import Comparison
from tests.index.compare.cases import CASES, Case
from tests.index.compare.sides import made

Claim = tuple[str, str, str]


def sides(case: Case) -> tuple[Side, Side]:
    """The two passages of a case."""
    return (
        made(case.left, article="a.txt", language=case.languages[0], published=case.days[0]),
        made(case.right, article="b.txt", language=case.languages[1], published=case.days[1]),
    )


def agreed(found: Comparison, left: Side, right: Side) -> set[Claim]:
    """What agrees, names left out, as written at the first place of each side."""
    return {
        (a.kind, written(left, a.left_spans[0]), written(right, a.right_spans[0]))
        for a in found.agreements
        if a.kind != "name"
    }


def written(side: Side, span: Span) -> str:
    """The characters of a span."""
    return side.text[span.start : span.end]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_cases(case: Case) -> None:
    """Exactly what is expected agrees and differs, located in both."""
    left, right = sides(case)
    found = compare(left, right)
    differing = {
        (d.kind, written(left, d.left_span), written(right, d.right_span))
        for d in found.differences
    }
    assert differing == set(case.differ)
    assert agreed(found, left, right) == set(case.agree)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_order_of_sides_does_not_matter(case: Case) -> None:
    """Comparing right with left claims the same, the other way round."""
    left, right = sides(case)
    forth, back = compare(left, right), compare(right, left)
    assert {(d.left_span, d.right_span) for d in forth.differences} == {
        (d.right_span, d.left_span) for d in back.differences
    }
