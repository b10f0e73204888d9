"""Opening a library's store, one's own or one that others keep."""

import sqlite3

from corpus.errors import RecoupeError
from corpus.store import Store
from index.folder import Folder


def open_store(folder: Folder, *, read_only: bool) -> Store:
    """The store in a data folder, made when absent; with `read_only` one that others keep.

    Raises RecoupeError where it can be neither made nor read.
    """
    try:
        if read_only:
            return Store(folder.store, read_only=True)
        folder.data.mkdir(parents=True, exist_ok=True)
        return Store.open_or_remake(folder.store)
    except (OSError, sqlite3.DatabaseError) as error:
        if read_only:
            hint = "may only be read: whoever keeps it runs recoupe index, or use another --data"
            raise RecoupeError("Cannot read", f"{folder.data}: {error}", hint) from None
        hint = "name another place with --data"
        raise RecoupeError("Cannot write", f"{folder.data}: {error}", hint) from None
