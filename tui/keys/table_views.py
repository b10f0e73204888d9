"""Actions that open the views of the left pane, and what each view answers to."""

from tui.keys.action import Action
from tui.language.i18n import N_

VIEWS, NAMES, CONTEXT = N_("Views"), N_("Names"), N_("Concordance")

ACTIONS = (
    Action("view_results", ("r",), N_("Results of the search"), VIEWS, "reader"),
    Action("view_contents", ("o",), N_("Contents of the article"), VIEWS, "reader"),
    Action("view_entities", ("e",), N_("Names: people, places…"), VIEWS, "reader", N_("names"), 14),
    Action("pick", ("space",), N_("Choose the name for merging"), NAMES, "entities"),
    Action(
        "merge", ("m",), N_("Merge the chosen names into this"), NAMES, "entities", N_("merge"), 1
    ),
    Action("split", ("s",), N_("Split this name"), NAMES, "entities", N_("split"), 2),
    Action("rename", ("R",), N_("Call this name otherwise"), NAMES, "entities", N_("rename"), 3),
    Action("reject", ("x",), N_("This is no name"), NAMES, "entities", N_("reject"), 4),
    Action("undo", ("u",), N_("Take the last decision back"), NAMES, "entities", N_("undo"), 5),
    Action("kind", ("l",), N_("People, places, organisations, others, all"), NAMES, "entities"),
    Action("view_concordance", ("w",), N_("Words in context"), VIEWS, "reader"),
    Action(
        "sort_left",
        ("h",),
        N_("Sort by a word further left"),
        CONTEXT,
        "concordance",
        N_("left"),
        1,
    ),
    Action(
        "sort_right",
        ("l",),
        N_("Sort by a word further right"),
        CONTEXT,
        "concordance",
        N_("right"),
        2,
    ),
    Action("sort_articles", ("d",), N_("Sort by article, date or outlet"), CONTEXT, "concordance"),
    Action("view_searches", ("S",), N_("Saved and used searches"), VIEWS, "reader"),
    Action("keep", ("a",), N_("Save the search, or no longer"), VIEWS, "searches", N_("save"), 1),
    Action("view_folded", ("X",), N_("Folded lines of the article"), VIEWS, "reader"),
    Action(
        "view_problems",
        ("p",),
        N_("Files that could not be read"),
        VIEWS,
        "reader",
        N_("problems"),
        18,
    ),
)
