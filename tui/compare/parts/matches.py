"""Searching in the articles of the compare view."""

from __future__ import annotations

from storage.wording.terminal_text import reveal_line, shorten
from tui.compare.host import CompareHost
from tui.prompts.search_prompt import SearchPrompt
from tui.story.bookmark import Bookmark
from tui.story.text_search import TextSearch

_ASKED = 24
"""Characters of what was searched for that are told."""


class Matches:
    """Searches all articles while that is written, and goes from match to match."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._search = TextSearch(screen.reading.pages)

    def ask(self) -> None:
        """Ask what to look for; go to the first match from the cursor on, or back again."""
        reading, search, panes = self._reading, self._search, self._screen.panes
        bookmark, arrangement = Bookmark.put(reading), panes.arrangement
        before = search.query, search.found

        def look(line: str) -> str:
            bookmark.go_back(reading)
            found = search.look_for(line)
            if not found:
                panes.put_back(arrangement)
            self._show()
            if found:
                return self._step(1)
            asked = shorten(reveal_line(line), _ASKED)
            return f"“{asked}” not found in these articles" if asked else ""

        def go_on(stays: bool | None) -> None:
            if not stays:
                bookmark.go_back(reading)
                search.query, search.found = before
                panes.put_back(arrangement)
                self._show()

        prompt = SearchPrompt(search.query, look, self._step, lambda: bool(search.found))
        self._screen.asking.ask(prompt, go_on)

    def _step(self, direction: int) -> str:
        """Go to another match; tell which it is."""
        self._move(direction)
        match = self._reading.match_here()
        count = len(self._search.found)
        return f"{match} of {count}" if match is not None else f"{count} elsewhere"

    def _move(self, direction: int) -> bool | None:
        """Go to the next or previous match; tells whether that went round, None without one."""
        reading = self._reading
        selecting = reading.selection is not None
        found = self._search.find_after(reading.focus, reading.cursor, direction, within=selecting)
        if found is None:
            return None
        span, wrapped = found
        reading.move_to(span.article, span.start)
        self._display.arrive()
        return wrapped

    def next(self) -> None:
        """Go to the next match, over all articles."""
        self._go(1)

    def previous(self) -> None:
        """Go to the previous match, over all articles."""
        self._go(-1)

    def _go(self, direction: int) -> None:
        screen = self._screen
        if not self._search.query.strip():
            screen.tell(screen.spell_keys("No search yet. {search}: search"))
            return
        wrapped = self._move(direction)
        if wrapped is None:
            screen.tell("No match in this article; a selection stays within one article.")
        elif wrapped:
            screen.tell(f"Wrapped to the {'first' if direction > 0 else 'last'} match.")

    def end(self) -> bool:
        """Stop showing matches; tells whether any were shown."""
        shown = bool(self._reading.found)
        self._search.look_for("")
        self._show()
        return shown

    def _show(self) -> None:
        self._reading.found = self._search.found
        searching = bool(self._search.query.strip())
        for article, pane in enumerate(self._screen.panes.each):
            pane.show_found(self._search.count(article) if searching else None)
        self._display.show()
