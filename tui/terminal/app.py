"""A good citizen of the terminal: what any program that fills the screen owes to its user.

It leaves the terminal as it found it, however it ends; gives the mouse back when asked; stops for
the shell; and puts texts where they can be pasted from, saying no more than it did.
"""

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from threading import Thread, current_thread, main_thread
from time import sleep
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.filter import LineFilter, Monochrome, NoColor
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.types import AnimationLevel
from textual.worker import WorkerFailed

from corpus.errors import RecoupeError
from tui.config import Config
from tui.keyed import KeyedApp
from tui.language.i18n import _
from tui.own.places import state_folder
from tui.terminal import looks, signs, themes
from tui.terminal.frames import Changed, Frames

if TYPE_CHECKING:
    from tui.terminal.clipboard import Copied

LAST = 3.0
"""Seconds to end in, once the terminal is lost: what hangs then would hang for ever."""
SHORTLY = 4.0
"""Seconds that a message stays on a small screen."""
ENDINGS = ("SIGHUP", "SIGTERM")


class TerminalApp(KeyedApp):
    """Everything but the screens."""

    # Textual's selection knows lines of the screen; the article has its own, of its text.
    ALLOW_SELECT = False
    # Of screens that have none of their own.
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (96, "-large")]  # noqa: RUF012  (Textual's)
    animation_level: AnimationLevel

    def __init__(self, config: Config) -> None:
        """In the looks that `config` and the terminal ask for."""
        super().__init__(config.keymap)
        # Calm, and cheap over SSH: nothing moves by itself.
        self.animation_level = "none"
        self.ended_by: int | None = None
        """The signal that ended the program."""
        in_ascii = config.ascii or looks.ascii_only(os.environ)
        signs.use_ascii(in_ascii)
        self._looks = (
            looks.PlainSigns(in_ascii),
            looks.Upright(not looks.italics(os.environ)),
            NoColor(self.no_color),
        )
        self._mouse = config.mouse
        self._facts: dict[str, object] = {}
        self._frames = Frames()
        for theme in themes.THEMES:
            on_terminal = config.background == "terminal"
            self.register_theme(themes.on_terminal(theme) if on_terminal else theme)
        self._wanted = config.theme
        self.theme = looks.theme_of(config.theme, self.available_themes, os.environ)

    def refresh_css(self, animate: bool = True) -> None:
        """Not before the first screen: what comes then is in the theme's colours."""
        if self._is_mounted:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The kinds' colours in a theme that does not know them."""
        return themes.kinds(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and ours after them; without colours really none, not grey ones."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, Monochrome)]
        return [*filters, *(one for one in self._looks if one.enabled)]

    # What is sent

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Textual's one way to the terminal: only what differs goes on."""
        if isinstance(renderable, CompositorUpdate):
            renderable = Changed(self._frames, renderable)
        super()._display(screen, renderable)

    def on_resize(self, event: events.Resize) -> None:
        """Also after a stop for the shell: the terminal may show anything.

        Where the size is as it was, the window had another one in between: Textual draws nothing.
        """
        self._frames.forget()
        if event.size == self._frames.size:
            self._draw_all()

    def on_notify(self, event: Notify) -> None:
        """One word at a time, that the text stays in view; a warning stays, but each only once."""
        for told in tuple(self._notifications):
            if told.severity == "information" or told.message == event.notification.message:
                self._unnotify(told, refresh=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something: shortly where it covers the keys of the bottom line (looks.tcss)."""
        small = {"-narrow", "-short", "-small"}
        covers = any(small & screen.classes for screen in self.screen_stack[-1:])
        if covers and severity == "information":
            timeout = min(timeout or SHORTLY, SHORTLY)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def save_state(self) -> None:
        """Keep where the reader is."""

    # The mouse

    @property
    def mouse(self) -> bool:
        """Whether the program gets the mouse, rather than the terminal."""
        return self._mouse

    def mouse_changed(self) -> None:
        """Show whose the mouse is."""

    def action_mouse(self) -> None:
        """Give the mouse to the terminal, which then selects text itself; or take it back."""
        self._mouse = not self._mouse
        # Textual switches it only where it starts and ends, and by these; headless has neither.
        driver: Any = self._driver
        if hasattr(driver, "_enable_mouse_support"):
            if self._mouse:
                driver._mouse = True
                driver._enable_mouse_support()
            else:
                driver._disable_mouse_support()
                driver._mouse = False
        self.mouse_changed()

    # Copying

    def copy(self, text: str, then: "Callable[[Copied], None] | None" = None) -> None:
        """Copy a text; `then` is told what was done, without it the reader is."""

        def work() -> None:
            from tui.terminal import clipboard

            spare = state_folder() / "copied.txt"
            done = clipboard.copy(text, write=self._send, environ=os.environ, spare=spare)
            self.call_later(then or self.tell_copied, done)

        self.run_worker(work, thread=True, group="clipboard", exclusive=True)

    def tell_copied(self, done: "Copied") -> None:
        """Say what was done."""
        severity = "information" if done.sure and done.path is None else "warning"
        self.notify(done.words, severity=severity, markup=False, timeout=8)  # type: ignore[arg-type]

    def copy_to_clipboard(self, text: str) -> None:
        """Textual's own way to copy, used by its input: ours instead."""
        self._clipboard = text
        self.copy(text)

    def _send(self, sequence: str) -> None:
        """Send to the terminal, after the frame that is being sent and before the next."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    # Stopping and ending

    def action_suspend(self) -> None:
        """Stop for the shell, which brings it back with `fg`."""
        on_terminal = self._driver is not None and self._driver.can_suspend
        if sys.platform == "win32" or not on_terminal or os.getpgrp() == os.getsid(0):
            self.notify(_("There is no shell to go back to."), severity="warning", markup=False)
            return
        self.save_state()
        self._suspend_signal()
        # All of the job: what may stand between the shell and us (uv run, sudo), and our children.
        os.killpg(0, signal.SIGTSTP)

    def on_mount(self) -> None:
        """From now on, notice what the shell and the terminal do."""
        self.app_resume_signal.subscribe(self, lambda _: self._draw_all())
        self._listen_for_the_end()
        if self._wanted and looks.named(self._wanted, self.available_themes) is None:
            words = self.keymap.told(
                "app.command_palette",
                _("There is no theme “{name}”: {key} and “Change the theme” show all."),
                _("There is no theme “{name}”."),
                name=self._wanted,
            )
            self.notify(words, severity="warning", markup=False, timeout=8)

    def action_redraw(self) -> None:
        """Draw all of the screen again: something else may have written on it."""
        self._draw_all()

    def _draw_all(self) -> None:
        """Another program had the terminal: draw even what has not changed."""
        self._frames.forget()
        self.refresh(layout=True)

    def _listen_for_the_end(self) -> None:
        """End well when the terminal is lost or the program is told to end."""
        if current_thread() is not main_thread():
            return  # Several readers in one server: their ends are its own.
        loop = asyncio.get_running_loop()
        for name in ENDINGS:
            number = getattr(signal, name, None)
            # Whoever starts it with nohup wants it to live on.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self._end_by, number)

    def _end_by(self, number: int) -> None:
        """Save and leave, even if nobody reads any more what is written."""
        if self.ended_by is not None:
            return
        self.ended_by = number
        Thread(target=_end_at_last, args=(number,), daemon=True).start()
        if _lost():
            _let_go_of_terminal()
        self.exit(128 + number, return_code=128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """A bug, or what cannot go on: leave; `run` says why, once the terminal is as it was."""
        from tui.terminal.crash import BUG

        while isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._facts = self._facts or self.facts()
        self._return_code = 2 if isinstance(error, RecoupeError) else BUG
        self._close_messages_no_wait()

    def parting(self) -> int:
        """Say why it ended, if not by itself; the exit status. Raises RecoupeError."""
        error = self._exception
        if isinstance(error, RecoupeError):
            raise error
        if error is not None:
            from tui.terminal import crash

            crash.tell(crash.leave(error, self._facts))
        return self.return_code or 0

    def facts(self) -> dict[str, object]:
        """What a report of a crash says about the program: nothing that was read."""
        screens = list(self._screen_stacks.get(self.current_mode, ()))
        focused = screens[-1].focused if screens else None
        return {
            "terminal": f"{os.environ.get('TERM')} {self.size.width}×{self.size.height}",
            "colours": self.console.color_system,
            "theme": self.theme,
            "screens": ", ".join(type(screen).__name__ for screen in screens),
            "focus": type(focused).__name__,
        }


def _lost() -> bool:
    """Whether nobody sits at the terminal any more."""
    if sys.platform == "win32":
        return False
    try:
        os.tcgetpgrp(0)
    except OSError as error:
        return error.errno == errno.EIO
    return False


def _let_go_of_terminal() -> None:
    """Read nothing and write nowhere: a lost terminal fails on every byte."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _end_at_last(number: int) -> None:
    """End all the same, if something hangs."""
    sleep(LAST)
    os._exit(128 + number)
