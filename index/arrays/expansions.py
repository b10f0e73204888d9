"""Queries that stand for many terms of a field: which terms, and the documents that have any."""

import fnmatch
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.query import FuzzyTerm, NumericRange, Prefix, Regex, TermRange, Wildcard
from whoosh.util.numeric import tiered_ranges

from index.arrays.collection import Collection
from index.arrays.matches import NONE, SPREAD_SHARE, Docs, Listed, Matches, of_mask
from index.arrays.source import Arrays
from index.arrays.vocabulary import Numbers, Vocabulary

MERGE_BELOW = 2_000
"""Postings between two terms that are read and dropped sooner than read around: measured."""


class Block(NamedTuple):
    """Terms of one segment: a run of numbers, or those of a run that are marked."""

    run: range
    chosen: NDArray[np.bool_] | None = None


def blocks(collection: Collection, query: Any) -> list[list[Block]]:
    """For each segment the terms that a query stands for, the empty term left out."""
    field = query.fieldname
    if not collection.indexed(field):
        return [[] for _ in collection.segments]
    found = [_blocks(collection, segment.arrays, query) for segment in collection.segments]
    return [
        [_not_empty(arrays, field, block) for block in own if block.run]
        for own, (arrays, _) in zip(found, collection.segments, strict=True)
    ]


def _not_empty(arrays: Arrays, field: str, block: Block) -> Block:
    if block.run.start or arrays.term(field, 0):
        return block
    return Block(block.run[1:], None if block.chosen is None else block.chosen[1:])


def _blocks(collection: Collection, arrays: Arrays, query: Any) -> list[Block]:
    field = query.fieldname
    if isinstance(query, Prefix):
        prefix = collection.encoded(field, query.text)
        return [] if prefix is None else [Block(arrays.prefix(field, prefix))]
    if isinstance(query, TermRange):
        return [Block(_between(collection, arrays, query))]
    if isinstance(query, NumericRange):
        return [Block(_between(collection, arrays, one)) for one in _tiers(collection, query)]
    if isinstance(query, FuzzyTerm):
        found = _fuzzy(collection, arrays, query)
    elif isinstance(query, Wildcard) and "[" not in query.text:
        found = _wildcard(collection, arrays, query)
    else:
        found = np.array(_by_pattern(collection, arrays, query), dtype=np.intp)
    return _gathered(collection.frequencies(arrays, field), found)


def _gathered(frequencies: NDArray[np.uint32], found: Numbers) -> list[Block]:
    """Ascending term numbers as blocks, those with few postings between them together."""
    if not len(found):
        return []
    before = np.cumsum(frequencies, dtype=np.int64)
    between = before[found[1:] - 1] - before[found[:-1]]
    made = []
    for part in np.split(found, np.flatnonzero(between > MERGE_BELOW) + 1):
        run = range(int(part[0]), int(part[-1]) + 1)
        chosen = np.zeros(len(run), dtype=np.bool_)
        chosen[part - run.start] = True
        made.append(Block(run, None if len(part) == len(run) else chosen))
    return made


def _vocabulary(collection: Collection, arrays: Arrays, field: str) -> Vocabulary:
    return collection.cache.get(
        ("vocabulary", id(arrays), field), lambda: Vocabulary.of(arrays, field)
    )


def _between(collection: Collection, arrays: Arrays, query: TermRange) -> range:
    field, count = query.fieldname, arrays.term_count(query.fieldname)
    every = range(count)

    def place(text: Any, *, after: bool) -> int | None:
        term = collection.encoded(field, text)
        if term is None:
            return None
        bisect = bisect_right if after else bisect_left
        return bisect(every, term, key=lambda number: arrays.term(field, number))

    start = 0 if query.start is None else place(query.start, after=query.startexcl)
    end = count if query.end is None else place(query.end, after=not query.endexcl)
    return range(0) if start is None or end is None or start >= end else range(start, end)


