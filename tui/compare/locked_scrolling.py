"""Scrolling the other panes along with the one that has the keys."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse import Group
from tui.compare.widgets.article_view import ArticleView
from tui.story.display.scroll_lock import ScrollLocks
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState


class LockedScrolling:
    """Lets panes follow, by what they share, while scrolling is locked."""

    def __init__(
        self, reading: StoryReader, state: ViewState, views: Sequence[ArticleView]
    ) -> None:
        self._reading = reading
        self._state = state
        self._views = views
        self._groups: tuple[Group, ...] = ()
        self._locks = ScrollLocks(())
        self._aligned: int | None = None
        """The leader's top row when all were aligned by hand: there, none follows."""

    def hold(self) -> None:
        """Leave the panes as they were aligned until the leading one is scrolled."""
        self._aligned = self._views[self._reading.focus].top_row

    def release(self) -> None:
        """Let the panes follow from where they are."""
        self._aligned = None
        self.follow()

    def follow(self) -> None:
        """Bring the others in sight beside what is on top of the pane with the keys."""
        reading, leader = self._reading, self._views[self._reading.focus]
        if not self._state.locked or self._aligned == leader.top_row:
            return
        self._aligned = None
        if self._groups is not reading.groups:
            self._groups = reading.groups
            self._locks = ScrollLocks(self._groups)
        for article, view in enumerate(self._views):
            if view is not leader and view.is_on_screen:
                lock = self._locks.lock_between(
                    reading.focus,
                    leader.layout_rows,
                    article,
                    view.layout_rows,
                    leader.shown_rows,
                )
                view.scroll_rows(lock.row_beside(leader.top_row))
