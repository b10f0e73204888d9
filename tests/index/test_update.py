"""Only what changed is done again; whatever happens in between, the library ends the same."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import RecoupeError
from corpus.types import ArticleId, Problem, Progress
from index.library import Library
from index.types import Changed
from tests.conftest import ARTICLES, never, write_articles

Update = Callable[[Path, Path], Library]

QUERIES = ("engrais", "fertiliser", "Kovalchuk", "puerto", '"jardín colgante"')


def contents(library: Library) -> tuple[object, ...]:
    """Everything a library tells: articles, names, entities, and answers with their scores."""
    infos = library.articles()
    return (
        infos,
        [library.article(info.id) for info in infos],
        [library.annotated(info.id) for info in infos],
        library.entities(),
        library.problems(),
        [library.search(query).hits for query in QUERIES],
        library.related(ArticleId("a.txt"), 1),
    )


def test_an_unchanged_folder_is_only_looked_at(nameless: Path, tmp_path: Path) -> None:
    """The second update reads, indexes and annotates nothing."""
    library = Library(nameless, tmp_path / "data")
    list(library.update(cancelled=never))
    again = list(library.update(cancelled=never))
    assert again == [Progress("read", 0, 0), Changed("end", 3)]


def test_new_changed_and_removed_articles(anglophone: Path, tmp_path: Path, update: Update) -> None:
    """The folder is followed, and the result is that of reading it from scratch."""
    update(anglophone, tmp_path / "data").close()
    (anglophone / "c.txt").unlink()
    (anglophone / "b.txt").write_text(
        "The nitrate of Lorvent\n\nThe harbour master, Ivan Kovalchuk, was heard on Monday.",
        encoding="utf-8",
    )
    (anglophone / "e.txt").write_text(
        "A new lighthouse\n\nThe lighthouse of Lorvent was painted by Paul Esteve.", "utf-8"
    )
    library = update(anglophone, tmp_path / "data")
    assert [info.id for info in library.articles()] == ["a.txt", "b.txt", "e.txt"]
    assert library.search("orchard").hits == ()
    assert library.search("April").hits == ()
    assert [hit.info.id for hit in library.search("lighthouse").hits] == ["e.txt"]
    fresh = update(anglophone, tmp_path / "fresh")
    assert library.entities() == fresh.entities()
    assert {"Ivan Kovalchuk", "Paul Esteve"} <= {entity.name for entity in fresh.entities()}


def test_a_new_index_is_one_segment_and_a_small_update_leaves_it_alone(
    nameless: Path, tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each search looks into every segment; merging a large one for one article takes long."""
    monkeypatch.setattr("index.update.FIRST_BATCH", 1)
    monkeypatch.setattr("index.update.BATCH", 1)
    update(nameless, tmp_path / "data")
    first = set((tmp_path / "data" / "index").glob("*.arrays"))
    assert len(first) == 1
    (nameless / "e.txt").write_text("Un mercado nuevo\n\nEl mercado abre cada lunes.", "utf-8")
    update(nameless, tmp_path / "data")
    assert first < set((tmp_path / "data" / "index").glob("*.arrays"))


def test_a_file_that_comes_back_is_found_again(
    nameless: Path, tmp_path: Path, update: Update
) -> None:
    """What the index still holds of it as deleted does not count."""
    data, aside = tmp_path / "data", tmp_path / "aside.txt"
    before = {hit.passage for hit in update(nameless, data).search("puerto").hits}
    victim = nameless / next(iter(before)).article
    victim.rename(aside)
    assert {hit.passage for hit in update(nameless, data).search("puerto").hits} < before
    aside.rename(victim)
    assert {hit.passage for hit in update(nameless, data).search("puerto").hits} == before


def test_a_renamed_file_keeps_what_is_known_of_it(
    nameless: Path, tmp_path: Path, update: Update
) -> None:
    """It is found under its new name without being read or annotated again."""
    update(nameless, tmp_path / "data").close()
    (nameless / "sub").mkdir()
    (nameless / "a.txt").rename(nameless / "sub" / "z.txt")
    library = Library(nameless, tmp_path / "data")
    events = list(library.update(cancelled=never))
    assert not {"names", "linking"} & {e.stage for e in events if isinstance(e, Progress)}
    library.refresh()
    assert {hit.info.id for hit in library.search("explosión").hits} == {"sub/z.txt"}
    assert contents(library)[:5] == contents(update(nameless, tmp_path / "fresh"))[:5]


def test_files_that_changed_names_among_themselves(
    nameless: Path, tmp_path: Path, update: Update
) -> None:
    """Each name answers with what the file of that name now holds."""
    update(nameless, tmp_path / "data").close()
    (nameless / "a.txt").rename(nameless / "kept.txt")
    (nameless / "b.txt").rename(nameless / "a.txt")
    (nameless / "kept.txt").rename(nameless / "b.txt")
    library = update(nameless, tmp_path / "data")
    assert contents(library)[:5] == contents(update(nameless, tmp_path / "fresh"))[:5]
    assert [hit.info.id for hit in library.search("jardín").hits] == ["a.txt"]


def test_a_touched_file_is_not_read_again(nameless: Path, tmp_path: Path, update: Update) -> None:
    """Another time, the same bytes: nothing to do, and the next look is quick again."""
    update(nameless, tmp_path / "data").close()
    os.utime(nameless / "a.txt", (1, 1))
    library = Library(nameless, tmp_path / "data")
    for _ in range(2):
        assert list(library.update(cancelled=never)) == [Progress("read", 0, 0), Changed("end", 3)]


