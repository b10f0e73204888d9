"""The line between two passages and the list: what was found, and which passage this is."""

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.keyed import keyed
from tui.language.i18n import N_, _, ngettext
from tui.recouper.pages import Page, Sort
from tui.recouper.steps import Mode, Steps
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.wrap import fit
from tui.widgets.compare_list import SIGNS

MODES: dict[Mode, str] = {
    "passages": N_("related"),
    "articles": N_("whole article"),
    "copies": N_("copy"),
}
"""What is stepped through."""


class CompareSummary(Widget):
    """One line, drawn again only when it says something else."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__(id="summary")
        self._page: Page | None = None
        self._steps: Steps | None = None
        self._remark = ""

    def tell(self, page: Page | None, steps: Steps | None) -> None:
        """Say what is shown now."""
        self._page, self._steps, self._remark = page, steps, ""
        self.refresh()

    def say(self, remark: str) -> None:
        """Why a key does nothing here, until there is something else to tell."""
        if remark != self._remark:
            self._remark = remark
            self.refresh()

    def render(self) -> RenderResult:
        """The counts at the left; at the right the step, with as much as there is room for."""
        width = self.size.width
        if self._remark:
            return Content.assemble((fit(f" {self._remark}", width), "$warning"))
        rights = self._rights()
        room = width - cell_len(rights[-1]) - 4
        left = next((words for words in self._lefts() if cell_len(words) <= room), "")
        room = width - cell_len(left) - 3
        right = next((words for words in rights if cell_len(words) <= room), "")
        gap = " " * (width - cell_len(left) - cell_len(right) - 2)
        return Content.assemble(" ", (left, "bold"), gap, (right, "$quiet"), " ")

    def _lefts(self) -> tuple[str, ...]:
        """What was found: in words, and in signs."""
        page = self._page
        if page is None:
            return ("",)
        if page.alike is not None:
            return (_alike(page), f"{sign('differ')} {page.count('changed')}")
        words: dict[Sort, str] = {
            "differ": ngettext("{n} differs", "{n} differ", page.count("differ")),
            "perhaps": ngettext("{n} may differ", "{n} may differ", page.count("perhaps")),
            "agree": ngettext("{n} agrees", "{n} agree", page.count("agree")),
            "left": _("only left {n}"),
            "right": _("only right {n}"),
            "shared": ngettext("{n} word in both", "{n} words in both", page.count("shared")),
        }
        found = [(sort, page.count(sort), text) for sort, text in words.items()]
        full = [f"{sign(SIGNS[sort])} {text.format(n=n)}" for sort, n, text in found if n]
        short = [f"{sign(SIGNS[sort])} {n}" for sort, n, _words in found if n]
        if not page.count("differ"):
            full.insert(0, _("nothing differs that recoupe is sure of"))
            short.insert(0, f"{sign('differ')} 0")
        # As much as there is room for in words, at least the first two; else all in signs.
        cut = [full[:length] for length in range(len(full), min(len(full), 2) - 1, -1)]
        return tuple("  ".join(words) for words in (*cut, short, short[:2]))

    def _rights(self) -> tuple[str, ...]:
        """Which of the related passages, articles or copies this is."""
        steps = self._steps
        if steps is None or not steps.items:
            return ("",)
        at, total = steps.place
        place = f"{at + 1}/{total}"
        full = f"{_(MODES[steps.mode])} {place}"
        copies = len(steps.copies)
        if steps.mode != "passages" or not copies:
            return (full, place)
        told = ngettext("+{n} copy", "+{n} copies", copies).format(n=copies)
        key = keyed(self).keymap.key("compare.copies")
        told = f"{full}{labels.APART}{told}"
        short = (told, f"{place} +{copies}", place)
        return (f"{told}: {key}", *short) if key else short


def _alike(page: Page) -> str:
    """How near two copies are."""
    if not page.points:
        return _("the same, word for word")
    changes = page.count("changed")
    words = ngettext("{n} change", "{n} changes", changes).format(n=labels.number(changes))
    share = _("{share} % of the words are the same").format(share=int(100 * (page.alike or 0)))
    return f"{sign('differ')} {words}{labels.APART}{share}"
