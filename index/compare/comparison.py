"""Two sides → what they agree on and where they differ."""

from index.compare.dates import dates
from index.compare.figures import figures
from index.compare.lines import Facts
from index.compare.names import names
from index.compare.quotes import quotes
from index.compare.sides import Side
from index.types import Comparison


def compare(left: Side, right: Side) -> Comparison:
    """What two passages, or articles, both say, and what they say otherwise of the same thing.

    Precision first: what is not surely the same thing is left out.
    """
    one, other = Facts(left), Facts(right)
    found = [of_kind(one, other) for of_kind in (names, figures, dates, quotes)]
    agreements = (a for agreeing, _ in found for a in agreeing)
    differences = (d for _, differing in found for d in differing)
    return Comparison(
        left.passage,
        right.passage,
        tuple(sorted(agreements, key=lambda a: (a.left_spans, a.kind))),
        tuple(sorted(differences, key=lambda d: (d.left_span, d.right_span))),
    )
