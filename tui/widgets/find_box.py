"""Where one types what to find in the open article: a line under it."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui import keys
from tui.language.i18n import _
from tui.text import labels
from tui.text.lighting import Standing


class FindInput(Input):
    """What is typed."""

    BINDINGS = keys.bindings("find")

    def __init__(self) -> None:
        """Empty."""
        super().__init__(placeholder=_("find in the article"), classes="box", compact=True)
        self.cursor_blink = False

    def action_keep(self) -> None:
        """Stay where this led to."""
        self.post_message(FindBox.Left(keep=True))

    def action_drop(self) -> None:
        """Back to where one was."""
        self.post_message(FindBox.Left(keep=False))

    def action_next(self) -> None:
        """The next place, still typing."""
        self.post_message(FindBox.Step(1))

    def action_previous(self) -> None:
        """The place before, still typing."""
        self.post_message(FindBox.Step(-1))


class FindBox(Horizontal):
    """The box, and which of how many places one is at."""

    @dataclass
    class Typed(Message):
        """Something else is to be found."""

        text: str
        """What is typed."""

    @dataclass
    class Left(Message):
        """The user is done typing."""

        keep: bool
        """Whether to stay where that led to."""

    @dataclass
    class Step(Message):
        """To another place that was found."""

        step: int
        """1 for the next one, -1 for the one before."""

    def __init__(self) -> None:
        """Nothing typed."""
        super().__init__(id="find")

    def compose(self) -> ComposeResult:
        """Sign, box, count."""
        yield Static("/", classes="prompt")
        yield FindInput()
        yield Static("", id="found", markup=False)

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.query_one(FindInput).value

    def open(self) -> None:
        """Begin anew; what was typed last is there to be typed over."""
        self.display = True
        box = self.query_one(FindInput)
        box.focus()
        box.action_select_all()
        if box.value:
            self.post_message(self.Typed(box.value))

    def tell(self, standing: Standing | None) -> None:
        """Say where one is among what was found."""
        words = labels.standing(standing) if standing is not None else ""
        if not words and self.typed.strip():
            words = _("not found")
        self.query_one("#found", Static).update(words)

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
