"""What is said where nothing has happened yet, or where something is missing."""

import pytest

from corpus.types import Problem
from tests.tui.pilots import article_of, press, reading, screen_text
from tests.tui.standin import StandIn, three_articles
from tui.config import Config
from tui.screens.prompt import Prompt
from tui.terminal import crash


async def test_files_that_could_not_be_read_are_told_on_a_small_screen() -> None:
    """In the top line, as long as no article is open whose place stands there."""
    library = StandIn(three_articles())
    library.found_problems = (Problem("a.pdf", "read", "damaged"),)
    async with reading(library, (80, 24)) as pilot:
        assert "1 problem: p" in screen_text(pilot).splitlines()[0]
        await press(pilot, "enter")
        assert "problem" not in screen_text(pilot).splitlines()[0]


async def test_without_an_article_there_is_no_line_to_speak_of() -> None:
    async with reading() as pilot:
        await press(pilot, "escape", "2", "i")
        assert "Open an article first." in screen_text(pilot)
        assert "no name on this line" not in screen_text(pilot)


def test_the_spaces_of_french_stay_in_a_bugs_report(capsys: pytest.CaptureFixture[str]) -> None:
    """They are no control characters, though Python calls them unprintable."""
    crash.tell("arrêté\xa0: «\u202foui\u202f»\n\x1b[31m\u202e")
    assert capsys.readouterr().err == "arrêté\xa0: «\u202foui\u202f»\n?[31m?\n"


@pytest.mark.parametrize("theme", ["dark", "16", "plain"])
async def test_what_one_is_asked_stands_over_what_one_reads(theme: str) -> None:
    """With the terminal's own colours, too, where no colour can be seen through."""
    async with reading(config=Config(theme=theme)) as pilot:
        await press(pilot, "escape", "enter", "a")
        assert isinstance(pilot.app.screen, Prompt)
        title = article_of(pilot).border_title
        assert title and title in screen_text(pilot)
