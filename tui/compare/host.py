"""What the parts of the compare view may ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from textual.geometry import Size
from textual.timer import Timer

from storage.anchoring.located_targets import LocatedTarget
from storage.models import Story
from tui.base.parts import Host
from tui.compare.asking import Asking
from tui.compare.story_display import StoryDisplay
from tui.compare.widgets.annotation_list import AnnotationList
from tui.compare.widgets.copies_panel import CopiesPanel
from tui.compare.widgets.panes import Panes
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState


class StoryKeeper(Protocol):
    """What keeps a comparison as a story."""

    def tell(self) -> None:
        """Say, at first, that it is not kept, and what keeps it."""

    def ask(self) -> None:
        """Ask what there is to ask, and keep it."""

    def keep(self) -> Story:
        """Keep it, if it is not kept, and return it."""


class CompareHost(Host, Protocol):
    """The compare view as its parts know it.

    They change the plain state, `reading` and `state`, and have `story_display` show it.
    """

    story: Story
    reading: StoryReader
    state: ViewState
    panes: Panes
    listing: AnnotationList
    copies: CopiesPanel
    story_display: StoryDisplay
    asking: Asking

    # What goes on elsewhere

    def keep_story(self) -> Story:
        """Let the library have the story, if it has not: work on it begins."""

    def look_for_statements(self) -> None:
        """Have it found what the articles state, if that is not known."""

    def show_statements(self) -> None:
        """Show what the articles state, as it is known now."""

    def show_saved(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved, if it was; the selection has served."""

    def write_note(self) -> None:
        """Write a note on what is meant at the cursor."""

    def place_anew(self, placed: LocatedTarget) -> None:
        """Let an annotation stand on what will be selected once that is kept."""

    # What Textual does

    @property
    def size(self) -> Size:
        """The cells of the screen."""

    @property
    def is_current(self) -> bool:
        """Whether no other screen lies over this one."""

    @property
    def is_attached(self) -> bool:
        """Whether the screen is still there: not left meanwhile."""

    def call_after_refresh(self, callback: Callable[..., object], /, *values: Any) -> bool:
        """Call once what has changed is laid out and drawn."""

    def call_later(self, callback: Callable[[], object], /) -> bool:
        """Call once all that waits is done."""

    def set_timer(self, delay: float, callback: Callable[[], Any] | None, /) -> Timer:
        """Call after that many seconds."""
