"""What the looks of names mean, and the keys that switch them on and off."""

from collections.abc import Collection, Mapping

from textual.content import Content
from textual.dom import DOMNode

from corpus.types import Label
from tui.keyed import keyed
from tui.language.i18n import N_, _
from tui.text.lighting import KINDS

ACTIONS: Mapping[Label, str] = {
    "PER": "reader.people",
    "LOC": "reader.places",
    "ORG": "reader.organisations",
    "MISC": "reader.others",
}

WORDS: Mapping[Label, str] = {
    "PER": N_("people"),
    "LOC": N_("places"),
    "ORG": N_("organisations"),
    "MISC": N_("other"),
}

LOOKS: Mapping[Label, str] = {
    "PER": "bold $person",
    "LOC": "underline $location",
    "ORG": "italic $organisation",
    "MISC": "italic underline $other",
}
"""As in the text (looks.tcss)."""


def content(node: DOMNode, hidden: Collection[Label], width: int) -> Content:
    """The kinds with their keys, those not lit in brackets; as much as fits into `width` cells.

    Empty where not even the shortest way of saying it fits.
    """
    keymap = keyed(node).keymap
    keys = {kind: keymap.key(ACTIONS[kind]) for kind in KINDS}
    for words in (WORDS, {**WORDS, "ORG": N_("orgs")}):
        parts = [_part(kind, keys[kind], _(words[kind]), kind in hidden) for kind in KINDS]
        legend = Content("  ").join(parts)
        if legend.cell_length <= width:
            return legend
    return Content("")


def _part(kind: Label, key: str, word: str, hidden: bool) -> Content:
    """One kind in its look."""
    if hidden:
        return Content.assemble((f"{key} ({word})".lstrip(), "$quiet"))
    return Content.assemble((f"{key} ".lstrip(), "$quiet"), (word, LOOKS[kind]))
