"""Actions of the whole program."""

from tui.keys.action import Action
from tui.language.i18n import N_

PROGRAM = N_("Program")

ACTIONS = (
    Action("help", ("?", "f1"), N_("This list of keys"), PROGRAM, "app", N_("keys"), 3),
    Action("command_palette", (":", "ctrl+p"), N_("Command palette"), PROGRAM, "app"),
    Action("quit", ("ctrl+c",), N_("Quit, from anywhere"), PROGRAM, "app", priority=True),
    Action(
        "mouse",
        ("M",),
        N_("Give the mouse to the terminal, to select text anywhere; again: take it back"),
        PROGRAM,
        "app",
    ),
    Action("redraw", ("ctrl+l",), N_("Draw the screen anew"), PROGRAM, "app"),
    Action("suspend", ("ctrl+z",), N_("Stop for the shell; fg comes back"), PROGRAM, "app"),
    Action("update", ("R",), N_("Read the folder again"), PROGRAM, "reader"),
    Action(
        "watch",
        ("W",),
        N_("Follow the folder: read what changes; again: stop"),
        PROGRAM,
        "reader",
    ),
    Action("stop_update", ("ctrl+g",), N_("Stop reading the folder"), PROGRAM, "reader"),
    Action("close", ("escape", "q"), N_("Close the page"), PROGRAM, "page", N_("close"), 1),
    Action("pick", ("space",), N_("Choose this too, or no longer"), PROGRAM, "choice"),
    Action("quit_reader", ("q",), N_("Quit"), PROGRAM, "reader", N_("quit"), 11),
)
