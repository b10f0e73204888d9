"""The help of the command line: commands in groups, one look for all, an example for each."""

from collections.abc import Callable, Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from tui.commands.table import Argument, Option, described, said
from tui.language.i18n import N_, _

GROUPS: dict[str, dict[str, str]] = {
    N_("Read"): {
        "read": N_("open the reader on a folder; `recoupe FOLDER` does, too"),
        "demo": N_("open it on bundled articles, the first time with a tour"),
        "serve": N_("open it in a browser"),
    },
    N_("The library"): {
        "index": N_("read a folder's articles; what has not changed is kept"),
        "list": N_("the articles, and the files that could not be read"),
        "show": N_("one article: its text, its names, what was folded"),
    },
    N_("Search"): {
        "search": N_("passages that answer a query, best first"),
        "related": N_("what other articles say about a paragraph, and why"),
        "compare": N_("what two articles agree on, and where they differ"),
        "kwic": N_("every place of a word or name, in its context"),
        "facets": N_("how what answers a query divides"),
        "timeline": N_("how it divides by year, month, week or day"),
    },
    N_("Who, when, how many"): {
        "entities": N_("people, places, organisations, and who stands with whom"),
        "names": N_("merge, split, rename or reject them"),
        "speakers": N_("who is quoted, the most quoted first"),
        "quotes": N_("what is quoted, and who says it"),
        "dates": N_("dates and periods in the text"),
        "figures": N_("quantities in the text"),
    },
    N_("Keep and cite"): {
        "notes": N_("your notes and bookmarks"),
        "cite": N_("the citation of a paragraph"),
        "verify": N_("whether what you quoted still stands there"),
        "export": N_("results, notes, names, quotations, contexts as a file"),
    },
    N_("recoupe itself"): {
        "config": N_("what you have set"),
        "keys": N_("every action and its keys"),
        "completion": N_("what your shell needs to complete commands"),
        "man": N_("the manual page"),
    },
}
"""All commands, each with what it is for in a few words."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("recoupe demo", "recoupe ~/articles", 'recoupe search ~/articles "Kerbrat grève"'),
    "read": ("recoupe ~/articles", 'recoupe read ~/articles -q "grève des dockers"'),
    "demo": ("recoupe demo", "recoupe demo --tour"),
    "serve": ("recoupe serve ~/articles", "recoupe serve ~/articles --port 0"),
    "index": ("recoupe index ~/articles", "recoupe index ~/articles --watch"),
    "list": ("recoupe list ~/articles", "recoupe list ~/articles --json | jq .problems"),
    "show": ("recoupe show ~/articles port.txt", "recoupe show ~/articles port.txt --folded"),
    "search": (
        "recoupe search ~/articles 'grève AND port'",
        "recoupe search ~/articles 'person:Kerbrat' --order newest --limit 5",
    ),
    "related": ("recoupe related ~/articles port.txt 4",),
    "compare": (
        "recoupe compare ~/articles port.txt fret.txt",
        "recoupe compare ~/articles port.txt 4 fret.txt 2",
    ),
    "kwic": (
        "recoupe kwic ~/articles grève --sort right1",
        "recoupe kwic ~/articles --entity Kerbrat --tsv > kerbrat.tsv",
    ),
    "facets": ("recoupe facets ~/articles grève --field source --field month",),
    "timeline": ("recoupe timeline ~/articles grève --by week",),
    "entities": (
        "recoupe entities ~/articles --label person",
        "recoupe entities ~/articles --with Kerbrat",
    ),
    "names": (
        "recoupe names ~/articles merge Choïgou Shoigu",
        "recoupe names ~/articles list",
        "recoupe names ~/articles undo",
    ),
    "speakers": ("recoupe speakers ~/articles grève",),
    "quotes": ("recoupe quotes ~/articles --entity Kerbrat",),
    "dates": ("recoupe dates ~/articles --article port.txt",),
    "figures": ("recoupe figures ~/articles --entity Lorvent --json",),
    "notes": ("recoupe notes ~/articles --tag enquête --markdown",),
    "cite": ("recoupe cite ~/articles port.txt 4 --format markdown",),
    "verify": ("recoupe verify draft.md ~/articles",),
    "export": ("recoupe export ~/articles results grève --format csv -o greve.csv",),
    "config": ("recoupe config --init", "recoupe config --check"),
    "keys": ("recoupe keys", "recoupe keys --preset vim"),
    "completion": ("recoupe completion bash > ~/.local/share/bash-completion/completions/recoupe",),
    "man": ("recoupe man | man -l -",),
}

WIDE = 24
"""A name of so many letters leaves its help no room."""

VERSION = Option(("--version",), "", (), False, N_("Print the version."), ())


def rows(given: Iterable[Option | Argument]) -> list[tuple[str, str]]:
    """What is given, and what it is: two columns of the help."""
    found = []
    for one in given:
        if isinstance(one, Argument):
            found.append((one.name if len(one.name) < WIDE else one.usage.split()[0], one.help))
        else:
            name = f"{', '.join(one.names)} {one.value}".rstrip()
            found.append((name, one.help + "".join(f" [{note}]" for note in one.notes)))
    return found


class _Shown:
    """How the help of any command looks."""

    def format_help(self, context: Any, formatter: Any) -> None:
        """Write it: how to call it, what it does, what it takes, examples."""
        path = context.command_path
        name = path.partition(" ")[2]
        told = described(name, self)
        usage = told.usage if name else _("[FOLDER | COMMAND …]")
        formatter.write_usage(path, usage, _("Usage:") + " ")
        for part in told.help.split("\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(part.strip())
        _section(formatter, _("Arguments"), rows(told.arguments))
        if name:
            inner = [(one.name, one.summary.strip()) for one in told.commands]
            _section(formatter, _("Commands"), inner)
        else:
            for group, commands in GROUPS.items():
                words = [(command, _(about)) for command, about in commands.items()]
                _section(formatter, _(group), words)
        options = told.options if name else (said(VERSION), *told.options)
        _section(formatter, _("Options"), rows(options))
        _heading(formatter, _("Examples"))
        for line in EXAMPLES.get(name, ()):
            formatter.write(f"  {line}\n")


class Command(_Shown, TyperCommand):
    """A command."""


class Group(_Shown, TyperGroup):
    """A command with commands of its own."""


class Commands(typer.Typer):
    """The commands, whose help looks as it does here."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """As Typer's."""
        return super().command(name, cls=Command, **settings)


def _section(formatter: Any, title: str, found: list[tuple[str, str]]) -> None:
    if found:
        _heading(formatter, title)
        with formatter.indentation():
            formatter.write_dl(found)


def _heading(formatter: Any, title: str) -> None:
    """A heading, with the colon as the language sets it."""
    formatter.write_paragraph()
    formatter.write(_("{title}:").format(title=title) + "\n")
