"""Actions that keep, cite, export: notes, bookmarks, searches, copies."""

from tui.keys.action import Action
from tui.language.i18n import N_

KEEPING, VIEWS = N_("Keeping and citing"), N_("Views")

ACTIONS: tuple[Action, ...] = (
    Action(
        "bookmark",
        ("m",),
        N_("Bookmark the passage, or no longer"),
        KEEPING,
        "reader",
        N_("bookmark"),
    ),
    Action("note", ("a",), N_("Write a note on the passage"), KEEPING, "reader", N_("note"), 10),
    Action("tag", ("T",), N_("Tag the passage"), KEEPING, "reader", N_("tag")),
    Action("copy", ("y",), N_("Copy the passage with its source"), KEEPING, "reader", N_("copy")),
    Action(
        "copy_as",
        ("Y",),
        N_("Choose how to copy the passage"),
        KEEPING,
        "reader",
        N_("copy as…"),
    ),
    Action("export", ("E",), N_("Write what is listed into a file"), KEEPING, "reader"),
    Action("view_notes", ("B",), N_("Notes and bookmarks"), VIEWS, "reader"),
    Action("edit", ("a",), N_("Change the text of the note"), KEEPING, "notes", N_("change"), 1),
    Action("retag", ("T",), N_("Change the tags of the note"), KEEPING, "notes", N_("tags"), 2),
    Action("remove", ("x",), N_("Remove the note"), KEEPING, "notes", N_("remove"), 3),
    Action("undo", ("u",), N_("Put the removed note back"), KEEPING, "notes", N_("undo"), 4),
)
