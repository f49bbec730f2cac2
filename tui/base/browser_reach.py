"""What somebody in a browser may reach of the machine that serves them: their uploads, no more."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from tempfile import gettempdir
from typing import TYPE_CHECKING

from storage import paths
from storage.article_import.things import Thing, WantedRecords, find_collection
from storage.article_import.web.urls import is_address
from storage.wording.terminal_text import reveal_line
from tui.base.reach import LIBRARY, Reach

if TYPE_CHECKING:
    from tui.base.system_clipboard import Command


class BrowserReach(Reach):
    """That of somebody in a browser.

    The folder of their uploads is the working folder of this process; without it they have none.
    """

    is_browser = True

    def __init__(self, uploads: Path | None, library: Path) -> None:
        self._uploads = uploads
        self._waiting: list[str] = []
        self._places = re.compile(
            # Not in the middle of an address that has the same.
            rf"(?<![\w/.])(?:{'|'.join(map(re.escape, _list_places(uploads, library)))})"
        )

    @property
    def waiting(self) -> list[str]:
        """Names of files that were uploaded and are still to be added."""
        return self._waiting

    def may_name(self, name: str) -> bool:
        """Tell whether `name` is that of an upload: nothing that leads out of their folder is."""
        if self._uploads is None or not name or name in (".", ".."):
            return False
        if name.startswith("~") or not {"/", "\\", ":", "\0"}.isdisjoint(name):
            return False
        return Path.cwd() == self._uploads and not (self._uploads / name).is_symlink()

    def refuse(self, thing: Thing) -> str:
        """Return why a thing may not be added: a file that was not uploaded, another program."""
        name = thing.archive if isinstance(thing, WantedRecords) else thing
        if not isinstance(name, str) or is_address(name):
            return ""
        told = reveal_line(name)
        if find_collection(name) is not None:
            return "Zotero is asked at the desk only; upload an export of it."
        if not self.may_name(name) or not self.exists(name):
            return f"{told} is neither an address nor a file that you have uploaded."
        if name.lower().endswith(LIBRARY):
            return f"{told} may be a library; import that at the desk, with `copydesk import`."
        return ""

    def tell(self, sentence: str) -> str:
        """Return a sentence without the places where things lie on this machine."""
        return self._places.sub("", sentence)

    def name_file(self, path: str) -> str:
        """Return what the file is called."""
        return PurePath(path).name

    def find_clipboard(self) -> list[Command]:
        """Return none: the clipboard is that of the browser's machine."""
        return []


def _list_places(uploads: Path | None, library: Path) -> Sequence[str]:
    """Return the folders that sentences may name, the longest first, each as it begins a path."""
    folders = {
        library.parent,
        paths.configuration_path().parent,
        paths.state_path().parent,
        paths.draft_path("").parent,
        paths.log_path().parent,
        paths.scans_path(),
        Path(gettempdir()),
        Path.home(),
    }
    if uploads is not None:
        folders.add(uploads)
    folders |= {Path(os.path.realpath(one)) for one in folders}
    places = {f"{folder}{os.sep}" for folder in folders if folder.name}
    return sorted(places, key=len, reverse=True)
