"""The interface's languages: the catalogues, what the engine says, and the choice of one."""

import ast
import re
import runpy
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from rich.cells import cell_len

from corpus.errors import RecoupeError
from tests.tui.pilots import press, reading, screen_text
from tests.tui.standin import three_articles
from tui.keys import ACTIONS
from tui.language import i18n
from tui.language.engine_words import told, translated
from tui.language.i18n import DOMAIN, LOCALES
from tui.text import labels

ROOT = Path(__file__).parents[2]
FRENCH = LOCALES / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"
FOOTER = 13
"""Cells that a word of the bottom line may have."""

ALIKE = "article articles concordance date dates documents format image images note notes".split()
"""Words of both languages."""

KEYS = ("home", "end", "space")
"""Keys are called the same everywhere."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The language is the program's; another test wants English."""
    yield
    i18n.use("en")


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """What `docs/make_locale.py` defines."""
    return runpy.run_path(str(ROOT / "docs" / "make_locale.py"))


@pytest.fixture(scope="module")
def template(made: dict[str, Any]) -> Catalog:
    """All marked texts."""
    return made["template"]()


@pytest.fixture(scope="module")
def french() -> Catalog:
    """The French catalogue."""
    return read_po(BytesIO(FRENCH.read_bytes()), locale="fr")


def pairs(catalog: Catalog) -> list[tuple[str, str]]:
    """Each English text with its translation, a plural's forms with theirs."""
    found: list[tuple[str, str]] = []
    for message in catalog:
        if message.id:
            ids = (message.id,) if isinstance(message.id, str) else message.id
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            found += zip(ids, strings, strict=True)
    return found


# The catalogues


def test_they_are_current(made: dict[str, Any], template: Catalog, french: Catalog) -> None:
    """`python docs/make_locale.py` would change nothing, and finds nothing to translate."""
    assert (LOCALES / f"{DOMAIN}.pot").read_bytes() == made["po"](template)
    assert made["missing"](made["updated"](template, french)) == []
    assert FRENCH.read_bytes() == made["po"](made["updated"](template, french))
    assert FRENCH.with_suffix(".mo").read_bytes() == made["mo"](french)


def test_nothing_is_doubtful_or_obsolete(french: Catalog) -> None:
    """A translation is there or is not."""
    assert not [message.id for message in french if message.fuzzy]
    assert not french.obsolete


def test_all_marked_texts_are_gathered(template: Catalog) -> None:
    """Babel misses what stands in the braces of an f-string."""
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template}
    for file in LOCALES.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "N_", "ngettext"):
                text = node.args[0]
                if isinstance(text, ast.Constant) and text.value:
                    assert text.value in known, f"{file.name}:{node.lineno}"


def test_texts_are_whole(template: Catalog) -> None:
    """What is marked is a text, not the keys of a table run together."""
    words = [message.id for message in template if isinstance(message.id, str)]
    assert not [word for word in words if re.fullmatch("[a-z]{16,}", word)]


