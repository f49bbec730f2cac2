"""What a path that is being written may go on to."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from itertools import islice

from textual.suggester import Suggester

from storage.article_import.file_types import list_all_endings
from storage.article_import.web.urls import is_address
from storage.paths import parse_path
from tui.base.reach import Reach

_MOST = 5000
"""Files of a folder that are looked at."""


def complete_path(written: str, reach: Reach) -> str | None:
    """Return the first path by name that begins as `written` does; None where there is none.

    Only folders, which end with a slash, and files that can be added are offered.
    """
    folder, begun = os.path.split(written)
    if (
        not written
        or not reach.may_name(written)
        or is_address(written)
        or (written.startswith("~") and "/" not in written)
    ):
        return None
    endings = list_all_endings()
    try:
        with os.scandir(parse_path(folder or ".")) as listing:
            found = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in islice(listing, _MOST)
                if entry.name.startswith(begun)
                and (begun.startswith(".") or not entry.name.startswith("."))
                and (entry.is_dir() or entry.name.lower().endswith(endings))
            )
    except (OSError, ValueError):
        return None
    printable = (name for name in found if name.isprintable())
    name = next(printable, None)
    return None if name is None else written[: len(written) - len(begun)] + name


class PathSuggester(Suggester):
    """Completes paths, without holding up who writes where a disk is slow."""

    def __init__(self, reach: Callable[[], Reach]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._reach = reach

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole path that `value` may go on to."""
        return await asyncio.to_thread(complete_path, value, self._reach())
