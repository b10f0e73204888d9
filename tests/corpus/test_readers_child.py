"""The process in which risky files are read: its limits, its life, its end."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.load import load
from corpus.readers import child
from corpus.types import Article, Problem
from tests.corpus.documents import zipped

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."
GOOD = r"{\rtf1\ansi Le maire a inauguré hier la nouvelle halle du marché.\par}".encode("cp1252")

UNRULY = """
import os, signal, socket, subprocess
from corpus import article
from corpus.readers import rtf
from corpus.readers.__main__ import main
article.detect = lambda text: "fr"
read = rtf.extract
def extract(data):
    if b"late" in data: signal.setitimer(signal.ITIMER_REAL, 0.1)
    while b"late" in data or b"busy" in data: pass
    if b"grow" in data: return b"x" * 600_000_000
    if b"abort" in data: os.abort()
    if b"index" in data: return [][1]
    if b"connect" in data: socket.create_connection(("127.0.0.1", 9))
    if b"run" in data: subprocess.run(["true"])
    return read(data)
rtf.extract = extract
main()
"""
"""The child, with a reader of RTF that does as the document says; "late" moves
the end of its time nearer. Languages are not detected, which takes a second to load."""


@pytest.fixture(autouse=True)
def unruly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files are read by the unruly child, and none is left at the end."""
    child.close()
    monkeypatch.setattr(child, "COMMAND", (sys.executable, "-c", UNRULY))
    yield
    child.close()
    assert not children()


def children() -> list[int]:
    """The processes that this one has started and not ended."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        pytest.skip("no list of processes on this system")
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]


def write(folder: Path, name: str, word: str) -> None:
    """A document that tells the unruly reader what to do."""
    (folder / name).write_bytes(rb"{\rtf1 " + word.encode() + b"}")


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("late", "took more than 10 s"),
        ("grow", "needs more than 500 MB of memory"),
        ("abort", "ended with status"),
        ("index", "not understood (IndexError)"),
        ("connect", "made to harm: reading it would reach out of recoupe (socket."),
        ("run", "made to harm: reading it would reach out of recoupe (subprocess."),
    ],
)
def test_a_file_that_harms_is_a_problem(tmp_path: Path, word: str, reason: str) -> None:
    """Too long, too much, a crash, reaching out: said of the file, and not more than said."""
    write(tmp_path, "bad.rtf", word)
    (problem,) = load(tmp_path, "bad.rtf")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.stage) == ("bad.rtf", "read")
    assert reason in problem.reason


def test_one_child_reads_file_after_file(tmp_path: Path) -> None:
    """A folder of documents is not a process each; only after a harmful one there is another."""
    for name in ("a.rtf", "b.rtf", "d.rtf"):
        (tmp_path / name).write_bytes(GOOD)
    write(tmp_path, "c.rtf", "abort")
    seen = []
    for name in ("a.rtf", "b.rtf", "c.rtf", "d.rtf"):
        (found,) = load(tmp_path, name)
        assert isinstance(found, Problem if name == "c.rtf" else Article)
        seen.append(children())
    assert [len(pids) for pids in seen] == [1, 1, 0, 1]
    assert seen[0] == seen[1] != seen[3]


def test_an_archive_goes_on_after_a_member_that_harms(tmp_path: Path) -> None:
    """What stands before and after it in the archive is read."""
    members = {"a.rtf": GOOD, "b.rtf": rb"{\rtf1 abort}", "c.txt": PROSE.encode()}
    (tmp_path / "news.zip").write_bytes(zipped(members))
    first, problem, last = load(tmp_path, "news.zip")
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (first.id, last.id) == ("news.zip/a.rtf", "news.zip/c.txt")
    assert isinstance(problem, Problem)
    assert problem.path == "news.zip/b.rtf"


def test_a_reading_that_is_given_up_leaves_no_child(tmp_path: Path) -> None:
    """Whoever stops asking in the middle of a file ends its child at once."""
    members = {"a.rtf": GOOD, "b.rtf": rb"{\rtf1 busy}"}
    (tmp_path / "news.zip").write_bytes(zipped(members))
    reading = load(tmp_path, "news.zip")
    assert isinstance(next(reading), Article)
    assert children()
    reading.close()  # type: ignore[attr-defined]
    assert not children()


def test_two_files_may_be_read_by_turns(tmp_path: Path) -> None:
    """Each has its own child, and one is kept."""
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(zipped({"1.rtf": GOOD, "2.rtf": GOOD}))
    pairs = zip(load(tmp_path, "a.zip"), load(tmp_path, "b.zip"), strict=True)
    ids = [item.id for pair in pairs for item in pair if isinstance(item, Article)]
    assert ids == ["a.zip/1.rtf", "b.zip/1.rtf", "a.zip/2.rtf", "b.zip/2.rtf"]
    assert len(children()) <= 1


def test_a_child_that_went_idle_is_replaced(tmp_path: Path) -> None:
    """A child ends itself when nothing is asked of it; the next file does not notice."""
    (tmp_path / "a.rtf").write_bytes(GOOD)
    list(load(tmp_path, "a.rtf"))
    (waiting,) = child._idle
    assert waiting.stdin is not None
    waiting.stdin.close()  # the end of its input, as at the end of its patience
    waiting.wait()
    waiting.stdin = Path(os.devnull).open("wb")  # noqa: SIM115
    (found,) = load(tmp_path, "a.rtf")
    assert isinstance(found, Article)


PARENT = """
import sys
from pathlib import Path
from corpus.load import load
from corpus.readers import child
child.COMMAND = (sys.executable, "-c", sys.argv[2])
items = load(Path(sys.argv[1]), "news.zip")
next(items)
print(child_of(), flush=True)
next(items)
"""
CHILD_OF = """
import os
def child_of():
    for pid in os.listdir("/proc"):
        if pid.isdigit() and open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1] == str(
            os.getpid()
        ):
            return pid
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux")
def test_the_child_ends_with_its_parent_however_that_dies(tmp_path: Path) -> None:
    """The parent is killed while the child is busy; nothing is left of either."""
    members = {"a.rtf": GOOD, "b.rtf": rb"{\rtf1 busy}"}
    (tmp_path / "news.zip").write_bytes(zipped(members))
    with subprocess.Popen(
        [sys.executable, "-c", CHILD_OF + PARENT, str(tmp_path), UNRULY],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        busy = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        ended, _, _ = select.select([busy], [], [], 10)
        os.close(busy)
        assert ended
