"""What the parts of the library screen may ask of it."""

from __future__ import annotations

from typing import Protocol

from tui.base.parts import Host
from tui.library.contents import LibraryContents
from tui.library.lists import LibraryLists


class LibraryHost(Host, Protocol):
    """The library screen, as its parts know it."""

    contents: LibraryContents
    lists: LibraryLists
