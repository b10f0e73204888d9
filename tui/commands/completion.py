"""What a shell needs to complete `recoupe`: a script that holds everything.

So that completing starts no Python: a key press may not take a third of a second. The script
belongs to the version that printed it.
"""

from collections.abc import Callable, Iterable, Iterator

from tui.commands.help import VERSION
from tui.commands.table import HELP, Argument, Described, Option
from tui.language.i18n import _

Commands = tuple[Described, ...]


def bash(commands: Commands, values: Callable[[Option], tuple[str, ...]]) -> str:
    """For bash, from 3.2 on. What may be a file is left to bash itself, which quotes names."""
    flat = list(_flat(commands))
    taking = [f'"{path} {name}"' for path, one in flat for name in _taking(one)]
    lines = [
        "# bash completion for recoupe",
        "_recoupe() {",
        '    local cur=${COMP_WORDS[COMP_CWORD]} prev="" at="" words="" options="" i given=0',
        "    COMPREPLY=()",
        "    ((COMP_CWORD)) && prev=${COMP_WORDS[COMP_CWORD-1]}",
        "    if [[ $cur == = ]]; then cur=",
        "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi",
        "    for ((i = 1; i < COMP_CWORD; i++)); do",
        "        # The value of an option is no argument.",
        '        case "$at ${COMP_WORDS[i-1]}" in',
        f"            *' ='|{'|'.join(taking)}) continue ;;",
        "        esac",
        '        case "$at ${COMP_WORDS[i]}" in',
        *(f"            {_pattern(path)}) at={_quoted(path)} given=0 ;;" for path, _ in flat),
        "            *' -'*|*' =') ;;",
        "            *) ((given++)) ;;",
        "        esac",
        "    done",
        "    if [[ -z $at && $given -gt 0 ]]; then at=read; fi",
        '    case "$at $prev" in',
        *(f"        {line}" for path, one in flat for line in _bash_values(path, one, values)),
        "    esac",
        '    case "$at $given" in',
        f"        ' 0') words={_quoted(' '.join(_names(commands)))} ;;",
        *(f"        {line}" for path, one in flat for line in _bash_words(path, one)),
        "    esac",
        '    case "$at" in',
        "        '') options='--help --version' ;;",
        *(f'        "{path}") options={_quoted(_switches(one))} ;;' for path, one in flat),
        "    esac",
        "    if [[ $cur == -* ]]; then words=$options; fi",
        '    COMPREPLY=($(compgen -W "$words" -- "$cur"))',
        "}",
        "complete -o default -F _recoupe recoupe",
    ]
    return "\n".join(lines) + "\n"


def zsh(commands: Commands, values: Callable[[Option], tuple[str, ...]]) -> str:
    """For zsh, to be put into its fpath as `_recoupe`, or sourced."""
    lines = ["#compdef recoupe", ""]
    for path, one in _flat(commands):
        lines += [f"{_function(path)}() {{", *_zsh_body(path, one, values), "}", ""]
    lines += [
        "_recoupe() {",
        "    local curcontext=$curcontext line state",
        "    local -a commands=(",
        *(f"        {_quoted(_colon(one))}" for one in commands),
        "    )",
        f"    _arguments -C '(- *)'{{-h,--help}}{_quoted(f'[{_bracketed(_(HELP.help))}]')} \\",
        f"        {_quoted(f'(- *)--version[{_bracketed(_(VERSION.help))}]')} \\",
        "        '1: :->command' '*:: :->rest'",
        "    case $state in",
        "        command) _describe -t commands 'command' commands; _files ;;",
        "        rest)",
        "            case $words[1] in",
        *(f"                {name}) {_function(name)} ;;" for name in _names(commands)),
        "                *) _recoupe_read ;;",
        "            esac ;;",
        "    esac",
        "}",
        "",
        'if [[ $funcstack[1] == _recoupe ]]; then _recoupe "$@"; else compdef _recoupe recoupe; fi',
    ]
    return "\n".join(lines) + "\n"


def fish(commands: Commands, values: Callable[[Option], tuple[str, ...]]) -> str:
    """For fish."""
    flat = list(_flat(commands))
    lines = [
        "# fish completion for recoupe",
        "function __recoupe_at",
        "    set -l at ''",
        "    for word in (commandline -opc)[2..-1]",
        '        switch "$at $word"',
        *(f"            case {_quoted(_spaced(path))}\n                set at {_quoted(path)}"
          for path, _ in flat),
        "            case ' -*'",
        "            case ' *'",
        "                set at read",
        "        end",
        "    end",
        '    test "$at" = "$argv[1]"',
        "end",
        f"complete -c recoupe -n \"__recoupe_at ''\" -l version -d {_fish(_(VERSION.help))}",
        f"complete -c recoupe -s h -l help -d {_fish(_(HELP.help))}",
    ]  # fmt: skip
    for one in commands:
        lines.append(_fish_word("", one.name, one.summary))
    for path, one in flat:
        for inner in one.commands:
            lines.append(_fish_word(path, inner.name, inner.summary))
        for argument in one.arguments:
            lines += [_fish_word(path, value, argument.help) for value in argument.values]
        lines += [_fish_option(path, option, values(option)) for option in one.options[:-1]]
    return "\n".join(lines) + "\n"


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}


