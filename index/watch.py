"""When something in a folder changes: told by the system, or looked for where it cannot tell."""

from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from index.folder import Folder

REST_MS = 500
"""A change is told once nothing more has changed for so long: a copied folder is one change."""

LONGEST_MS = 5_000
"""While a folder never comes to rest, a change is told this often."""

LOOK_MS = 200
"""Milliseconds between two looks at whether to stop."""


def changes(root: Path, data: Path, *, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Yields as soon as it watches, then each time that `root` may have changed, until cancelled.

    Hidden files are left out, and so is `data`, where recoupe itself writes. Where the system
    cannot tell of changes (too many folders, some network drives) the folder is looked through
    again and again instead. Raises FileNotFoundError when `root` does not exist.
    """
    folder = root if root.is_dir() else root.parent
    folder, file, own = folder.resolve(), root.resolve(), data.resolve()

    def concerns(_: Change, name: str) -> bool:
        path = Path(name)
        if path.is_relative_to(own) or (folder != file and path != file):
            return False
        inside = path.relative_to(folder) if path.is_relative_to(folder) else path
        return not any(part.startswith(".") for part in inside.parts)

    return _told(folder, concerns, cancelled)


def commits(folder: Folder, *, cancelled: Callable[[], bool]) -> Iterator[None]:
    """As `changes`, of a library that others keep: told of what they have committed.

    Raises FileNotFoundError when there is no library.
    """
    data = folder.data.resolve()
    indexes = {data / folder.index.name, data / folder.facts.name}
    stores = {data / f"{folder.store.name}{ending}" for ending in ("", "-wal")}

    def concerns(_: Change, name: str) -> bool:
        path = Path(name)
        return path in stores or path in indexes or path.parent in indexes

    return _told(data, concerns, cancelled)


def _told(
    folder: Path, concerns: Callable[[Change, str], bool], cancelled: Callable[[], bool]
) -> Iterator[None]:
    begun = False
    for polling in (False, True):
        try:
            for found in watch(
                folder,
                watch_filter=concerns,
                debounce=LONGEST_MS,
                step=REST_MS,
                rust_timeout=LOOK_MS,
                yield_on_timeout=True,
                force_polling=polling,
                raise_interrupt=True,
            ):
                if cancelled():
                    return
                if found or not begun:
                    begun = True
                    yield
        except (OSError, RuntimeError) as error:
            if polling or isinstance(error, FileNotFoundError):
                raise
