"""Who loads what: measured in processes of their own, as a user's start-up is."""

import subprocess
import sys

import pytest


def loaded_by(code: str) -> set[str]:
    """The top-level modules that are loaded once `code` has run."""
    listing = "import sys; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{listing}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("tui.cli", {"spacy", "whoosh", "textual", "numpy"}),
        ("index.library", {"spacy", "whoosh", "textual", "rich", "numpy"}),
        ("tui.app", {"spacy", "whoosh", "numpy"}),
        ("index.update", {"spacy", "textual", "rich", "thinc"}),
        ("corpus.annotate", {"spacy", "whoosh", "textual", "rich"}),
    ],
)
def test_a_module_loads_nothing_heavy_of_another_room(module: str, never: set[str]) -> None:
    """The first screen waits for Textual alone; spaCy lives in the child only."""
    assert loaded_by(f"import {module}").isdisjoint(never)


def test_spacy_never_enters_the_process_that_updates(tmp_path: object) -> None:
    """Names are read in a child: a whole update leaves spaCy unloaded here."""
    code = f"""
from pathlib import Path
from index.library import Library
root = Path({str(tmp_path)!r}) / "articles"
root.mkdir()
(root / "a.txt").write_text("A bridge\\n\\nPaul Esteve opened the bridge of Brest on Monday.")
library = Library(root, root.parent / "data")
list(library.update(cancelled=lambda: False))
assert library.summary().entities > 0
"""
    assert "spacy" not in loaded_by(code)
