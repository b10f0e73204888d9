"""The mouse selects characters of the article, exactly those that one sees lit."""

from rich.cells import cell_len
from textual.geometry import Offset
from textual.pilot import Pilot

from corpus.types import Span
from tests.tui.pilots import article_of, press, reading, settle
from tests.tui.standin import StandIn, make_article
from tui.text.render import Line
from tui.widgets.selecting import sign_at, trimmed, word_at

FIRST = "Les dockers de Port-Louvet ont voté : « oui » à l’unanimité, mardi soir."
SECOND = "Le café 港町 ferme à 1 000 mètres du quai."


def cell_of(pilot: Pilot[int], words: str) -> Offset:
    """Where these words begin on the screen, in cells."""
    view = article_of(pilot)
    assert view.column is not None
    for y, line in enumerate(view.column.lines):
        if words in line.text:
            x = view.text_left + cell_len(line.text.split(words)[0])
            return view.content_region.offset + Offset(x, y - view.scroll_offset.y)
    raise AssertionError(f"{words} is not in view")


async def drag(pilot: Pilot[int], start: Offset, end: Offset) -> None:
    """Press, move, let go."""
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=start + Offset(1, 0))
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await settle(pilot)


def selected(pilot: Pilot[int]) -> str:
    """The text that is selected, "" for none."""
    view = article_of(pilot)
    assert view.article is not None
    return view.article.slice(view.selected) if view.selected is not None else ""


def library() -> StandIn:
    """Two paragraphs, the second with signs of two cells."""
    return StandIn([make_article("port.txt", "La grève", [FIRST, SECOND])])


async def test_a_drag_selects_the_characters_under_it() -> None:
    """Both ends included, forwards as well as backwards, over the blank line between paragraphs;
    these and no others are drawn in another look."""
    async with reading(library(), (80, 24)) as pilot:
        await press(pilot, "enter", "enter")
        begin, end = cell_of(pilot, "Port"), cell_of(pilot, "voté") + Offset(3, 0)
        await drag(pilot, begin, end)
        assert selected(pilot) == "Port-Louvet ont voté"
        await drag(pilot, end, begin)
        assert selected(pilot) == "Port-Louvet ont voté"
        await drag(pilot, cell_of(pilot, "mardi"), cell_of(pilot, "Le café") + Offset(6, 0))
        assert selected(pilot) == "mardi soir.\n\nLe café"
        # Two cells a sign: the drag ends in the first half of the second.
        await drag(pilot, cell_of(pilot, "Le café"), cell_of(pilot, "港町") + Offset(2, 0))
        assert selected(pilot) == "Le café 港町"
        at = cell_of(pilot, "ferme")
        style = pilot.app.screen.get_style_at(*at)
        await drag(pilot, at, at + Offset(4, 0))
        assert pilot.app.screen.get_style_at(*at) != style
        assert pilot.app.screen.get_style_at(*(at + Offset(5, 0))) == style


async def test_a_selection_outlives_another_width_and_ends_with_a_click() -> None:
    """What is selected is text, not cells; a drag leaves the place, a click moves it; two clicks
    select a word, three the paragraph."""
    async with reading(library()) as pilot:
        await press(pilot, "enter", "enter")
        before = article_of(pilot).paragraph
        await drag(pilot, cell_of(pilot, "Le café"), cell_of(pilot, "mètres"))
        assert selected(pilot).startswith("Le café") and article_of(pilot).paragraph == before
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert selected(pilot).startswith("Le café")
        await pilot.click(offset=cell_of(pilot, "Le café"))
        await settle(pilot)
        assert (selected(pilot), article_of(pilot).paragraph) == ("", 2)
        await pilot.double_click(offset=cell_of(pilot, "Louvet"))
        await settle(pilot)
        assert selected(pilot) == "Port-Louvet"
        await pilot.triple_click(offset=cell_of(pilot, "ferme"))
        await settle(pilot)
        assert selected(pilot) == SECOND


def test_cells_outside_of_the_text_are_its_ends() -> None:
    """Left of a line its beginning, right of it its end; on a line without text its place."""
    line = Line("body", "où l’on", 10, Span(10, 18), 1)
    assert sign_at(line, -3) == Span(10, 10)
    assert sign_at(line, 1) == Span(11, 12)
    assert sign_at(line, 40) == Span(17, 17)
    assert sign_at(Line("meta", "AFP · 2024", 10), 3) == Span(10, 10)


def test_words_and_blanks() -> None:
    """A word is cut out of its elision and kept whole at its hyphen; blanks at ends fall off."""
    text = "à l’Élysée, Port-Louvet  "
    assert text[slice(*_ends(word_at(text, 5)))] == "Élysée"
    assert text[slice(*_ends(word_at(text, 16)))] == "Port-Louvet"
    assert word_at(text, 1) is None
    assert trimmed(text, Span(11, 25)) == Span(12, 23)
    assert trimmed(text, Span(23, 25)) is None


def _ends(span: Span | None) -> tuple[int, int]:
    assert span is not None
    return span.start, span.end
