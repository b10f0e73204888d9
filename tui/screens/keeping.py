"""What the user keeps of what is read: notes, tags, bookmarks, citations, exports."""

from tui.screens.moving import Moving


class Keeping(Moving):
    """Keeping and citing."""
