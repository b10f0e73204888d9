"""What must hold for config.toml: each mistake is told with its line, and the rest counts."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import run
from tui.config import Config, Mistake, config_path, load
from tui.keys import ACTIONS
from tui.settings.read import read
from tui.settings.table import SETTINGS
from tui.settings.text import template
from tui.settings.toml import Statement, statements


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where RECOUPE_CONFIG says that the file is; it is not there yet."""
    path = tmp_path / "deep" / "config.toml"
    monkeypatch.setenv("RECOUPE_CONFIG", str(path))
    return path


def written(text: str) -> Config:
    """The configuration of a text."""
    return read(text.encode())


def told(text: str) -> list[tuple[int, str]]:
    """The mistakes in a text."""
    return [(mistake.line, mistake.message) for mistake in written(text).mistakes]


def test_statements_have_their_lines() -> None:
    """Values of several lines too; what is wrong costs only itself."""
    text = 'a = 1\n\n# b = 2\n[t]  # here\n"x.y" = [\n  "p = q",\n  "r",\n]\nc 3\nd.e = {f = 4}\n'
    assert list(statements(text)) == [
        Statement(1, ("a",), 1),
        Statement(4, ("t",)),
        Statement(5, ("t", "x.y"), ["p = q", "r"]),
        Statement(9, error="Expected '=' after a key in a key/value pair"),
        Statement(10, ("t", "d", "e", "f"), 4),
    ]


@pytest.mark.parametrize("broken", ["a = [1,", 'a = "x', "a = '''x", "[t", "= 3", "a ="])
def test_a_broken_statement_ends_where_the_next_begins(broken: str) -> None:
    """An array left open does not eat the file."""
    found = list(statements(f"{broken}\nb = 2\n"))
    assert found[0].line == 1 and found[0].error and found[-1] == Statement(2, ("b",), 2)


def test_without_a_file_the_defaults_count(file: Path) -> None:
    """That is the usual case."""
    assert load() == Config() and load().keymap.key("reader.next_match") == "n"


def test_settings_are_taken(file: Path) -> None:
    """From the file that RECOUPE_CONFIG names."""
    file.parent.mkdir()
    file.write_text(
        'preset = "vim"\nmouse = false\ntext_width = 70\nlanguage = "fr"\n[panes]\nleft = 40\n'
        '[keys]\n"reader.next_match" = ["ctrl+n", "n"]\nreader.previous_match = "ctrl+r"\n'
        '"reader.forward" = []\n'
    )
    config = load()
    assert config.mistakes == ()
    assert (config.preset, config.mouse, config.text_width, config.left) == ("vim", False, 70, 40)
    keymap = config.keymap
    assert keymap.keys("reader.next_match") == ("ctrl+n", "n")
    assert keymap.keys("reader.previous_match") == ("ctrl+r",)
    assert keymap.keys("reader.forward") == () and keymap.key("reader.forward") == ""
    assert keymap.keys("article.article_start") == ("g g", "home")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("mouse = 1", "mouse: true or false is wanted"),
        ("text_width = 5", "text_width: a number from 30 to 160 is wanted"),
        ("text_width = true", "text_width: a number from 30 to 160 is wanted"),
        ('dates = "isso"', 'dates: there is no "isso": did you mean iso?'),
        ("language = 3", "language: a text in quotation marks is wanted"),
        ('theme = "nrod"', 'theme: there is no "nrod": did you mean nord?'),
        ("zzz = 1", "there is no setting zzz"),
        ("textwidth = 80", "there is no setting textwidth: did you mean text_width?"),
        ("[key]", "there is no table [key]: did you mean keys?"),
        ("panes.lft = 3", "there is no setting panes.lft: did you mean panes.left?"),
        ("mouse = false\nmouse = true", "this was set before, in line 1"),
    ],
)
def test_a_wrong_setting_is_told(line: str, message: str) -> None:
    """With the line, what is wrong, and what may have been meant; the rest counts."""
    text = f'{line}\nascii = true\n[keys]\n"reader.back" = "ctrl+r"\n'
    config = written(text.replace("[key]\n", "ascii = true\n[key]\n", 1))
    assert [m.message for m in config.mistakes] == [message]
    assert config.keymap.keys("reader.back") == ("ctrl+r",) and config.ascii


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('"reader.nxt_match" = "n"', "no action reader.nxt_match: did you mean reader.next_match?"),
        ('next_match = "n"', "no action next_match: did you mean reader.next_match?"),
        ('"reader.back" = 3', "a key or a list of keys is wanted"),
        ('"reader.back" = "ctrl+i"', "reader.back: terminals send ctrl+i as tab"),
        ('"reader.back" = "ctrl+shift+b"', "terminals send ctrl+shift+b as ctrl+b"),
        ('"reader.back" = "bakspace"', "there is no key bakspace"),
        ('"reader.back" = "N"', "N was also reader.previous_match, which loses it"),
        ('"reader.back" = "n b"', "n b and n of reader.next_match cannot both be; that one goes"),
        ('"list.last" = ["G", "n"]', "n is also reader.next_match, which it hides here"),
        ('"box.leave_box" = ["escape", "x"]', "x is written into the box"),
        ('"app.quit" = []', "app.quit keeps ctrl-c: there must be a way out"),
    ],
)
def test_a_wrong_key_is_told(line: str, message: str) -> None:
    """And the other keys count."""
    config = written(f'[keys]\n\n{line}\n"reader.forward" = "ctrl+r"\n')
    assert [mistake.line for mistake in config.mistakes] == [3]
    assert message in config.mistakes[0].message
    assert config.keymap.keys("reader.forward") == ("ctrl+r",)
    assert config.keymap.keys("app.quit") == ("ctrl+c",)


