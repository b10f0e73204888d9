"""Back and forward within an article: after jumps one comes back, steps leave nothing behind."""

from textual.pilot import Pilot

from tests.tui.pilots import article_of, open_id, press, reading, screen_text, settle
from tests.tui.standin import StandIn, make_article
from tui.history import MOST, History, Place
from tui.screens.reader import Reader

WORDS = "Une phrase qui remplit la ligne, une autre qui la suit, encore une et puis plus rien."
LONG = make_article(
    "long.txt", "Le long", [f"{WORDS} {'Sirène.' if n in (9, 30) else ''}" for n in range(40)]
)


def where(pilot: Pilot[int]) -> tuple[str, int | None, int | None]:
    """The article, the character and its row on the screen."""
    place = article_of(pilot).place
    assert place is not None
    return (open_id(pilot), place.offset, place.row)


def behind(pilot: Pilot[int]) -> int:
    """How many places one can go back to."""
    reader = pilot.app.screen_stack[0]
    assert isinstance(reader, Reader)
    return len(reader.history.places[0])


async def test_back_after_a_jump_within_the_article() -> None:
    """To the line one left, in its row; forward again; the article is not opened anew."""
    async with reading(StandIn([LONG]), (80, 24)) as pilot:
        await press(pilot, "escape", "enter", "j", "j", "space", "j")
        begun = where(pilot)
        assert behind(pilot) == 0
        await press(pilot, "G")
        end = where(pilot)
        column = article_of(pilot).column
        await press(pilot, "b")
        assert where(pilot) == begun and article_of(pilot).column is column
        await press(pilot, "f")
        assert where(pilot) == end
        await press(pilot, "b", "g")
        assert where(pilot) != begun
        await press(pilot, "b")
        assert where(pilot) == begun and behind(pilot) == 0
        await press(pilot, "b")
        assert where(pilot) == begun and "where you began" in screen_text(pilot)


async def test_finding_and_matches_far_away_are_jumps() -> None:
    """Where one stays counts, not what is lit while one types; what is in view is no jump."""
    async with reading(StandIn([LONG]), (80, 24)) as pilot:
        await press(pilot, "escape", "enter", "j")
        begun = where(pilot)
        await press(pilot, "/", *"sirène", "down", "down", "enter")
        assert where(pilot) != begun and behind(pilot) == 1
        first = where(pilot)
        await press(pilot, "n")
        assert where(pilot) != first and behind(pilot) == 2
        await press(pilot, "b")
        assert where(pilot) == first and article_of(pilot).lighting.found is not None
        await press(pilot, "b")
        assert where(pilot) == begun
        await press(pilot, "/", *"sirène", "escape", "J", "J", "K")
        assert behind(pilot) == 0
        await press(pilot, "/", *"encore", "enter")
        assert behind(pilot) == 0


async def test_a_jump_goes_before_what_was_opened_earlier() -> None:
    """Through the article back, then to the one before it."""
    other = make_article("autre.txt", "L’autre", ["Rien."])
    async with reading(StandIn([LONG, other]), (80, 24)) as pilot:
        reader = pilot.app.screen
        assert isinstance(reader, Reader)
        for name in ("autre.txt", "long.txt"):
            reader.go(Place(next(a.id for a in (LONG, other) if a.id == name)))
            await settle(pilot)
        begun = where(pilot)
        await press(pilot, "G", "b")
        assert where(pilot) == begun
        await press(pilot, "b")
        assert open_id(pilot) == "autre.txt"
        await press(pilot, "f", "f")
        assert open_id(pilot) == "long.txt" and where(pilot)[1] != begun[1]


def test_places_do_not_gather_for_ever() -> None:
    """The same place is left once; of very many the oldest are forgotten."""
    history = History()
    for at in (1, 1, 2):
        history.leave(Place(LONG.id, offset=at))
    assert [place.offset for place in history.places[0]] == [1, 2]
    for at in range(2 * MOST):
        history.leave(Place(LONG.id, offset=at))
    assert [place.offset for place in history.places[0]][-1] == 2 * MOST - 1
    assert len(history.places[0]) == MOST
