"""The presets: where their keys are not the table's.

A preset is for the fingers of those who know the program it is called after: what is not named
here keeps the table's keys. In vim and less digits count, so that panes and kinds have chords.
"""

from collections.abc import Mapping
from typing import Literal, get_args

Preset = Literal["default", "vim", "emacs", "less"]

PRESET_NAMES: tuple[Preset, ...] = get_args(Preset)

NUMBERS: frozenset[Preset] = frozenset(("vim", "less"))
"""Where a number before a key says how often."""

_COUNTED = {
    "reader.pane_search": ("ctrl+w 1", "&"),
    "reader.pane_article": ("ctrl+w 2", "é"),
    "reader.pane_related": ("ctrl+w 3", '"'),
}
"""In the presets with numbers."""

VIM: Mapping[str, tuple[str, ...]] = _COUNTED | {
    "list.first": ("g g", "home"),
    "list.peek": ("l", "right"),
    "list.page_down": ("ctrl+f", "pagedown", "space"),
    "list.page_up": ("ctrl+b", "pageup"),
    "article.article_start": ("g g", "home"),
    "article.screen_down": ("ctrl+f", "space", "pagedown"),
    "article.screen_up": ("ctrl+b", "pageup"),
    "article.next_paragraph": ("}", "J"),
    "article.previous_paragraph": ("{",),
    "reader.card": ("K", "enter", "i"),
    "reader.next_mention": ("*",),
    "reader.previous_mention": ("#",),
    "reader.people": ("g p",),
    "reader.places": ("g l",),
    "reader.organisations": ("g o",),
    "reader.others": ("g x",),
    "reader.all_kinds": ("g a",),
    "compare.first": ("g g", "home"),
    "compare.scroll_down": ("ctrl+f", "space", "pagedown"),
    "compare.scroll_up": ("ctrl+b", "pageup"),
    "reader.back": ("ctrl+o", "b", "backspace", "alt+left"),
    "reader.leave_pane": ("escape", "h"),
    "reader.next_pane": ("ctrl+w w", "ctrl+w l", "tab"),
    "reader.previous_pane": ("ctrl+w W", "ctrl+w h", "shift+tab"),
    "reader.zoom": ("z z", "ctrl+w o"),
    "reader.folded": ("z a", "x"),
    "reader.quit_reader": ("q", "Z Z", "Z Q"),
}

