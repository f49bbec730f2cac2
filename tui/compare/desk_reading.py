"""The compare view of texts that are in no library of the reader's: it only reads them.

Where other comparisons are kept as a story, these are brought in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from storage.models import Story
from storage.scan.reading.desk import Desk
from tui.base.destinations import FoundPlace
from tui.compare.screen import CompareScreen

_WRITING = (
    "note tag mark quick_tag tag_article edges ignore confirm edit_article coded memo tags"
    " undo redo carriers"
)
"""Actions that need a library of the reader's; all others read, and move."""


class LaidOut(NamedTuple):
    """What lies on a desk, to be read."""

    desk: Desk
    place: FoundPlace
    """Where to begin."""
    told: str
    """What is said of it at first; empty for nothing."""
    bring_in: Callable[[], Story]
    """Has the reader's library take it, as a story."""


def make_desk_screen(laid_out: LaidOut, sensitivity: int) -> CompareScreen:
    """Return the view of what is laid out.

    It is dismissed with a story of the reader's library if it was brought in. Whoever laid it out
    clears the desk.
    """
    desk = laid_out.desk
    screen = CompareScreen(desk.library, desk.story, sensitivity, laid_out.place)
    keeper = DeskKeeper(screen, laid_out)
    screen.keeper = keeper
    for name, act in {**dict.fromkeys(_WRITING.split(), keeper.refuse), "keep": keeper.ask}.items():
        setattr(screen, f"action_{name}", act)  # as `claim_actions` does
    return screen


class DeskKeeper:
    """Stands in for what keeps stories: nothing is written on a desk."""

    def __init__(self, screen: CompareScreen, laid_out: LaidOut) -> None:
        self._screen = screen
        self._laid_out = laid_out

    def tell(self) -> None:
        """Say where this is read from, and what of it is not here."""
        self._screen.tell(" ".join(self._list_told()))

    def _list_told(self) -> Iterator[str]:
        if self._laid_out.told:
            yield self._laid_out.told
        yield self._screen.spell_keys("From a scan, in no library. {keep}: bring it in")

    def ask(self) -> None:
        """Bring it in; it is read there."""
        with self._screen.tell_errors():
            self._screen.dismiss(self._laid_out.bring_in())

    def keep(self) -> Story:
        """Return the story as it is read: no library has to keep it."""
        return self._screen.story

    def refuse(self, *_numbers: int) -> None:
        """Say why nothing is written."""
        self._screen.tell(self._laid_out.desk.refusal)
