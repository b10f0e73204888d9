"""Where a search or a filter is typed. The arrows move in the list below while typing goes on."""

from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tui import keys


class SearchBox(Input):
    """An input that lends some of its keys to the results."""

    BINDINGS = keys.bindings("box")

    # Textual would lay the whole screen out anew for each letter, which moves nothing.
    virtual_size = var(Size(0, 0))

    class OpenFirst(Message):
        """Enter: open the lit result."""

    class Left(Message):
        """Escape: done typing."""

    class Step(Message):
        """Move in the results."""

        def __init__(self, action: str) -> None:
            """`action` is the list's action to run."""
            super().__init__()
            self.action = action

    def __init__(self, placeholder: str) -> None:
        """An empty box; `placeholder` says what can be typed."""
        super().__init__(
            placeholder=placeholder, classes="box", compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def action_open_first(self) -> None:
        """Open the lit result."""
        self.post_message(self.OpenFirst())

    def action_leave_box(self) -> None:
        """To the list."""
        self.post_message(self.Left())

    def action_list_down(self) -> None:
        """The next result."""
        self.post_message(self.Step("down"))

    def action_list_up(self) -> None:
        """The result before."""
        self.post_message(self.Step("up"))

    def action_list_page_down(self) -> None:
        """A page of results down."""
        self.post_message(self.Step("page_down"))

    def action_list_page_up(self) -> None:
        """A page of results up."""
        self.post_message(self.Step("page_up"))
