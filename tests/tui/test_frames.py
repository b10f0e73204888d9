"""What is sent to the terminal makes it show what Textual meant, in as few bytes as can be."""

import random
import re
from itertools import product

import pyte
import pytest
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._compositor import ChopsUpdate, InlineUpdate, LayoutUpdate
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Region
from textual.strip import Strip

from tests.tui.pilots import reading, until
from tui.terminal.frames import Frames
from tui.terminal.sgr import PLAIN, change, look_of

WIDTH, HEIGHT = 24, 5
_LOOK = re.compile("\x1b\\[[0-9;]*m")
STYLES = [
    Style.parse(definition)
    for definition in (
        "none", "bold", "italic #aabbcc on #101010", "bold #aabbcc on #101010", "underline red",
        "reverse on #101010", "bold italic underline", "dim strike bright_blue on white", "on red",
    )
]  # fmt: skip
WORDS = ["le ", "élu", "…", "日本", "é", "a\u0301", "▌", "  ", "x", "œuvre", "👍", "\u200d"]


def console() -> Console:
    return Console(force_terminal=True, color_system="truecolor", width=WIDTH)


def random_strip(choice: random.Random, width: int) -> Strip:
    pieces = [
        Segment("".join(choice.choices(WORDS, k=choice.randint(1, 4))), choice.choice(STYLES))
        for _ in range(6)
    ]
    return Strip(pieces).adjust_cell_length(width, choice.choice(STYLES))


def layout(lines: list[Strip]) -> LayoutUpdate:
    return LayoutUpdate([[line] for line in lines], Region(0, 0, WIDTH, len(lines)))


def chops(at: dict[int, tuple[int, Strip]]) -> ChopsUpdate:
    """An update of a piece of some lines, each beginning at a column."""
    by_line = [{at[y][0]: at[y][1]} if y in at else {} for y in range(HEIGHT)]
    spans = [(y, x, x + strip.cell_length) for y, (x, strip) in at.items()]
    ends = [[x + strip.cell_length for x, strip in line.items()] for line in by_line]
    return ChopsUpdate(by_line, spans, ends)


