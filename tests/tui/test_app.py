"""What a reader sees and does, at the sizes that matter."""

import pytest

from corpus.types import Problem
from index.types import Changed
from tests.tui.pilots import (
    article_of,
    hits_of,
    open_id,
    press,
    reading,
    related_of,
    screen_text,
    settle,
    until,
)
from tests.tui.standin import StandIn, make_article, three_articles, untitled
from tui import keys
from tui.messages import Answered
from tui.widgets.article_view import ArticleView
from tui.widgets.hit_list import HitList
from tui.widgets.search_box import SearchBox
from tui.widgets.search_pane import SearchPane

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_way(size: tuple[int, int]) -> None:
    """Type, open the passage, step through words and names, follow a relation, come back."""
    async with reading(size=size) as pilot:
        await press(pilot, *"tiendrons")
        assert len(hits_of(pilot).items) == 1
        await press(pilot, "enter")
        view = article_of(pilot)
        assert (open_id(pilot), view.paragraph, view.has_focus) == ("port.txt", 12, True)
        assert "« Nous tiendrons »" in screen_text(pilot)
        await press(pilot, "n")
        assert "match 1/1" in screen_text(pilot) or size[0] < 110
        await press(pilot, "right_square_bracket")
        assert view.paragraph == 12
        await until(pilot, lambda: len(related_of(pilot).items) > 0)
        before = view.place
        await press(pilot, "3")
        assert "⌂ Armor Fret" in screen_text(pilot)
        await press(pilot, "enter")
        assert open_id(pilot) == "fret.txt"
        await press(pilot, "b")
        assert open_id(pilot) == "port.txt"
        assert article_of(pilot).place == before
        assert pilot.app.screen.query_one(SearchPane).query_text == "tiendrons"
        await press(pilot, "f")
        assert open_id(pilot) == "fret.txt"


async def test_all_articles_are_listed_before_a_search() -> None:
    """One can begin by browsing; the article without a title goes by its file's name."""
    async with reading() as pilot:
        assert [item.id for item in hits_of(pilot).items] == ["fret.txt", "pain.txt", "port.txt"]
        assert "pain.txt" in screen_text(pilot)
        assert "3 articles" in screen_text(pilot)


async def test_results_belong_to_the_text_in_the_box() -> None:
    """However fast one types, the list at rest answers the last letter, and says how it read it."""
    async with reading() as pilot:
        await pilot.press(*"pain", *["backspace"] * 4, *"Kerbrat")
        await settle(pilot)
        texts = [item.snippet for item in hits_of(pilot).items]
        assert texts and all("Kerbrat" in text for text in texts)
        assert "read as: Kerbrat" in screen_text(pilot)


async def test_an_answer_to_an_older_text_is_dropped() -> None:
    """An answer that comes late never stands under another question."""
    library = StandIn(three_articles())
    async with reading(library) as pilot:
        await press(pilot, *"kerbrat")
        items = hits_of(pilot).items
        pilot.app.screen.post_message(Answered(library.search("pain")))
        await settle(pilot)
        assert hits_of(pilot).items == items


async def test_fast_typing_never_queues() -> None:
    """While one search runs slowly only the newest text waits; till then the screen says so."""
    library = StandIn(three_articles())
    async with reading(library) as pilot:
        library.gate.clear()
        await pilot.press(*"kerb")
        await until(pilot, lambda: "searching…" in screen_text(pilot))
        await pilot.press("enter")
        library.gate.set()
        await until(pilot, lambda: open_id(pilot) == "fret.txt")
        assert library.asked == ["k", "kerb"]


