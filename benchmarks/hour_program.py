"""The part of the hour that is about the program, its terminal and files: for `hour_steps.py`."""

from hour_player import Player
from hour_terminal import PROMPT

STORM = ((30, 8), (200, 60), (81, 25), (10, 3), (119, 12), (60, 40), (2, 2), (132, 43))
"""Sizes that a window has for a moment each."""


def panes(me: Player) -> None:
    """One pane alone, wider, narrower, hidden; back and forward."""
    me.where = "article"
    me.step("before-panes", kept=False)
    me.do("reader.zoom")
    me.step("zoomed", kept=False)
    me.do("reader.zoom")
    me.do("reader.widen", 2)
    me.step("widened-pane", kept=False)
    me.do("reader.narrow", 2)
    me.do("reader.pane_related")
    me.where = "related"
    me.do("reader.pane_related")
    me.where = "article"
    me.step("related-hidden", kept=False)
    me.do("reader.pane_related")
    me.where = "related"
    me.do("reader.pane_article")
    me.where = "article"
    me.do("reader.back")
    me.step("back")
    me.do("reader.back")
    me.step("further-back")
    me.do("reader.forward")
    me.step("forward")


def pages(me: Player) -> None:
    """The help, filtered; the palette; another theme."""
    me.do("app.help")
    me.where = "box"
    me.step("help", "keys and search")
    me.write("wider")
    me.step("help-filtered", "A wider pane")
    me.do("page.close")
    me.where = "article"
    me.do("app.command_palette")
    me.where = "box"
    me.write("theme")
    me.step("palette", "Change the theme")
    me.enter()
    me.step("themes", "theme")
    me.write("contrast-l")
    me.step("theme", "contrast-light", gone="ansi")
    me.enter()
    me.where = "article"
    me.step("light", gone="contrast-light")


def terminal(me: Player) -> None:
    """Resized many times; the mouse given away; stopped for the shell and back."""
    size = me.terminal.screen.columns, me.terminal.screen.lines
    me.step("before-storm")
    for columns, rows in STORM:
        me.terminal.resize(columns, rows)
        me.terminal.listen(0.02, 0.05)
    me.terminal.resize(*size)
    # The paragraph being read stays, not the line at the top.
    me.step("after-storm", "¶", kept=False)
    before = me.shown()
    me.do("app.mouse")
    me.step("mouse-off", kept=False)
    me.do("app.mouse")
    me.same("mouse-on", before)
    me.do("app.suspend")
    me.step("suspended", PROMPT.strip(), kept=False)
    me.terminal.type("fg\r")
    me.same("again", before)
    me.do("app.redraw")
    me.same("redrawn", before)


def citing(me: Player) -> None:
    """Copy with the source, in a chosen form; export the quotations."""
    me.do("reader.pane_article")
    me.where = "article"
    me.terminal.copied = ""
    me.do("reader.copy")
    me.step("copied", kept=False)
    if "recoupe:" not in me.terminal.copied:
        me.complain(me.seen[-1], f"no citation was copied: {me.terminal.copied!r}")
    me.do("reader.copy_as")
    me.where = "choice"
    me.step("copy-as", "copy the passage as", kept=False)
    me.do("list.down", 3)
    me.do("list.choose")
    me.where = "article"
    me.step("copied-bibtex", kept=False)
    if not me.terminal.copied.startswith("@"):
        me.complain(me.seen[-1], f"no BibTeX was copied: {me.terminal.copied!r}")
    me.do("reader.export")
    me.where = "choice"
    me.step("export", "write into a file", kept=False)
    me.do("list.choose")
    me.where = "box"
    me.step("export-name", "recoupe-", kept=False)
    me.enter()
    me.where = "article"
    me.step("exported", "lines of", kept=False)


def leaving(me: Player) -> None:
    """Quit; the next day everything is where it was."""
    me.do("reader.quit_reader")
    me.step("quit", PROMPT.strip(), kept=False)
    me.terminal.type("echo status $?\r")
    me.step("status", "status 0", kept=False)
    me.terminal.type("clear; recoupe demo\r")
    me.step("the-next-day", "¶", gone="looking", kept=False)
    me.terminal.type("\x03")
    me.step("quit-again", PROMPT.strip(), kept=False)


PROGRAM = (panes, pages, terminal, citing, leaving)
