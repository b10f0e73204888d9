"""The interface's language: gettext over the catalogues in tui/locale, English in the source.

`_` and `ngettext` look up at the moment of the call, so that the language chosen at the start
counts for text of modules imported before; `N_` only marks a text for the catalogue.
"""

import gettext
import os
from pathlib import Path

DOMAIN = "recoupe"
LOCALES = Path(__file__).parent.parent / "locale"

_chosen: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str | None = None) -> None:
    """Speak `language` ("fr", "en"); without one, what LANGUAGE, LC_ALL, LC_MESSAGES, LANG say.

    English where there is no catalogue.
    """
    global _chosen
    wanted = [language] if language else _of_environment()
    _chosen = gettext.translation(DOMAIN, LOCALES, wanted, fallback=True)


def language() -> str:
    """What is spoken now, as "fr"; "en" where there is no catalogue."""
    return _chosen.info().get("language", "en")


def _(text: str) -> str:
    """`text` in the interface's language."""
    return _chosen.gettext(text) if text else ""  # gettext answers "" with the file's header.


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a text that goes with a number."""
    return _chosen.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802  (gettext's customary name)
    """`text` itself: marked for the catalogue where it is only stored."""
    return text


def _of_environment() -> list[str]:
    """The languages a user has set, the first wanted first."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            codes = [code.split(".")[0].split("_")[0] for code in value.split(":")]
            # English needs no catalogue: what stands after it is never wanted.
            return codes[: codes.index("en")] if "en" in codes else codes
    return []
