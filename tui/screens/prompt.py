"""One line to type, asked for at the bottom of the screen, over everything else."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import keys
from tui.text.wrap import inert


class Prompt(ModalScreen[str | None]):
    """Answers with what was typed, None where the user thought better of it."""

    BINDINGS = keys.bindings("page")

    def __init__(self, question: str, text: str = "") -> None:
        """`text` is what stands in the line at first."""
        super().__init__()
        self._question, self._text = question, text

    def compose(self) -> ComposeResult:
        """The question, then the line."""
        with Horizontal(classes="asking"):
            yield Static(f"{inert(self._question)} ", classes="question", markup=False)
            box = Input(self._text, classes="box", compact=True, select_on_focus=False)
            box.cursor_blink = False
            yield box

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Nothing was asked for."""
        self.dismiss(None)
