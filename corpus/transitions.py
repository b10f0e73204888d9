"""Which spans a transition-based recogniser of names takes, for all words of a batch at once.

spaCy's recogniser (Lample et al. 2016, in its greedy form) goes through a text from left to right
and at each word begins, continues or ends a name, or stands outside of one. Outside, its choice
depends on the word alone; so all words are asked at once, and only names of several words are
followed step by step, again all at once. The outcome is spaCy's own, several times sooner.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

LONGEST = 64
"""Words; a name that would go on is ended there, so that the work stays linear in the text."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """A recogniser's last layers, apart: features of a word in its three roles, then scores.

    `weights` is by role (the word at hand, the name's first, the one before), then unit, piece
    and input; `absent` is what an empty role adds, `bias` what is always added. `scores` and
    `score_bias` make scores of actions of the units; `actions` are their names: "B-PER", "O".
    """

    weights: Floats
    absent: Floats
    bias: Floats
    scores: Floats
    score_bias: Floats
    actions: Sequence[str]

    def labels(self) -> list[str]:
        """The labels that names can have."""
        return [action[2:] for action in self.actions if action.startswith("U-") and action[2:]]

    def columns(self, move: str) -> Ints:
        """The scores' places of one move ("B", "I", "L", "U"), label by label."""
        return np.array([self.actions.index(f"{move}-{label}") for label in self.labels()])


def spans(
    words: Floats, last: NDArray[np.bool_], blank: NDArray[np.bool_], net: Decisions
) -> list[tuple[int, int, str]]:
    """The names among the words of a batch of texts: first word, word after the last, label.

    `words` has a row for each word, texts one after the other; `last` marks the last word of each
    text, `blank` the words of white space, which begin no name.
    """
    ends, labels = outside(words, last, blank, net)
    follow(words, last, net, ends, labels)
    names = net.labels()
    found: list[tuple[int, int, str]] = []
    free = 0
    for start in np.flatnonzero(ends):
        if start >= free:
            free = int(ends[start])
            found.append((int(start), free, names[labels[start]]))
    return found


def outside(
    words: Floats, last: NDArray[np.bool_], blank: NDArray[np.bool_], net: Decisions
) -> tuple[Ints, Ints]:
    """For each word, seen from outside of a name, the end and label of the name that begins there.

    The end is 0 where none does, and -1 where it goes on beyond the word.
    """
    scores = judged(role(words, net, 0) + net.absent[1] + net.absent[2], net)
    begin, unit = scores[:, net.columns("B")], scores[:, net.columns("U")]
    begin[last | blank] = unit[blank] = -np.inf
    best = np.maximum(begin.max(1), unit.max(1))
    begins = begin.max(1) > unit.max(1)
    ends = np.where(begins, -1, np.arange(1, len(words) + 1))
    ends[best <= scores[:, net.actions.index("O")]] = 0
    return ends, np.where(begins, begin.argmax(1), unit.argmax(1))


def follow(
    words: Floats, last: NDArray[np.bool_], net: Decisions, ends: Ints, labels: Ints
) -> None:
    """Fill in the ends that `outside` left open."""
    inner, final = net.columns("I"), net.columns("L")
    starts = np.flatnonzero(ends < 0)
    first = role(words[starts], net, 1)
    for length in range(1, LONGEST):
        if not len(starts):
            return
        at = starts + length
        scores = judged(role(words[at], net, 0) + first + role(words[at - 1], net, 2), net)
        rows, label = np.arange(len(starts)), labels[starts]
        over = (scores[rows, final[label]] > scores[rows, inner[label]]) | last[at]
        ends[starts[over]] = at[over] + 1
        starts, first = starts[~over], first[~over]
    ends[starts] = starts + LONGEST


def role(words: Floats, net: Decisions, which: int) -> Floats:
    """What words contribute in one role, for each unit and piece."""
    units, pieces, inputs = net.weights.shape[1:]
    product: Floats = words @ net.weights[which].reshape(units * pieces, inputs).T
    return product.reshape(len(words), units, pieces)


def judged(features: Floats, net: Decisions) -> Floats:
    """The score of each action, given the sum of all roles."""
    features += net.bias
    units = features[:, :, 0]
    for piece in range(1, features.shape[2]):
        units = np.maximum(units, features[:, :, piece])  # sooner than one maximum of all
    scores: Floats = units @ net.scores.T
    scores += net.score_bias
    return scores
