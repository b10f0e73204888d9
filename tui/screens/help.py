"""All keys, by group."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keys

KEYS_WIDTH = 16


class HelpScreen(ModalScreen[None]):
    """A page over the reader, closed by any of the keys that open or leave things."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,enter", "dismiss", "Close")
    ]

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="page") as page:
            page.border_title = "keys"
            page.border_subtitle = "esc closes"
            yield Static(_table())


def _table() -> Content:
    """Every action of the table."""
    content = Content("")
    for group, actions in keys.groups().items():
        content = Content.assemble(content, (f"{group}\n", "bold $primary"))
        for action in actions:
            shown = "  ".join(keys.shown(key) for key in action.keys)
            line = f"  {shown:<{KEYS_WIDTH}}"
            content = Content.assemble(content, (line, "$accent"), f" {action.help}\n")
        content = Content.assemble(content, "\n")
    return content
