"""The tests of the screens run in the same terminal everywhere, and in the same language."""

from pathlib import Path

import pytest

from tui.language import i18n


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """One with all colours, on this machine, without a multiplexer."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "COLORFGBG", "SSH_CONNECTION", "SSH_TTY", "TMUX", "STY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's locale or configuration counts, nor what a test before this one has chosen."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("RECOUPE_CONFIG", str(Path(__file__).parent / "no" / "config.toml"))
    i18n.use("en")
