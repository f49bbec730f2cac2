"""The theme that the user chose in the app, remembered from one start to the next.

The configuration file is the user's own and never written to.
"""

from __future__ import annotations

from tui.config.state_file import StateFile


class ChosenTheme:
    """Holds until the configuration names another theme than it did when this one was chosen."""

    def __init__(self, remembered: StateFile, configured: str | None) -> None:
        self._remembered = remembered
        self._configured = configured

    def load(self) -> str | None:
        """Return the theme that was chosen; None if there is none, or it can no longer be read."""
        theme = self._remembered.get("theme")
        is_same = self._remembered.get("configured") == self._configured
        return theme if isinstance(theme, str) and is_same else None

    def keep(self, theme: str) -> None:
        """Remember that `theme` was chosen; `CopydeskError` where that cannot be written."""
        self._remembered.keep(theme=theme, configured=self._configured)