# The tree


def _flat(commands: Commands, before: str = "") -> Iterator[tuple[str, Described]]:
    """Every command with the words that lead to it."""
    for one in commands:
        path = f"{before} {one.name}".strip()
        yield path, one
        yield from _flat(one.commands, path)


def _names(commands: Iterable[Described]) -> list[str]:
    return [one.name for one in commands]


def _spaced(path: str) -> str:
    """The words so far, and the one that leads to a command: "names" and "merge"."""
    before, _, last = path.rpartition(" ")
    return f"{before} {last}"


def _quoted(text: str) -> str:
    """As one word of any shell."""
    return "'" + text.replace("'", "'\\''") + "'"


# bash


def _pattern(path: str) -> str:
    return '"' + _spaced(path) + '"'


def _bash_values(
    path: str, one: Described, values: Callable[[Option], tuple[str, ...]]
) -> Iterator[str]:
    """What follows an option that takes something."""
    for option in one.options:
        if not option.value:
            continue
        pattern = "|".join(f'"{path} {name}"' for name in option.names)
        known = " ".join(values(option))
        words = f'COMPREPLY=($(compgen -W "{known}" -- "$cur")); ' if known else ""
        yield f"{pattern}) {words}return ;;"


def _bash_words(path: str, one: Described) -> Iterator[str]:
    """What may stand where an argument does: one of a few words, or a command."""
    for number, argument in enumerate(one.arguments):
        if argument.values:
            yield f'"{path} {number}") words={_quoted(" ".join(argument.values))} ;;'
    if one.commands:
        inner = " ".join(_names(one.commands))
        yield f'"{path} {len(one.arguments)}") words={_quoted(inner)} ;;'


def _taking(one: Described) -> list[str]:
    """The names of the options that take something."""
    return [name for option in one.options if option.value for name in option.names]


def _switches(one: Described) -> str:
    """The long names of all options."""
    return " ".join(n for option in one.options for n in option.names if n.startswith("--"))


# zsh

ANYTHING = "{false}"
"""Nothing to offer, said without a message: after one zsh would insert nothing else either."""


def _function(path: str) -> str:
    return "_recoupe_" + path.replace(" ", "_")


def _bracketed(text: str) -> str:
    """Help in brackets, where brackets and colons mean something."""
    for letter in "\\[]:":
        text = text.replace(letter, "\\" + letter)
    return text


def _colon(one: Described) -> str:
    return f"{one.name}:{one.summary.strip()}"


def _zsh_body(
    path: str, one: Described, values: Callable[[Option], tuple[str, ...]]
) -> Iterator[str]:
    yield "    local curcontext=$curcontext line state"
    yield "    _arguments -C \\"
    for option in one.options:
        for name in option.names:
            action = f":{option.value.split('|')[0].lower()}:{_zsh_action(option, values)}"
            either = "=" if option.value and name.startswith("--") else ""
            spec = f"{name}{either}[{_bracketed(option.help)}]{action if option.value else ''}"
            yield f"        {_quoted(spec)} \\"
    for number, argument in enumerate(one.arguments, 1):
        where = "*" if argument.many else str(number)
        optional = "" if argument.required or argument.many else ":"
        spec = f"{where}:{optional}{_bracketed(argument.name.lower())}:{_zsh_argument(argument)}"
        yield f"        {_quoted(spec)} \\"
    if one.commands:
        at = len(one.arguments) + 1
        yield f"        '{at}:command:({' '.join(_names(one.commands))})' '*:: :->rest'"
        yield "    [[ $state == rest ]] || return"
        # `words` are the arguments from the first on: a command expects its own name before its.
        yield f"    shift {at - 1} words; ((CURRENT -= {at - 1}))"
        yield "    case $words[1] in"
        for inner in one.commands:
            yield f"        {inner.name}) {_function(f'{path} {inner.name}')} ;;"
        yield "    esac"
    else:
        yield "        && return 0"


def _zsh_action(option: Option, values: Callable[[Option], tuple[str, ...]]) -> str:
    known = values(option)
    return "_files" if option.is_path else f"({' '.join(known)})" if known else ANYTHING


def _zsh_argument(argument: Argument) -> str:
    if argument.is_path:
        return "_files"
    return f"({' '.join(argument.values)})" if argument.values else ANYTHING


# fish


def _fish(text: str) -> str:
    """As one word of fish, whose quotes know two escapes."""
    return "'" + text.strip().replace("\\", "\\\\").replace("'", "\\'") + "'"


def _fish_word(path: str, word: str, help_: str) -> str:
    when = _fish(f"__recoupe_at {_fish(path)}")
    return f"complete -c recoupe -n {when} -a {_fish(word)} -d {_fish(help_)}"


def _fish_option(path: str, option: Option, known: tuple[str, ...]) -> str:
    when = _fish(f"__recoupe_at {_fish(path)}")
    names = [
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    ]
    takes = "" if not option.value else " -r -F" if option.is_path else " -x"
    words = f" -a {_fish(' '.join(known))}" if known else ""
    line = f"complete -c recoupe -n {when} {' '.join(names)}{takes}{words}"
    return f"{line} -d {_fish(option.help)}"
