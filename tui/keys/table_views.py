"""Actions that open the views of the left pane, and what each view answers to."""

from tui.i18n import N_
from tui.keys.action import Action

VIEWS = N_("Views")

ACTIONS = (
    Action("view_results", ("r",), N_("Results of the search"), VIEWS, "reader"),
    Action(
        "view_problems",
        ("p",),
        N_("Files that could not be read"),
        VIEWS,
        "reader",
        N_("problems"),
        10,
    ),
)
