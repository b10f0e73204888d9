"""Write the tables of docs/keys.md and docs/configuration.md anew, from the program's own.

    python docs/make_keys.py

Only what stands between a begin and an end remark is replaced. A test says when it is not current.
"""

import re
from collections.abc import Callable
from pathlib import Path

from tui.keys import ACTIONS, SCOPES, Keymap, shown
from tui.keys.action import WHERE
from tui.keys.keymap import of_preset
from tui.keys.presets import PRESET_NAMES
from tui.settings.table import SETTINGS
from tui.settings.text import explained, written

HERE = Path(__file__).parent
PAGES = ("keys.md", "configuration.md")
TABLE = re.compile(r"(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def main() -> None:
    """Write both pages."""
    for name in PAGES:
        page = HERE / name
        page.write_text(current(page.read_text(encoding="utf-8")), encoding="utf-8")


def current(page: str) -> str:
    """A page with its tables as they are now."""
    return TABLE.sub(lambda found: f"{found[1]}{MAKERS[found[2]]()}{found[3]}", page)


def keys() -> str:
    """Every action by where it answers, with its keys in each preset."""
    maps = [of_preset(preset) for preset in PRESET_NAMES]
    lines = []
    for scope in SCOPES:
        mine = [action for action in ACTIONS if action.scope == scope]
        if not mine:
            continue
        lines += [f"## {WHERE[scope]}", ""]
        lines += [f"| action | {' | '.join(PRESET_NAMES)} | `config.toml` |"]
        lines += [f"|---|{'---|' * len(maps)}---|"]
        for action in mine:
            cells = [_cell(keymap, maps[0], action.name) for keymap in maps]
            lines.append(f"| {action.help} | {' | '.join(cells)} | `{action.name}` |")
        lines.append("")
    return "\n".join([*lines, ""])


def settings() -> str:
    """Every setting with its default."""
    lines = ["| setting | default | |", "|---|---|---|"]
    lines += [f"| `{s.name}` | `{written(s.default)}` | {explained(s)} |" for s in SETTINGS]
    return "\n".join([*lines, ""])


def _cell(keymap: Keymap, default: Keymap, name: str) -> str:
    """The keys of an action; nothing where a preset has the default's."""
    mine = keymap.keys(name)
    if keymap is not default and mine == default.keys(name):
        return ""
    return " · ".join(_code(shown(key)) for key in mine)


def _code(key: str) -> str:
    """A key between backquotes, safe inside a table."""
    return "`" + key.replace("|", "\\|") + "`"


MAKERS: dict[str, Callable[[], str]] = {"keys": keys, "settings": settings}

if __name__ == "__main__":
    main()
