"""Time and memory of a process and its children, from Linux's /proc."""

import os
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def tree(pid: int) -> list[int]:
    """A process and all that descend from it and still run."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, children.read_text().split())
    return found


def seconds(pid: int) -> float:
    """What a process, those that it waited for and those that descend from it have computed."""
    return sum(_seconds(one) for one in tree(pid))


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / _TICK


def memory(pid: int) -> dict[str, float]:
    """Megabytes of one process: in memory ("Rss"), its share of what others map too ("Pss"),
    and what is its own and no file's ("Anonymous")."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(value.split()[0]) for name, value in (line.split(":") for line in lines)}
    return {name: kilobytes[name] / 1024 for name in ("Rss", "Pss", "Anonymous")}