async def test_back_brings_the_search_back_too() -> None:
    """As in a browser: the box and the list are as they were."""
    async with reading() as pilot:
        await press(pilot, *"tiendrons", "enter", "s", *["backspace"] * 9, *"prix", "enter")
        assert open_id(pilot) == "pain.txt"
        await press(pilot, "b")
        assert open_id(pilot) == "port.txt"
        assert pilot.app.screen.query_one(SearchBox).value == "prix"
        await press(pilot, "s", *["backspace"] * 4, *"kerbrat", "escape", "2", "f")
        assert open_id(pilot) == "pain.txt"
        assert pilot.app.screen.query_one(SearchBox).value == "prix"


async def test_arrows_move_in_the_list_while_typing_goes_on() -> None:
    """The box keeps the keyboard; Enter opens the lit result, not the first one."""
    async with reading() as pilot:
        await press(pilot, *"kerbrat", "down")
        assert isinstance(pilot.app.focused, SearchBox)
        wanted = hits_of(pilot).items[1].info.id
        await press(pilot, "enter")
        assert open_id(pilot) == wanted == "port.txt"


async def test_nothing_found_says_so() -> None:
    """An empty list is never without a word."""
    async with reading() as pilot:
        await press(pilot, *"zzzz")
        assert "Nothing found." in screen_text(pilot)


async def test_a_paragraph_of_its_own_has_an_honest_empty_panel() -> None:
    """Rather nothing than noise, and it is said."""
    async with reading() as pilot:
        await press(pilot, "escape", "down", "enter")
        assert open_id(pilot) == "pain.txt"
        await until(pilot, lambda: "Nothing in the other" in screen_text(pilot))


async def test_folded_lines_are_one_key_away() -> None:
    """x shows what was folded, with the rule, and folds it again."""
    async with reading() as pilot:
        await press(pilot, "escape", "enter")
        assert "1 line folded" in screen_text(pilot)
        assert "nos recettes" not in screen_text(pilot)
        await press(pilot, "x")
        assert "read-also: Lire aussi : nos recettes" in screen_text(pilot)
        await press(pilot, "x")
        assert "nos recettes" not in screen_text(pilot)


async def test_q_is_a_letter_in_the_box_and_leaves_elsewhere() -> None:
    """Nobody is thrown out while typing."""
    async with reading() as pilot:
        await press(pilot, "q")
        assert pilot.app.screen.query_one(SearchBox).value == "q"
        await press(pilot, "escape", "q")
        assert pilot.app.return_code == 0
        assert not pilot.app.is_running


async def test_ctrl_c_leaves_from_anywhere() -> None:
    """In the box too."""
    async with reading() as pilot:
        await press(pilot, "p", "ctrl+c")
        assert not pilot.app.is_running


HOSTILE = "Un [red]mot[/red] [/] \x1b[31mrouge Kerbrat."


async def test_hostile_text_shows_as_it_stands() -> None:
    """Markup and escape sequences of an article are text, in every pane."""
    library = StandIn([
        make_article("a.txt", "[bold]titre[/] [[/x]]", [HOSTILE]),
        make_article("b.txt", "[@click=app.quit]x[/]", ["Encore [/x] Kerbrat \x1b]0;t\x07."]),
    ])  # fmt: skip
    library.found_problems = (Problem("[/x].txt", "read", "[b]no[/b]"),)
    async with reading(library, (200, 50)) as pilot:
        await press(pilot, *"mot", "enter")
        await until(pilot, lambda: len(related_of(pilot).items) > 0)
        text = screen_text(pilot)
        # In the list, as the pane's title, in the article.
        assert text.count("[bold]titre[/] [[/x]]") == 3
        assert "Un [red]mot[/red] [/] ␛[31mrouge" in text
        assert "Encore [/x]" in text
        assert "[@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        await press(pilot, "p")
        assert "[/x].txt" in screen_text(pilot)
        assert "[b]no[/b]" in screen_text(pilot)


