"""The part of the hour that goes through the views; last the notes: for `hour_steps.py`."""

from hour_player import Player

PAUSE = 6.0
"""Seconds after which no word of the program lies over the screen any more."""


def reading_on(me: Player) -> None:
    """Results, contents and the folded lines of the article."""
    me.do("reader.view_results")
    me.where = "list"
    me.step("results", "kovaltchouk")
    me.do("reader.view_contents")
    me.where = "contents"
    me.step("contents", "1")
    me.do("list.first")
    me.do("list.down", 2)
    me.do("list.choose")
    me.where = "article"
    me.step("contents-chosen", "¶ 2/9")
    me.do("reader.view_folded")
    me.where = "folded"
    me.step("folded", "10 pieces folded")


def names(me: Player) -> None:
    """The desk: filter, merge two names, and undo it."""
    me.do("reader.view_entities")
    me.where = "entities"
    me.step("names", "all kinds")
    me.do("reader.find_box")
    me.where = "box"
    me.write("marchadour")
    me.step("names-filtered", "marchadour")
    me.clear()
    me.write("le ")
    me.step("names-le", "all kinds")
    me.do("box.leave_box")
    me.where = "entities"
    me.do("entities.pick")
    me.step("names-chosen", "chosen: ")
    me.do("entities.merge")
    me.step("names-merged", "→", kept=False)
    me.do("entities.undo")
    me.step("names-undone", "taken", kept=False)
    me.do("entities.kind", 2)
    me.terminal.listen(PAUSE, PAUSE)
    me.step("names-places", "place · ", kept=False)
    me.do("entities.kind", 3)


def quotes(me: Player) -> None:
    """Who said what, in the article, in what is searched, anywhere."""
    me.do("reader.view_quotes")
    me.where = "quotes"
    me.step("quotes", "article")
    me.do("quotes.extent")
    me.step("quotes-searched", "of the articles found")
    me.do("quotes.extent")
    me.step("quotes-all", "of all articles")
    me.do("list.choose")
    me.step("quotes-unfolded", "«")
    me.do("list.down")
    me.do("list.peek")
    me.step("quotes-beside")
    me.do("reader.view_quotes")


def concordance(me: Player) -> None:
    """Words in context, sorted to both sides, alone on the screen."""
    me.do("reader.view_concordance")
    me.where = "concordance"
    me.step("concordance", "kovaltchouk")
    me.do("reader.find_box")
    me.where = "box"
    me.write("incendie")
    me.do("box.leave_box")
    me.where = "concordance"
    me.step("concordance-word", "incendie", "lines")
    me.do("concordance.sort_left")
    me.step("concordance-left", "left")
    me.do("concordance.sort_right")
    me.step("concordance-right", "right")
    me.do("reader.zoom")
    me.step("concordance-zoomed", "right")
    me.do("reader.zoom")
    me.do("list.down", 2)
    me.do("list.choose")
    me.where = "article"
    me.step("concordance-chosen", "incendie")
    me.do("reader.next_hit")
    me.step("concordance-next", "¶ 4/7")


def timeline(me: Player) -> None:
    """When; into a year and back; by days."""
    me.do("reader.search")
    me.where = "box"
    me.clear()
    me.step("search-emptied", "18 articles")
    me.do("box.leave_box")
    me.where = "list"
    me.do("reader.view_timeline")
    me.where = "timeline"
    me.step("timeline", "2025")
    me.do("timeline.earlier")
    me.step("timeline-earlier", "Jun")
    me.do("list.choose")
    me.step("timeline-into", "article")
    me.do("timeline.zoom_out")
    me.step("timeline-back", "Jun")
    me.do("timeline.unit")
    me.step("timeline-unit", "Jun")
    me.do("timeline.kind")
    me.step("timeline-in-text", "dates in the articles")


def facets(me: Player) -> None:
    """Sources, months, languages, names; one chosen and taken out again."""
    me.do("reader.view_facets")
    me.where = "facets"
    me.step("facets", "source")
    me.do("list.down", 2)
    me.do("list.choose")
    me.step("facets-chosen", "source:")
    me.do("facets.clear")
    me.step("facets-cleared", "18 articles")


def notes(me: Player) -> None:
    """No problems, no notes yet; a bookmark, a note, a tag; all of them listed."""
    me.do("reader.view_problems")
    me.where = "problems"
    me.step("problems", "Every file could be read")
    me.do("reader.view_notes")
    me.where = "notes"
    me.step("no-notes", "Nothing is kept yet")
    me.do("reader.pane_article")
    me.where = "article"
    me.step("before-notes")
    me.do("reader.bookmark")
    me.step("bookmarked", "¶ 4/7", kept=False)
    me.do("article.next_paragraph", 2)
    me.do("reader.note")
    me.where = "box"
    me.write("Qui le dit ?")
    me.step("note-typed", "Qui le dit ?", kept=False)
    me.enter()
    me.where = "article"
    me.step("noted", "Qui le", kept=False)
    me.do("reader.tag")
    me.where = "box"
    me.write("brest")
    me.enter()
    me.where = "article"
    me.step("tagged", "#b", kept=False)
    me.do("reader.view_notes")
    me.where = "notes"
    me.step("notes", "2 notes", kept=False)
    me.do("reader.view_searches")
    me.where = "searches"
    me.step("searches", "kovaltchouk", kept=False)
    me.do("searches.keep")
    me.step("search-saved", kept=False)


VIEWS = (reading_on, names, quotes, concordance, timeline, facets, notes)
