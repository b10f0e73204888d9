"""The looks that recoupe brings; any of Textual's own can be chosen in the palette."""

from textual.theme import Theme

DEFAULT = "recoupe-dark"

THEMES = (
    Theme(
        name="recoupe-dark",
        primary="#8fb8de",
        secondary="#b8a7d9",
        accent="#e0b873",
        warning="#e0b873",
        error="#e58a8a",
        success="#93c79a",
        foreground="#d6d6d0",
        background="#15171a",
        surface="#15171a",
        panel="#24282d",
        dark=True,
        variables={
            "person": "#8fc1f0",
            "location": "#9bcf9f",
            "organisation": "#e3b679",
            "other": "#c9a6de",
            "quiet": "#8b9098",
            "rule": "#3c4249",
        },
    ),
    Theme(
        name="recoupe-light",
        primary="#1f5a94",
        secondary="#6a4c9c",
        accent="#93590a",
        warning="#93590a",
        error="#a32020",
        success="#24702f",
        foreground="#22252a",
        background="#fbfaf7",
        surface="#fbfaf7",
        panel="#e9e6df",
        dark=False,
        variables={
            "person": "#1b5fa8",
            "location": "#23702f",
            "organisation": "#8f5600",
            "other": "#7a3d99",
            "quiet": "#686d75",
            "rule": "#c4c0b6",
        },
    ),
)


def kinds(theme: Theme) -> dict[str, str]:
    """Colours for what Textual's themes do not know, taken from those they do."""
    return {
        "person": theme.primary,
        "location": theme.success or theme.primary,
        "organisation": theme.accent or theme.primary,
        "other": theme.secondary or theme.primary,
        "quiet": "#85888e" if theme.dark else "#6a6d73",
        "rule": "#4a4f56" if theme.dark else "#bdb9b0",
        "selected": theme.background or "#ffffff",
        "selected-background": theme.primary,
        "selected-style": "none",
    }
