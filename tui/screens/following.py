"""Scrolling the other panes along with the one that has the keys."""

from __future__ import annotations

from tui.locking import Locks
from tui.screens.arranging import Arranging
from tui.widgets.article_view import ArticleView


class Following(Arranging):
    """The part of the compare view in which panes follow, by what they share, if locked."""

    _locks: Locks | None = None
    _aligned: int | None = None
    """The row on top of the leading pane when all were aligned by hand: there, none follows."""

    def action_lock(self) -> None:
        """Let the other panes follow, or stay where they are."""
        self.state.locked = not self.state.locked
        self.tell(
            "Scrolling is locked: the others follow by what they share."
            if self.state.locked
            else "Each pane scrolls by itself."
        )
        self._aligned = None
        self.follow()
        self.show_cursors()

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        """Let the others follow the pane with the keys; no other leads."""
        if event.view is self.view:
            self.follow()

    def forget_locks(self) -> None:
        """Follow by other passages from now on."""
        self._locks = None

    def hold_aligned(self) -> None:
        """Leave the panes as they were aligned until the leading one is scrolled."""
        self._aligned = self.view.top_row

    def follow(self) -> None:
        """Bring the others in sight beside what is on top of the pane with the keys."""
        leader = self.view
        if not self.state.locked or self._aligned == leader.top_row:
            return
        self._aligned = None
        if self._locks is None:
            self._locks = Locks(self.reading.groups)
        for article, view in enumerate(self.views):
            if view is not leader and view.is_on_screen:
                lock = self._locks.between(
                    self.reading.focus,
                    leader.layout_rows,
                    article,
                    view.layout_rows,
                    leader.shown_rows,
                )
                view.scroll_rows(lock.row(leader.top_row))
