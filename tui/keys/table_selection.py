"""Actions while text of the article is being selected by keys; all keys that move go on moving."""

from tui.keys.action import Action
from tui.language.i18n import N_

SELECTION = N_("Selecting")

ACTIONS = (
    Action(
        "select",
        ("v",),
        N_("Select text from here on, by the keys that move"),
        SELECTION,
        "article",
        N_("select"),
        11,
    ),
    Action("right", ("right", "l"), N_("A sign on"), SELECTION, "selection", repeats=True),
    Action("left", ("left", "h"), N_("A sign back"), SELECTION, "selection", repeats=True),
    Action(
        "word_right",
        ("w", "e", "ctrl+right"),
        N_("A word on"),
        SELECTION,
        "selection",
        N_("word"),
        repeats=True,
    ),
    Action(
        "word_left", ("b", "ctrl+left"), N_("A word back"), SELECTION, "selection", repeats=True
    ),
    Action("sentence_right", (")",), N_("A sentence on"), SELECTION, "selection", repeats=True),
    Action("sentence_left", ("(",), N_("A sentence back"), SELECTION, "selection", repeats=True),
    Action("line_start", ("0", "^", "home"), N_("Beginning of the line"), SELECTION, "selection"),
    Action("line_end", ("$", "end"), N_("End of the line"), SELECTION, "selection"),
    Action(
        "widen",
        ("v",),
        N_("The whole word; again: the sentence, the paragraph"),
        SELECTION,
        "selection",
        N_("wider"),
    ),
    Action(
        "other_end",
        ("o",),
        N_("Move the other end of what is selected"),
        SELECTION,
        "selection",
        N_("other end"),
    ),
    Action(
        "search_for",
        ("s",),
        N_("Search for what is selected"),
        SELECTION,
        "selection",
        N_("search"),
    ),
    Action("drop", ("escape",), N_("Select nothing any more"), SELECTION, "selection", N_("end")),
)

OFFERED = (
    "reader.copy",
    "reader.note",
    "selection.widen",
    "selection.drop",
    "reader.copy_as",
    "reader.bookmark",
    "reader.tag",
    "selection.search_for",
    "selection.other_end",
    "selection.word_right",
)
"""What the bottom line shows while text is selected, the most useful first."""
