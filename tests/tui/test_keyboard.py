"""What must hold for what is typed key by key: chords, numbers, letters in a box."""

import pytest

from tui.keys.keyboard import KEPT, MOST, PASSED, Keyboard, Press
from tui.keys.keymap import Keymap, of_preset
from tui.keys.names import canonical, key_name, shown
from tui.keys.possible import why_not

CHORDS = Keymap(
    {"list.first": ("g g",), "reader.update": ("g r",), "reader.watch": ("ctrl+x ctrl+w",)}
)
LIST = {"list.first", "list.last", "list.down"}
READER = {"reader.update", "reader.watch", "reader.back", "reader.quit_reader"}
APP = {"app.help", "app.quit"}
LEVELS = (LIST, READER, APP)


def typed(keyboard: Keyboard, *keys: str, box: bool = False) -> list[Press]:
    """What each key comes to."""
    return [keyboard.press(key, LEVELS, typed=box and len(key) == 1) for key in keys]


def test_a_key_that_begins_no_chord_answers_at_once() -> None:
    """Nothing waits without need."""
    assert typed(Keyboard(CHORDS), "G", "b") == [Press("list.last"), Press("reader.back")]


def test_a_chord_is_typed_key_by_key() -> None:
    """Its beginning is kept, and shown while it waits."""
    keyboard = Keyboard(CHORDS)
    assert typed(keyboard, "g") == [KEPT] and keyboard.pending == "g"
    assert dict(keyboard.continuations(LEVELS)) == {"g": "list.first", "r": "reader.update"}
    assert typed(keyboard, "g") == [Press("list.first")] and keyboard.pending == ""


@pytest.mark.parametrize("key", ["escape", "z", "down", "b"])
def test_escape_or_a_key_that_does_not_fit_gives_a_chord_up(key: str) -> None:
    """And does nothing else; the next key counts again."""
    keyboard = Keyboard(CHORDS)
    assert typed(keyboard, "g", key) == [KEPT, KEPT]
    assert keyboard.pending == "" and typed(keyboard, "b") == [Press("reader.back")]


def test_only_chords_of_what_answers_wait() -> None:
    """Where nothing has the rest of it, the beginning is no beginning."""
    keyboard = Keyboard(CHORDS)
    assert keyboard.press("g", (APP,), typed=False) == PASSED and keyboard.pending == ""


def test_letters_are_written_where_text_is_typed() -> None:
    """Reader keys do not apply there; keys that type nothing do, and so do their chords."""
    keyboard = Keyboard(CHORDS)
    assert typed(keyboard, "g", "b", "q", box=True) == [PASSED] * 3
    assert typed(keyboard, "f1", box=True) == [Press("app.help")]
    assert typed(keyboard, "ctrl+x", "ctrl+w", box=True) == [KEPT, Press("reader.watch")]


def test_the_way_out_is_always_there() -> None:
    """Whatever has the keyboard, even in the middle of a chord."""
    keyboard = Keyboard(CHORDS)
    assert keyboard.press("ctrl+c", (), typed=True) == Press("app.quit")
    assert typed(keyboard, "g", "ctrl+c") == [KEPT, Press("app.quit")]


def test_a_nearer_widget_keeps_its_own_keys() -> None:
    """The box's ctrl+u is the box's, whatever the article does with it."""
    keyboard = Keyboard(Keymap({"reader.update": ("ctrl+u",), "list.first": ("ctrl+u",)}))
    assert keyboard.press("ctrl+u", ({"ctrl+u"}, READER), typed=False) == PASSED
    assert keyboard.press("ctrl+u", (LIST | {"ctrl+u"}, READER), typed=False).name == "list.first"


def test_a_view_wins_over_its_list() -> None:
    """Though the list is nearer to the keyboard: the view is what makes it another list."""
    keyboard = Keyboard(Keymap({"list.last": ("u",), "related.unfold": ("u",)}))
    assert keyboard.press("u", (LIST, {"related.unfold"}), typed=False).name == "related.unfold"


def test_a_number_says_how_often() -> None:
    """In the presets that have numbers; only what can be done often is."""
    keyboard = Keyboard(Keymap({}, numbers=True))
    assert typed(keyboard, "1", "2") == [KEPT, KEPT] and keyboard.pending == "12"
    assert typed(keyboard, "j") == [Press("list.down", 12)]
    assert typed(keyboard, "5", "G")[1] == Press("list.last")
    assert typed(keyboard, "j") == [Press("list.down")]


