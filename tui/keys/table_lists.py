"""Actions of the search box and of every list."""

from tui.keys.action import Action
from tui.language.i18n import N_

SEARCH, LISTS = N_("Search"), N_("Lists")

ACTIONS = (
    Action("open_first", ("enter",), N_("Open the lit result"), SEARCH, "box", N_("open"), 1),
    Action(
        "list_down", ("down",), N_("Next result, still typing"), SEARCH, "box", N_("results"), 2
    ),
    Action("list_up", ("up",), N_("Previous result, still typing"), SEARCH, "box"),
    Action("list_page_down", ("pagedown",), N_("A page of results down"), SEARCH, "box"),
    Action("list_page_up", ("pageup",), N_("A page of results up"), SEARCH, "box"),
    Action(
        "leave_box",
        ("escape",),
        N_("Leave the search box for the list"),
        SEARCH,
        "box",
        N_("list"),
        3,
    ),
    Action("choose", ("enter",), N_("Open the passage"), LISTS, "list", N_("open"), 0),
    Action("peek", ("right",), N_("Open the passage beside the list"), LISTS, "list"),
    Action("down", ("down", "j"), N_("Next"), LISTS, "list", repeats=True),
    Action("up", ("up", "k"), N_("Previous"), LISTS, "list", repeats=True),
    Action("page_down", ("pagedown", "space"), N_("A page down"), LISTS, "list", repeats=True),
    Action("page_up", ("pageup",), N_("A page up"), LISTS, "list", repeats=True),
    Action("first", ("home", "g"), N_("First"), LISTS, "list"),
    Action("last", ("end", "G"), N_("Last"), LISTS, "list"),
)
