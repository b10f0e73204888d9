"""Actions that keep, cite, export: notes, bookmarks, searches, copies."""

from tui.keys.action import Action

ACTIONS: tuple[Action, ...] = ()
