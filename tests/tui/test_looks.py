"""In every theme all can be read and told apart, in no colours as in all."""

from itertools import combinations
from typing import get_args

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.pilots import article_of, press, reading, screen_text, settle, until
from tests.tui.standin import StandIn, make_article, three_articles
from tui.config import Config
from tui.terminal import looks, manners, signs, themes
from tui.text.render import Role

FRAME: frozenset[Role] = frozenset({"bar"})
"""Not read, only seen."""
KINDS: tuple[Role, ...] = ("PER", "LOC", "ORG", "MISC")
LIT: tuple[Role, ...] = (*KINDS, "match", "found", "shared", "selected", "body")
VGA = {
    "ansi_default": "#aaaaaa", "ansi_bright_cyan": "#55ffff", "ansi_bright_green": "#55ff55",
    "ansi_bright_yellow": "#ffff55", "ansi_bright_magenta": "#ff55ff",
    "ansi_bright_red": "#ff5555",
}  # fmt: skip
XTERM_ON_WHITE = {
    "ansi_default": "#000000", "ansi_blue": "#0000ee", "ansi_magenta": "#a000a0",
    "ansi_red": "#cd0000",
}  # fmt: skip


def ratio(one: Color, other: Color) -> float:
    """The contrast of two colours, as WCAG 2 reckons it."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rich(colour: RichColor | None) -> Color:
    """A style's colour as one that can be reckoned with."""
    assert colour is not None and colour.triplet is not None
    return Color(*colour.triplet)


def attributes(style: Style) -> tuple[bool, ...]:
    """What a look is without its colours."""
    flags = (style.bold, style.italic, style.underline, style.reverse, style.dim)
    return tuple(bool(flag) for flag in flags)


async def wear(pilot: Pilot[int], name: str) -> None:
    """Put a theme on."""
    pilot.app.theme = name
    await settle(pilot)


OWN = [theme for theme in themes.THEMES if not theme.ansi]


async def test_all_can_be_read_and_told_apart_in_every_theme() -> None:
    """Kinds and marks by more than colour; and in our own colours with enough contrast."""
    async with reading(StandIn(three_articles())) as pilot:
        for theme in themes.THEMES:
            await wear(pilot, theme.name)
            if theme in OWN:
                check_contrast(pilot, theme.name)
            check_attributes(pilot, theme)


def check_contrast(pilot: Pilot[int], theme: str) -> None:
    """4.5:1 at least for all that is read, 7:1 where high contrast is promised."""
    view, least = article_of(pilot), 7.0 if "contrast" in theme else 4.5
    for role in get_args(Role):
        look = view.look((role,))
        found = ratio(rich(look.color), rich(look.bgcolor))
        assert found >= (1.5 if role in FRAME else least), (theme, role, round(found, 2))
    variables = pilot.app.theme_variables
    for name in ("primary", "accent", "error", "warning", "success", "quiet"):
        ink, panel = (Color.parse(variables[key]) for key in (name, "panel"))
        assert ratio(ink, panel) >= least, (theme, name, "on the panel")


def check_attributes(pilot: Pilot[int], theme: Theme) -> None:
    """Bold, italic, underlined, reversed: no two alike, in whatever colours."""
    view = article_of(pilot)
    seen = {role: attributes(view.look((role,))) for role in LIT}
    if theme in OWN:
        # What is selected has a background of its own there.
        del seen["selected"]
        background = view.look(("selected",)).bgcolor
        assert background not in (view.look((role,)).color for role in ("found", "match"))
        assert ratio(rich(background), rich(view.look(("body",)).bgcolor)) >= 1.2
    for one, other in combinations(seen, 2):
        assert seen[one] != seen[other], (theme.name, one, other)


@pytest.mark.parametrize(
    ("name", "palette", "paper"),
    [
        (themes.SIXTEEN, VGA, "#000000"),
        (themes.SIXTEEN_LIGHT, XTERM_ON_WHITE, "#ffffff"),
    ],
)
def test_sixteen_colours_can_be_read(name: str, palette: dict[str, str], paper: str) -> None:
    """By name only, each readable on the background that the theme is for."""
    theme = next(one for one in themes.THEMES if one.name == name)
    own = {theme.primary, theme.secondary, theme.accent, theme.error, theme.success}
    kinds = {theme.variables[kind] for kind in ("person", "location", "organisation", "other")}
    for colour in {*own, *kinds}:
        assert colour is not None and colour.startswith("ansi_")
        assert ratio(Color.parse(palette[colour]), Color.parse(paper)) >= 4.5, colour


