"""The `recoupe` command: straight to the reader where that is all that is asked for.

The reader's first screen need not wait until the other commands and their options are loaded.
"""

import gc
import sys
from pathlib import Path

COMMANDS = frozenset(
    """
    cite compare completion config dates demo entities export facets figures index keys kwic
    list man names notes quotes read related search serve show speakers timeline verify
    """.split()
)
"""What a first word means that is no folder."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    if arguments == ["demo"]:
        from tui.own.places import demo_folder
        from tui.tour import due

        return _reader(demo_folder(), arguments, tour=due())
    if len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        return _reader(Path(arguments[0]), arguments)
    from tui.cli import run as run_command

    return run_command(arguments)


def _reader(folder: Path, arguments: list[str], *, tour: bool = False) -> int:
    """The reader, without any option."""
    # Much is made now, and nothing thrown away: looking for garbage would take a tenth of the time.
    gc.disable()
    from tui.opening import ended, open_reader
    from tui.own.places import chosen_data

    return ended(lambda: open_reader(folder, data=chosen_data(), tour=tour), arguments)
