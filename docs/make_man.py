"""Write docs/recoupe.1, the manual page, from the help of the commands."""

from pathlib import Path

from tui.commands.manual import page
from tui.commands.shell import commands

PAGE = Path(__file__).parent / "recoupe.1"

if __name__ == "__main__":
    PAGE.write_text(page(commands()), encoding="utf-8")
