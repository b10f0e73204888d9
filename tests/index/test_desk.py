"""Decisions on names through the library: at once, beside an update, after it, from the file."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.errors import RecoupeError
from corpus.store import Store
from corpus.types import ArticleId, EntityId
from index.folder import Folder
from index.library import Library
from index.types import Changed
from tests.conftest import never
from tests.corpus.named import filled

CHRISTIAN, MARCEL = EntityId("per:christian-jarre"), EntityId("per:marcel-jarre")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of the reader's own files."""
    return tmp_path / "own"


@pytest.fixture
def people(tmp_path: Path, own: Path) -> Iterator[Library]:
    """A library of the people of `tests.corpus.named`."""
    (tmp_path / "root").mkdir()
    (tmp_path / "data").mkdir()
    filled(Folder(tmp_path / "data").store).close()
    library = Library(tmp_path / "root", tmp_path / "data", own)
    yield library
    library.close()


def test_all_decisions(people: Library, own: Path) -> None:
    """Each answers with what it made, holds at once and stands in the file."""
    assert people.desk.merge([CHRISTIAN, MARCEL]) == CHRISTIAN
    new = people.desk.split(CHRISTIAN, ["Jarre"], article=ArticleId("b.txt"))
    people.desk.rename(new, "Marcel  Jarre fils")
    entity = people.entity(new)
    assert entity is not None
    assert (entity.name, entity.variants) == ("Marcel Jarre fils", ("Jarre",))
    [lorvent] = [one.id for one in people.entities() if one.name == "Lorvent"]
    people.desk.reject(lorvent)
    assert people.entity(lorvent) is None
    assert people.find_entity("marcel jarre FILS") == new
    lines = (own / "names.txt").read_text("utf-8").splitlines()
    decided = people.desk.decisions()
    assert [lines[one.line - 1].split()[0] for one in decided] == [
        "merge", "split", "rename", "reject"
    ]  # fmt: skip
    assert all(one.effective for one in decided)
    verbs = [undone.verb for _ in decided if (undone := people.desk.undo())]
    assert verbs == ["reject", "rename", "split", "merge"]
    assert people.desk.undo() is None
    assert {CHRISTIAN, MARCEL, lorvent} <= {one.id for one in people.entities()}


def test_what_cannot_be_decided_leaves_no_line(people: Library, own: Path) -> None:
    """Ids and forms that are not there, names alone, splits of everything or of nothing."""
    nobody = EntityId("per:nobody")
    for wrong in (
        lambda: people.desk.merge([CHRISTIAN, CHRISTIAN]),
        lambda: people.desk.merge([CHRISTIAN, nobody]),
        lambda: people.desk.rename(nobody, "A"),
        lambda: people.desk.rename(CHRISTIAN, " \t"),
        lambda: people.desk.split(CHRISTIAN, ["Marcel Jarre"]),
        lambda: people.desk.split(CHRISTIAN, ["Jarre", "Christian Jarre"]),
        lambda: people.desk.split(CHRISTIAN, ["Jarre"], article=ArticleId("c.txt")),
        lambda: people.desk.reject(CHRISTIAN, ["Lorvent"]),
    ):
        with pytest.raises(RecoupeError):
            wrong()
    assert not (own / "names.txt").exists()
    assert people.desk.decisions() == []


def test_without_a_place_for_it_nothing_is_decided(people: Library) -> None:
    """A library opened without the reader's folder can be read only."""
    bare = Library(people.root, people.data)
    with pytest.raises(RecoupeError):
        bare.desk.merge([CHRISTIAN, MARCEL])
    assert (bare.desk.decisions(), bare.desk.problems()) == ([], [])
    bare.close()


def test_an_unwritable_file_changes_nothing(people: Library, own: Path) -> None:
    """What could not be written down does not hold either."""
    own.write_text("a file where a folder should be")
    with pytest.raises(RecoupeError):
        people.desk.merge([CHRISTIAN, MARCEL])
    assert people.entity(MARCEL) is not None


def test_bad_lines_are_told_and_kept(people: Library, own: Path) -> None:
    """They count among the problems of the library, and the next decision leaves them there."""
    own.mkdir()
    (own / "names.txt").write_text("merge alone\n", "utf-8")
    assert [problem.reason for problem in people.problems() if "line 1 " in problem.reason]
    people.desk.merge([CHRISTIAN, MARCEL])
    assert (own / "names.txt").read_text("utf-8").startswith("merge alone\nmerge  PER ")


def test_deciding_while_another_process_updates(people: Library) -> None:
    """The update's lock is no hindrance; its transaction in hand is waited for."""
    writer = sqlite3.connect(Folder(people.data).store, check_same_thread=False)
    with FileLock(Folder(people.data).lock):
        writer.execute("BEGIN IMMEDIATE")
        ending = threading.Timer(0.2, writer.rollback)
        ending.start()
        people.desk.merge([CHRISTIAN, MARCEL])
    assert people.entity(MARCEL) is None
    ending.join()
    writer.close()


@pytest.fixture
def ready(library: Library, tmp_path: Path, own: Path) -> Iterator[Library]:
    """A copy of the annotated library of the four articles."""
    data = shutil.copytree(library.data, tmp_path / "data")
    opened = Library(library.root, data, own)
    yield opened
    opened.close()


@pytest.mark.parametrize("in_child", [False, True])
def test_decisions_survive_linking_anew(ready: Library, in_child: bool) -> None:
    """An update that links all names again ends with the decisions, in whatever process."""
    first, second, *_ = [entity.id for entity in ready.entities()]
    ready.desk.merge([first, second])
    ready.desk.rename(first, "Les deux")
    before = ready.entities()
    store = Store(Folder(ready.data).store)
    with store.transaction():
        store.names.set_linked(False)
    store.close()
    stages = []
    for event in ready.update(cancelled=never, in_child=in_child):
        stages.append(getattr(event, "stage", None))
        if isinstance(event, Changed) and event.what == "names":
            assert ready.entities() == before  # at no moment without them
    assert "linking" in stages
    assert ready.entities() == before
    assert all(one.effective for one in ready.desk.decisions())


def test_the_file_edited_by_hand_is_applied_by_the_next_update(ready: Library, own: Path) -> None:
    """Nothing else need have changed; without change nothing is told."""
    entity = ready.entities()[0]
    own.mkdir()
    (own / "names.txt").write_text(f"rename {entity.name} | Autrement\n", "utf-8")
    assert any(
        isinstance(event, Changed) and event.what == "names"
        for event in ready.update(cancelled=never)
    )
    assert ready.entities()[0].name == "Autrement"
    assert not any(
        isinstance(event, Changed) and event.what == "names"
        for event in ready.update(cancelled=never)
    )
    (own / "names.txt").unlink()
    list(ready.update(cancelled=never))
    assert ready.entities()[0] == entity
