"""The first screen: the top line, the search box in its frame, the keys. One can type at once.

It needs little of the program, so that it stands while the reader is still being loaded
(`tui.app`); the reader then takes its place, draws the same and has what was typed.
"""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Static

from tui import keys
from tui.language.i18n import _
from tui.own import session
from tui.start import Start
from tui.widgets.key_line import KeyLine
from tui.widgets.search_box import SearchBox
from tui.widgets.status import StatusLine

MIDDLE, WIDE = 96, 120
"""Two panes side by side need this many columns, and three."""
SHORT = 18
"""Under this many rows the related passages do not share the screen with the article."""
WIDTHS = [(0, "-narrow"), (MIDDLE, "-middle"), (WIDE, "-wide")]
HEIGHTS = [(0, "-short"), (SHORT, "-tall")]
"""The layouts by the least columns and rows that they need, for Textual; the reader's too."""


class Threshold(Screen[None], inherit_bindings=False):
    """What the reader begins with, by the ids that the stylesheet knows it by."""

    # The bottom line shows the keys of the reader, which gets those that are pressed.
    BINDINGS = keys.bindings("reader")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, start: Start) -> None:
        """The box begins as the reader's will: with what is to be searched, or was at last."""
        super().__init__()
        kept = session.load(start.own)
        self._library = start.name
        self._share = kept.shares.get("search", start.config.left)
        self.box = SearchBox(_("search"))
        """Where one types."""
        self._begun = start.query or ("" if start.tour else kept.query)

    @property
    def typed(self) -> str | None:
        """What stands in the box where something was typed, else None."""
        return self.box.value if self.box.value != self._begun else None

    def compose(self) -> ComposeResult:
        """As the reader, the article and the related passages left out."""
        yield StatusLine(self._library, narrow=not self.has_class("-wide"))
        with Container(id="search") as pane:
            pane.border_title = _("search")
            if not self.has_class("-narrow"):
                pane.styles.width = f"{self._share}%"
            with Horizontal(classes="boxline"):
                yield Static("›", classes="prompt")
                yield self.box
        yield KeyLine()

    def _pop_result_callback(self) -> None:
        """Nobody waits for an answer of the first screen; Textual, when it is replaced, believes
        so of every screen."""

    def on_mount(self) -> None:
        """One types at once; what is searched stands in the box."""
        if self._begun:
            self.box.value = self._begun
            self.box.cursor_position = len(self._begun)
        self.set_focus(self.box)
