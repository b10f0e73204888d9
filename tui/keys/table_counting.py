"""Actions of the views that count: quotations, time, facets."""

from tui.keys.action import Action
from tui.language.i18n import N_

VIEWS = N_("Views")
QUOTES, TIMELINE, FACETS = N_("Quotations"), N_("Timeline"), N_("Facets")

ACTIONS = (
    Action("view_quotes", ("Q",), N_("Who said what"), VIEWS, "reader", N_("quotes"), 15),
    Action("view_timeline", ("t",), N_("What was when"), VIEWS, "reader", N_("time"), 16),
    Action(
        "view_facets",
        ("F",),
        N_("Sources, months, languages and names of what is searched"),
        VIEWS,
        "reader",
        N_("facets"),
        17,
    ),
    Action(
        "extent",
        ("v",),
        N_("Of the article, of what is searched, of all articles"),
        QUOTES,
        "quotes",
        N_("of what"),
        1,
    ),
    Action("later", ("right", "l"), N_("A bar to the right"), TIMELINE, "timeline", repeats=True),
    Action("earlier", ("left", "h"), N_("A bar to the left"), TIMELINE, "timeline", repeats=True),
    Action("unit", ("u",), N_("Years, months, weeks, days"), TIMELINE, "timeline", N_("unit"), 1),
    Action(
        "kind",
        ("v",),
        N_("By publication; by the dates in the text"),
        TIMELINE,
        "timeline",
        N_("dates of what"),
        2,
    ),
    Action(
        "zoom_out", ("backspace",), N_("A longer time"), TIMELINE, "timeline", N_("zoom out"), 3
    ),
    Action(
        "clear",
        ("d",),
        N_("Take all chosen values out of the search"),
        FACETS,
        "facets",
        N_("clear"),
        1,
    ),
)
