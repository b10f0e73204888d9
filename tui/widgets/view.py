"""What the left pane can show: a filter where there is something to filter, remarks, a list."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.context import Context
from tui.language.i18n import _
from tui.text.wrap import inert
from tui.widgets.block_list import BlockList
from tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from tui.screens.reader import Reader
    from tui.work import Work

WAIT = 0.15
"""Seconds after which it is said that an answer is waited for: most come before."""

REMARKS = 3
"""Lines at most that say how a query was read, or what is listed."""


class Remarks(Static):
    """The dim lines over a list."""

    # Textual would lay the screen out once more for a size that the layout has just given.
    virtual_size = var(Size(0, 0))


class View(Vertical, inherit_bindings=False):
    """One list of the left pane.

    A class says its TITLE (marked by N_) and, where it has a filter, the PROMPT that stands in
    the empty box. The view's id is its name.
    """

    TITLE: ClassVar[str]
    PROMPT: ClassVar[str] = ""
    LEADS: ClassVar[bool] = False
    """Whether every item leads to a place: then one can step through them from the article."""

    def __init__(self, name: str) -> None:
        """Nothing listed before `look`."""
        super().__init__(id=name, classes="view")
        self.listing: BlockList[Any] = self.make_list()
        self.box = SearchBox(_(self.PROMPT)) if self.PROMPT else None
        """The filter box, None in a view without one."""
        self._said = ""
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Box, remarks, list."""
        if self.box is not None:
            with Horizontal(classes="boxline"):
                yield Static("›", classes="prompt")
                yield self.box
        yield Remarks("", classes="remarks", markup=False)
        yield self.listing

    @abstractmethod
    def make_list(self) -> BlockList[Any]:
        """The list, empty."""

    @abstractmethod
    def look(self, context: Context) -> None:
        """Show what belongs to what the reader is at.

        Called when the view comes up, and while it is up after every change of the context: ask
        the engine only if what the view depends on has changed.
        """

    def left(self) -> None:
        """Another view was put in front: stop waiting for what takes long."""

    def filtered(self, text: str) -> None:
        """Another text was typed into the filter box."""

    @property
    def reader(self) -> "Reader":
        """The screen around it."""
        return cast("Reader", self.screen)

    @property
    def work(self) -> "Work":
        """Where to ask the engine: `view.work.ask(view, lane, question)`."""
        return self.reader.work

    @property
    def typed(self) -> str:
        """What is typed into the filter box."""
        return self.box.value if self.box is not None else ""

    def say(self, remarks: tuple[str, ...]) -> None:
        """The dim lines over the list."""
        self._wait_no_more()
        text = "\n".join(inert(remark) for remark in remarks[:REMARKS])
        if text != self._said:
            self._said = text
            line, content = self.query_one(Remarks), Content(text)
            stands = line.size and content.get_height({}, line.size.width) == line.size.height
            # As many lines as before move nothing: then the screen is not laid out anew.
            line.update(content, layout=not stands)
            line.display = bool(text)

    def wait(self, words: str) -> None:
        """Have the dim lines tell soon what is waited for, unless they say something before."""
        self._wait_no_more()
        self._waiting = self.set_timer(WAIT, lambda: self.say((words,)))

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def open_first(self) -> None:
        """Enter in the box: open the lit item."""
        self.listing.action_choose()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Hand on what is typed into the box of this view."""
        event.stop()
        self.filtered(event.value)

    @on(SearchBox.OpenFirst)
    def _open_first(self, event: SearchBox.OpenFirst) -> None:
        event.stop()
        self.open_first()

    @on(SearchBox.Left)
    def _leave_box(self, event: SearchBox.Left) -> None:
        """From the box to the list."""
        event.stop()
        self.listing.focus()

    @on(SearchBox.Step)
    async def _step(self, event: SearchBox.Step) -> None:
        """Move in the list while the box keeps the keyboard."""
        event.stop()
        await self.listing.run_action(event.action)
