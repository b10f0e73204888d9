"""What must hold for the pages on keys and configuration."""

import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["keys.md", "configuration.md"])
def test_the_tables_are_current(name: str) -> None:
    """`python docs/make_keys.py` writes them anew."""
    page = (DOCS / name).read_text(encoding="utf-8")
    assert "| --" not in page and "<!-- begin" in page
    assert runpy.run_path(str(DOCS / "make_keys.py"))["current"](page) == page
