"""The reader's terminal where it is a page: it leaves with the server, however that went."""

import asyncio

from textual import messages
from textual.drivers.web_driver import WebDriver


class Driver(WebDriver):
    """Textual's, for which the end of input is the end."""

    def run_input_thread(self) -> None:
        """Read keys until there are none to come, then quit."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            asyncio.run_coroutine_threadsafe(
                self._app._post_message(messages.ExitApp()), self._loop
            )
