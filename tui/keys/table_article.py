"""Actions of the article."""

from tui.keys.action import Action
from tui.language.i18n import N_

ARTICLE = N_("Article")

ACTIONS = (
    Action("line_down", ("down", "j"), N_("A line down"), ARTICLE, "article", repeats=True),
    Action("line_up", ("up", "k"), N_("A line up"), ARTICLE, "article", repeats=True),
    Action(
        "screen_down", ("space", "pagedown"), N_("A page down"), ARTICLE, "article", repeats=True
    ),
    Action("screen_up", ("pageup",), N_("A page up"), ARTICLE, "article", repeats=True),
    Action("half_down", ("ctrl+d",), N_("Half a page down"), ARTICLE, "article", repeats=True),
    Action("half_up", ("ctrl+u",), N_("Half a page up"), ARTICLE, "article", repeats=True),
    Action("next_paragraph", ("J",), N_("Next paragraph"), ARTICLE, "article", repeats=True),
    Action(
        "previous_paragraph", ("K",), N_("Previous paragraph"), ARTICLE, "article", repeats=True
    ),
    Action("article_start", ("home", "g"), N_("Beginning of the article"), ARTICLE, "article"),
    Action("article_end", ("end", "G"), N_("End of the article"), ARTICLE, "article"),
)
