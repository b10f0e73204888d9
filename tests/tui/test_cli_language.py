"""The command line in the reader's language: help, mistakes, lines; never JSON, tables, status."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from corpus.types import Problem
from index.library import Library
from tui import door
from tui.cli import app, run
from tui.commands import text_out
from tui.commands.help import GROUPS
from tui.commands.table import described
from tui.language import i18n
from tui.own.places import data_folder, own_folder

COMMANDS = get_command(app)
NAMES = [
    "",
    *sorted(name for group in GROUPS.values() for name in group),
    *("names merge", "names split", "names rename", "names reject", "names undo", "names list"),
]


@pytest.fixture
def folder(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of the four articles, its derived data ready; a decision that cannot be read."""
    monkeypatch.setenv("RECOUPE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RECOUPE_OWN", str(tmp_path / "own"))
    shutil.copytree(library.data, data_folder(library.root, tmp_path / "data"))
    own = own_folder(library.root)
    own.mkdir(parents=True)
    (own / "names.txt").write_text("Lorvent ou Lorvant\n", "utf-8")
    return str(library.root)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """A command's exit status, what it prints and what it complains of."""
    capsys.readouterr()
    status = run(list(arguments))
    return status, *capsys.readouterr()


def texts(name: str, language: str) -> list[str]:
    """All that the help of a command says in a language."""
    i18n.use(language)
    command = COMMANDS
    for word in name.split():
        command = getattr(command, "commands")[word]  # noqa: B009  (Typer's types hide it)
    own = described(name, command)
    found = [part.strip() for part in own.help.split("\n")]
    found += (text for one in own.arguments for text in (one.name, one.help))
    found += (text for one in own.options for text in (one.value, one.help))
    if name:
        found += (one.summary.strip() for one in own.commands)
    else:
        found += map(i18n._, GROUPS)
        found += (i18n._(about) for group in GROUPS.values() for about in group.values())
    found += map(i18n._, ("Usage:", "Options", "Examples"))
    return [text.removesuffix(".") for text in found]


def stands(text: str, shown: str) -> bool:
    """Whether a text stands in a help, however its lines are broken."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", shown) is not None


@pytest.mark.parametrize("name", NAMES)
def test_every_help_is_french(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every text of it, and nothing is left in English; within eighty columns."""
    pairs = list(zip(texts(name, "en"), texts(name, "fr"), strict=True))
    first, _, second = name.partition(" ")
    words = [*filter(None, (first, "x" if second else "", second)), "--help"]
    status, shown, _ = told(capsys, *words, "--lang", "fr")
    assert status == 0 and max(map(len, shown.splitlines())) <= 80
    flat = re.sub("[ \\n]+", " ", shown)
    assert flat.startswith("Utilisation\xa0: recoupe ")
    for english, french in pairs:
        assert stands(french, flat), french
        assert english == french or not stands(english, flat), english
    assert sum(english != french for english, french in pairs) >= 4
    if not name:
        for command in door.COMMANDS:
            lines = [line for line in shown.splitlines() if line.split()[:1] == [command]]
            assert len(lines) == 1, command


