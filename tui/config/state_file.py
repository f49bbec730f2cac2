"""What is remembered from one start to the next, beside the log.

It belongs to the person and the terminal, not to a library, nobody else reads it, and it is no loss
if it is gone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from storage.errors import ReadError
from storage.files import read_file, write_atomically


class StateFile:
    """A small JSON file of named things."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> Any:
        """Return what was kept under a name; None if nothing was, or it can no longer be read."""
        return self._read().get(name)

    def keep(self, **things: Any) -> None:
        """Keep things under their names; `CopydeskError` where that cannot be written."""
        write_atomically(self._path, json.dumps(self._read() | things) + "\n", is_private=True)

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(read_file(self._path))
        except (ReadError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}
