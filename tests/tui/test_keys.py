"""What must hold for the table of actions."""

import pytest

from tui import keys
from tui.app import RecoupeApp
from tui.screens.reader import Reader
from tui.widgets.article_view import ArticleView
from tui.widgets.block_list import BlockList
from tui.widgets.search_box import SearchBox

HOLDERS = {
    "app": RecoupeApp,
    "reader": Reader,
    "box": SearchBox,
    "list": BlockList,
    "article": ArticleView,
}


def test_every_action_is_done_by_its_scope() -> None:
    """No key leads nowhere."""
    for action in keys.ACTIONS:
        assert hasattr(HOLDERS[action.scope], f"action_{action.id}"), action.id


def test_no_key_does_two_things_in_one_place() -> None:
    """A key answers the same way each time."""
    for scope in HOLDERS:
        taken = [key for a in keys.ACTIONS if a.scope == scope for key in a.keys]
        assert len(taken) == len(set(taken)), scope


@pytest.mark.parametrize("letter", list("abqsjo"))
def test_keys_of_tmux_and_terminals_are_left_alone(letter: str) -> None:
    """What tmux, screen or flow control takes never arrives."""
    assert all(f"ctrl+{letter}" not in action.keys for action in keys.ACTIONS)


def test_the_footer_shows_a_key_once() -> None:
    """Nearer to the keyboard wins."""
    shown = [action.keys[0] for action in keys.footer("list", "reader", "app")]
    assert len(shown) == len(set(shown)) and shown[0] == "enter"


def test_letters_are_not_bound_in_the_box() -> None:
    """They are typed there."""
    assert all(len(key) > 1 for a in keys.ACTIONS if a.scope == "box" for key in a.keys)
