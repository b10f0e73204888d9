"""All keys by group, and what can be typed into the search box."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from index.query.help import RULES
from tui import keys

KEYS_WIDTH = 16


class HelpScreen(ModalScreen[None]):
    """A page over the reader, closed by any of the keys that open or leave things."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,enter", "dismiss", "Close")
    ]

    def compose(self) -> ComposeResult:
        """The keys, then the rules of the query language, each with an example."""
        with VerticalScroll(classes="page") as page:
            page.border_title = "keys and search"
            page.border_subtitle = "esc closes"
            yield Static(_keys())
            yield Static("search", classes="heading")
            for rule in RULES:
                with Horizontal(classes="rule"):
                    yield Static(rule.example, markup=False, classes="example")
                    yield Static(rule.meaning, markup=False, classes="meaning")


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
