"""Makes the catalogues of the interface's languages: `python docs/make_locale.py`.

Gathers the marked texts of `tui/` and the help of the commands into `tui/locale/recoupe.pot`,
brings each language's `recoupe.po` up to date (what is no longer said goes, what is new comes
untranslated, and is named) and compiles it. A new language: `python docs/make_locale.py de`. Needs
Babel, the program does not.
"""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

from index.query.help import RULES
from tui.cli import app
from tui.commands.table import described
from tui.language.i18n import DOMAIN, LOCALES

TUI = LOCALES.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

EXPLAINED = {
    ",": "What parts the thousands of a number: 36,128.",
    "title": "Stands for the number of a paragraph: the title of the article.",
    "{kind}: lit": "Lit: coloured in the text.",
    "people": "Kinds of names; where there is little room, orgs for organisations.",
    "time": "In the bottom line: opens the timeline.",
    "side": "In the bottom line: goes to the other of two texts side by side.",
    "{n} earlier": "Before the first bar of the timeline.",
    "scan": "What failed: finding files.",
    "clean": "What failed: keeping the article's text apart from what stands around it.",
    "annotate": "What failed: reading names.",
    "● up to date": "The first character is a sign; it stays.",
}
"""For translators, what a text alone does not say."""

CHANGING = tuple(
    f'"{name}:'
    for name in (
        "POT-Creation-Date PO-Revision-Date Last-Translator Language-Team Generated-By"
        " Report-Msgid-Bugs-To Project-Id-Version"
    ).split()
)
"""Beginnings of the header's lines that are left out: they change though no text does."""

EPOCH = datetime.fromtimestamp(0, UTC)
"""The date in a compiled catalogue, which must have one."""


def template() -> Catalog:
    """Every text that is shown in the interface, in the order of the files."""
    catalog = Catalog(
        project=DOMAIN,
        charset="utf-8",
        header_comment="# Texts of recoupe's interface. Made by docs/make_locale.py.",
        fuzzy=False,
    )
    found = extract_from_dir(
        TUI, keywords=KEYWORDS, method_map=[("**.py", "python")], strip_comment_tags=True
    )
    for file, _line, message, _comments, context in sorted(found, key=lambda one: one[:2]):
        english = message if isinstance(message, str) else message[0]
        explained = [EXPLAINED[english]] if english in EXPLAINED else ()
        place = [(f"tui/{file}", 0)]
        catalog.add(message, locations=place, auto_comments=explained, context=context)
    for text in _help():
        catalog.add(text, locations=[("tui/cli.py", 0)])
    for rule in RULES:
        catalog.add(rule.meaning, locations=[("index/query/help.py", 0)])
    return _plain(catalog)


def _help() -> Iterable[str]:
    """What the help of the commands says, which stands in docstrings and `help=`."""
    heard: list[str] = []

    def hear(text: str) -> str:
        heard.append(text)
        return text

    described("", get_command(app), hear)
    return filter(None, heard)


def updated(catalog: Catalog, old: Catalog) -> Catalog:
    """The texts of `catalog` with the translations that `old` has of them, letter by letter."""
    new = Catalog(
        locale=old.locale,
        project=DOMAIN,
        charset="utf-8",
        header_comment=old.header_comment,
        fuzzy=False,
    )
    for message in catalog:
        if message.id:
            before = old.get(message.id)
            string = before.string if before is not None else None
            new.add(
                message.id,
                string,
                locations=message.locations,
                auto_comments=message.auto_comments,
                user_comments=before.user_comments if before is not None else (),
            )
    return _plain(new)


def _plain(catalog: Catalog) -> Catalog:
    """Without what Babel takes for a format: a per cent sign is only that."""
    for message in catalog:
        message.flags.discard("python-format")
    return catalog


def po(catalog: Catalog) -> bytes:
    """A catalogue as a file for translators, without dates, so that it changes with its texts."""
    out = BytesIO()
    write_po(out, catalog, width=100, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(CHANGING)).encode()


def mo(catalog: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = BytesIO()
    dateless = read_po(BytesIO(po(catalog)), locale=catalog.locale)
    dateless.creation_date = dateless.revision_date = EPOCH
    write_mo(out, dateless)
    return out.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """The English of what is not translated, or not wholly."""
    found = []
    for message in catalog:
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            if not all(strings):
                found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def main(languages: list[str]) -> None:
    """Write the template and every language's two files."""
    catalog = template()
    (LOCALES / f"{DOMAIN}.pot").write_bytes(po(catalog))
    there = [file.parts[-3] for file in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")]
    for language in sorted({*there, *languages}):
        file = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_bytes() if file.exists() else b""
        translated = updated(catalog, read_po(BytesIO(text), locale=language))
        file.write_bytes(po(translated))
        file.with_suffix(".mo").write_bytes(mo(translated))
        lacking = missing(translated)
        print(f"{language}: {len(translated)} texts, {len(lacking)} not translated")
        for english in lacking:
            print(f"  {english!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
