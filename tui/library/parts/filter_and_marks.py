"""Which articles of the library are shown, in what order, and which are marked."""

from __future__ import annotations

from tui.library.host import LibraryHost

_NOT_STORIES = "Only articles can be marked. {other_table}: articles"


class FilterAndMarks:
    """The part of the library that filters, sorts and marks the articles."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._contents = screen.contents
        self._lists = screen.lists

    # Sorting

    def sort(self) -> None:
        """Sort the articles by the next column that there is room for."""
        self._contents.sort_by_next(self._lists.articles.columns_shown)
        self._show_from_the_start()

    def sort_by(self, column: str) -> None:
        """Sort by a column, turned around if it was sorted by that."""
        self._contents.sort_by(column)
        self._show_from_the_start()

    def turn(self) -> None:
        """Turn the order around."""
        self._contents.turn()
        self._show_from_the_start()

    def _show_from_the_start(self) -> None:
        self._lists.show_articles()
        self._lists.articles.action_move_to(0)

    # Marking

    def mark(self) -> None:
        """Mark the article, or take the mark away, and go on to the next."""
        chosen = self._lists.chosen_article
        if chosen is None:
            self._screen.tell(self._screen.spell_keys(_NOT_STORIES))
            return
        self._contents.mark(chosen)
        self._lists.show_articles()
        self._lists.articles.action_move(1)

    def mark_all(self) -> None:
        """Mark all articles that the filter shows; if they are, take all marks away."""
        self._contents.mark_all()
        self._lists.show_articles()

    # Filtering

    def find(self) -> None:
        """Write a filter."""
        if not self._contents.is_empty:
            self._lists.show_finder()
            # At once: the letters of a paste must not be taken for keys.
            self._lists.screen.set_focus(self._lists.finder)

    def filter(self) -> None:
        """Show what meets the filter as it is written by now."""
        typed = self._lists.finder.value
        # Most letters of a word leave what its first ones found: then nothing is drawn anew.
        if self._contents.filter(typed) or not typed:
            self._lists.show_articles()

    def end(self) -> bool:
        """Go from the filter to what it shows; tells whether one was being written."""
        if not self._lists.has_finder or not self._lists.finder.has_focus:
            return False
        finder = self._lists.finder
        finder.display = bool(finder.value)
        self._lists.articles.focus()
        return True

    def down(self) -> None:
        """Move in the articles while the filter is written."""
        self._lists.articles.action_move(1)

    def up(self) -> None:
        """Move in the articles while the filter is written."""
        self._lists.articles.action_move(-1)

    def clear(self) -> None:
        """Take the filter away, then the marks, then the preview."""
        if self._lists.has_finder:
            finder = self._lists.finder
            finder.value = ""
            self._contents.filter("")
            finder.display = False
            self._lists.articles.focus()
        elif self._contents.marked:
            self._contents.marked.clear()
        else:
            self._lists.close_preview()
        self._lists.show_articles()