class Terminal:
    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self.screen)

    def draw(self, sequence: str) -> None:
        self._stream.feed(sequence)

    def shown(self) -> list[list[pyte.screens.Char]]:
        return [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


@pytest.mark.parametrize("seed", range(10))
def test_frame_after_frame_shows_what_a_whole_new_screen_would(seed: int) -> None:
    choice = random.Random(seed)
    kept, whole = Terminal(), Terminal()
    frames = Frames()
    lines = [random_strip(choice, WIDTH) for _ in range(HEIGHT)]
    for _ in range(6):
        for y in range(HEIGHT):
            if choice.random() < 0.4:
                lines[y] = random_strip(choice, WIDTH)
        kept.draw(frames.sequence(layout(lines), console()))
        whole.draw(Frames().sequence(layout(lines), console()))
        assert kept.shown() == whole.shown()


def test_a_whole_new_screen_is_what_textual_would_send() -> None:
    """Without wide and combining characters, of which pyte, rich and terminals think otherwise."""
    choice = random.Random(1)
    ours, theirs = Terminal(), Terminal()
    for _ in range(5):
        lines = [
            Strip(
                [Segment(choice.choice(WORDS[:3]), choice.choice(STYLES)) for _ in range(12)]
            ).adjust_cell_length(WIDTH)
            for _ in range(HEIGHT)
        ]
        ours.draw(Frames().sequence(layout(lines), console()))
        theirs.draw(layout(lines).render_segments(console()))
        assert ours.shown() == theirs.shown()


def test_pieces_of_lines_are_drawn_where_textual_would_draw_them() -> None:
    choice = random.Random(2)
    ours, theirs, frames = Terminal(), Terminal(), Frames()
    for _ in range(30):
        at = {}
        for y in sorted(choice.sample(range(HEIGHT), 2)):
            x = choice.randrange(WIDTH - 4)
            width = choice.randint(1, WIDTH - x)
            style = choice.choice(STYLES)
            text = "".join(choice.choices("abcé…", k=width))
            at[y] = (x, Strip([Segment(text, style)]))
        ours.draw(frames.sequence(chops(at), console()))
        theirs.draw(chops(at).render_segments(console()))
        assert ours.shown() == theirs.shown()


def test_only_what_differs_is_sent() -> None:
    frames = Frames()
    style = STYLES[2]
    before = [Strip([Segment("une ligne de ce journal ", style)])] * HEIGHT
    after = [*before[:-1], Strip([Segment("une signe de ce journal ", style)])]
    assert len(frames.sequence(layout(before), console())) > 100
    assert frames.sequence(layout(before), console()) == ""
    sent = frames.sequence(layout(after), console())
    assert "s" in sent and "journal" not in sent
    assert len(sent) < 50


def test_what_stands_after_a_wide_character_is_sent_again() -> None:
    frames = Frames()
    frames.sequence(layout([Strip([Segment("日本 a b c".ljust(WIDTH - 2))])]), console())
    sent = frames.sequence(layout([Strip([Segment("日本 a b d".ljust(WIDTH - 2))])]), console())
    assert "日本 a b d" in sent


def test_everything_is_sent_again_where_the_terminal_may_show_anything() -> None:
    frames = Frames()
    lines = [Strip([Segment("journal".ljust(WIDTH))])]
    frames.sequence(layout(lines), console())
    frames.forget()
    assert "journal" in frames.sequence(layout(lines), console())


def test_what_came_late_for_another_size_is_drawn_over() -> None:
    """It was drawn when the window had another size already, and may stand anywhere."""
    frames = Frames()
    strips = [Strip([Segment(sign * WIDTH)]) for sign in "abcde"]
    frames.sequence(layout(strips), console())
    frames.forget()
    frames.sequence(chops({1: (0, strips[1])}), console())
    smaller = layout(strips[:3])
    assert frames.sequence(smaller, console()) == Frames().sequence(smaller, console())


def test_an_update_of_another_kind_is_sent_as_it_is_and_ends_what_was_known() -> None:
    frames = Frames()
    lines = [Strip([Segment("journal".ljust(WIDTH))])]
    frames.sequence(layout(lines), console())
    assert "journal" in frames.sequence(InlineUpdate(lines), console())
    assert "journal" in frames.sequence(layout(lines), console())


def test_a_change_of_look_leads_to_that_look() -> None:
    changed, anew = Terminal(), Terminal()
    for old, new in product(STYLES, STYLES):
        looks = [look_of(style, ColorSystem.TRUECOLOR) for style in (old, new)]
        changed.draw(f"\x1b[H{change(PLAIN, looks[0])}{change(*looks)}x\x1b[m")
        anew.draw(f"\x1b[H{new.render('x')}")
        assert changed.shown()[0][0] == anew.shown()[0][0]
        assert len(change(*looks)) <= len(new.render("x")) + 2


def test_the_same_look_costs_nothing() -> None:
    look = look_of(STYLES[2], ColorSystem.TRUECOLOR)
    assert change(look, look) == ""


def test_a_blank_of_another_colour_is_not_sent_again() -> None:
    """Nothing of the colour would be seen; of what is underlined or behind it, it would."""
    frames = Frames()

    def sent(style: str) -> str:
        strip = Strip([Segment("a", Style.parse("on black")), Segment("   b", Style.parse(style))])
        return frames.sequence(layout([strip]), console())

    sent("red on black")
    assert " " not in sent("blue on black")
    assert " " in sent("underline blue on black")
    assert " " in sent("blue on white")


async def test_a_window_back_at_its_size_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """It had another size for a moment, and what stood in it may be gone."""
    sent: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, sequence: sent.append(sequence))
    async with reading(size=(80, 24)) as pilot:
        assert "esc list" in _LOOK.sub("", "".join(sent))
        sent.clear()
        pilot.app.post_message(events.Resize(pilot.app.size, pilot.app.size))
        await until(pilot, lambda: "esc list" in _LOOK.sub("", "".join(sent)))
