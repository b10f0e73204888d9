"""The reader on articles made by hand, as a program of its own for tests on real terminals.

`python -m tests.tui.program FOLDER`; with `fail` after it, the search for "boum" is a bug.
"""

import sys
from pathlib import Path

from index.types import Results
from tests.tui.standin import StandIn, three_articles
from tui import cli, opening

SECRET = "un mot de l’article"


class Failing(StandIn):
    """Fails while it searches, with the words of an article in its mouth."""

    def search(self, text: str, *, limit: int = 20, typing: bool = False) -> Results:
        """A bug for one search."""
        if text == "boum":
            raise LookupError(f"nothing like '{SECRET}' here")
        return super().search(text, limit=limit, typing=typing)


if __name__ == "__main__":
    library = (Failing if "fail" in sys.argv else StandIn)(three_articles())
    library.root = Path(sys.argv[1])
    opening.library_of = lambda folder, data: library
    sys.exit(cli.run(["read", sys.argv[1]]))
