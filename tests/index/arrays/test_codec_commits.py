"""Commits: atomic whatever kills them, incremental, and never in the way of open readers."""

import os
import shutil
import signal
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from whoosh.query import Every, Term
from whoosh.writing import IndexingError

from index.arrays import index as arrays_index
from index.arrays.index import ArrayIndex, ArrayStorage
from tests.index.arrays.oracle import schema


def fill(index: ArrayIndex, names: Iterator[str] | list[str] | range, **how: Any) -> None:
    """One commit with a document for each name."""
    writer = index.writer()
    for name in names:
        words = [f"mot{name}", "eau"]
        writer.add_document(article=str(name), text=words, exact=words, source=f"S{name}")
    writer.commit(**how)


def articles(index: ArrayIndex) -> set[str]:
    """The names of the documents that a new searcher finds, each by its own word."""
    with index.searcher() as searcher:
        terms = searcher.reader().lexicon("article")
        names = [term.decode() for term in terms]
        return {n for n in names if len(searcher.search(Term("text", f"mot{n}"))) == 1}


class Killed(ArrayStorage):
    """A folder whose process is killed at a given step of a commit."""

    def __init__(self, path: str, at: int) -> None:
        super().__init__(path)
        self.steps, self.at = 0, at

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def create_file(self, name: str, **options: Any) -> Any:
        file = super().create_file(name, **options)
        self.step()
        return file

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        self.step()
        super().rename_file(oldname, newname, safe)
        self.step()

    def delete_file(self, name: str) -> None:
        self.step()
        super().delete_file(name)


def a_commit(folder: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Delete, add and merge; how many steps there were. Killed at step `at`."""
    storage = Killed(str(folder), at)
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        storage.step()
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    writer = ArrayIndex(storage).writer(memory_mb=0)
    writer.delete_by_term("article", "1")
    for number in range(70):
        words = [f"motn{number}"]
        writer.add_document(article=f"n{number}", text=words, exact=words, source="S")
    writer.commit(optimize=True)
    return storage.steps


def in_child(work: Callable[[], object]) -> int:
    """Run `work` in a child process; how it ended, as `os.waitpid` says."""
    with warnings.catch_warnings():
        # From 3.12 on: there may be threads. The child here starts none and waits for none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def test_a_commit_killed_at_any_step_leaves_a_whole_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path / "before"
    before.mkdir()
    fill(arrays_index.create(before, schema()), range(3), merge=False)
    fill(arrays_index.open_index(before), range(3, 6), merge=False)
    new = {"0", "2", "3", "4", "5", *(f"n{number}" for number in range(70))}
    shutil.copytree(before, tmp_path / "whole")
    with monkeypatch.context() as patched:
        steps = a_commit(tmp_path / "whole", 0, patched)
    assert articles(arrays_index.open_index(tmp_path / "whole")) == new
    seen = set()
    for at in range(1, steps + 1):
        folder = tmp_path / str(at)
        shutil.copytree(before, folder)
        ended = in_child(lambda f=folder, n=at: a_commit(f, n, monkeypatch))
        assert os.WIFSIGNALED(ended)
        index = arrays_index.open_index(folder)
        found = articles(index)
        assert found in ({str(n) for n in range(6)}, new)
        seen.add(len(found))
        fill(index, ["after"], optimize=True)
        assert articles(index) == found | {"after"}
        assert len(list(folder.iterdir())) == 3  # table of contents, segment, lock
    assert seen == {6, len(new)}


def test_readers_keep_their_generation(tmp_path: Path) -> None:
    index = arrays_index.create(tmp_path, schema())
    fill(index, range(40))
    with index.searcher() as old:
        writer = index.writer()
        writer.delete_by_term("article", "7")
        writer.commit(optimize=True)
        fill(index, range(40, 80), optimize=True)
        assert len(old.search(Every(), limit=None)) == 40
        assert old.search(Term("text", "mot7")).docs() == {7}
        assert old.reader().column_reader("source")[7] == "S7"
        with index.searcher() as new:
            assert len(new.search(Every(), limit=None)) == 79
            assert not new.search(Term("text", "mot7")).docs()


def test_small_commits_leave_the_large_segment_alone(tmp_path: Path) -> None:
    index = arrays_index.create(tmp_path, schema())
    fill(index, range(3_000))
    (large,) = tmp_path.glob("*.arrays")
    counts = []
    for number in range(3_000, 3_030):
        fill(index, [str(number)])
        counts.append(len(list(tmp_path.glob("*.arrays"))))
    assert large.exists()
    assert max(counts) <= 6
    with index.searcher() as searcher:
        assert searcher.search(Term("text", "mot3029")).docs()
        assert len(searcher.search(Term("text", "eau"), limit=None)) == 3_030


def test_what_is_mostly_deleted_is_written_again(tmp_path: Path) -> None:
    index = arrays_index.create(tmp_path, schema())
    fill(index, range(100))
    size = sum(f.stat().st_size for f in tmp_path.glob("*.arrays"))
    writer = index.writer()
    for number in range(90):
        writer.delete_by_term("article", str(number))
    writer.commit()
    assert articles(index) == {str(n) for n in range(90, 100)}
    assert index.searcher().reader().doc_count_all() == 10
    assert sum(f.stat().st_size for f in tmp_path.glob("*.arrays")) < size


def test_cancelling_changes_nothing(tmp_path: Path) -> None:
    index = arrays_index.create(tmp_path, schema())
    fill(index, ["un"])
    files = set(tmp_path.iterdir())
    writer = index.writer(memory_mb=0)
    writer.delete_by_term("article", "un")
    for number in range(200):
        writer.add_document(article=str(number), text=["eau"] * 5)
    writer.cancel()
    assert set(tmp_path.iterdir()) == files
    assert articles(index) == {"un"}


@pytest.mark.parametrize("value", ["une eau", 5, [["eau"]]])
def test_a_document_added_in_part_is_not_committed(tmp_path: Path, value: object) -> None:
    index = arrays_index.create(tmp_path, schema())
    fill(index, ["un"])
    writer = index.writer()
    with pytest.raises(TypeError):
        writer.add_document(article="deux", text=value)
    with pytest.raises(IndexingError):
        writer.commit()
    writer.cancel()
    assert articles(index) == {"un"}