def _tiers(collection: Collection, query: NumericRange) -> Iterator[TermRange]:
    """The ranges of terms of a range of numbers: Whoosh writes a number at several precisions."""
    kind = collection.schema[query.fieldname]
    try:
        start = None if query.start is None else kind.prepare_number(query.start)
        end = None if query.end is None else kind.prepare_number(query.end)
    except (ValueError, TypeError):
        return
    for low, high, shift in tiered_ranges(
        kind.numtype,
        kind.bits,
        kind.signed,
        start,
        end,
        kind.shift_step,
        query.startexcl,
        query.endexcl,
    ):
        first, last = kind.sortable_to_bytes(low, shift), kind.sortable_to_bytes(high, shift)
        yield TermRange(query.fieldname, first, last)


def _fuzzy(collection: Collection, arrays: Arrays, query: FuzzyTerm) -> Numbers:
    """By Levenshtein's distance, as Whoosh's automaton: a transposition is two edits."""
    head = query.text[: max(0, query.prefixlength)]
    among = arrays.prefix(query.fieldname, head.encode("utf-8", "surrogatepass"))
    vocabulary = _vocabulary(collection, arrays, query.fieldname)
    return vocabulary.within(query.text, max(0, int(query.maxdist)), among)


def _wildcard(collection: Collection, arrays: Arrays, query: Wildcard) -> Numbers:
    head = query._find_prefix(query.text)
    among = arrays.prefix(query.fieldname, head.encode("utf-8", "surrogatepass"))
    return _vocabulary(collection, arrays, query.fieldname).matching(query.text, among)


def _by_pattern(collection: Collection, arrays: Arrays, query: Any) -> list[int]:
    """Each term by itself: for regular expressions, which may be anything."""
    field = query.fieldname
    text = query.text if isinstance(query, Regex) else fnmatch.translate(query.text)
    try:
        pattern = re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return []
    decode = collection.schema[field].from_bytes
    head = query._find_prefix(query.text)
    among = arrays.prefix(field, head.encode("utf-8", "surrogatepass"))
    found = arrays.terms(field, among)
    return [n for n, term in zip(among, found, strict=True) if pattern.match(decode(term))]


def terms(collection: Collection, field: str, found: list[list[Block]]) -> list[bytes]:
    """The terms of the blocks of all segments, each once, in order."""
    distinct: set[bytes] = set()
    for (arrays, _), own in zip(collection.segments, found, strict=True):
        for run, chosen in own:
            every = arrays.terms(field, run)
            distinct.update(every if chosen is None else compress(every, chosen.tolist()))
    return sorted(distinct)


def documents(collection: Collection, field: str, found: list[list[Block]]) -> Matches:
    """The documents that have any of the terms, each with the score 1."""
    parts = [
        (segment.base, _documents(collection, segment.arrays, field, block))
        for segment, own in zip(collection.segments, found, strict=True)
        for block in own
    ]
    total = sum(len(docs) for _, docs in parts)
    if not total:
        return NONE
    if total * SPREAD_SHARE < collection.documents:
        docs = np.concatenate([docs + np.uint32(base) for base, docs in parts])
        return Listed(collection.living(_distinct(docs)), 1.0)
    mask = np.zeros(collection.documents, dtype=np.bool_)
    for base, docs in parts:
        mask[base:][docs.astype(np.intp)] = True
    if collection.alive is not None:
        mask &= collection.alive
    return of_mask(mask, 1.0)


def _documents(
    collection: Collection, arrays: Arrays, field: str, block: Block
) -> NDArray[np.uint32]:
    docs = arrays.docs_of_range(field, block.run)
    if block.chosen is None:
        return docs
    frequencies = collection.frequencies(arrays, field)[block.run.start : block.run.stop]
    return docs[block.chosen.repeat(frequencies)]


def _distinct(docs: Docs) -> Docs:
    """Each document once, ascending. Not `np.unique`, whose first call loads NumPy's masked
    arrays."""
    ordered = np.sort(docs)
    fresh = np.ones(len(ordered), dtype=np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]
