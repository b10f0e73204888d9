"""Where recoupe keeps what it derives and what is the reader's: the only reader of the
environment's folders."""

import hashlib
import os
import re
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_state_path


def data_folder(root: Path, chosen: Path | None) -> Path:
    """The folder of everything derived from `root`.

    It lies in `chosen` when that is given (the option --data or RECOUPE_DATA), else in this
    user's cache.
    """
    base = chosen if chosen is not None else user_cache_path("recoupe") / "libraries"
    return base / key(root)


def chosen_data() -> Path | None:
    """Where the user keeps all derived data (RECOUPE_DATA), None where nothing is said."""
    chosen = os.environ.get("RECOUPE_DATA")
    return Path(chosen) if chosen else None


def own_folder(root: Path) -> Path:
    """The folder of the reader's own files for `root`: nothing in it can be derived again.

    It lies in RECOUPE_OWN when that is set, else among this user's data.
    """
    chosen = os.environ.get("RECOUPE_OWN")
    base = Path(chosen) if chosen else user_data_path("recoupe") / "libraries"
    return base / key(root)


def state_folder() -> Path:
    """Where reports of crashes lie, and texts that could not be copied."""
    return user_state_path("recoupe")


def key(root: Path) -> str:
    """The name of the folders that belong to `root`.

    It begins as the folder's does, so that a person can tell them apart.
    """
    resolved = root.resolve()
    readable = re.sub(r"[^\w.-]+", "-", resolved.name)[:40] or "root"
    digest = hashlib.sha256(str(resolved).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f"{readable}-{digest}"


def demo_folder() -> Path:
    """The bundled demo articles."""
    import corpus

    return Path(corpus.__file__).parent / "demo"