def test_of_several_keys_the_good_ones_count() -> None:
    """The bad one is told."""
    config = written('[keys]\n"reader.back" = ["ctrl+m", "b"]\n')
    assert len(config.mistakes) == 1 and config.keymap.keys("reader.back") == ("b",)


def test_the_users_key_wins_over_the_presets() -> None:
    """The other action is left with what it has besides."""
    keymap = written('[keys]\n"reader.back" = "N"\n"article.line_up" = "home"\n').keymap
    assert keymap.keys("reader.back") == ("N",) and keymap.keys("reader.previous_match") == ()
    assert keymap.keys("article.article_start") == ("g",)


def test_keys_can_be_swapped() -> None:
    """What moves out of the way is not in the way."""
    config = written('[keys]\n"reader.next_match" = "N"\n"reader.previous_match" = "n"\n')
    assert config.mistakes == ()
    assert config.keymap.keys("reader.previous_match") == ("n",)


def test_of_two_wishes_the_first_is_granted() -> None:
    """The second is told where the first stands."""
    config = written('[keys]\n"reader.back" = "ctrl+r"\n\n"reader.forward" = ["ctrl+r", "f"]\n')
    [mistake] = config.mistakes
    assert mistake == Mistake(4, "reader.forward: ctrl-r is taken by reader.back in line 2")
    assert config.keymap.keys("reader.forward") == ("f",)


def test_what_is_no_text_is_told() -> None:
    """A file of another kind does not stop the program."""
    config = read(b"mouse = false\n# caf\xe9\n")
    assert [mistake.line for mistake in config.mistakes] == [2] and not config.mouse


def test_a_folder_in_the_place_of_the_file_is_told(file: Path) -> None:
    """As anything that cannot be read."""
    file.mkdir(parents=True)
    assert [mistake.line for mistake in load().mistakes] == [0]


def test_all_defaults_written_out_are_no_mistake() -> None:
    """What `--init` writes can be uncommented, line by line or all of it."""
    assert written(template()) == Config()
    uncommented = re.sub(r'(?m)^# ("\w+\.\w+" = |\w+ = )', r"\1", template())
    assert uncommented.count("\n#") < template().count("\n#") - len(ACTIONS)
    assert written(uncommented) == Config()


def test_every_setting_is_a_field_with_a_right_default() -> None:
    """One list, said once."""
    assert [setting.name for setting in SETTINGS if setting.wrong(setting.default)] == []
    assert {setting.field for setting in SETTINGS} == set(Config.__slots__) - {"keys", "mistakes"}


def test_init_never_writes_over_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says where it wrote."""
    assert run(["config", "--init"]) == 0 and capsys.readouterr().out.strip() == str(file)
    file.write_text("mouse = false\n")
    assert run(["config", "--init"]) == 2 and "already" in capsys.readouterr().err
    assert file.read_text() == "mouse = false\n"


def test_check_tells_file_and_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As compilers do, so that editors can jump there; exit status 2."""
    assert run(["config", "--check"]) == 0
    file.parent.mkdir()
    file.write_text("mouse = false\nmousse = true\n")
    capsys.readouterr()
    assert run(["config", "--check"]) == 2
    assert capsys.readouterr().out.startswith(f"{file}:2: there is no setting mousse")


def test_path_and_what_counts(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both can be pasted elsewhere."""
    assert run(["config", "--path"]) == 0 and capsys.readouterr().out.strip() == str(config_path())
    file.parent.mkdir()
    file.write_text('mouse = false\nkeys."reader.back" = "ctrl+r"\n')
    assert run(["config"]) == 0
    printed = capsys.readouterr().out
    assert read(printed.encode()) == load() and "mouse = false" in printed


def test_keys_prints_the_table(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As it is after configuration, or of a preset; for people and for scripts."""
    file.parent.mkdir()
    file.write_text('keys."reader.back" = "ctrl+r"\n')
    assert run(["keys"]) == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if "reader.back" in line]
    assert line.split()[0] == "ctrl-r" and "Back to where you were" in line
    assert run(["keys", "--json", "--preset", "vim"]) == 0
    table = {one["name"]: one["keys"] for one in json.loads(capsys.readouterr().out)["actions"]}
    assert table["list.first"] == ["g g", "home"] and "ctrl+r" not in table["reader.back"]
    assert run(["keys", "--preset", "nano"]) == 2


def test_no_file_costs_nothing() -> None:
    """The readers of the file are loaded only where there is one."""
    code = (
        "import sys; from tui.config import load; load();"
        "print([m for m in sys.modules if m.startswith(('tui.', 'tomllib', 'textual'))])"
    )
    clean = {"PATH": "", "RECOUPE_CONFIG": "/nonexistent/config.toml"}
    ran = subprocess.run([sys.executable, "-c", code], env=clean, capture_output=True, text=True)
    assert ran.stdout.strip() == "['tui.config']", ran.stderr
