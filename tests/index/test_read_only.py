"""A library that others keep: it is read where nothing can be written, beside whoever writes it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from corpus import shared_file
from corpus.shared_file import SharedFile
from index.library import Library
from tests.read_only import forbidden, mounted, python
from tui.own.places import data_folder

MAIN = "import sys; from tui.cli import run; sys.exit(run(sys.argv[1:]))"

EVERYTHING = """
import sys
from pathlib import Path
from corpus.errors import RecoupeError
from index.library import Library
library = Library(*map(Path, sys.argv[1:]))
assert library.read_only
assert library.summary().articles == 3
assert library.search("puerto").total == 2, library.search("puerto")
assert library.search("puer", typing=True).total == 3
assert library.search("puerot").total == 2, "what was meant is found among the words"
assert library.article(library.articles()[0].id).text
assert library.kwic("puerto").lines and library.facets("puerto")
assert all(problem.path for problem in library.problems())
for change in (lambda: list(library.update(cancelled=bool)), library.desk.undo):
    try:
        change()
    except RecoupeError as error:
        print(error.message)
library.close()
"""

WATCHER = """
import sys
from pathlib import Path
from index.library import Library
library = Library(*map(Path, sys.argv[1:]))
assert library.read_only
for number, _ in enumerate(library.watch(cancelled=bool)):
    library.refresh()
    print(library.search("regata").total, flush=True)
    if library.search("regata").total:
        break
"""

KEEPER = """
import sys
from pathlib import Path
from index.library import Library
root, data = map(Path, sys.argv[1:])
for number in range(4):
    for part in range(8):
        text = f"Titulo {number} {part}\\n\\nEl faro numero {number} palabra{number}x{part} puerto."
        (root / f"n{number}-{part}.txt").write_text(text * (1 + 40 * (part == 0)), "utf-8")
    library = Library(root, data)
    for _ in library.update(cancelled=bool):
        pass
    library.close()
"""

FOLLOWER = """
import sys, time
from pathlib import Path
from index.library import Library
root, data, wanted = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
last = looks = 0
end = time.monotonic() + 100
library = Library(root, data)
assert library.read_only
while time.monotonic() < end:
    if looks % 4 == 3:
        library.close()
        library = Library(root, data)
    library.refresh()
    infos = library.articles()
    assert len(infos) >= last, "what was committed is gone"
    for hit in library.search("puerto", limit=5).hits:
        assert hit.info.title
    library.search("palabr", typing=True)
    last, looks = len(infos), looks + 1
    if last == wanted and library.search("palabra3x7").total == 1:
        break
    time.sleep(0.02)
assert last == wanted, last
print(looks)
"""


@pytest.fixture
def kept(
    nameless: Path, tmp_path: Path, update: Callable[[Path, Path], Library]
) -> tuple[Path, Path]:
    """Articles and the data that somebody keeps of them, both reached by everybody."""
    data = tmp_path / "data"
    update(nameless, data).close()
    return nameless, data


@pytest.mark.parametrize("how", [mounted, forbidden])
def test_all_is_answered_and_nothing_is_written(
    kept: tuple[Path, Path], how: Callable[[Path], list[str]]
) -> None:
    """Whoever may not write asks as everybody does, leaves no file, and is told what he cannot."""
    root, data = kept
    before = how(data)
    there = sorted((path, path.stat().st_mtime_ns) for path in data.rglob("*"))
    with python(before, EVERYTHING, root, data, data.parent / "own") as asked:
        out, err = asked.communicate(timeout=100)
        assert asked.returncode == 0, err
    assert out.splitlines() == [
        "read-only library: the index is kept by others",
        "names are decided where the index is kept: this library is read-only",
    ]
    assert sorted((path, path.stat().st_mtime_ns) for path in data.rglob("*")) == there


def test_several_read_while_another_writes(kept: tuple[Path, Path]) -> None:
    """Readers who come and go beside an update that comes and goes see every commit, no wreck."""
    root, data = kept
    before = forbidden(data)
    with ExitStack() as running:
        wanted = 3 + 4 * 8
        readers = [
            running.enter_context(python(before, FOLLOWER, root, data, wanted)) for _ in "ab"
        ]
        keeper = running.enter_context(python([], KEEPER, root, data))
        for process in (keeper, *readers):
            out, err = process.communicate(timeout=110)
            assert process.returncode == 0, err
            assert process is keeper or int(out) > 2, "looks"


def test_a_reader_is_told_of_commits(kept: tuple[Path, Path]) -> None:
    """Who watches a library that others keep hears of what they add, not of the folder."""
    root, data = kept
    with python(forbidden(data), WATCHER, root, data) as watcher:
        assert watcher.stdout is not None
        assert watcher.stdout.readline() == "0\n"
        (root / "d.txt").write_text("Una regata\n\nLos veleros salieron ayer del puerto.", "utf-8")
        library = Library(root, data)
        for _ in library.update(cancelled=bool):
            pass
        library.close()
        assert watcher.communicate(timeout=100)[0].splitlines()[-1] == "1"


def test_where_nothing_is_yet_that_is_said(nameless: Path, tmp_path: Path) -> None:
    """An empty folder of others is no library, and the message says who can make one."""
    data = tmp_path / "data"
    data.mkdir()
    with python(mounted(data), MAIN, "search", nameless, "puerto", "--data", data) as asked:
        _, err = asked.communicate(timeout=100)
        assert asked.returncode == 2 and err.startswith("recoupe: ")


def test_commands_answer_without_updating(
    kept: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`search` says nothing about what it cannot do; what would write says why it does not."""
    root, data = kept
    shared = data_folder(root, tmp_path / "shared")
    shutil.copytree(data, shared)
    monkeypatch.setenv("RECOUPE_DATA", str(shared.parent))
    for command, status, said in (
        (("search", "puerto"), 0, ""),
        (("index",), 2, "read-only library: the index is kept by others"),
        (("names", "undo"), 2, "names are decided where the index is kept"),
    ):
        name, *rest = command
        with python(mounted(shared), MAIN, name, root, *rest) as asked:
            _, err = asked.communicate(timeout=100)
            assert asked.returncode == status and said in err
            assert bool(err) == bool(said)


