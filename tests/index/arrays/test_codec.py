"""Segments of arrays hold what stock Whoosh's hold, after whatever happened to them."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.index.arrays.oracle import DOCUMENT, Pair, same_answers, same_readers

_NAME = st.integers(0, 11).map(str)
_ADDED = st.lists(st.tuples(_NAME, DOCUMENT), max_size=6)
_STEP = st.tuples(_ADDED, st.sets(_NAME, max_size=2))
_QUICK = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    # Each example writes files: making it smaller would take minutes.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _documents(added: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [{"article": name, **rest} for name, rest in dict(added).items()]


@given(steps=st.lists(_STEP, min_size=1, max_size=4))
@_QUICK
def test_commits_give_what_stock_whoosh_gives(steps: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(Path(folder))
        for added, removed in steps:
            pair.step(_documents(added), sorted(removed), merge=False)
            with pair.ours.searcher() as ours, pair.stock.searcher() as stock:
                same_readers(ours.reader(), stock.reader())
                same_answers(ours, stock)


@given(steps=st.lists(_STEP, min_size=1, max_size=4))
@_QUICK
def test_merged_segments_give_what_stock_whoosh_gives(steps: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(Path(folder))
        for added, removed in steps:
            pair.step(_documents(added), sorted(removed), merge=False)
        pair.step(optimize=True)
        with pair.ours.searcher() as ours, pair.stock.searcher() as stock:
            same_readers(ours.reader(), stock.reader())


def test_runs_spilled_to_disk_and_long_documents_give_what_stock_whoosh_gives(
    tmp_path: Path,
) -> None:
    pair = Pair(tmp_path)
    long = [f"mot{place % 331 if place % 7 else 0}" for place in range(70_000)]
    added: list[dict[str, Any]] = [
        {"article": str(n), "text": [f"mot{n % 5}", "eau"] * (n % 4), "exact": ["é"] * n, "day": n}
        for n in range(150)
    ]
    added[3]["text"] = added[140]["text"] = long
    pair.step(added, memory_mb=0)
    with pair.ours.searcher() as ours, pair.stock.searcher() as stock:
        same_readers(ours.reader(), stock.reader())
        same_answers(ours, stock)
    assert len(list((tmp_path / "ours").glob("*.arrays"))) == 1
