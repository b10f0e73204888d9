"""What can be cited and exported, and as what: the words of the command line and of the screen.

By itself, because the command line knows them before anything is cited or exported.
"""

from typing import Literal, get_args

CitationForm = Literal["text", "markdown", "bibtex", "csl"]
CITATION_FORMS: tuple[CitationForm, ...] = get_args(CitationForm)

ExportKind = Literal["results", "notes", "entities", "quotes", "concordance"]

ExportForm = Literal["json", "csv", "markdown"]
ENDS: dict[ExportForm, str] = {"json": ".json", "csv": ".csv", "markdown": ".md"}
"""How names of files of a form end."""

MOST = 10_000
"""Results and lines that are exported where nobody says how many."""
