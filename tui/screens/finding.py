"""Searching in the articles of the compare view."""

from __future__ import annotations

from functools import cached_property

from storage.errors import CopydeskError
from storage.visible import visible_line
from tui.screens.line_prompt import LinePrompt
from tui.screens.reading_screen import ReadingScreen
from tui.searching import Search


class Finding(ReadingScreen):
    """The part of the compare view that searches all its articles."""

    @cached_property
    def _search(self) -> Search:
        return Search(self.reading.pages)

    def action_search(self) -> None:
        """Ask what to look for, and go to the first match from the cursor on."""

        def accept(line: str) -> None:
            if not self._search.look_for(line) and line.strip():
                raise CopydeskError(f"“{visible_line(line.strip())}” is in none of these articles.")

        def searched(accepted: bool | None) -> None:
            if accepted:
                self._show_found()
                if self._search.found:
                    self._go_to_match(1, tells=False)

        hint = self.spelled(
            "In all articles of the story; {next_match} and {previous_match} go on."
            " Nothing written ends the search."
        )
        prompt = LinePrompt("Search", hint, self._search.query, accept)
        self.app.push_screen(prompt, searched)

    def action_next_match(self) -> None:
        """Go to the next match, over all articles."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the previous match, over all articles."""
        self._go_to_match(-1)

    def _go_to_match(self, direction: int, *, tells: bool = True) -> None:
        reading, search = self.reading, self._search
        if not search.query.strip():
            self.tell(self.spelled("Nothing has been searched for yet; {search} begins."))
            return
        selecting = reading.selection is not None
        found = search.after(reading.focus, reading.cursor, direction, within=selecting)
        if found is None:
            self.tell("No match in this article; what is selected stays in one.")
            return
        span, wrapped = found
        if wrapped and tells:
            self.tell("Round to the first match." if direction > 0 else "Round to the last match.")
        reading.move_to(span.article, span.start)
        self.arrive()

    def end_search(self) -> bool:
        """Stop showing matches; tells whether any were shown."""
        shown = bool(self.reading.found)
        self._search.look_for("")
        self._show_found()
        return shown

    def _show_found(self) -> None:
        self.reading.found = self._search.found
        searching = bool(self._search.query.strip())
        for article, pane in enumerate(self.panes):
            pane.show_found(self._search.count(article) if searching else None)
        self.show()
