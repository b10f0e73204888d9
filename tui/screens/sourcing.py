"""Opening the file that an article was read from, in an editor, a pager or a browser."""

import os
import signal
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui.language.i18n import _
from tui.screens.moving import Moving

if TYPE_CHECKING:
    from index.library import Library
    from tui.terminal.source import Source, Way


@dataclass
class Located(Message):
    """The file of an article was looked for."""

    source: "Source | str"
    """Where it is, or why it cannot be opened."""


class Sourcing(Moving):
    """The article's source."""

    def action_source(self) -> None:
        """Open the file that the article was read from, where the reader is in it."""
        if self.app.is_web:
            self._refuse(_("In a browser no program of the server's can be started."))
            return
        place, article = self.article_view.place, self.article_view.article
        if place is None or article is None:
            self.notify(_("No article is open."), severity="warning", timeout=3)
            return
        offset = place.offset or 0

        def question(library: "Library") -> Message:
            from tui.terminal.source import locate

            return Located(locate(library.root, article, offset))

        self.work.ask(self, "source", question)

    @on(Located)
    def _choose_way(self, event: Located) -> None:
        """Open it in the one way there is, or let the reader choose."""
        if isinstance(event.source, str):
            self._refuse(event.source)
            return
        from tui.terminal.source import ways

        found = ways(event.source, os.environ)
        if not found:
            words = _("There is nothing here to open it with. It is {path}")
            self._refuse(words.format(path=event.source.file))
        elif len(found) == 1:
            self._open_in(found[0])
        else:
            from tui.screens.choice import Choice

            def chosen(answer: tuple[int, ...] | None) -> None:
                if answer:
                    self._open_in(found[answer[0]])

            page = Choice(_("open the source in"), [way.label for way in found])
            self.app.push_screen(page, chosen)

    def _open_in(self, way: "Way") -> None:
        """Show it; a program of the terminal's gets all of it until it ends."""
        try:
            if way.here:
                self._lend_terminal(way)
            else:
                nothing = subprocess.DEVNULL
                subprocess.Popen(
                    way.command,
                    stdin=nothing,
                    stdout=nothing,
                    stderr=nothing,
                    start_new_session=True,
                )
        except OSError as error:
            words = _("{name} cannot be started: {error}.")
            self._refuse(words.format(name=way.command[0], error=error.strerror or error))

    def _lend_terminal(self, way: "Way") -> None:
        """Run a program of the terminal's. Raises OSError."""
        driver = self.app._driver
        if driver is None or not driver.can_suspend:
            self._refuse(_("In a browser no program of the terminal can be shown."))
            return
        with self.app.suspend():
            # What interrupts the other program is none of ours.
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                subprocess.run(way.command, check=False)
            finally:
                signal.signal(signal.SIGINT, before)

    def _refuse(self, words: str) -> None:
        self.notify(words, severity="warning", markup=False, timeout=8)
