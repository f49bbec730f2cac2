"""The last line of a screen: its keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Footer


class KeyLine(Footer):
    """Textual's footer without the palette's key, each of its keys styled once.

    Its keys become compact ones as they are made, and are then styled anew to be what the footer
    is; so these are compact from the first, with the room around them given back.
    """

    DEFAULT_CSS: ClassVar[str] = """
    KeyLine.-compact FooterKey {
        margin: 0;
        padding: 0 1;
    }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        """Put the keys beside each other."""
        for key in super().compose():
            key.add_class("-compact", update=False)
            yield key