async def test_without_colours_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR: bold and reversed remain, and not even grey is sent."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as pilot:
        await press(pilot, *"Kerbrat", "enter")
        assert pilot.app.theme == themes.PLAIN
        for colour, background in colours_of(pilot):
            assert (colour, background) == ("default", "default")
        # The lit line of the palette is seen all the same.
        await pilot.press("colon")
        await until(pilot, lambda: _underlined(pilot, "Go to the search box"))
        assert not _underlined(pilot, "Next matched word")


async def test_on_the_terminals_background_in_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """background = "terminal": no cell has another, and the theme's colours stay. GNU screen is
    sent no italics: it would reverse them, as what was searched."""
    monkeypatch.setenv("TERM", "screen")
    async with reading(config=Config(theme="dark", background="terminal")) as pilot:
        await press(pilot, *"Kerbrat", "enter")
        seen = set(colours_of(pilot))
        assert {background for _, background in seen} == {"default"}
        assert any(colour.startswith("#") for colour, _ in seen)
        styles = styles_of(pilot)
        assert any(style.dim for style in styles) and not any(style.italic for style in styles)


def colours_of(pilot: Pilot[int]) -> list[tuple[str, str]]:
    """The colours of all that is on the screen."""
    return [
        (style.color.name if style.color else "default",
         style.bgcolor.name if style.bgcolor else "default")
        for style in styles_of(pilot)
    ]  # fmt: skip


def _underlined(pilot: Pilot[int], words: str) -> bool:
    """Whether these words are underlined on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    found = [piece for strip in strips for piece in strip if words in piece.text]
    return any(piece.style is not None and piece.style.underline for piece in found)


def styles_of(pilot: Pilot[int]) -> list[Style]:
    """The styles of all that is on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return [segment.style for strip in strips for segment in strip if segment.style]


async def test_in_ascii_nothing_else_is_drawn() -> None:
    """Borders, signs, typography, Textual's own; each one cell, so nothing moves. Keys whose names
    are signs go by words."""
    articles = [make_article("port.txt", "« Port »", ["L’article – en bref… — « ouf »."])]
    async with reading(StandIn(articles), config=Config(ascii=True)) as pilot:
        await press(pilot, *"port", "enter")
        plain = screen_text(pilot)
    assert plain.isascii(), sorted({c for c in plain if not c.isascii()})
    assert {len(line) for line in plain.split("\n")} == {120}
    assert 'L\'article - en bref~ - " ouf ".' in plain and "Enter card" in plain


def test_every_sign_is_one_cell_and_has_another() -> None:
    """The table is whole."""
    for name in signs.NAMES:
        shown = signs.sign(name)
        assert len(shown) == 1 and shown.translate(signs.ASCII).isascii(), name
    assert signs.sparkline([0, 1, 3, 8]) == " ▁▃█"
    assert signs.sparkline([0, 1, 3, 8]).translate(signs.ASCII).isascii()
    assert signs.sparkline([]) == ""


@pytest.mark.parametrize(
    ("environ", "wanted", "chosen"),
    [
        ({"TERM": "xterm-256color"}, "", "recoupe-dark"),
        ({"TERM": "xterm-256color"}, "light", "recoupe-light"),
        ({"TERM": "xterm-256color"}, "recoupe-contrast", "recoupe-contrast"),
        ({"TERM": "xterm-256color"}, "nord", "nord"),
        ({"TERM": "xterm-256color"}, "no such", "recoupe-dark"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "", "recoupe-light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;default;15"}, "", "recoupe-light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "", "recoupe-dark"),
        ({"TERM": "linux"}, "", "recoupe-16"),
        ({"TERM": "linux", "COLORFGBG": "0;15"}, "", "recoupe-16-light"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", "recoupe-dark"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "light", "recoupe-plain"),
    ],
)
def test_the_theme_suits_the_terminal(environ: dict[str, str], wanted: str, chosen: str) -> None:
    """Asked for, else by what the terminal says of itself."""
    known = dict.fromkeys((*themes.NAMES, "nord"))
    assert looks.theme_of(wanted, known, environ) == chosen


def test_colours_by_the_terminals_name() -> None:
    """What names and COLORTERM say; terminfo for the others."""
    assert manners.colours({"TERM": "foot"}) == 256
    assert manners.colours({"TERM": "xterm-direct"}) > 256
    assert manners.colours({"TERM": "screen.xterm-256color"}) == 256
    assert manners.colours({"TERM": "xterm", "COLORTERM": "24bit"}) > 256
    assert manners.colours({"TERM": "linux"}) == 8
