"""Searching in the articles of the compare view."""

from __future__ import annotations

from storage.errors import CopydeskError
from storage.wording.terminal_text import reveal_line
from tui.compare.host import CompareHost
from tui.prompts.line_prompt import LinePrompt
from tui.story.text_search import TextSearch


class Matches:
    """Searches all articles, and goes from match to match."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._search = TextSearch(screen.reading.pages)

    def ask(self) -> None:
        """Ask what to look for, and go to the first match from the cursor on."""

        def accept(line: str) -> None:
            if not self._search.look_for(line) and line.strip():
                raise CopydeskError(f"“{reveal_line(line.strip())}” is in none of these articles.")

        def go_on(accepted: bool | None) -> None:
            if accepted:
                self._show()
                if self._search.found:
                    self._go(1, tells=False)

        hint = self._screen.spell_keys(
            "In all articles of the story; {next_match} and {previous_match} go on."
            " Nothing written ends the search."
        )
        prompt = LinePrompt("Search", hint, self._search.query, accept)
        self._screen.app.push_screen(prompt, go_on)

    def next(self) -> None:
        """Go to the next match, over all articles."""
        self._go(1)

    def previous(self) -> None:
        """Go to the previous match, over all articles."""
        self._go(-1)

    def _go(self, direction: int, *, tells: bool = True) -> None:
        screen, reading, search = self._screen, self._reading, self._search
        if not search.query.strip():
            screen.tell(screen.spell_keys("Nothing has been searched for yet; {search} begins."))
            return
        selecting = reading.selection is not None
        found = search.find_after(reading.focus, reading.cursor, direction, within=selecting)
        if found is None:
            screen.tell("No match in this article; what is selected stays in one.")
            return
        span, wrapped = found
        if wrapped and tells:
            screen.tell(f"Wrapped to the {'first' if direction > 0 else 'last'} match.")
        reading.move_to(span.article, span.start)
        self._display.arrive()

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
