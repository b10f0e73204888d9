"""Every setting of config.toml besides the keys: what it may be, and what it is for."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, fields

from tui.config import Config
from tui.keys.presets import PRESET_NAMES
from tui.language.i18n import N_, _

DEFAULTS = {field.name: getattr(Config(), field.name) for field in fields(Config)}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `name` is what the file calls it, a dot after its table; `field` is Config's.

    The value has the type of the default; it is one of `choices`, or a number from `least` to
    `most`, where these are given.
    """

    name: str
    field: str
    help: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def default(self) -> object:
        """What counts where nothing is said."""
        return DEFAULTS[self.field]

    def wrong(self, value: object) -> str:
        """Why a value will not do; empty where it will."""
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else _("true or false is wanted")
        if isinstance(self.default, int):
            right = isinstance(value, int) and not isinstance(value, bool)
            if right and self.least <= int(str(value)) <= self.most:
                return ""
            wanted = _("a number from {least} to {most} is wanted")
            return wanted.format(least=self.least, most=self.most)
        if not isinstance(value, str):
            return _("a text in quotation marks is wanted")
        return "" if value in self.allowed() else wrong_choice(value, self.allowed())

    def allowed(self) -> tuple[str, ...]:
        """The texts that will do."""
        return theme_names() if self.field == "theme" else self.choices


def theme_names() -> tuple[str, ...]:
    """The themes that are there: ours and Textual's; empty for the program's choice."""
    from textual.theme import BUILTIN_THEMES

    from tui.terminal.looks import PREFIX
    from tui.terminal.themes import THEMES

    ours = [theme.name for theme in THEMES]
    return ("", *(name.removeprefix(PREFIX) for name in ours), *ours, *BUILTIN_THEMES)


def wrong_choice(value: str, allowed: Iterable[str]) -> str:
    """`there is no "solarised": did you mean "solarized-light"?`"""
    names = [name for name in allowed if name]
    no_such = _('there is no "{value}"').format(value=value)
    return f"{no_such}: {nearest(value, names) or ', '.join(names)}"


def nearest(value: str, names: Iterable[str]) -> str:
    """A question after the name that looks most like a value, empty where none does."""
    close = difflib.get_close_matches(value, list(names), 1, 0.6)
    return _("did you mean {name}?").format(name=close[0]) if close else ""


SETTINGS = (
    Setting("preset", "preset", N_("Where the keys start from."), PRESET_NAMES),
    Setting(
        "theme",
        "theme",
        N_("The colours, by the theme's name; the palette lists them. Empty: recoupe chooses."),
    ),
    Setting(
        "background",
        "background",
        N_("Whose background lies under everything: the theme's or the terminal's own."),
        ("theme", "terminal"),
    ),
    Setting("ascii", "ascii", N_("Draw borders and signs in plain ASCII.")),
    Setting(
        "mouse",
        "mouse",
        N_("Let recoupe have the mouse at the start; without it the terminal selects text."),
    ),
    Setting(
        "language",
        "language",
        N_("The interface's language. Empty: what the locale says."),
        ("", "en", "fr"),
    ),
    Setting(
        "dates",
        "dates",
        N_("How dates are written: 12 Mar 2024 (words) or 2024-03-12 (iso)."),
        ("words", "iso"),
    ),
    Setting(
        "text_width", "text_width", N_("The longest line of an article, in cells."), (), 30, 160
    ),
    Setting(
        "panes.left",
        "left",
        N_("Per cent of the screen's width for the left pane."),
        (),
        16,
        60,
    ),
    Setting(
        "panes.related",
        "related",
        N_("Per cent of the screen's width for the related passages."),
        (),
        16,
        60,
    ),
    Setting(
        "panes.drawer",
        "drawer",
        N_("Per cent of the height for related passages that lie under the article."),
        (),
        16,
        60,
    ),
)

BY_NAME = {setting.name: setting for setting in SETTINGS}