async def test_articles_without_anything_are_fine() -> None:
    """No title, no outlet, no date, no language; one long paragraph; a title of 300 letters."""
    articles = [
        untitled(make_article("a.txt", None, ["mot " * 1250])),
        untitled(make_article("b.txt", "T" * 300, ["court"])),
    ]
    for size in SIZES:
        async with reading(StandIn(articles), size) as pilot:
            await press(pilot, *"mot", "enter", "G", "g", "s", *["backspace"] * 3)
            await press(pilot, "down", "enter")
            assert open_id(pilot) == "b.txt"


async def test_an_empty_folder_is_explained() -> None:
    """The first thing a newcomer may see says what to do."""
    async with reading(StandIn([]), (80, 24)) as pilot:
        assert "There are no articles in this folder." in screen_text(pilot)


async def test_a_thousand_articles_are_not_all_listed() -> None:
    """A long list is cut, and says so."""
    many = [make_article(f"{n:04}.txt", f"Titre {n}", ["mot"]) for n in range(1000)]
    async with reading(StandIn(many)) as pilot:
        assert len(hits_of(pilot).items) == 200
        assert "the latest 200 of 1,000" in screen_text(pilot)


async def test_the_footer_is_never_cut_off() -> None:
    """At any width the last key shown is whole."""
    async with reading() as pilot:
        await press(pilot, "escape")
        for width in (40, 57, 80, 120):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            line = screen_text(pilot).splitlines()[-1].rstrip()
            shorts = [part.split(" ", 1)[-1] for part in line.strip().split("  ")]
            known = {action.short for action in keys.ACTIONS}
            assert shorts and set(shorts) <= known


async def test_the_drawer_hides_where_there_is_no_height() -> None:
    """At 40×12 the article has the screen; 3 brings the related passages in front."""
    async with reading(size=(40, 12)) as pilot:
        await press(pilot, *"tiendrons", "enter")
        assert "tiendrons" in screen_text(pilot)
        assert not related_of(pilot).is_on_screen
        await press(pilot, "3")
        assert related_of(pilot).is_on_screen and not article_of(pilot).is_on_screen
        await press(pilot, "escape")
        assert article_of(pilot).is_on_screen


async def test_changes_reach_the_screen_without_moving_the_reader() -> None:
    """While one reads, a new article turns up in the results."""
    library = StandIn(three_articles())
    async with reading(library) as pilot:
        await press(pilot, *"kerbrat", "down", "enter", "j", "j")
        place, lit = article_of(pilot).place, hits_of(pilot).lit
        new = make_article("neuf.txt", "Neuf", ["Kerbrat encore."])
        library.held[new.id] = new
        library.events = [Changed("text", 4), Changed("end", 4)]
        count = len(hits_of(pilot).items)
        await press(pilot, "R")
        assert len(hits_of(pilot).items) == count + 1
        assert (article_of(pilot).place, hits_of(pilot).lit) == (place, lit)
        assert "4 articles" in screen_text(pilot)


async def test_help_lists_every_action() -> None:
    """What can be done can be found."""
    async with reading(size=(160, 240)) as pilot:
        await press(pilot, "escape", "question_mark")
        text = " ".join(screen_text(pilot).split())
        words = {word for action in keys.ACTIONS for word in action.help.split()}
        assert {word for word in words if word not in text} == set()
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_a_click_on_a_paragraph_makes_it_the_one_being_read() -> None:
    """The mouse does what the keys do."""
    async with reading() as pilot:
        await press(pilot, *"reconduit", "enter")
        view = article_of(pilot)
        assert view.column is not None
        row = next(
            n
            for n, line in enumerate(view.column.lines if view.column else ())
            if line.paragraph == 3
        )
        await pilot.click(ArticleView, offset=(20, row - view.scroll_offset.y + 1))
        await pilot.pause()
        assert view.paragraph == 3


async def test_a_click_on_a_result_opens_it() -> None:
    """The mouse does what the keys do."""
    async with reading() as pilot:
        await pilot.click(HitList, offset=(5, 0))
        await settle(pilot)
        assert open_id(pilot) == "fret.txt"
