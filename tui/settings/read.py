"""What a config.toml says, and what of it does not count."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tui.config import Config, Mistake
from tui.keys.keymap import of_preset
from tui.language.i18n import _
from tui.settings import keys as config_keys
from tui.settings import table as config_settings
from tui.settings.table import nearest
from tui.settings.toml import Statement, statements

KEYS = "keys"
TABLES = {KEYS, *(name.partition(".")[0] for name in config_settings.BY_NAME if "." in name)}


def read(written: bytes) -> Config:
    """The configuration in the bytes of a file; its mistakes by line."""
    try:
        text, mistakes = written.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        text = written.decode("utf-8", "replace")
        mistakes = [Mistake(line, _("this is not UTF-8"))]
    settings: dict[str, Any] = {}
    wishes: list[config_keys.Wish] = []
    said: dict[tuple[str, ...], int] = {}
    for one in statements(text):
        if (wrong := _out_of_place(one, said)) is not None:
            mistakes += [Mistake(one.line, wrong)] if wrong else []
        elif one.path[0] == KEYS:
            wish, errors = config_keys.wish(one.line, ".".join(one.path[1:]), one.value)
            wishes += [wish] if wish is not None else []
            mistakes += errors
        elif wrong := _set(one, settings):
            mistakes.append(Mistake(one.line, wrong))
    config = replace(Config(), **settings)
    keys, clashes = config_keys.granted(wishes, of_preset(config.preset))
    return replace(config, keys=keys, mistakes=tuple(sorted(mistakes + clashes)))


def _out_of_place(one: Statement, said: dict[tuple[str, ...], int]) -> str | None:
    """What is wrong with a statement whatever it says; empty for one that sets nothing."""
    if one.error:
        return _("this is not TOML: {error}").format(error=one.error)
    if one.value is None:
        known = one.path[0] in TABLES
        return "" if known else _no_such(_("there is no table [{name}]"), one.path[0], TABLES)
    path = (one.path[0], ".".join(one.path[1:]))
    if path in said:
        return _("this was set before, in line {line}").format(line=said[path])
    said[path] = one.line
    return None


def _set(one: Statement, settings: dict[str, Any]) -> str:
    """Take a setting, or say what is wrong with it."""
    name = ".".join(one.path)
    setting = config_settings.BY_NAME.get(name)
    if setting is None and one.path[0] not in TABLES and len(one.path) > 1:
        return ""  # Its table was told already.
    if setting is None:
        return _no_such(_("there is no setting {name}"), name, config_settings.BY_NAME)
    wrong = setting.wrong(one.value)
    if not wrong:
        settings[setting.field] = one.value
    return f"{name}: {wrong}" if wrong else ""


def _no_such(text: str, name: str, names: Iterable[str]) -> str:
    """That something is not known, and what may have been meant."""
    close = nearest(name, names)
    return text.format(name=name) + (f": {close}" if close else "")
