"""Which articles of the library are shown, in what order, and which are marked."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from tui.screens.shelving import Shelving
from tui.shelf import COLUMNS, SORTABLE
from tui.widgets.row_list import RowList


class Picking(Shelving):
    """Sorts, marks and filters the articles."""

    # Sorting and marking

    def action_sort(self) -> None:
        """Sort the articles by the next column that there is room for."""
        at = SORTABLE.index(self._column) + 1
        shown = {"added", *self.articles.columns_shown}
        self._sort_by(next(one for one in SORTABLE[at:] + SORTABLE[:at] if one in shown))

    def action_turn(self) -> None:
        """Turn the order around."""
        self._turned = not self._turned
        self._show_articles()
        self.articles.action_move_to(0)

    @on(RowList.HeadClicked)
    def _on_head(self, event: RowList.HeadClicked) -> None:
        name = COLUMNS[event.column]
        if name == self._column:
            self.action_turn()
        elif name:
            self._sort_by(name)

    def _sort_by(self, column: str) -> None:
        self._column, self._turned = column, False
        self._show_articles()
        self.articles.action_move_to(0)

    def action_mark(self) -> None:
        """Mark the article, or take the mark away, and go on to the next."""
        chosen = self.articles.chosen
        if self.in_stories or chosen is None:
            self.tell(self.spelled("Articles are marked, not stories; {other_table} goes to them."))
            return
        if chosen in self.marked:
            del self.marked[chosen]
        else:
            self.marked[chosen] = None
        self._show_articles()
        self.articles.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all articles that the filter shows; if they are, take all marks away."""
        found = self._matching()
        if all(one.id in self.marked for one in found):
            self.marked.clear()
        else:
            self.marked |= dict.fromkeys(one.id for one in found)
        self._show_articles()

    # Finding

    def action_find(self) -> None:
        """Write a filter."""
        if not self.is_empty:
            self.finder.display = True
            self.finder.focus()

    @on(Input.Changed, "#finder")
    def _on_filter(self) -> None:
        found = self._matching()
        # Most letters of a word leave what its first ones found: then nothing is drawn anew.
        if [one.id for one in found] != self._found or not self.finder.value:
            self._show_articles(found)

    @on(Input.Submitted, "#finder")
    def _on_filtered(self) -> None:
        self.ends_finding()

    def ends_finding(self) -> bool:
        """Go from the filter to what it shows; tell whether one was being written."""
        if not self.finder.has_focus:
            return False
        self.finder.display = bool(self.finder.value)
        self.articles.focus()
        return True

    def action_down(self) -> None:
        """Move in the articles while the filter is written."""
        self.articles.action_move(1)

    def action_up(self) -> None:
        """Move in the articles while the filter is written."""
        self.articles.action_move(-1)

    def action_escape(self) -> None:
        """Take the filter away, then the marks."""
        if self.finder.display:
            self.finder.value = ""
            self.finder.display = False
            self.articles.focus()
        elif self.marked:
            self.marked.clear()
        self._show_articles()