def test_a_zero_within_a_number_is_part_of_it() -> None:
    """Alone it may be a key, as in a selection, where it leads to the beginning of the line."""
    keyboard = Keyboard(Keymap({"list.first": ("0",)}, numbers=True))
    assert typed(keyboard, "1", "0", "j")[-1] == Press("list.down", 10)
    assert typed(keyboard, "0") == [Press("list.first")]


def test_a_number_is_given_up_by_escape_and_has_an_end() -> None:
    """Nobody moves a million lines by a slip of the finger."""
    keyboard = Keyboard(Keymap({"list.first": ("g g",)}, numbers=True))
    assert typed(keyboard, "7", "escape", "j") == [KEPT, KEPT, Press("list.down")]
    assert typed(keyboard, *"99999", "j")[-1] == Press("list.down", MOST)
    typed(keyboard, "3", "g")
    assert keyboard.pending == "3 g"
    typed(keyboard, "escape", "4")
    typed(keyboard, "x", box=True)
    assert keyboard.pending == ""


def test_digits_are_keys_in_the_default_preset() -> None:
    """Panes, not numbers."""
    keyboard = Keyboard(of_preset())
    assert (
        keyboard.press("2", ({"reader.pane_article"},), typed=False).name == "reader.pane_article"
    )
    assert keyboard.press("4", (LIST,), typed=False) == PASSED


def test_a_named_action_is_handed_on() -> None:
    """A click on the bottom line names it; what was begun is forgotten."""
    keyboard = Keyboard(CHORDS)
    assert typed(keyboard, "g", "list.first") == [KEPT, PASSED] and keyboard.pending == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"), ("?", "question_mark"), ("esc", "escape"), ("é", "é"), ("&", "ampersand"),
        ("alt+N", "alt+shift+n"), ("ctrl+space", "ctrl+@"), ("PageDown".lower(), "pagedown"),
        ("+", "plus"), ("-", "minus"), ("<", "less_than_sign"), ("shift+ctrl+up", "ctrl+shift+up"),
    ],
)  # fmt: skip
def test_keys_have_textuals_names(written: str, name: str) -> None:
    """What is written in a file is what arrives."""
    assert key_name(written) == name


@pytest.mark.parametrize(
    ("keys", "text"),
    [("g g", "g g"), ("ctrl+n", "ctrl-n"), ("question_mark", "?"), ("alt+V", "alt-V"),
     ("ctrl+space", "ctrl-space"), ("pagedown", "PgDn"), ("ctrl+x [", "ctrl-x ["), ("]", "]")],
)  # fmt: skip
def test_keys_are_shown_as_people_read_them(keys: str, text: str) -> None:
    """In the bottom line, the help, the docs."""
    assert shown(keys) == shown(canonical(keys)) == text


@pytest.mark.parametrize(
    "keys",
    ["ctrl+i", "ctrl+m", "ctrl+[", "ctrl+h", "ctrl+N", "ctrl+shift+n", "ctrl+1", "alt+b", "alt+<",
     "alt+1", "alt+enter", "ctrl+enter", "shift+a", "shift+space", "ctrl+alt+x", "meta+x", "f13",
     "nokey", "", "ctrl+", "g ctrl+m"],
)  # fmt: skip
def test_keys_that_never_arrive_are_told(keys: str) -> None:
    """As seen in terminals without a newer keyboard protocol."""
    assert why_not(keys)


def test_what_is_no_key_is_told_from_what_is_not_sent() -> None:
    """Two different things to do about it."""
    assert "no key" in why_not("meta+x") and "do not send" in why_not("ctrl+1")


@pytest.mark.parametrize(
    "keys",
    ["g", "G", "é", '"', "ctrl+n", "alt+v", "alt+V", "ctrl+up", "shift+f5", "alt+left", "shift+tab",
     "ctrl+]", "ctrl+_", "ctrl+space", "g g", "ctrl+x ctrl+s", "space", "+", "-", "pgdn"],
)  # fmt: skip
def test_keys_that_arrive_are_allowed(keys: str) -> None:
    """As seen in the same terminals."""
    assert why_not(keys) == ""