def test_a_file_that_cannot_be_read_is_a_problem_and_stops_nothing(
    nameless: Path, tmp_path: Path, update: Update
) -> None:
    """Its reason is listed until the file is mended."""
    (nameless / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    library = update(nameless, tmp_path / "data")
    assert len(library.articles()) == 3
    assert "broken.txt" in {problem.path for problem in library.problems()}
    (nameless / "broken.txt").write_text("Reparado\n\nEste texto se lee de nuevo.", "utf-8")
    mended = update(nameless, tmp_path / "data")
    assert "broken.txt" not in {problem.path for problem in mended.problems()}
    assert len(mended.articles()) == 4


def test_a_second_update_at_the_same_time_is_refused(nameless: Path, tmp_path: Path) -> None:
    """One writer; the other is told, and can read."""
    library = Library(nameless, tmp_path / "data")
    first = library.update(cancelled=never)
    next(first)
    with pytest.raises(RecoupeError, match="another recoupe"):
        next(library.update(cancelled=never))
    first.close()
    assert Changed("end", 3) in list(library.update(cancelled=never))


def test_a_cancelled_update_keeps_what_is_done(
    nameless: Path, tmp_path: Path, update: Update
) -> None:
    """Cancelled after the text is searchable, it goes on from there."""
    library = Library(nameless, tmp_path / "data")
    seen: list[object] = []
    for event in library.update(cancelled=lambda: Changed("text", 3) in seen):
        seen.append(event)
    library.refresh()
    assert library.search("puerto").total == 2
    assert library.summary().annotated == 0
    assert contents(update(nameless, tmp_path / "data")) == contents(
        update(nameless, tmp_path / "fresh")
    )


@pytest.mark.parametrize("part", ["store.sqlite", "lexicon.sqlite", "index", ""])
def test_derived_data_comes_back_when_it_is_deleted(
    nameless: Path, tmp_path: Path, update: Update, part: str
) -> None:
    """Any part of it, or all."""
    data = tmp_path / "data"
    library = update(nameless, data)
    before = contents(library)
    library.close()
    victim = data / part
    shutil.rmtree(victim) if victim.is_dir() else victim.unlink()
    assert contents(update(nameless, data)) == before


# Whoosh leaves a file that it cannot read open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("part", ["store.sqlite", "lexicon.sqlite", "index/_MAIN_1.toc"])
def test_derived_data_comes_back_when_it_is_damaged(
    nameless: Path, tmp_path: Path, update: Update, part: str
) -> None:
    """A file cut or overwritten is made again, not answered from."""
    data = tmp_path / "data"
    library = update(nameless, data)
    before = contents(library)
    library.close()
    (data / part).write_bytes(b"not what was written here" * 400)
    assert contents(update(nameless, data)) == before


def test_killed_at_any_step_it_ends_the_same(
    anglophone: Path, tmp_path: Path, update: Update
) -> None:
    """kill -9 after each kind of event, then once more to the end."""
    expected = contents(update(anglophone, tmp_path / "fresh"))
    data = tmp_path / "data"
    for stop_after in ('"read"', '"index"', '"text"', '"names", "done": 0', '"linking"'):
        child = start_child(anglophone, data)
        assert child.stdout is not None
        for line in child.stdout:
            if stop_after in line:
                break
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    assert contents(update(anglophone, data)) == expected


def start_child(folder: Path, data: Path) -> "subprocess.Popen[str]":
    """An update in a process of its own, as the app runs it."""
    return subprocess.Popen(
        [sys.executable, "-m", "index", str(folder), str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_the_child_tells_the_same_and_leaves_the_same(
    folder: Path, tmp_path: Path, library: Library
) -> None:
    """In a child or not, an update is one thing."""
    made = Library(folder, tmp_path / "data")
    events = list(made.update(cancelled=never, in_child=True))
    assert events[-1] == Changed("end", 4)
    assert not [event for event in events if isinstance(event, Problem)]
    made.refresh()
    assert contents(made) == contents(library)


def test_a_child_whose_parent_is_gone_ends(tmp_path: Path) -> None:
    """Its standard input closes, and it stops with its work kept."""
    child = start_child(write_articles(tmp_path / "articles", ARTICLES), tmp_path / "data")
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=60) == 0
    assert child.stdout is not None
    child.stdout.close()


def test_what_another_version_made_is_made_again_and_said(
    nameless: Path, tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed analysis never answers from old terms."""
    library = update(nameless, tmp_path / "data")
    before = contents(library)
    monkeypatch.setattr("index.analysis.VERSION", -1)
    said = [e.stage for e in library.update(cancelled=never) if isinstance(e, Progress)]
    assert any("another version" in stage for stage in said)
    library.refresh()
    assert contents(library) == before


@pytest.mark.parametrize("in_child", [False, True])
def test_a_folder_that_is_gone_takes_nothing_along(
    nameless: Path, tmp_path: Path, update: Update, in_child: bool
) -> None:
    """Somebody unplugged the disk: that is told, and all can be read on."""
    library = update(nameless, tmp_path / "data")
    before = contents(library)
    nameless.rename(tmp_path / "elsewhere")
    with pytest.raises(RecoupeError, match="does not exist"):
        list(library.update(cancelled=never, in_child=in_child))
    assert contents(library) == before
