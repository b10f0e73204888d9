"""The tests of the screens run in the same terminal everywhere."""

import pytest


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """One with all colours, on this machine, without a multiplexer."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "COLORFGBG", "SSH_CONNECTION", "SSH_TTY", "TMUX", "STY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
