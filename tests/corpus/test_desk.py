"""The reader's file of decisions: its lines, and that none is ever lost."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.desk import Decision, Named, parsed, written
from corpus.desk_file import DeskFile
from corpus.errors import RecoupeError
from corpus.forms import tidy
from corpus.types import ArticleId

MERGE = Decision("merge", (Named("Ann Lee", "PER"), Named("A. Lee", None)))

texts = st.text(st.sampled_from(list("ab |\"'\\:in#>PER\n\t\x07\u200b\u00a0é")), min_size=1)
forms = texts.map(tidy).filter(bool)
named = st.builds(Named, forms, st.sampled_from([None, "PER", "LOC"]))
decisions = st.one_of(
    st.builds(lambda names: Decision("merge", tuple(names)), st.lists(named, min_size=2)),
    st.builds(lambda name, new: Decision("rename", (name,), (new,)), named, forms),
    st.builds(
        lambda name, leave: Decision("reject", (name,), tuple(leave)),
        *(named, st.lists(forms, min_size=1)),
    ),
    st.builds(
        lambda name, leave, place: Decision("split", (name,), tuple(leave), place),
        *(named, st.lists(forms, min_size=1), st.none() | texts.map(ArticleId)),
    ),
)


@given(decisions)
def test_a_decision_is_one_line_that_reads_back(decision: Decision) -> None:
    """Whatever characters names and articles are made of."""
    line = written(decision)
    assert "\n" not in line
    assert parsed(line) == decision


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("merge PER Ann Lee|A. Lee", MERGE),
        ("  reject  Nm |  Nm | NM ", Decision("reject", (Named("Nm", None),), ("Nm", "NM"))),
        ('rename "a | b" | c', Decision("rename", (Named("a | b", None),), ("c",))),
        (
            "split LOC Lens | Lens | in: sport/b.txt#2",
            Decision("split", (Named("Lens", "LOC"),), ("Lens",), ArticleId("sport/b.txt#2")),
        ),
    ],
)
def test_lines_written_by_hand(line: str, decision: Decision) -> None:
    """Spaces do not matter; a label and quotation marks may be left out."""
    assert parsed(line) == decision


@pytest.mark.parametrize(
    "line",
    ["merg a | b", "merge a", "merge a | ", "split a", "split a | in: b.txt", "rename a | b | c",
     'reject "a | b', "reject", 'merge "\\ud800" | b'],
)  # fmt: skip
def test_lines_that_say_nothing(line: str) -> None:
    """They are refused, not guessed at."""
    with pytest.raises(ValueError, match=r"\w"):
        parsed(line)


def test_adding_and_undoing(tmp_path: Path) -> None:
    """The file explains itself, keeps every line, and an undone one stays as a note."""
    file = DeskFile(tmp_path / "own")
    assert file.read() == ([], [])
    file.add(MERGE)
    head = file.path.read_text("utf-8").removesuffix(f"{written(MERGE)}\n")
    assert head.startswith("# ")
    hand = "# mine\n\nreject a | a\r\nmerge oops\n"
    file.path.write_bytes(f"{head}{written(MERGE)}\n{hand}".encode() + b"# caf\xe9 | \xff")
    rename = Decision("rename", (Named("a", None),), ("b",))
    file.add(rename)
    lines, problems = file.read()
    assert [line.decision.verb for line in lines] == ["merge", "reject", "rename"]
    at = head.count("\n") + 5
    assert [f"line {at} " in problem.reason for problem in problems] == [True]
    assert file.undo() == rename
    assert file.path.read_bytes() == (
        f"{head}{written(MERGE)}\n{hand}".encode()
        + b"# caf\xe9 | \xff\n"
        + f"# undone: {written(rename)}\n".encode()
    )
    assert [file.undo(), file.undo(), file.undo()] == [lines[1].decision, MERGE, None]


def test_lines_that_are_no_text(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are a problem of their line only."""
    file = DeskFile(tmp_path)
    file.path.write_bytes(b"merge a | \xff\nreject a | b\n")
    lines, [problem] = file.read()
    assert [line.number for line in lines] == [2]
    assert "line 1 " in problem.reason


def test_a_file_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    """A problem when reading, an error when deciding."""
    file = DeskFile(tmp_path)
    file.path.mkdir()
    assert [problem.path for problem in file.read()[1]] == [str(file.path)]
    with pytest.raises(RecoupeError):
        file.add(MERGE)


def test_writers_take_turns(tmp_path: Path) -> None:
    """Of several programs that write at a time none loses what another wrote."""

    def write(number: int) -> None:
        for at in range(5):
            DeskFile(tmp_path).add(Decision("rename", (Named("a", None),), (f"{number}.{at}",)))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines, problems = DeskFile(tmp_path).read()
    assert not problems
    names = {line.decision.forms[0] for line in lines}
    assert names == {f"{number}.{at}" for number in range(4) for at in range(5)}
    left = {path.name for path in tmp_path.iterdir()}
    assert left <= {"names.txt", "names.lock"}