EMACS: Mapping[str, tuple[str, ...]] = {
    "list.down": ("ctrl+n", "down", "j"),
    "list.up": ("ctrl+p", "up", "k"),
    "list.page_down": ("ctrl+v", "pagedown", "space"),
    "list.page_up": ("alt+v", "pageup"),
    "list.first": ("ctrl+x [", "home"),
    "list.last": ("ctrl+x ]", "end", "G"),
    "box.list_down": ("ctrl+n", "down"),
    "box.list_up": ("ctrl+p", "up"),
    "box.list_page_down": ("ctrl+v", "pagedown"),
    "box.list_page_up": ("alt+v", "pageup"),
    "box.leave_box": ("ctrl+g", "escape"),
    "article.line_down": ("ctrl+n", "down", "j"),
    "article.line_up": ("ctrl+p", "up", "k"),
    "article.screen_down": ("ctrl+v", "space", "pagedown"),
    "article.screen_up": ("alt+v", "pageup"),
    "article.next_paragraph": ("alt+e", "J"),
    "article.previous_paragraph": ("alt+a", "K"),
    "article.article_start": ("ctrl+x [", "home"),
    "article.article_end": ("ctrl+x ]", "end", "G"),
    "compare.down": ("ctrl+n", "down", "j"),
    "compare.up": ("ctrl+p", "up", "k"),
    "compare.scroll_down": ("ctrl+v", "space", "pagedown"),
    "compare.scroll_up": ("alt+v", "pageup"),
    "compare.first": ("ctrl+x [", "home"),
    "compare.last": ("ctrl+x ]", "end", "G"),
    "compare.leave": ("ctrl+g", "escape", "q", "c", "b", "backspace"),
    "page.close": ("ctrl+g", "escape", "q"),
    "find.next": ("ctrl+n", "down"),
    "find.previous": ("ctrl+p", "up"),
    "find.drop": ("ctrl+g", "escape"),
    "article.find": ("alt+s", "/"),
    "article.select": ("ctrl+@", "v"),
    "selection.right": ("ctrl+f", "right", "l"),
    "selection.left": ("ctrl+b", "left", "h"),
    "selection.sentence_right": ("alt+e", ")"),
    "selection.sentence_left": ("alt+a", "("),
    "selection.line_start": ("ctrl+a", "home", "0", "^"),
    "selection.line_end": ("ctrl+e", "end", "$"),
    "selection.other_end": ("ctrl+x ctrl+x", "o"),
    "selection.drop": ("ctrl+g", "escape"),
    "entities.undo": ("ctrl+_", "u"),
    "reader.find_box": ("alt+s", "/"),
    "reader.next_match": ("alt+n", "n"),
    "reader.previous_match": ("alt+p", "N"),
    "reader.back": ("l", "b", "backspace", "ctrl+x left", "alt+left"),
    "reader.forward": ("ctrl+x right", "f", "alt+right"),
    "reader.leave_pane": ("ctrl+g", "escape"),
    "reader.next_pane": ("ctrl+x o", "tab"),
    "reader.zoom": ("ctrl+x 1", "z"),
    "reader.bookmark": ("ctrl+x r m", "m"),
    "reader.view_notes": ("ctrl+x r l", "B"),
    "reader.copy": ("alt+w", "y"),
    "card.card_copy": ("alt+w", "y"),
    "reader.export": ("ctrl+x ctrl+w", "E"),
    "reader.source": ("ctrl+x ctrl+f", "O"),
    "notes.undo": ("ctrl+_", "u"),
    "reader.update": ("g", "R"),
    "reader.stop_update": ("ctrl+x ctrl+k",),
    "reader.quit_reader": ("ctrl+x ctrl+c", "q"),
    "app.command_palette": ("alt+x", ":"),
}

LESS: Mapping[str, tuple[str, ...]] = _COUNTED | {
    "list.page_down": ("space", "f", "pagedown"),
    "list.page_up": ("b", "pageup"),
    "article.screen_down": ("space", "f", "pagedown"),
    "article.screen_up": ("b", "pageup"),
    "article.half_down": ("d", "ctrl+d"),
    "article.half_up": ("u", "ctrl+u"),
    "article.article_start": ("g", "<", "home"),
    "article.article_end": ("G", ">", "end"),
    "reader.find_box": ("/", "&"),
    "article.find": ("/", "&"),
    "article.select": ("V",),
    "selection.widen": ("V", "v"),
    "reader.source": ("v", "O"),
    "reader.view_notes": ("'", "B"),
    "reader.longer": ("- +", "+", "="),
    "reader.shorter": ("- -",),
    "reader.people": ("- p",),
    "reader.places": ("- l",),
    "reader.organisations": ("- o",),
    "reader.others": ("- x",),
    "reader.all_kinds": ("- a",),
    "reader.back": ("backspace", "alt+left"),
    "reader.forward": ("alt+right",),
    "reader.narrow": ("(",),
    "reader.widen": (")",),
    "reader.folded": ("- f", "x"),
    "reader.pane_search": ("ctrl+w 1",),
    "compare.leave": ("q", "escape", "c", "backspace"),
    "compare.scroll_down": ("space", "f", "pagedown"),
    "compare.scroll_up": ("b", "pageup"),
    "app.help": ("h", "?", "f1"),
}

PRESETS: Mapping[Preset, Mapping[str, tuple[str, ...]]] = {
    "default": {},
    "vim": VIM,
    "emacs": EMACS,
    "less": LESS,
}
