"""Word of a file that somebody in a browser has sent."""

from __future__ import annotations

from textual.message import Message


class Uploaded(Message):
    """A file lies among the uploads of whoever reads."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        """What it is called there."""
