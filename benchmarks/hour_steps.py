"""What a researcher does in an hour, step by step, by the names of actions: for `hour.py`."""

from collections.abc import Callable

from hour_player import Player
from hour_program import PROGRAM
from hour_views import VIEWS


def arriving(me: Player) -> None:
    """The first time: the tour, which escape ends, and the list of all articles."""
    me.terminal.type("recoupe demo\r")
    me.where = "box"
    me.step("tour", "Type a word", "18 articles", gone="looking", kept=False)
    me.terminal.type("\x1b")
    me.step("articles", "18 articles", gone="Type a word")


def searching(me: Player) -> None:
    """While typing; nothing found; a query with a mistake; a name as one remembers it."""
    me.write("brest")
    me.step("typed", "brest", "13 of 15 passages")
    me.clear()
    me.write("zzzyx")
    me.step("nothing", "zzzyx", "Nothing found")
    me.clear()
    me.write('"dépôt (')
    me.step("mistake", '"dépôt (')
    me.clear()
    me.write("kowaltschouk")
    me.step("misspelt", "kowaltschouk", "1 passage")
    me.clear()
    me.write("kovaltchouk")
    me.step("found", "kovaltchouk", "3 of 4 passages")


def opening(me: Player) -> None:
    """The second result, its matched word, its names."""
    me.do("box.list_down")
    me.step("second", "kovaltchouk")
    me.do("box.open_first")
    me.where = "article"
    me.step("opened", "34 ans")
    me.do("reader.next_match")
    me.step("match", "match 1/1")
    me.do("reader.next_name")
    me.step("name", "name 12/19")
    me.do("reader.previous_name")
    me.step("name-before", "name 11/19")


def carding(me: Player) -> None:
    """The card of a name; the search made narrower by it; its places in other articles."""
    me.do("reader.card")
    me.where = "card"
    me.step("card", "person · ", "search for")
    me.do("list.choose")
    me.where = "list"
    me.step("narrowed", 'person:"')
    me.do("reader.card")
    me.where = "card"
    me.step("card-narrowed", "Oleksandr Kovaltchouk")
    me.do("list.choose")
    me.where = "list"
    me.step("widened", "› kovaltchouk")
    me.do("reader.pane_article")
    me.where = "article"
    me.do("reader.next_mention")
    me.step("mention", "mention ")
    me.do("reader.back")
    me.step("mention-back", "34 ans")


def finding(me: Player) -> None:
    """Find in the article."""
    me.do("article.find")
    me.where = "find"
    me.write("l'hopital")
    me.step("find", "l'hopital")
    me.clear()
    me.write("quelqu")
    me.do("find.next")
    me.step("find-next", "2/")
    me.do("find.keep")
    me.where = "article"
    me.step("find-kept", "found ")
    me.do("reader.next_match")
    me.step("find-on", "found ")
    me.do("reader.leave_pane")
    me.step("find-left")
    me.do("reader.folded")
    me.step("folded-shown")
    me.do("reader.folded")
    me.do("reader.people")
    me.step("no-people")
    me.do("reader.people")
    me.do("reader.shorter", 3)
    me.step("shorter-lines")
    me.do("reader.longer", 3)
    me.do("article.article_start")
    me.step("beginning", "À Brest, trois jours après le feu")


def selecting(me: Player) -> None:
    """Select by keys, the whole sentence; copy it; come back from a jump."""
    me.do("article.select")
    me.where = "selection"
    me.do("selection.word_right", 2)
    me.step("selected", "words")
    me.do("selection.widen", 2)
    me.step("selected-more", "words")
    me.do("selection.drop")
    me.where = "article"
    me.do("article.article_end")
    me.step("jumped", "100 %")
    me.do("reader.back")
    me.step("jumped-back", gone="100 %")


def relating(me: Player) -> None:
    """The related passages; unfold one; go there and come back."""
    me.do("article.article_end")
    me.step("end", "related", "100 %")
    me.do("reader.pane_related")
    me.where = "related"
    me.step("related", "related")
    me.do("list.down")
    me.do("related.unfold")
    me.step("unfolded", "related")
    me.do("related.unfold")
    me.do("list.choose")
    me.where = "article"
    me.step("followed", "3/9")
    me.do("reader.back")
    me.step("followed-back", "9/9")


def comparing(me: Player) -> None:
    """The recouper view."""
    me.do("reader.compare")
    me.where = "compare"
    me.step("compare", "= 1")
    me.do("compare.next_claim")
    me.step("compare-claim")
    me.do("compare.next_related")
    me.step("compare-next", "2/3")
    me.do("compare.articles")
    me.step("compare-articles", "╞")
    me.do("compare.articles")
    me.do("compare.previous_related")
    me.do("compare.copies")
    me.step("compare-copies", "Lebihan")
    me.do("compare.copies")
    me.do("compare.swap_side")
    me.step("compare-side", kept=False)
    me.do("compare.leave")
    me.where = "article"
    me.step("compared", kept=False)


PARTS: tuple[Callable[[Player], None], ...] = (
    arriving,
    searching,
    opening,
    carding,
    finding,
    selecting,
    relating,
    comparing,
    *VIEWS,
    *PROGRAM,
)