# One file


def writer(path: Path) -> sqlite3.Connection:
    """Another's connection."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE IF NOT EXISTS numbers (number INTEGER)")
    return other


def count(file: SharedFile) -> int:
    """What the reader sees."""
    [(number,)] = file.rows("SELECT count(*) FROM numbers")
    return int(number)


def test_a_writer_who_comes_and_goes_is_noticed(tmp_path: Path) -> None:
    """Opened while nobody writes, then a writer commits, moves all into the file, and leaves."""
    path = tmp_path / "numbers.sqlite"
    writer(path).close()
    file = SharedFile(path)
    for number in range(1, 4):
        assert count(file) == number - 1
        other = writer(path)
        other.execute("INSERT INTO numbers VALUES (1)")
        assert count(file) == number
        file.close()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.close()
        assert count(file) == number


def test_an_answer_during_which_the_file_changed_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without locks a change can fall into an answer; such an answer is never given."""
    path = tmp_path / "numbers.sqlite"
    writer(path).close()
    file = SharedFile(path)
    assert count(file) == 0
    look, looks = file._state, iter(range(100))

    def state() -> object:
        if next(looks) == 1:  # after the answer, before it is given
            other = writer(path)
            other.execute("INSERT INTO numbers VALUES (1)")
            other.close()
        return look()

    monkeypatch.setattr(file, "_state", state)
    assert count(file) == 1


def test_a_file_that_is_made_anew_is_opened_anew(tmp_path: Path) -> None:
    """Whoever keeps it may delete it and begin again."""
    path = tmp_path / "numbers.sqlite"
    other = writer(path)
    other.execute("INSERT INTO numbers VALUES (1)")
    file = SharedFile(path)
    assert count(file) == 1
    other.close()
    for part in tmp_path.iterdir():
        part.unlink()
    writer(path).close()
    assert count(file) == 0


def test_a_damaged_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried for a while, then said."""
    monkeypatch.setattr(shared_file, "PATIENCE_S", 0.05)
    path = tmp_path / "numbers.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        SharedFile(path).rows("SELECT 1 FROM sqlite_master")


def test_a_question_that_is_wrong_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked for ever."""
    monkeypatch.setattr(shared_file, "PATIENCE_S", 0.05)
    writer(tmp_path / "numbers.sqlite").close()
    with pytest.raises(sqlite3.OperationalError):
        SharedFile(tmp_path / "numbers.sqlite").rows("SELECT 1 FROM letters")


def test_what_others_keep_is_never_made_anew(tmp_path: Path) -> None:
    """A library of another version is not deleted by who may not write it; that is said."""
    from corpus.errors import RecoupeError
    from corpus.store import Store

    path = tmp_path / "store.sqlite"
    Store(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 999")
    other.close()
    with pytest.raises(RecoupeError, match="another version"):
        Store(path, read_only=True)
    assert path.exists()
