"""What the parts of the library screen may ask of it."""

from __future__ import annotations

from typing import Protocol

from tui.library_contents import LibraryContents
from tui.screens.parts import Host
from tui.screens.shelving import LibraryLists


class LibraryHost(Host, Protocol):
    """The library screen, as its parts know it."""

    contents: LibraryContents
    lists: LibraryLists
