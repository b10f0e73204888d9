"""Deciding all words at once gives what deciding them one after the other gives."""

import numpy as np
import pytest

from corpus.transitions import LONGEST, Decisions, Floats, spans

LABELS = ("PER", "LOC")
ACTIONS = [f"{move}-{label}" for move in "BILU" for label in LABELS] + ["U-", "O"]
UNITS, PIECES, INPUTS = 5, 2, 4


def network(seed: int, pull: dict[str, float] | None = None) -> Decisions:
    """A network of random weights; `pull` raises the score of some moves."""
    random = np.random.default_rng(seed)

    def some(*shape: int) -> Floats:
        return random.normal(size=shape).astype(np.float32)

    bias = some(len(ACTIONS))
    for number, action in enumerate(ACTIONS):
        bias[number] += (pull or {}).get(action[0], 0.0)
    return Decisions(
        some(3, UNITS, PIECES, INPUTS),
        some(3, UNITS, PIECES),
        some(UNITS, PIECES),
        some(len(ACTIONS), UNITS),
        bias,
        ACTIONS,
    )


def one_by_one(
    words: Floats, last: list[bool], blank: list[bool], net: Decisions
) -> list[tuple[int, int, str]]:
    """The same decisions from left to right, as the method is written down."""
    found: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for at in range(len(words)):
        roles = (at, start, at - 1 if start >= 0 else -1)
        features = net.bias.copy()
        for which, word in enumerate(roles):
            features += net.weights[which] @ words[word] if word >= 0 else net.absent[which]
        scores = net.scores @ features.max(axis=1) + net.score_bias
        allowed: list[str] = []
        for action in ACTIONS:
            move, _, meant = action.partition("-")
            inside = (
                start >= 0 and meant == label and (move == "L" or (move == "I" and not last[at]))
            )
            begins = move == "U" or (move == "B" and not last[at])
            outside = start < 0 and (move == "O" or (begins and meant and not blank[at]))
            if inside or outside:
                allowed.append(action)
        chosen = max(allowed, key=lambda action: float(scores[ACTIONS.index(action)]))
        move, _, meant = chosen.partition("-")
        if move == "B":
            start, label = at, meant
        elif move == "U":
            found.append((at, at + 1, meant))
        elif move == "L":
            found.append((start, at + 1, label))
            start = -1
    return found


@pytest.mark.parametrize("seed", range(25))
def test_all_at_once_is_one_by_one(seed: int) -> None:
    """On random networks and texts, names within names and ends of texts included."""
    random = np.random.default_rng(seed + 1000)
    words = random.normal(size=(60, INPUTS)).astype(np.float32)
    last = random.random(60) < 0.2
    last[-1] = True
    blank = random.random(60) < 0.1
    net = network(seed, {"B": 1.0, "I": 0.5})
    expected = one_by_one(words, last.tolist(), blank.tolist(), net)
    assert spans(words, last, blank, net) == expected
    assert all(not last[start : end - 1].any() for start, end, _ in expected)


def test_a_name_without_end_is_ended() -> None:
    """A network that never stops a name does not keep the work from ending."""
    net = network(1, {"B": 100.0, "I": 100.0})
    size = 5 * LONGEST
    words = np.zeros((size, INPUTS), np.float32)
    last = np.zeros(size, bool)
    last[-1] = True
    found = spans(words, last, np.zeros(size, bool), net)
    assert [end - start for start, end, _ in found] == [LONGEST] * 5
