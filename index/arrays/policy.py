"""Which segments a commit merges.

Tiers, as in a log-structured merge tree (P. O'Neil et al., 1996): segments of about the same size
are merged once there are several of them. Each document is merged a few times in its life, and a
small commit leaves the large segments alone.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from index.arrays.segment import ArraySegment

TOGETHER = 5
"""Segments of a tier that are merged."""

SMALLEST = 500
"""Documents up to which a segment belongs to the lowest tier."""


def _tier(docs: int) -> int:
    return max(0, math.ceil(math.log(max(1, docs) / SMALLEST, TOGETHER)))


def all_to_merge(segments: Sequence[ArraySegment], added: int) -> list[ArraySegment]:
    """The segments to merge so that there is one, without deleted documents."""
    if len(segments) == 1 and not added and not segments[0].has_deletions():
        return []
    return list(segments)


def to_merge(segments: Sequence[ArraySegment], added: int) -> list[ArraySegment]:
    """The segments to merge into the new one, which has `added` documents of its own.

    A segment of which more than half is deleted is always among them.
    """
    tiers: dict[int, list[ArraySegment]] = defaultdict(list)
    chosen = []
    for segment in segments:
        if segment.deleted_count() * 2 > segment.doc_count_all():
            chosen.append(segment)
            added += segment.doc_count()
        else:
            tiers[_tier(segment.doc_count())].append(segment)
    for tier in sorted(tiers):
        full = len(tiers[tier]) + (_tier(added) == tier and added > 0) >= TOGETHER
        if full and tier >= _tier(added):
            chosen += tiers[tier]
            added += sum(segment.doc_count() for segment in tiers[tier])
    return [segment for segment in segments if segment in chosen]
