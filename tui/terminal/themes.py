"""The looks that recoupe brings; any of Textual's own can be chosen in the palette.

What a run of text is can always be told without its colour (`looks.tcss`), so the same screens work
in sixteen colours and in none.
"""

from dataclasses import replace

from textual.theme import Theme

DEFAULT = "recoupe-dark"
LIGHT = "recoupe-light"
SIXTEEN, SIXTEEN_LIGHT = "recoupe-16", "recoupe-16-light"
PLAIN = "recoupe-plain"

THEMES: tuple[Theme, ...] = (
    Theme(
        name=DEFAULT,
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
            "quiet": "#949aa3",
            "rule": "#454c54",
            "selected-background": "#3d5875",
            "selected": "#ffffff",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#1f5a94",
        secondary="#6a4c9c",
        accent="#804b00",
        warning="#804b00",
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
            "quiet": "#5d626a",
            "rule": "#b5b1a7",
            "selected-background": "#bcd6ef",
            "selected": "#101214",
        },
    ),
    Theme(
        name="recoupe-contrast",
        primary="#9cd0ff",
        secondary="#e6b8ff",
        accent="#ffd27a",
        warning="#ffd27a",
        error="#ffb3b3",
        success="#8ff0a0",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        dark=True,
        variables={
            "person": "#9cd0ff",
            "location": "#8ff0a0",
            "organisation": "#ffd27a",
            "other": "#e6b8ff",
            "quiet": "#d0d0d0",
            "rule": "#a6a6a6",
            "selected-background": "#9cd0ff",
            "selected": "#000000",
        },
    ),
    Theme(
        name="recoupe-contrast-light",
        primary="#003f8a",
        secondary="#561a78",
        accent="#5c3200",
        warning="#5c3200",
        error="#8a0000",
        success="#00480f",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#ededed",
        dark=False,
        variables={
            "person": "#003f8a",
            "location": "#00480f",
            "organisation": "#5c3200",
            "other": "#561a78",
            "quiet": "#363636",
            "rule": "#5a5a5a",
            "selected-background": "#003f8a",
            "selected": "#ffffff",
        },
    ),
)


def _of_terminal(name: str, *, dark: bool, colours: dict[str, str]) -> Theme:
    """A theme of the terminal's own sixteen colours, on its own background.

    A terminal's grey may be its background, so what is quiet is dimmed, not grey.
    """
    default = "ansi_default"
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=colours.get("primary", default),
        secondary=colours.get("other", default),
        accent=colours.get("organisation", default),
        warning=colours.get("organisation", default),
        error=colours.get("error", default),
        success=colours.get("location", default),
        foreground=default,
        background=default,
        surface=default,
        panel=default,
        variables={
            "person": colours.get("person", default),
            "location": colours.get("location", default),
            "organisation": colours.get("organisation", default),
            "other": colours.get("other", default),
            "quiet": default,
            "quiet-style": "dim",
            "rule": colours.get("rule", default),
            **_REVERSED,
            **_cursor(colours.get("ink", default), colours.get("ground", default)),
        },
    )


_REVERSED = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    # Reversed, so that it is seen on whatever the terminal's colours are.
    "selected": "ansi_default",
    "selected-background": "ansi_default",
    "selected-style": "reverse underline",
    "block-hover-background": "ansi_default",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
}


def _cursor(ink: str, ground: str) -> dict[str, str]:
    """The lit line of Textual's own lists: the palette's. They cannot be reversed (Textual 8.2)."""
    return {
        "block-cursor-foreground": ink,
        "block-cursor-background": ground,
        "block-cursor-text-style": "bold underline",
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-background": ground,
        "block-cursor-blurred-text-style": "bold underline",
    }


_DARK = {
    "primary": "ansi_bright_cyan",
    "person": "ansi_bright_cyan",
    "location": "ansi_bright_green",
    "organisation": "ansi_bright_yellow",
    "other": "ansi_bright_magenta",
    "error": "ansi_bright_red",
    "rule": "ansi_bright_black",
    "ink": "ansi_black",
    "ground": "ansi_bright_cyan",
}
# Green, yellow and cyan cannot be read on white in most terminals.
_LIGHT = {
    "primary": "ansi_blue",
    "person": "ansi_blue",
    "location": "ansi_magenta",
    "organisation": "ansi_red",
    "error": "ansi_red",
    "rule": "ansi_bright_black",
    "ink": "ansi_bright_white",
    "ground": "ansi_blue",
}

THEMES += (
    _of_terminal(SIXTEEN, dark=True, colours=_DARK),
    _of_terminal(SIXTEEN_LIGHT, dark=False, colours=_LIGHT),
    _of_terminal(PLAIN, dark=True, colours={}),
)

NAMES = tuple(theme.name for theme in THEMES)


def on_terminal(theme: Theme) -> Theme:
    """The theme's colours on the terminal's own background, with its own text colour."""
    default = "ansi_default"
    return replace(
        theme,
        ansi=True,
        foreground=default,
        background=default,
        surface=default,
        panel=default,
        variables={
            **theme.variables,
            "quiet": default,
            "quiet-style": "dim",
            **_REVERSED,
            **_cursor(theme.background or default, theme.primary),
        },
    )


def kinds(theme: Theme) -> dict[str, str]:
    """Colours for what Textual's themes do not know, taken from those they do."""
    return {
        "person": theme.primary,
        "location": theme.success or theme.primary,
        "organisation": theme.accent or theme.primary,
        "other": theme.secondary or theme.primary,
        "quiet": "#9a9da3" if theme.dark else "#5d6066",
        "quiet-style": "none",
        "rule": "#4a4f56" if theme.dark else "#b5b1a7",
        "selected": theme.background or ("#000000" if theme.dark else "#ffffff"),
        "selected-background": theme.primary,
        "selected-style": "none",
    }
