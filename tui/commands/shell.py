"""`recoupe completion` and `recoupe man`: what the shell and `man` need, printed."""

from typing import Annotated, Literal

import typer

from tui.commands.base import FOUND
from tui.commands.table import Described, Option, described
from tui.language import i18n

Shell = Literal["bash", "zsh", "fish"]


def completion(
    shell: Annotated[Shell, typer.Argument(help="Which shell to complete commands in.")],
) -> int:
    """Print what a shell needs to complete commands, options and their values.

    Nothing is written anywhere: docs/shell.md says where each shell looks for it.
    """
    from tui.commands.completion import SHELLS

    print(SHELLS[shell](commands(), known), end="")
    return FOUND


def man() -> int:
    """Print the manual page."""
    from tui.commands.manual import page

    i18n.use("en")  # The page is one, whoever prints it.
    print(page(commands()), end="")
    return FOUND


def commands() -> tuple[Described, ...]:
    """All commands, in the order of the help's groups."""
    from typer.main import get_command

    from tui.cli import app
    from tui.commands.help import GROUPS

    found = {one.name: one for one in described("", get_command(app)).commands}
    return tuple(found[name] for group in GROUPS.values() for name in group)


def known(option: Option) -> tuple[str, ...]:
    """The values of an option, also of those that are no fixed list to Typer."""
    from tui.commands.facets import FIELDS, LABELS
    from tui.keys.presets import PRESET_NAMES

    if option.values:
        return option.values
    match option.names[-1]:
        case "--theme":
            from textual.theme import BUILTIN_THEMES

            from tui.terminal.themes import THEMES

            ours = (theme.name.removeprefix("recoupe-") for theme in THEMES)
            return (*ours, *BUILTIN_THEMES)
        case "--preset":
            return tuple(PRESET_NAMES)
        case "--field":
            return tuple(FIELDS)
        case "--label":
            return tuple(LABELS)
        case "--by":
            from tui.commands.counting import UNITS

            return tuple(UNITS)
    return ()
