"""Actions of reading closely: finding in the article, names and the card of one."""

from tui.keys.action import Action
from tui.language.i18n import N_

SEARCH, ARTICLE, NAMES = N_("Search"), N_("Article"), N_("Names")

ACTIONS = (
    Action(
        "find_box",
        ("/",),
        N_("Filter the view in front, or go to the search box"),
        SEARCH,
        "reader",
    ),
    Action("find", ("/",), N_("Find in the article"), ARTICLE, "article", N_("find"), 2),
    Action("keep", ("enter",), N_("Stay at the place found"), ARTICLE, "find", N_("stay"), 1),
    Action("drop", ("escape",), N_("Back to where you were"), ARTICLE, "find", N_("back"), 2),
    Action("next", ("down",), N_("Next place found"), ARTICLE, "find", N_("next"), 3),
    Action("previous", ("up",), N_("Place found before"), ARTICLE, "find"),
    Action(
        "next_hit",
        (".",),
        N_("Open the next result, or line of the concordance"),
        ARTICLE,
        "reader",
        repeats=True,
    ),
    Action("previous_hit", (",",), N_("Open the result before"), ARTICLE, "reader", repeats=True),
    Action("longer", ("+", "="), N_("Longer lines"), ARTICLE, "reader", repeats=True),
    Action("shorter", ("-",), N_("Shorter lines"), ARTICLE, "reader", repeats=True),
    Action("card", ("enter", "i"), N_("What is known of the name"), NAMES, "reader", N_("card"), 9),
    Action(
        "next_mention",
        ("}",),
        N_("Next place that names the same, on into other articles"),
        NAMES,
        "reader",
        repeats=True,
    ),
    Action(
        "previous_mention",
        ("{",),
        N_("Place before that names the same"),
        NAMES,
        "reader",
        repeats=True,
    ),
    Action("people", ("5",), N_("Light people, or no longer"), NAMES, "reader"),
    Action("places", ("6",), N_("Light places, or no longer"), NAMES, "reader"),
    Action("organisations", ("7",), N_("Light organisations, or no longer"), NAMES, "reader"),
    Action("others", ("8",), N_("Light other names, or no longer"), NAMES, "reader"),
    Action("all_kinds", ("9",), N_("Light all names, or none"), NAMES, "reader"),
    Action("card_back", ("b", "backspace"), N_("The card before"), NAMES, "card"),
    Action("card_close", ("i",), N_("Close the card"), NAMES, "card"),
    Action("card_next", ("}",), N_("Next place that names it"), NAMES, "card", N_("next"), 3),
    Action("card_previous", ("{",), N_("Place before that names it"), NAMES, "card"),
    Action("card_entity", ("e",), N_("To it among all names"), NAMES, "card", N_("names"), 4),
    Action("card_quotes", ("Q",), N_("All that is quoted of it"), NAMES, "card", N_("quotes"), 5),
    Action("card_copy", ("y",), N_("Copy the quotation with its source"), NAMES, "card"),
)
