"""Actions of the whole program."""

from tui.i18n import N_
from tui.keys.action import Action

PROGRAM = N_("Program")

ACTIONS = (
    Action("help", ("?", "f1"), N_("This list of keys"), PROGRAM, "app", N_("keys"), 6),
    Action("command_palette", (":", "ctrl+p"), N_("Command palette"), PROGRAM, "app"),
    Action("quit", ("ctrl+c",), N_("Quit, from anywhere"), PROGRAM, "app", priority=True),
    Action("update", ("R",), N_("Read the folder again"), PROGRAM, "reader"),
    Action(
        "watch",
        ("W",),
        N_("Follow the folder: read what changes; again: stop"),
        PROGRAM,
        "reader",
    ),
    Action("stop_update", ("ctrl+g",), N_("Stop reading the folder"), PROGRAM, "reader"),
    Action("quit_reader", ("q",), N_("Quit"), PROGRAM, "reader", N_("quit"), 7),
)
