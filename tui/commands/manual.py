"""The manual page `recoupe(1)`, made from what the commands themselves say."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from tui.commands.help import EXAMPLES, GROUPS, VERSION
from tui.commands.table import COMMON, LANG, Argument, Described, Option

ABOUT = (
    "reads a folder of news articles in the terminal: it searches them, lights the names in them, "
    "and shows what the others say about the same thing, and why. Answers of the other commands "
    "go to standard output, progress and problems to standard error."
)
STATUS = {
    "0": "Something was found.",
    "1": "Nothing was found.",
    "2": "It could not be done; standard error says why.",
    "130": "It was stopped by Ctrl-C; what was done is kept.",
}
ENVIRONMENT = {
    "RECOUPE_DATA": "Where indexes and all else that is derived is kept, as --data.",
    "RECOUPE_OWN": "Where your own files are kept: notes, bookmarks, decisions on names.",
    "RECOUPE_CONFIG": "Your configuration, instead of config.toml in its usual place.",
    "RECOUPE_TOKEN": "The token of recoupe serve, as --token.",
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": "The language of the screens and of all that is said.",
    "NO_COLOR": "No colours.",
    "EDITOR, VISUAL, PAGER": "What an article's source is opened with.",
}


def page(commands: tuple[Described, ...]) -> str:
    """The page in roff, for `man`."""
    return "\n".join(_lines({one.name: one for one in commands})) + "\n"


def _lines(commands: dict[str, Described]) -> Iterator[str]:
    yield f'.TH RECOUPE 1 "" "recoupe {version("recoupe")}" "User Commands"'
    # Whole sentences at the left, and never a word cut in two: options are words, too.
    yield from (".nh", ".ad l")
    yield from (".SH NAME", r"recoupe \- read a folder of news articles in the terminal")
    yield from (".SH SYNOPSIS", ".B recoupe", _escaped("[FOLDER | COMMAND ...]"))
    yield from (".SH DESCRIPTION", ".B recoupe", _escaped(ABOUT))
    yield from _table([*map(_taken, (VERSION, LANG)), (("-h", "--help"), "Show the help.")])
    yield ".SH COMMANDS"
    for group, names in GROUPS.items():
        yield f".SS {_escaped(group)}"
        for name in names:
            yield from _command(name, commands[name])
    yield ".SH EXIT STATUS"
    yield from _table(((name,), words) for name, words in STATUS.items())
    yield ".SH ENVIRONMENT"
    yield from _table(((name,), words) for name, words in ENVIRONMENT.items())
    yield ".SH EXAMPLES"
    yield from _examples(EXAMPLES[""])
    yield from (".SH SEE ALSO", _escaped("In the reader ? lists all keys; recoupe keys does, too."))


def _command(path: str, one: Described) -> Iterator[str]:
    """A command, its commands after it."""
    yield ".TP"
    yield rf"\fBrecoupe {_escaped(path)}\fR {_escaped(one.usage)}"
    paragraphs = [part.strip() for part in one.help.split("\n")]
    yield _escaped(paragraphs[0])
    for part in paragraphs[1:]:
        yield from (".IP", _escaped(part))
    taken: list[Argument | Option] = [*one.arguments, *one.options[: -len(COMMON)]]
    if taken:
        yield ".RS"
        yield from _table(map(_taken, taken))
        yield ".RE"
    for inner in one.commands:
        yield from _command(f"{path} FOLDER {inner.name}", inner)
    if EXAMPLES.get(path):
        yield from (".RS", ".PP", "Examples:")
        yield from _examples(EXAMPLES[path])
        yield ".RE"


def _taken(one: Argument | Option) -> tuple[tuple[str, ...], str]:
    if isinstance(one, Argument):
        return (one.name,), one.help
    last = f"{one.names[-1]} {one.value}".rstrip()
    return (*one.names[:-1], last), one.help + "".join(f" [{note}]" for note in one.notes)


def _table(rows: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[str]:
    for names, words in rows:
        yield ".TP"
        yield ", ".join(rf"\fB{_escaped(name)}\fR" for name in names)
        yield _escaped(words) or r"\&"


def _examples(lines: Iterable[str]) -> Iterator[str]:
    yield from (".PP", ".nf", ".RS", *map(_escaped, lines), ".RE", ".fi")


def _escaped(text: str) -> str:
    """Text in which roff finds nothing to obey."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("`", r"\(ga")
    text = text.replace("'", r"\(aq").replace("^", r"\(ha").replace("~", r"\(ti")
    text = "".join(c if c < "\x7f" else f"\\[u{ord(c):04X}]" for c in text)
    return rf"\&{text}" if text.startswith(".") else text
