"""Coming back: what was open, searched, read and saved is there at the next start."""

from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.pilots import article_of, open_id, press, screen_text, settle, until
from tests.tui.standin import StandIn, three_articles
from tui.app import RecoupeApp
from tui.history import Place
from tui.own import session
from tui.own.searches import Saved, Searches
from tui.own.session import Session
from tui.start import Start


@asynccontextmanager
async def sitting(own: Path, size: tuple[int, int] = (120, 40), query: str = ""):
    """One run of the program by the reader whose files lie in `own`."""
    library = StandIn(three_articles())
    app = RecoupeApp(Start(lambda: library, "articles", own, query))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


def place_of(pilot: Pilot[int]) -> Place | None:
    """Where the reader is, to the character and the row."""
    return article_of(pilot).place


async def test_the_next_start_is_where_the_last_one_ended(tmp_path: Path) -> None:
    """Same article, line, query and pane."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, *"kerbrat", "enter", "J", "J", "down")
        await press(pilot, "3")
        before = place_of(pilot)
        await press(pilot, "q")
    async with sitting(tmp_path) as pilot:
        await until(pilot, lambda: open_id(pilot) == before.article)
        await settle(pilot)
        assert place_of(pilot) == before
        assert pilot.app.screen.panes.front == "related"
        assert pilot.app.screen.search_pane.query_text == "kerbrat"


async def test_no_place_is_told_of_an_article_not_shown_yet(tmp_path: Path) -> None:
    """On a small screen the list comes back alone; the place stands there as soon as it is one."""
    async with sitting(tmp_path, (80, 24)) as pilot:
        await press(pilot, *"kerbrat", "enter", "J", "J", "1", "q")
    async with sitting(tmp_path, (80, 24)) as pilot:
        await settle(pilot)
        assert open_id(pilot)
        assert " %" not in screen_text(pilot).splitlines()[0]
        await press(pilot, "escape", "2")
        assert " %" in screen_text(pilot).splitlines()[0]


async def test_a_kill_costs_no_more_than_the_lines_since_the_article_was_opened(
    tmp_path: Path,
) -> None:
    """Nothing is called when the power goes: what was opened is kept already."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, *"kerbrat", "enter")
        first = open_id(pilot)
        await press(pilot, "1", "down", "enter")
        await until(pilot, lambda: bool(session.load(tmp_path).behind))
        kept = session.load(tmp_path)
        assert kept.place is not None and kept.place.article == open_id(pilot)
        assert kept.behind[-1].article == first
        assert kept.query == "kerbrat" and kept.recent == ("kerbrat",)


async def test_the_way_back_outlives_the_program(tmp_path: Path) -> None:
    """b leads to what was read before in the last session."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, "escape", "enter")
        first = open_id(pilot)
        await press(pilot, "1", "down", "enter")
        assert open_id(pilot) != first
        await press(pilot, "q")
    async with sitting(tmp_path) as pilot:
        await settle(pilot)
        await press(pilot, "2", "b")
        assert open_id(pilot) == first


async def test_a_search_on_the_command_line_comes_first(tmp_path: Path) -> None:
    """Who asks for something gets that, not the last session."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, *"pain", "enter", "q")
    async with sitting(tmp_path, query="grues") as pilot:
        assert pilot.app.screen.search_pane.query_text == "grues"
        assert open_id(pilot) == ""


async def test_a_view_and_hidden_panes_come_back(tmp_path: Path) -> None:
    """The screen looks as it was left."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, "escape", "enter", "3", "3", "o", ">", ">")
        width = pilot.app.screen.panes.finder.size.width
        await press(pilot, "q")
    async with sitting(tmp_path) as pilot:
        await settle(pilot)
        panes = pilot.app.screen.panes
        assert panes.finder.current.id == "contents"
        assert panes.has_class("-no-related")
        assert panes.finder.size.width == width


async def test_a_session_that_cannot_be_read_is_an_empty_one(tmp_path: Path) -> None:
    """Whatever stands in the file, the program starts."""
    for text in ("", "{", "[]", '{"version": 1}', '{"version": 1, "place": 3}', "\0\0"):
        (tmp_path / session.NAME).write_text(text)
        assert session.load(tmp_path) == Session()


def test_a_session_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Hostile names included; the oldest places give way."""
    places = tuple(Place(f"a\ud800{n}", n, n, None, "« q »") for n in range(70))
    kept = Session(query="x", place=places[0], behind=places, recent=("a", "b"))
    session.save(tmp_path, kept)
    found = session.load(tmp_path)
    assert found.behind == places[-session.PLACES :]
    assert (found.query, found.place, found.recent) == ("x", places[0], ("a", "b"))


async def test_what_was_opened_is_marked_as_read(tmp_path: Path) -> None:
    """In the list at once and at the next start, until it is marked unread."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, "escape", "enter")
        first = open_id(pilot)
        await press(pilot, "q")
    assert (tmp_path / "read.txt").read_text() == f"{first}\n"
    async with sitting(tmp_path) as pilot:
        await press(pilot, "2", "U")
    assert (tmp_path / "read.txt").read_text() == ""


async def test_used_searches_can_be_saved_and_asked_again(tmp_path: Path) -> None:
    """S lists them; saving writes a line of a plain file."""
    async with sitting(tmp_path) as pilot:
        await press(pilot, *"kerbrat", "enter", "S")
        assert "used lately" in screen_text(pilot)
        await press(pilot, "a")
        assert Searches(tmp_path).all() == (Saved("kerbrat"),)
        await press(pilot, "s", *["backspace"] * 7, *"pain", "escape")
        await press(pilot, "S", "home", "enter")
        assert pilot.app.screen.search_pane.query_text.strip() == "kerbrat"


def test_a_saved_search_keeps_its_name_and_the_readers_remarks(tmp_path: Path) -> None:
    """The file is the reader's: only the line asked for changes."""
    path = tmp_path / "searches.txt"
    path.write_text("# mine\nport\tquai OR port\n\n#hash is a remark\n")
    searches = Searches(tmp_path)
    searches.add(Saved("grève"))
    searches.add(Saved("quai OR port", "harbour"))
    assert searches.all() == (Saved("quai OR port", "harbour"), Saved("grève"))
    searches.remove("grève")
    assert path.read_text() == "# mine\nharbour\tquai OR port\n\n#hash is a remark\n"