def test_placeholders_and_lines_are_kept(french: Catalog) -> None:
    """A translation that lacks a value, or has another one, would fail on the screen."""

    def values(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    for english, other in pairs(french):
        assert values(english) == values(other), english
        assert english.count("\n") == other.count("\n"), english


def test_french_is_set_as_french_is(french: Catalog) -> None:
    """No-break spaces before the signs that want one, no straight apostrophes."""
    wrong = re.compile(r"\w [:;!?»%](?:\s|$)|\w[;!?»](?:\s|$)|« |[a-zé]'[a-zéêh]")
    assert not [other for _, other in pairs(french) if wrong.search(re.sub("`.*?`", "", other))]


def test_words_of_the_bottom_line_are_short() -> None:
    """Else fewer keys can be shown."""
    i18n.use("fr")
    words = {i18n._(action.short) for action in ACTIONS if action.short}
    assert max(map(cell_len, words)) <= FOOTER
    assert "quitter" in words


# What the catalogues do


def test_numbers_and_dates_are_written_in_french() -> None:
    """None and one are singular."""
    i18n.use("fr")
    assert labels.number(36128) == "36\u202f128"
    assert labels.day("2024-03-12") == "12 mars 2024"
    assert [labels.articles(n) for n in (0, 1, 2)] == ["0 article", "1 article", "2 articles"]
    i18n.use("en")
    assert [labels.articles(n) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]


@pytest.mark.parametrize(
    ("said", "speaks"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "fr"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LANGUAGE": "br:fr:en"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en:fr"}, "en"),
        ({"LANG": "nl_BE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_users(
    said: dict[str, str], speaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As gettext has it: LANGUAGE before LC_ALL before LC_MESSAGES before LANG."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    i18n.use()
    assert i18n._("Quit") == {"fr": "Quitter", "en": "Quit"}[speaks]
    i18n.use("fr")
    assert [i18n._(word) for word in ("Quit", "")] == ["Quitter", ""]


# What the engine says


def sentences() -> Iterator[tuple[str, str]]:
    """Where it stands, and an example of each sentence that the engine makes for the reader."""
    files = [*(ROOT / "corpus").rglob("*.py"), *(ROOT / "index").rglob("*.py")]
    files += (ROOT / "tui" / "keeping" / f"{name}.py" for name in ("notes", "note_lines", "export"))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for argument in _said(node):
                if example := _example(argument):
                    yield f"{file.name}:{node.lineno}", example  # type: ignore[attr-defined]


def _said(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that are shown."""
    if not isinstance(node, ast.Call):
        return []
    called = ast.unparse(node.func)
    if re.search(r"\b_?(remarks|said)\.append$", called):
        return node.args
    if called == "RecoupeError":
        return node.args[1:]
    if called in ("UnreadableError", "Problem") or called.endswith("DiedError"):
        return node.args[-1:]
    if called.endswith("problems.append") and isinstance(node.args[0], ast.Tuple):
        return node.args[0].elts[-1:]
    return []


def _example(node: ast.expr) -> str:
    """A sentence with 7 for each value; "" where no words of it are written there."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.BinOp):
        return (_example(node.left) or "7") + (_example(node.right) or "7")
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "7" for part in node.values]
        text = "".join(map(str, parts))
        return text if re.search(r"[a-z]{2}", text) else ""
    return ""


def test_every_sentence_of_the_engine_has_a_pattern() -> None:
    """Or French readers are told in English."""
    i18n.use("fr")
    found = [(place, text) for place, text in sentences() if re.search("[a-z]{2} ", text)]
    assert len(found) > 90
    # The same letters in French would be no translation; a mere command is the same.
    plain = [(place, text) for place, text in found if translated(text) == text]
    assert [one for one in plain if not one[1].startswith("recoupe ")] == []


def test_a_sentence_keeps_its_values() -> None:
    """Numbers are written anew, sentences in a sentence translated, other words stay."""
    i18n.use("fr")
    remark = "“ma*” stands for 1,204 words: the 50 most frequent are looked for"
    assert translated(remark).startswith("«\u00a0ma*\u00a0» désigne 1\u202f204 mots")
    problem = "line 3 is left out: a name is empty"
    assert translated(problem) == "la ligne 3 est laissée de côté\u00a0: un nom est vide"
    assert translated("person “Kim”: Kim Jong Un and 2 more").startswith("personne «\u00a0Kim")
    assert translated("Quota exceeded") == "Quota exceeded"
    error = RecoupeError("Busy", "another program is writing {a}/notes.md", "try again")
    assert told(error) == "un autre programme est en train d’écrire {a}/notes.md (réessayez)"
    i18n.use("en")
    assert translated(remark) == remark


# The screens


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_english_is_left_on_the_screen(
    size: tuple[int, int], french: Catalog
) -> None:
    """No word that only the English texts have stands on the main screens."""
    read = " ".join(article.text + str(article.folded) for article in three_articles())
    known = _words(" ".join((*(other for _, other in pairs(french)), read, *ALIKE, *KEYS)))
    english = _words(" ".join(text for text, _ in pairs(french))) - known
    assert {"next", "article's", "quit"} & english
    i18n.use("fr")
    async with reading(size=size) as pilot:
        for keys in (("enter",), ("escape", "X"), ("o",), ("B",), ("S",), ("p",), ("2", "?")):
            await press(pilot, *keys)
            shown = screen_text(pilot)
            assert _words(shown) & english <= set(), shown
        assert "touches et recherche" in shown
        await press(pilot, "escape", ":")
        # The palette also has the actions' names, which the configuration wants.
        shown = re.sub(r"[a-z]+\.[a-z_]+", "", screen_text(pilot))
        assert _words(shown) & english <= set(), shown


def _words(text: str) -> set[str]:
    """Words of three letters or more, in small ones."""
    return set(re.findall(r"[^\W\d_]{3,}(?:'[a-z]+)?", text.lower()))
