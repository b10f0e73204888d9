"""A folder is followed: what changes in it is told, what is not the reader's is not."""

from collections.abc import Callable
from pathlib import Path

from index.watch import changes
from tests.conftest import never


def looks(most: int) -> Callable[[], bool]:
    """Cancelled at the look after so many."""
    left = most

    def cancelled() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    return cancelled


def test_a_new_file_is_told(tmp_path: Path) -> None:
    """Once at the beginning, so that nothing falls between; then for a file in a sub-folder."""
    root = tmp_path / "articles"
    (root / "sub").mkdir(parents=True)
    told = changes(root, tmp_path / "data", cancelled=never)
    next(told)
    (root / "sub" / "new.txt").write_text("Un phare neuf", encoding="utf-8")
    next(told)


def test_what_recoupe_writes_itself_is_not_told(tmp_path: Path) -> None:
    """Else a library kept inside its own folder would be brought up to date for ever."""
    root = tmp_path / "articles"
    data = root / "data"
    data.mkdir(parents=True)
    told = changes(root, data, cancelled=looks(8))
    next(told)
    (data / "store.sqlite").write_text("x", encoding="utf-8")
    (root / ".draft.txt.swp").write_text("x", encoding="utf-8")
    assert list(told) == []


def test_of_a_single_file_only_itself_is_told(tmp_path: Path) -> None:
    """An editor writes a new file in its place: that is a change; a neighbour is none."""
    file = tmp_path / "news.jsonl"
    file.write_text("{}", encoding="utf-8")
    told = changes(file, tmp_path / "data", cancelled=looks(20))
    next(told)
    (tmp_path / "other.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "news.jsonl.new").write_text('{"text": "x"}', encoding="utf-8")
    (tmp_path / "news.jsonl.new").replace(file)
    next(told)
    assert list(told) == []
