"""`recoupe config` and `recoupe keys`: what the user has set, and what it comes to."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import RecoupeError
from tui import config
from tui.commands.base import ERROR, FOUND, print_json, print_lines
from tui.commands.text_out import printable
from tui.language.i18n import _

if TYPE_CHECKING:
    from tui.keys import Keymap


def configuration(
    init: Annotated[
        bool, typer.Option("--init", help="Write a file with every setting, commented out.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Tell its mistakes, by line.")] = False,
    path: Annotated[bool, typer.Option("--path", help="Print where the file is.")] = False,
) -> int:
    """Print what is set; or write, check or find the file that sets it."""
    if init + check + path > 1:
        raise RecoupeError("Too much", _("one of --init, --check, --path"), "recoupe config --help")
    if init:
        return _init()
    if path:
        print(config.config_path())
        return FOUND
    return _check() if check else _print()


def key_table(
    preset: Annotated[
        str, typer.Option("--preset", help="Of a preset (default, vim, emacs, less), not yours.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> int:
    """Print every action with its keys, as they are after your configuration."""
    keymap = _preset(preset) if preset else config.load().keymap
    if as_json:
        print_json(_json(keymap))
    else:
        print_lines(_table(keymap))
    return FOUND


def _init() -> int:
    """Write the file, never over another one."""
    from tui.settings.text import template

    path = config.config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        message = _("{path} is there already and stays as it is").format(path=path)
        raise RecoupeError("Not written", message, "recoupe config --check") from None
    print(path)
    return FOUND


def _check() -> int:
    """Each mistake as `file:line: message`; the rest of the file counts."""
    path = config.config_path()
    mistakes = config.load().mistakes
    for mistake in mistakes:
        print(printable(f"{path}:{mistake.line}: {mistake.message}"))
    if not mistakes:
        said = _("{path}: nothing wrong") if path.exists() else _("{path}: no such file, defaults")
        print(said.format(path=path))
    return ERROR if mistakes else FOUND


def _print() -> int:
    """What counts, as the file would say it."""
    from tui.settings.table import SETTINGS
    from tui.settings.text import written

    counts = config.load()
    for setting in SETTINGS:
        print(f"{setting.name} = {written(getattr(counts, setting.field))}")
    for name, keys in counts.keys.items():
        print(f'keys."{name}" = {written(keys)}')
    return FOUND


def _preset(name: str) -> "Keymap":
    """The keys of a preset. Raises RecoupeError where there is none of this name."""
    from tui.keys.keymap import of_preset
    from tui.keys.presets import PRESET_NAMES

    if name not in PRESET_NAMES:
        message = _("there is no preset {name}").format(name=name)
        raise RecoupeError("No such preset", message, ", ".join(PRESET_NAMES))
    return of_preset(name)


def _json(keymap: "Keymap") -> dict[str, Any]:
    """The table for scripts."""
    from tui.keys import ACTIONS

    return {
        "actions": [
            {
                "name": action.name,
                "scope": action.scope,
                "group": action.group,
                "help": action.help,
                "keys": list(keymap.keys(action.name)),
            }
            for action in ACTIONS
        ]
    }


def _table(keymap: "Keymap") -> list[str]:
    """The table for people: group by group, the keys first."""
    from tui.keys import ACTIONS, groups, shown

    keys = {one.name: "  ".join(map(shown, keymap.keys(one.name))) or "–" for one in ACTIONS}
    key_width = max(map(len, keys.values()))
    help_width = max(len(_(action.help)) for action in ACTIONS)
    lines: list[str] = []
    for group, actions in groups().items():
        lines += ["", _(group)] if lines else [_(group)]
        for one in actions:
            words = f"{keys[one.name]:<{key_width}}  {_(one.help):<{help_width}}"
            lines.append(f"  {words}  {one.name}")
    return lines
