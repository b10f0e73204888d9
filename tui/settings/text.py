"""What is said of the configuration: a file with everything in it that can be set, each line
commented out, and what is wrong in the user's own."""

import json
import textwrap
from collections.abc import Iterator

from tui.config import Config, config_path
from tui.keys.keymap import groups
from tui.language.i18n import _, ngettext
from tui.settings.table import SETTINGS, Setting

WIDTH = 90


def written(value: object) -> str:
    """A value as TOML writes it; ours are texts, numbers, truths, and lists of texts."""
    if isinstance(value, tuple):
        return f"[{', '.join(written(one) for one in value)}]"
    return json.dumps(value, ensure_ascii=False)


def template() -> str:
    """What `recoupe config --init` writes."""
    about = _(
        "recoupe's configuration. What stands here behind a # is what counts anyway: take the # "
        "away and change it. `recoupe config --check` tells mistakes with their lines."
    )
    lines = [*_remark(about), ""]
    table = ""
    for setting in SETTINGS:
        name, _dot, inner = setting.name.partition(".")
        if inner and name != table:
            lines += [f"[{name}]", ""]
            table = name
        lines += [
            *_remark(explained(setting)),
            f"# {inner or name} = {written(setting.default)}",
            "",
        ]
    return "\n".join([*lines, *_keys(), ""])


def explained(setting: Setting) -> str:
    """What a setting is for, and what it may be."""
    named = [written(choice) for choice in setting.choices]
    choices = _("One of {choices}.").format(choices=", ".join(named)) if named else ""
    least, most = setting.least, setting.most
    span = _("From {least} to {most}.").format(least=least, most=most) if most else ""
    return " ".join(part for part in (_(setting.help), choices, span) if part)


def _keys() -> Iterator[str]:
    """The table [keys]."""
    yield "[keys]"
    yield ""
    yield from _remark(
        _(
            'A key, or a list of keys, the first of which is shown: "n", "ctrl+n", "pagedown", '
            '"f5"; a chord is typed key after key: "g g"; [] takes all keys away. The keys here '
            "are the default preset's."
        )
    )
    for group, actions in groups().items():
        yield ""
        yield f"# {_(group)}"
        for action in actions:
            yield f'# "{action.name}" = {written(action.keys)}  # {_(action.help)}'


def _remark(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, WIDTH)]


def told(found: Config) -> str:
    """What the screen says of the mistakes in the file; empty where there are none."""
    if not found.mistakes:
        return ""
    first, count = found.mistakes[0], len(found.mistakes)
    many = ngettext("{n} mistake in {path}", "{n} mistakes in {path}", count)
    where = many.format(n=count, path=config_path())
    line = _("line {line}: {message}").format(line=first.line, message=first.message)
    return "\n".join((where, line, _("recoupe config --check tells all of them.")))
