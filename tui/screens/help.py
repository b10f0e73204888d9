"""All keys by group, and what can be typed into the search box."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from index.query.help import RULES
from tui import keys

KEYS_WIDTH = 16
EXAMPLE_WIDTH = 26


class HelpScreen(ModalScreen[None]):
    """A page over the reader, closed by any of the keys that open or leave things."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,enter", "dismiss", "Close")
    ]

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="page") as page:
            page.border_title = "keys and search"
            page.border_subtitle = "esc closes"
            yield Static(Content.assemble(_keys(), _grammar()))


def _keys() -> Content:
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


def _grammar() -> Content:
    """Every rule of the query language, with an example."""
    content = Content.styled("search\n", "bold $primary")
    for rule in RULES:
        example = (f"  {rule.example:<{EXAMPLE_WIDTH}}", "$accent")
        content = Content.assemble(content, example, f" {rule.meaning}\n")
    return content
