"""What the commands take, told once: for the help, the manual page and the shells' completion.

The source says it in English, in docstrings and `help=`; it is put into the interface's language
here, when it is shown, and `docs/make_locale.py` gathers the texts by listening.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from typer.core import TyperArgument, TyperGroup, TyperOption

from tui.language.i18n import N_, _

Say = Callable[[str], str]
"""How an English text is shown."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option. `value` is what stands for its value in the help, "" for a switch.

    `values` are all that may be given, where that can be told; `notes` say what counts without it.
    """

    names: tuple[str, ...]
    value: str
    values: tuple[str, ...]
    is_path: bool
    help: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """What a command is given without an option; `values` as an option's."""

    name: str
    values: tuple[str, ...]
    is_path: bool
    required: bool
    many: bool
    help: str

    @property
    def usage(self) -> str:
        """As it stands in the line that shows how a command is called."""
        name = f"{self.name}…" if self.many and " " not in self.name else self.name
        return name if self.required else f"[{name}]"


@dataclass(frozen=True, slots=True)
class Described:
    """A command; `commands` are those that follow its arguments."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]
    commands: tuple["Described", ...]

    @property
    def usage(self) -> str:
        """How it is called, without `recoupe` and its name."""
        words = ["[OPTIONS]", *(one.usage for one in self.arguments)]
        return " ".join([*words, *([_("COMMAND …")] if self.commands else [])])

    @property
    def summary(self) -> str:
        """The first line of its help."""
        return self.help.partition("\n")[0]


LANG = Option(
    ("--lang",),
    "en|fr",
    ("en", "fr"),
    False,
    N_("Speak this language, whatever the configuration and the locale say."),
    (),
)
HELP = Option(("-h", "--help"), "", (), False, N_("Show this help."), ())
COMMON = (LANG, HELP)
"""The options of every command, its last; `tui.cli` itself reads the first one."""


def said(option: Option, say: Say = _) -> Option:
    """An option of ours in the interface's language."""
    return replace(option, help=say(option.help))


def described(name: str, command: Any, say: Say = _) -> Described:
    """What a command of Typer's takes, in the interface's language; or as `say` has it."""
    shown = [one for one in command.params if not one.hidden]
    inner: Mapping[str, Any] = command.commands if isinstance(command, TyperGroup) else {}
    return Described(
        name,
        " \n".join(say(" ".join(part.split())) for part in (command.help or "").split("\n\n")),
        tuple(_argument(one, say) for one in shown if isinstance(one, TyperArgument)),
        (
            *(_option(one, say) for one in shown if isinstance(one, TyperOption)),
            *(said(one, say) for one in COMMON),
        ),
        tuple(described(each, one, say) for each, one in inner.items() if not one.hidden),
    )


def _argument(given: TyperArgument, say: Say) -> Argument:
    kind, many = _kind(given)
    name = given.metavar or str(given.name).upper()
    many = many and not name.endswith("...")
    values = tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
    plain = name.removesuffix("...").strip("[]") if " " not in name else name
    repeats = many or name.rstrip("]").endswith("...")
    name = say(plain.removesuffix("..."))
    words = _choices(_text(given, say), values, say)
    return Argument(name, values, kind is Path, given.required, repeats, words)


def _option(given: TyperOption, say: Say) -> Option:
    kind, _ = _kind(given)
    values = tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
    names = tuple(sorted((*given.opts, *given.secondary_opts), key=len))
    measure = {int: "N", float: "N", Path: "PATH"}.get(kind, "TEXT")
    if values:
        measure = "|".join(values) if len(values) < 3 else names[-1].lstrip("-").upper()
    value = "" if given.is_flag else say(given.metavar or measure)
    default = given.default
    notes = [f"${given.envvar}"] if given.envvar else []
    if default not in (None, "", False) and not callable(default):
        notes.insert(0, str(default))
    words = _choices(_text(given, say), values if len(values) > 2 else (), say)
    return Option(names, value, values, kind is Path, words, tuple(notes))


def _kind(given: Any) -> tuple[Any, bool]:
    """The type of one value, and whether there may be several."""
    kind = given.type_descriptor.annotation
    if get_origin(kind) in (Union, types.UnionType):
        [kind] = [one for one in get_args(kind) if one is not type(None)]
    return (get_args(kind)[0], True) if get_origin(kind) is list else (kind, False)


def _choices(help_: str, values: tuple[str, ...], say: Say) -> str:
    """The help with all that may be given, where the name does not say it."""
    if not values:
        return help_
    return say("{what}: {choices}.").format(what=help_.removesuffix("."), choices=", ".join(values))


def _text(given: Any, say: Say) -> str:
    return say(" ".join((given.help or "").split()))
