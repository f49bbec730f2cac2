"""Where somebody reads, to come back to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from storage.anchoring.located_targets import LocatedTarget
from tui.story.items import Item
from tui.story.story_reader import Came, StoryReader
from tui.story.text_selection import TextSelection


@dataclass(frozen=True)
class Bookmark:
    """The focus, all cursors and what is selected, with how one came there."""

    focus: int
    cursors: tuple[int, ...]
    came: Came
    current: Item | None
    chosen: LocatedTarget | None
    selection: TextSelection | None

    @classmethod
    def put(cls, reading: StoryReader) -> Bookmark:
        """Return one for where the reader is."""
        return cls(
            reading.focus,
            tuple(reading.cursors),
            reading.unit,
            reading.current,
            reading.chosen,
            reading.selection and replace(reading.selection),
        )

    @property
    def cursor(self) -> int:
        """The cursor's offset on the page that had the focus."""
        return self.cursors[self.focus]

    def go_back(self, reading: StoryReader) -> None:
        """Put the reader there again; what is gone by now is neither current nor chosen."""
        reading.move_to(self.focus, self.cursor, self.came)
        reading.cursors[:] = self.cursors
        reading.selection = self.selection and replace(self.selection)
        is_known = any(item is self.current for item in reading.items)
        reading.current = self.current if is_known else None
        reading.chosen = self.chosen if self.chosen in reading.placed else None
