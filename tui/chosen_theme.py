"""The theme that the user chose in the app, remembered from one start to the next.

It is kept beside the log, not in the library: it belongs to the person and the terminal, and is
the same for every library. The configuration file is the user's own and never written to.
"""

from __future__ import annotations

import json
from pathlib import Path

from storage.files import write_atomically


class ChosenTheme:
    """Holds until the configuration names another theme than it did when this one was chosen."""

    def __init__(self, path: Path, configured: str | None) -> None:
        self._path = path
        self._configured = configured

    def name(self) -> str | None:
        """Return the theme that was chosen; None if there is none, or it can no longer be read."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            theme, configured = kept["theme"], kept["configured"]
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return theme if isinstance(theme, str) and configured == self._configured else None

    def keep(self, theme: str) -> None:
        """Remember that `theme` was chosen; `CopydeskError` where that cannot be written."""
        kept = {"theme": theme, "configured": self._configured}
        write_atomically(self._path, json.dumps(kept) + "\n")
