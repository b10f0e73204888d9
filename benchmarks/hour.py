"""A researcher's hour with the demo articles, played with real keys in a real terminal.

    python benchmarks/hour.py                                # what `make hour` runs
    python benchmarks/hour.py --preset vim --size 40x12      # one preset and size
    python benchmarks/hour.py --update                       # keep the screens as they are now

Plays `hour_steps.py` in the presets' own keys: all presets at 80x24, the default one at all four
sizes. After each step it waits for what must be on the screen, looks whether anything is broken,
and compares with the screen kept in tests/golden/hour/PRESET-SIZE: differences are shown and the
exit status is 1. The demo's library is made once, in a folder that is deleted at the end.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hour_player import Player, keymap_of
from hour_steps import PARTS
from hour_terminal import PROMPT, Terminal

from tui.keys.presets import PRESET_NAMES

GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "hour"
SIZES = ("40x12", "80x24", "120x40", "200x50")
USUAL = tuple(
    (preset, size)
    for preset in PRESET_NAMES
    for size in SIZES
    if preset == "default" or size == "80x24"
)
PROGRAM = Path(sys.executable).with_name("recoupe")


def environment(home: Path, preset: str) -> dict[str, str]:
    """What a reader's shell has: no desktop, no multiplexer, a terminal with all colours."""
    config = home / "config.toml"
    config.write_text(f'preset = "{preset}"\n', "utf-8")
    return {
        "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "RECOUPE_CONFIG": str(config),
        "RECOUPE_DATA": str(home / "data"),
        "RECOUPE_OWN": str(home / "own"),
    }


def play(prepared: Path, preset: str, size: str, options: argparse.Namespace) -> Player:
    """One whole session."""
    columns, rows = map(int, size.split("x"))
    golden = GOLDEN / f"{preset}-{size}"
    with tempfile.TemporaryDirectory(prefix="recoupe-hour-") as folder:
        home = Path(folder)
        shutil.copytree(prepared, home / "data")
        terminal = Terminal(environment(home, preset), folder, (columns, rows))
        copies = options.screens and options.screens / golden.name
        if copies:
            copies.mkdir(parents=True, exist_ok=True)
        player = Player(terminal, keymap_of(preset), golden, options.update, copies)
        try:
            terminal.listen(1, 10, lambda: PROMPT.strip() in terminal.lines()[0])
            for part in PARTS:
                part(player)
                if part.__name__ == options.until:
                    break
        except ValueError as error:
            player.complain("?", f"{error}\n{player.shown()}")
        finally:
            terminal.close()
    if not options.until:
        _forget_others(player)
    return player


def _forget_others(player: Player) -> None:
    """Screens of steps that are there no more."""
    for path in sorted(player.golden.glob("*.txt")):
        if path.name not in player.seen and player.update:
            path.unlink()
        elif path.name not in player.seen:
            player.complain(path.name, "is kept, but no step shows it")


def main() -> int:
    """Play what is asked for; 1 where anything is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preset", choices=PRESET_NAMES, action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--update", action="store_true", help="keep the screens as they are now")
    parser.add_argument("--screens", type=Path, help="a folder for all screens, kept or not")
    parser.add_argument("--until", default="", metavar="PART", help="the last part to be played")
    options = parser.parse_args()
    chosen = USUAL
    if options.preset or options.size:
        sizes = options.size or ["80x24"]
        chosen = tuple((p, s) for p in options.preset or ["default"] for s in sizes)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="recoupe-hour-") as folder:
        prepared = Path(folder)
        command = [PROGRAM, "index", _demo(), "--data", prepared]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for preset, size in chosen:
            began = time.monotonic()
            player = play(prepared, preset, size, options)
            took = time.monotonic() - began
            wrong = player.complaints
            print(f"{preset} {size}: {len(player.seen)} steps in {took:.0f} s, {len(wrong)} wrong")
            for complaint in wrong:
                print(f"\n--- {preset}-{size}/{complaint.step}\n{complaint.words}")
            failed += bool(wrong)
    return int(bool(failed))


def _demo() -> Path:
    """The demo articles."""
    from tui.own.places import demo_folder

    return demo_folder()


if __name__ == "__main__":
    sys.exit(main())
