"""BM25F as Whoosh has it (Robertson & Zaragoza 2009; `whoosh.scoring.BM25F`), over arrays.

Each field scores by itself with its own lengths, and the scores of a document are added up.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Weighting:
    """The parameters: how much length counts (`b`, by field), how soon repeats stop counting."""

    b: float = 0.75
    k1: float = 1.2
    field_b: Mapping[str, float] = field(default_factory=dict)


def idf(documents: int, frequency: int) -> float:
    """How much a term weighs that is in `frequency` of so many documents, deleted ones included."""
    return math.log(documents / (frequency + 1)) + 1


def norms(
    weighting: Weighting, name: str, lengths: NDArray[Any], average: float
) -> NDArray[np.float32]:
    """By document: what is added to a term's frequency in the denominator, in field `name`."""
    b = weighting.field_b.get(name, weighting.b)
    share = lengths.astype(np.float32)
    share *= weighting.k1 * b / average
    share += weighting.k1 * (1 - b)
    return share


def scores(
    weighting: Weighting,
    weight: float | NDArray[np.float64],
    frequencies: NDArray[Any],
    document_norms: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The scores of a term of inverse document frequency `weight` in the documents that have it;
    or of several, with a weight for each document."""
    found = frequencies.astype(np.float32)
    denominator = found + document_norms
    found *= np.asarray(weight * (weighting.k1 + 1), np.float32)
    found /= denominator
    return found