def test_the_option_counts_wherever_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the command, after it, behind the help; not after `--`."""
    ways = (
        ("--lang", "fr", "search", "--help"),
        ("search", "--lang=fr", "--help"),
        ("search", "--help", "--lang", "fr"),
        ("--lang", "en", "search", "--lang", "fr", "--help"),
    )
    [shown] = {told(capsys, *way)[1] for way in ways}
    assert "les meilleurs d’abord" in shown
    assert told(capsys, "search", "x", "--", "--lang", "fr")[0] == 2
    assert i18n.language() == "en"
    assert told(capsys, "--lang", "fr", "--version") == told(capsys, "--version")


def test_it_is_chosen_as_for_the_screens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The option, the configuration, the locale, in this order."""
    config = tmp_path / "config.toml"
    monkeypatch.setenv("RECOUPE_CONFIG", str(config))

    def spoken(*arguments: str) -> str:
        assert told(capsys, "index", "--help", *arguments)[0] == 0
        return i18n.language()

    assert spoken() == "en"
    monkeypatch.setenv("LANGUAGE", "fr")
    assert spoken() == "fr"
    config.write_text('theme = "dark"\nlanguage = "en" # et non le français\n', "utf-8")
    assert spoken() == "en"
    assert spoken("--lang", "fr") == "fr"
    config.write_text('[layout]\nlanguage = "en"\n', "utf-8")
    assert spoken() == "fr"
    monkeypatch.setenv("LANGUAGE", "en")
    config.write_bytes(b"\xef\xbb\xbflanguage='fr'\nwrong = \xff\n")
    assert spoken() == "fr"
    assert spoken("--lang=en") == "en"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("search", "il manque l’argument DOSSIER (recoupe search --help)"),
        ("search x", "il manque l’argument REQUÊTE (recoupe search --help)"),
        ("search x y --limt 3", "il n’y a pas d’option --limt (options proches\xa0: --limit)"),
        ("search x y --limit a", "--limit\xa0: il faut un nombre entier"),
        ("search x y --limit 0", "--limit\xa0: il faut au moins 1"),
        ("search x y --limit", "l’option --limit demande une valeur"),
        ("search x y --order z", "--order\xa0: «\xa0z\xa0» ne convient pas\u202f; au choix"),
        ("search --json=3 x y", "l’option --json ne prend pas de valeur"),
        ("search x y z", "il y a des arguments de trop\xa0: z"),
        ("names x merg", "pas de commande merg\xa0: vouliez-vous dire 'merge'\u202f?"),
        ("names x zzzz", "il n’y a pas de commande zzzz"),
        ("serve x --port 99999", "--port\xa0: il faut au plus 65535"),
        ("serve x --token abc", "un jeton de moins de"),
        ("export x foo", "QUOI\xa0: «\xa0foo\xa0» ne convient pas"),
        (
            "export x results",
            "results\xa0: de quoi\u202f? (recoupe export DOSSIER results REQUÊTE)",
        ),
        ("entities x --label y", "au choix\xa0: person, place, org, other"),
        ("timeline x --by decade", "«\xa0decade\xa0» n’est pas une durée"),
        ("compare FOLDER a b c", "il faut deux articles, ou un paragraphe de chacun"),
        ("show FOLDER zzz", "pas d’article «\xa0zzz\xa0» (voir\xa0: recoupe list DOSSIER)"),
        ("cite FOLDER a.txt 99", "a.txt n’a pas de paragraphe 99 (le dernier est le 2)"),
        ("kwic /no/such x", "/no/such n’existe pas (vérifiez le chemin)"),
        ("read /no/such", "/no/such n’existe pas (recoupe --help)"),
        ("verify /no/such.md", "vérifiez le chemin"),
        ("keys --preset vi", "il n’y a pas de jeu de touches vi"),
        ("--lang", "--lang demande une langue\xa0: en ou fr"),
    ],
)
def test_mistakes_are_told_in_french(
    words: str,
    said: str,
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Those of the parser, too; the exit status stays."""
    monkeypatch.setenv("LANGUAGE", "fr")
    arguments = [folder if word == "FOLDER" else word for word in words.split()]
    status, out, wrong = told(capsys, *arguments)
    assert (status, out) == (2, "")
    assert wrong.startswith("recoupe: ") and said in wrong


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("search FOLDER foo:explosion --json", 0),
        ("search FOLDER zzzz --json", 1),
        ("show FOLDER a.txt --json", 0),
        ("related FOLDER a.txt 1 --json", 0),
        ("list FOLDER --json", 0),
        ("entities FOLDER", 0),
        ("facets FOLDER explosion", 0),
        ("quotes FOLDER", 0),
        ("speakers FOLDER --json", 0),
        ("timeline FOLDER --json", 0),
        ("kwic FOLDER explosion --tsv", 0),
        ("compare FOLDER a.txt b.txt", 0),
        ("notes FOLDER --csv", 1),
        ("names FOLDER list --json", 1),
        ("export FOLDER results explosion --format csv", 0),
        ("config", 0),
    ],
)
def test_what_programs_read_is_the_same_in_all(
    words: str, status: int, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON and tables, and the exit status."""
    arguments = [folder if word == "FOLDER" else word for word in words.split()]
    if "config" not in arguments:
        arguments.append("--no-update")
    answers = [told(capsys, *arguments, "--lang", language) for language in ("en", "fr")]
    plain = [re.sub(r'"elapsed_ms": [0-9.]+', "", out) for _, out, _ in answers]
    assert [one for one, _, _ in answers] == [status, status]
    assert plain[0] == plain[1] and plain[0].strip()


def test_lines_for_people_are_french(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Remarks, reasons, counts, what was folded, what an update sums up."""
    asked = ("--no-update", "--lang", "fr")
    assert "\n    parce que\xa0: " in told(capsys, "related", folder, "a.txt", "1", *asked)[1]
    remark = told(capsys, "search", folder, "foo:explosion", "--limit", "1", *asked)[1]
    assert "# champ «\xa0foo\xa0» inconnu" in remark and "de plus avec --limit" in remark
    shown = told(capsys, "show", folder, "a.txt", *asked)[1]
    assert re.search(r"# \d+ morceaux? repliés? comme parasites? \(--folded\)", shown)
    told_of = told(capsys, "entities", folder, "--with", "Lorvent", *asked)[1]
    assert re.search(r"# \d passages? dans \d articles?, \d+ citations?\n", told_of)
    assert re.match(r"# \d articles?", told(capsys, "timeline", folder, *asked)[1])
    assert told(capsys, "names", folder, "undo", *asked)[1] == "rien à annuler\n"
    assert "ne commence par aucun de" in told(capsys, "names", folder, "list", *asked)[1]
    summary = told(capsys, "index", folder, "--lang", "fr")[1]
    assert re.fullmatch(r"4 articles, \d+ passages, \d+ noms, 0 problème\n", summary)
    problem = Problem("vide.txt", "read", "no text: only a title")
    assert text_out.problem(problem) == "vide.txt\xa0: pas de texte\xa0: rien qu’un titre"


def test_the_manual_page_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    """It is one file; what completes commands speaks as the help does."""
    assert told(capsys, "man", "--lang", "fr") == told(capsys, "man")
    script = told(capsys, "completion", "fish", "--lang", "fr")[1]
    assert "Montre cette aide." in script and "Show this help." not in script


def test_the_reader_of_a_page_speaks_as_the_command(folder: str) -> None:
    """What `recoupe serve` starts is told the language."""
    from tui.commands.serve import _reader

    i18n.use("fr")
    assert _reader(Path(folder), None)[-2:] == ["--lang", "fr"]


@pytest.mark.parametrize(("language", "loaded"), [("en", False), ("fr", True)])
def test_english_loads_no_patterns(language: str, loaded: bool, tmp_path: Path) -> None:
    """Nor the patterns of sentences; and no language what reads a whole configuration."""
    program = f"""
import json, sys
from tui.cli import run
status = run(["show", "/no/such", "a", "--lang", {language!r}])
names = ("tui.language.engine_patterns", "tui.settings.read", "textual")
print(json.dumps([status, *(name in sys.modules for name in names)]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert json.loads(done.stdout) == [2, loaded, False, False], done.stderr
