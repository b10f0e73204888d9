"""What is told on the screen names the keys that count, and none where an action has lost its."""

import re
import runpy
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.types import Entity, Label, Problem, Progress
from tests.tui.compared import TUESDAY
from tests.tui.compared import library as compared
from tests.tui.pilots import screen_text, settle, until
from tests.tui.standin import StandIn, make_article, three_articles
from tui.app import RecoupeApp
from tui.config import Config
from tui.history import Place
from tui.keys import Keymap
from tui.messages import Go
from tui.screens.choice import Choice
from tui.start import Start
from tui.tour import STEPS, steps
from tui.widgets.entities_view import EntitiesView

ROOT = Path(__file__).parents[2]
Does = Callable[[Pilot[int]], Awaitable[None]]


class Nameless(StandIn):
    """Its articles name nobody, as far as the list of names knows; a file cannot be read."""

    def __init__(self) -> None:
        super().__init__([*three_articles(), make_article("a.txt", "rien", ["rien du tout"])])
        self.found_problems = (Problem("vide.txt", "read", "no text"),)

    def entities_like(
        self, text: str, *, label: Label | None = None, limit: int = 200
    ) -> tuple[Entity, ...]:
        """None."""
        return ()


def unreadable() -> StandIn:
    """Only a file that could not be read."""
    made = StandIn([])
    made.found_problems = (Problem("vide.txt", "read", "no text"),)
    return made


def reading_on() -> StandIn:
    """A library whose update does not end by itself."""
    made = StandIn(three_articles())
    made.events = [Progress("names", 12, 100)]
    made.endless = True
    return made


def do(name: str) -> Does:
    """What a key would do, whether there is one or not."""

    async def run(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, RecoupeApp)
        await until(pilot, lambda: name in app.runners(app.screen))
        app.clear_notifications()  # They lie over what is told now.
        await app.runners(app.screen)[name]()

    return run


def read(article: str) -> Does:
    """Open an article at its first paragraph."""

    async def go(pilot: Pilot[int]) -> None:
        await settle(pilot)
        pilot.app.screen.post_message(Go(Place(article, 1)))
        await settle(pilot)

    return go


def any_key(words: str) -> str:
    """The pattern of words that name f9, with another key or with a gap in its place."""
    return re.escape(words).replace(r"f9\ ", r"(?:\S+ )?").replace("f9", r"\S*")


async def look(pilot: Pilot[int]) -> None:
    """Nothing needs to be done."""


async def decide(pilot: Pilot[int]) -> None:
    """As when a decision on names holds."""
    view = pilot.app.screen.query_one(EntitiesView)
    view.post_message(EntitiesView.Decided("Choïgou is called Shoigu"))


async def choose(pilot: Pilot[int]) -> None:
    """A choice of several things."""
    pilot.app.push_screen(Choice("formes", ("a", "b"), several=True))


WALKS: dict[Callable[[], StandIn], tuple[tuple[str, Does, str, str], ...]] = {
    Nameless: (
        ("list.choose", look, "and press f9.", "Type: results change"),
        ("reader.view_problems", look, "1 problem: f9", "1 problem"),
        ("app.command_palette", look, "f9 and “Change the theme”", "no theme “nosuch”."),
        ("reader.bookmark", do("reader.view_notes"), "f9 bookmarks the", "Nothing is kept yet."),
        ("reader.note", look, "f9 writes a note", "Nothing is kept yet."),
        ("reader.folded", read("fret.txt"), "line folded: f9 shows it", "line folded"),
        ("reader.view_notes", do("reader.bookmark"), "Bookmarked: f9 lists them.", "Bookmarked."),
        ("", do("reader.view_notes"), "1 note", "1 note"),
        ("notes.undo", do("notes.remove"), "removed. f9 puts it back.", "note is removed."),
        ("", read("a.txt"), "rien du tout", "rien du tout"),
        ("reader.next_name", do("reader.card"), "f9 goes to the next", "no name on this line."),
        ("", do("reader.view_entities"), "No name has these words.", "No name has these words."),
        ("entities.undo", decide, "Shoigu. f9 takes it back.", "called Shoigu."),
        ("app.mouse", do("app.mouse"), "mouse: f9", "mouse"),
        ("page.close", do("app.help"), "f9 closes", "keys and search"),
        ("choice.pick", choose, "f9 chooses, f9 done", "formes"),
    ),
    unreadable: (("reader.view_problems", look, "Press f9 to see why", "could be read."),),
    lambda: StandIn([]): (("reader.update", look, "then press f9.", "file with many."),),
    reading_on: (
        ("reader.stop_update", look, "12 % f9 stops", "12 %"),
        ("reader.update", do("reader.stop_update"), "stopped: f9 goes on", "○ stopped"),
    ),
    compared: (
        ("", read(TUESDAY.id), "Port-Louvet", "Port-Louvet"),
        ("compare.copies", do("reader.compare"), "+1 copy: f9", "+1 copy"),
    ),
}


@pytest.mark.parametrize("keys", [("f9",), ()], ids=["another key", "none"])
@pytest.mark.parametrize("made", WALKS, ids=lambda made: made.__name__)
async def test_messages_name_the_users_keys(
    made: Callable[[], StandIn], keys: tuple[str, ...]
) -> None:
    """Another key is named; where the action has none, nothing is said of a key."""
    library, walk = made(), WALKS[made]
    named = {name for steps in WALKS.values() for name, *_ in steps if name}
    config = Config(theme="nosuch", keys=dict.fromkeys(named, keys))
    with tempfile.TemporaryDirectory() as own:
        app = RecoupeApp(Start(lambda: library, "articles", Path(own), config=config))
        async with app.run_test(size=(130, 40), notifications=True) as pilot:

            def said() -> str:
                toasts = (one.message for one in app._notifications)
                return " ".join(" ".join((screen_text(pilot), *toasts)).split())

            for _, does, with_key, without in walk:
                await does(pilot)
                words = with_key if keys else without
                await until(pilot, lambda words=words: words in said())
                if with_key != without and not keys:
                    assert not re.search(any_key(with_key), said())
            library.endless = False


def test_no_text_names_a_key_of_the_table() -> None:
    """A letter, or a key by its name, that stands alone in a text would be nobody's but the
    default's; escape ends the tour whatever is configured."""
    template = runpy.run_path(str(ROOT / "docs" / "make_locale.py"))["template"]()
    alone = re.compile(
        r"(?<![\w‘’'])(?:[b-zB-HJ-Z]|esc|[Ee]nter|f\d+)(?![\w.])|[⏎⌫↑↓]|(?<= )[][](?= )"
    )
    screens = tuple(f"tui/{room}/" for room in ("keys", "screens", "text", "widgets"))
    found = set()
    for message in template:
        forms = (message.id,) if isinstance(message.id, str) else message.id
        if any(
            place.startswith((*screens, "tui/app.py", "tui/tour.py"))
            for place, _ in message.locations
        ):
            found |= {text for text in forms if alone.search(re.sub(r"\{\w*\}", "", text))}
    assert found <= {"{number}   esc: no tour", "{n} h"}


def test_the_tour_asks_for_no_key_that_is_not_there() -> None:
    """The steps that need one are left out, the others stay."""
    assert steps(Keymap({})) == STEPS
    left = steps(Keymap({"list.choose": (), "app.help": ()}))
    assert [step for step in STEPS if step not in left] == [STEPS[4], STEPS[6]]
