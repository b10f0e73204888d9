"""The interface's language."""
