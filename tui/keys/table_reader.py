"""Actions of the reader: search, panes, what is lit, back and forward."""

from tui.keys.action import Action
from tui.language.i18n import N_

SEARCH, MOVING, ARTICLE = N_("Search"), N_("Moving about"), N_("Article")

ACTIONS = (
    Action("search", ("s", "f3"), N_("Go to the search box"), SEARCH, "reader", N_("search"), 1),
    Action("next_match", ("n",), N_("Next matched word"), ARTICLE, "reader", N_("next match"), 7),
    Action("previous_match", ("N",), N_("Previous matched word"), ARTICLE, "reader"),
    Action("next_name", ("]",), N_("Next name"), ARTICLE, "reader", N_("next name"), 8),
    Action("previous_name", ("[",), N_("Previous name"), ARTICLE, "reader"),
    Action(
        "folded",
        ("x",),
        N_("Show or fold the lines taken for debris"),
        ARTICLE,
        "reader",
        N_("folded"),
        12,
    ),
    Action(
        "back",
        ("b", "backspace", "alt+left"),
        N_("Back to where you were"),
        MOVING,
        "reader",
        N_("back"),
        5,
    ),
    Action("forward", ("f", "alt+right"), N_("Forward again"), MOVING, "reader"),
    Action("unread", ("U",), N_("Mark the article as not read"), ARTICLE, "reader"),
    Action("pane_search", ("1", "&"), N_("Search and results"), MOVING, "reader"),
    Action("pane_article", ("2", "é"), N_("Article"), MOVING, "reader"),
    Action(
        "pane_related",
        ("3", '"'),
        N_("Related passages; again: hide them"),
        MOVING,
        "reader",
        N_("related"),
        4,
    ),
    Action("zoom", ("z",), N_("The pane alone; again: all panes"), MOVING, "reader"),
    Action("widen", (">",), N_("A wider pane"), MOVING, "reader", repeats=True),
    Action("narrow", ("<",), N_("A narrower pane"), MOVING, "reader", repeats=True),
    Action("next_pane", ("tab",), N_("Next pane"), MOVING, "reader", N_("pane"), 13),
    Action("previous_pane", ("shift+tab",), N_("Previous pane"), MOVING, "reader"),
    Action("leave_pane", ("escape",), N_("To the pane before this one"), MOVING, "reader"),
    Action("source", ("O",), N_("Open the article's file, at this line"), ARTICLE, "reader"),
)
