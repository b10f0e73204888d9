"""Where recoupe keeps what it derives: the only reader of the environment's folders."""

import hashlib
import re
from pathlib import Path

from platformdirs import user_cache_path


def data_folder(root: Path, chosen: Path | None) -> Path:
    """The folder of everything derived from `root`.

    It lies in `chosen` when that is given (the option --data or RECOUPE_DATA), else in this
    user's cache; its name begins as the folder's does, so that a person can tell them apart.
    """
    resolved = root.resolve()
    readable = re.sub(r"[^\w.-]+", "-", resolved.name)[:40] or "root"
    digest = hashlib.sha256(str(resolved).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    base = chosen if chosen is not None else user_cache_path("recoupe") / "libraries"
    return base / f"{readable}-{digest}"


def demo_folder() -> Path:
    """The bundled demo articles."""
    import corpus

    return Path(corpus.__file__).parent / "demo"
