"""The one exception that means "cannot go on"."""


class RecoupeError(Exception):
    """What stops a command, said so that a person can act on it.

    The command line prints `message` and `hint` on one line of stderr and exits with status 2;
    the app shows them in an error screen. Anything that is wrong with one file only is a
    `corpus.types.Problem`, never an exception.
    """

    def __init__(self, title: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.title = title
        self.message = message
        self.hint = hint
