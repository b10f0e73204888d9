"""Whether the facts index holds what the store knows: a stamp in the store."""

from corpus.store import Store

HELD = "facts held"
"""The stamp of the versions with which it holds all of it; "" while it does not."""


def outdate(store: Store) -> None:
    """Say that names have changed, inside the transaction that changes them."""
    store.set_stamp(HELD, "")
