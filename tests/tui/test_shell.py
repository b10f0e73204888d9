"""What the shell is given: help, completion in real shells, the manual page."""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tui.cli import run
from tui.commands.help import EXAMPLES, GROUPS
from tui.commands.shell import commands
from tui.commands.table import Described
from tui.door import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints."""
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def all_commands() -> dict[str, Described]:
    """Every command by the words that call it."""
    found = {one.name: one for one in commands()}
    inner = {f"names {one.name}": one for one in found["names"].commands}
    return found | inner


# Help


def test_every_command_is_in_a_group_and_known_at_the_door() -> None:
    """A new command cannot be forgotten where people look for it."""
    from typer.main import get_command

    from tui.cli import app

    registered = set(getattr(get_command(app), "commands"))  # noqa: B009  (Typer's types hide it)
    grouped = [name for group in GROUPS.values() for name in group]
    assert sorted(grouped) == sorted(registered) == sorted(COMMANDS)
    assert set(EXAMPLES) - {""} == registered


def test_the_first_help_fits_a_screen_of_eighty_columns(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each command has one line, whole."""
    lines = printed(capsys, "--help").splitlines()
    assert max(map(len, lines)) <= 80 and not any("..." in line for line in lines)
    for name in COMMANDS:
        assert sum(line.split()[:1] == [name] for line in lines) == 1, name


@pytest.mark.parametrize("name", sorted(all_commands()))
def test_each_help_says_how_and_gives_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """All look alike, within eighty columns, and no option is without words."""
    first, _, second = name.partition(" ")
    text = printed(capsys, first, *(["x", second] if second else []), "--help")
    assert text.startswith("Usage: recoupe") and max(map(len, text.splitlines())) <= 80
    assert second or "Examples:\n  recoupe " in text
    one = all_commands()[name]
    assert one.help.endswith(".") and one.summary[0].isupper()
    assert all(each.help.endswith(".") for each in (*one.options, *one.arguments)), name


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_examples_name_what_there_is(line: str) -> None:
    """No example shows an option that the command does not know."""
    words = shlex.split(line.partition("|")[0].partition(">")[0])
    assert words[0] == "recoupe"
    name = words[1] if words[1] in COMMANDS else "read"
    options = {each for option in all_commands()[name].options for each in option.names}
    assert {word for word in words if word.startswith("-")} <= options


# Completion


def needed(shell: str) -> str:
    """Where a shell is; a test of one that is not there is skipped."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"no {shell} on this machine")
    return found


CASES = {
    "recoupe se": {"search", "serve"},
    "recoupe search x y --or": {"--order"},
    "recoupe search x y --order n": {"newest"},
    "recoupe search x y --order=n": {"newest"},
    "recoupe read --theme nor": {"nord"},
    "recoupe keys --preset v": {"vim"},
    "recoupe facets x y --field mo": {"month"},
    "recoupe entities x --label per": {"person"},
    "recoupe export x conc": {"concordance"},
    "recoupe completion b": {"bash"},
    "recoupe names x me": {"merge"},
    "recoupe names x merge --no": {"--no-update"},
    "recoupe articles --qu": {"--query"},
    "recoupe search a": {"articles"},
    "recoupe index --data a": {"articles"},
}
"""What is typed in a folder that holds the folder `articles` and the file `other`."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder in which one types."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "other").touch()
    return tmp_path


@pytest.fixture
def script(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Path:
    """What `recoupe completion` prints, in a file."""
    file = tmp_path / "completion"
    file.write_text(printed(capsys, "completion", request.param), encoding="utf-8")
    return file


def answered(command: list[str], place: Path) -> set[str]:
    """The words that a shell prints, one a line."""
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    assert not done.stderr
    return {line.split("\t")[0].rstrip("/") for line in done.stdout.splitlines() if line}


BASH = """
source completion
line=$1
read -ra COMP_WORDS <<< "${line//=/ = }"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_recoupe
if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"
elif [[ $(complete -p recoupe) == *default* ]]; then compgen -f -- "${COMP_WORDS[COMP_CWORD]}"; fi
"""


@pytest.mark.parametrize("script", ["bash"], indirect=True)
@pytest.mark.parametrize("line", CASES)
def test_bash_completes(line: str, script: Path, place: Path) -> None:
    """Commands, options, their values; files where bash itself completes them."""
    shell = [needed("bash"), "--norc", "-c", BASH, "bash", line]
    assert answered(shell, place) == CASES[line]


@pytest.mark.parametrize("script", ["fish"], indirect=True)
@pytest.mark.parametrize("line", CASES)
def test_fish_completes(line: str, script: Path, place: Path) -> None:
    """The same words, by fish's own rules."""
    code = f"source completion; complete -C {shlex.quote(line)}"
    found = answered([needed("fish"), "--no-config", "-c", code], place)
    assert {word.rpartition("=")[2] for word in found} == CASES[line]


@pytest.mark.parametrize("script", ["zsh"], indirect=True)
def test_zsh_completes(script: Path, place: Path) -> None:
    """A shell is typed into: each line grows by the one word that fits."""
    zsh = needed("zsh")
    lines = {line: found for line, found in CASES.items() if len(found) == 1}
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(place)
        os.execve(zsh, ["zsh", "-f", "-i"], {"TERM": "vt100", "HOME": str(place), "PATH": "/bin"})
    try:
        typed(terminal, "PS1='ready> '; autoload -U compinit; compinit -u -D; . ./completion\n")
        until(terminal, "ready> $")
        for line, [word] in lines.items():
            typed(terminal, f"{line}\t")
            begun = re.split("[ =]", line)[-1]
            until(terminal, re.escape(line.removesuffix(begun) + word))
            typed(terminal, "\x15")
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


def typed(terminal: int, text: str) -> None:
    """Type into a terminal."""
    os.write(terminal, text.encode())


def until(terminal: int, pattern: str, *, seconds: float = 60) -> None:
    """Read what a terminal shows until a pattern is in it."""
    shown, end = "", time.monotonic() + seconds
    while not re.search(pattern, shown, re.DOTALL):
        ready, _, _ = select.select([terminal], [], [], max(end - time.monotonic(), 0))
        assert ready, f"{pattern!r} never came: {shown[-300:]!r}"
        text = os.read(terminal, 4096).decode("utf-8", "replace")
        shown += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|[\x00\x07\x08\r]", "", text)


# The manual page


def test_the_manual_page_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """`python docs/make_man.py` writes it."""
    page = (ROOT / "docs" / "recoupe.1").read_text(encoding="utf-8")
    assert page == printed(capsys, "man")


def test_the_manual_page_names_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command, every option."""
    page = printed(capsys, "man").replace("\\-", "-")
    for name, one in all_commands().items():
        called = name.replace(" ", " FOLDER ")
        assert f"\\fBrecoupe {called}\\fR" in page
        assert all(option.names[-1] in page for option in one.options)


def test_man_has_nothing_to_say_against_it() -> None:
    """No warning, of any kind."""
    groff = needed("groff")
    page = str(ROOT / "docs" / "recoupe.1")
    for warnings in (["-ww"], ["-ww", "-rLL=40n"]):
        done = subprocess.run(
            [groff, "-man", "-Tutf8", *warnings, page], capture_output=True, text=True, check=True
        )
        assert not done.stderr and "grève" in done.stdout
