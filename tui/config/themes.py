"""The themes that can be chosen: three of our own, and Textual's."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from tui.config.mark_colours import IN_CONTRAST, ON_DARK, ON_LIGHT

DEFAULT_THEME = "copydesk-dark"
THEMES = (
    replace(BUILTIN_THEMES["textual-dark"], name="copydesk-dark", variables=ON_DARK),
    replace(
        BUILTIN_THEMES["textual-light"],
        name="copydesk-light",
        foreground="#1A1A1A",
        background="#F4F4F4",
        surface="#EAEAEA",
        panel="#DEDEDE",
        accent="#004578",
        variables=ON_LIGHT,
    ),
    Theme(
        name="copydesk-contrast",
        primary="#56B4E9",
        secondary="#FFFFFF",
        accent="#F0E442",
        warning="#E69F00",
        error="#FF8A80",
        success="#00B080",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#1C1C1C",
        variables=IN_CONTRAST
        | {
            "text-muted": "#E0E0E0",
            "primary-muted": "#003A66",
            "block-cursor-foreground": "#000000",
            "block-cursor-blurred-background": "#404040",
            "button-color-foreground": "#000000",
        },
    ),
)
THEME_NAMES = (*(theme.name for theme in THEMES), *BUILTIN_THEMES)
"""All that can be chosen: ours, then Textual's."""
