"""Runs a command that may read a folder and not write it, also where the tests are run by root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
_MOUNT = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
_POWERS = ",".join(f"-{name}" for name in ("dac_override", "dac_read_search", "fowner", "chown"))


def mounted(data: Path) -> list[str]:
    """What to put before a command for which `data` is mounted read-only."""
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    return _working(["unshare", "--mount", *user, "sh", "-c", _MOUNT, str(data)])


def forbidden(data: Path) -> list[str]:
    """What to put before a command that has no permission to write `data`, which others keep."""
    if os.geteuid() != 0:
        pytest.skip("only root can give the folder to another user")
    for path in (data, *data.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return _working(["setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}"])


@contextmanager
def python(before: list[str], code: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """Python under `before`, printing to pipes; it is ended with the block."""
    process = subprocess.Popen(
        [*before, sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _working(before: list[str]) -> list[str]:
    """The same, where this machine allows it."""
    if shutil.which(before[0]) is None:
        pytest.skip(f"no {before[0]} on this machine")
    tried = subprocess.run([*before, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"{before[0]} may not: {tried.stderr.strip()}")
    return before
