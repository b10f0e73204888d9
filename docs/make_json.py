"""Write the examples of docs/json.md anew, by running them.

    python docs/make_json.py

Each block of JSON after a command on that page is replaced by what the command prints now, on the
folder of articles that the page itself describes. Look at the difference before you commit it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tui.own.places import own_folder

PAGE = Path(__file__).with_name("json.md")
WIDTH = 98
"""A value that fits on a line of so many characters stays on one."""

EXAMPLE = re.compile(r"(```console\n\$ recoupe ([^\n]+)\n```\n```json\n).+?(```)", re.DOTALL)
DECISIONS = re.compile(r"names.txt`[^`]+```\n(.+?\n)```", re.DOTALL)
NOTES = re.compile(r"says what is in it:\n\n```markdown\n(.+?)```", re.DOTALL)
CITATION = re.compile(r"`citation.md` is\n\n```markdown\n(.+?)```", re.DOTALL)
ARTICLE = re.compile(r"`(\w+\.txt)`\n```text\n(.+?)```", re.DOTALL)


def main() -> None:
    """Run every example in a temporary folder."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        for name, text in ARTICLE.findall(page):
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "vide.txt").touch()
        os.environ |= {"RECOUPE_DATA": f"{place}/data", "RECOUPE_OWN": f"{place}/own"}
        own = own_folder(folder)
        own.mkdir(parents=True)
        [decisions] = DECISIONS.findall(page)
        (own / "names.txt").write_text(decisions, encoding="utf-8")
        [notes] = NOTES.findall(page)
        (own / "notes.md").write_text(notes, encoding="utf-8")
        [citation] = CITATION.findall(page)
        (Path(place) / "citation.md").write_text(citation, encoding="utf-8")
        page = EXAMPLE.sub(lambda found: f"{found[1]}{answer(found[2], place)}\n{found[3]}", page)
    PAGE.write_text(page, encoding="utf-8")


def answer(command: str, place: str) -> str:
    """What a command prints, laid out for reading."""
    ran = subprocess.run(
        [Path(sys.executable).with_name("recoupe"), *command.split()],
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
    )
    return laid_out(json.loads(ran.stdout), 0)


def laid_out(value: object, depth: int) -> str:
    """JSON with one line for what fits on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + depth <= WIDTH or not isinstance(value, dict | list):
        return flat
    pad = "\n" + " " * (depth + 1)
    if isinstance(value, list):
        inner = [laid_out(item, depth + 1) for item in value]
        return f"[{pad}{f',{pad}'.join(inner)}\n{' ' * depth}]"
    inner = [f'"{key}": {laid_out(item, depth + 1)}' for key, item in value.items()]
    return f"{{{pad}{f',{pad}'.join(inner)}\n{' ' * depth}}}"


if __name__ == "__main__":
    main()
