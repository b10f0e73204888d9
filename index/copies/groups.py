"""Groups of articles that print one text, from the pairs that do.

A chain of versions may lead from one story to another, each much like the one before it. So two
groups become one only where most of their articles are alike in pairs (average linkage).
"""

from collections import defaultdict
from collections.abc import Mapping

MOST = 0.5
"""Share of the pairs between two groups that must be alike."""

SAME = 1.0
"""How alike the same texts are."""

Pair = tuple[int, int]


def grouped(pairs: Mapping[Pair, float]) -> dict[int, int]:
    """Each article that has a copy, with the lowest number in its group.

    `pairs` are those that are alike, and how much (SAME at most). What comes out does not depend
    on their order.
    """
    leader = {number: number for pair in pairs for number in pair}
    members = {number: [number] for number in leader}
    for one, other in sorted(pair for pair, alike in pairs.items() if alike >= SAME):
        _join(leader, members, one, other)
    # Of those that are the same one stands for all, so that a story printed often has one voice.
    links: defaultdict[int, dict[int, int]] = defaultdict(dict)
    weights = dict.fromkeys(members, 1)
    ranked = sorted((-alike, pair) for pair, alike in pairs.items() if alike < SAME)
    for _, (one, other) in ranked:
        low, high = leader[one], leader[other]
        if low != high:
            links[low][high] = links[high][low] = 1
    for _, (one, other) in ranked:
        low, high = sorted((leader[one], leader[other]))
        if low != high and links[low][high] >= MOST * weights[low] * weights[high]:
            _join(leader, members, low, high)
            weights[low] += weights.pop(high)
            _relink(links, low, high)
    return {n: group for n, group in leader.items() if len(members[group]) > 1}


def _join(leader: dict[int, int], members: dict[int, list[int]], one: int, other: int) -> None:
    low, high = sorted((leader[one], leader[other]))
    if low == high:
        return
    for number in members[high]:
        leader[number] = low
    members[low] += members.pop(high)


def _relink(links: dict[int, dict[int, int]], low: int, high: int) -> None:
    """Count the pairs of a group that was joined to another as that one's."""
    for other, count in links.pop(high).items():
        del links[other][high]
        if other != low:
            links[low][other] = links[other][low] = links[low].get(other, 0) + count
