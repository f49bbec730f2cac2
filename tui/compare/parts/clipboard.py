"""Copying from the compare view: the text, or a citation of it."""

from __future__ import annotations

from threading import Lock

from storage.anchoring.located_targets import LocatedTarget
from storage.export.citation.citation import cite, clean_quote
from storage.wording.plural import pluralize
from tui.base.job import Job, relay
from tui.base.parts import Actions
from tui.base.system_clipboard import TERMINAL_TAKES, Command, copy
from tui.compare.choose import choose
from tui.compare.host import CompareHost
from tui.story.story_reader import StoryReader


class Clipboard:
    """Fills the clipboard."""

    _filling = Lock()

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._copies = 0
        """How often something was copied: what a command takes later must not replace the last."""

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        return {"copy": self.copy, "cite": self.cite}

    def copy(self) -> None:
        """Copy what is selected, or else the annotation, passage or sentence under the cursor."""
        self._copy(cited=False)

    def cite(self) -> None:
        """Copy the same as a citation."""
        self._copy(cited=True)

    def _copy(self, *, cited: bool) -> None:
        placed, span = choose(self._screen, _find_annotation)
        if placed is not None:
            quote, place = placed.quote, placed.span
        elif span is not None:
            quote, place = self._reading.words_at(span), span
        else:
            return
        if not quote.strip():
            self._screen.tell("Only white space here, so nothing to copy.")
            return
        text, count = clean_quote(quote), len(quote.split())
        what = pluralize(count, "word")
        if cited:
            extent = (place.start, place.end) if place.start < place.end else None
            article = self._reading.articles[place.article]
            text = cite(article, quote, extent, self._screen.app.configuration.citation)
            what = f"a citation of {what}"
        self._end_selection()
        self._fill_clipboard(text, what)

    def _end_selection(self) -> None:
        """End what is being selected; the cursor is where that begins."""
        reading = self._reading
        if reading.selection is not None:
            start, _ = reading.selection.extent
            reading.selection = None
            reading.move_to(reading.focus, start)
            self._display.keep_in_sight()

    def _fill_clipboard(self, text: str, what: str) -> None:
        """Give `text` to the terminal, and to a command of this machine, which can be believed."""
        self._screen.app.copy_to_clipboard(text)
        self._copies += 1
        candidates = self._screen.app.reach.find_clipboard()
        if not candidates:
            self._tell_copied(text, what, taken=False)
            return
        number = self._copies

        def tell(taken: bool) -> None:
            if self._screen.is_attached and number == self._copies:
                self._tell_copied(text, what, taken=taken)

        done = relay(self._screen.app, tell)
        Job(
            lambda _: self._give(text, candidates, number),
            done=done,
            progressed=lambda _: None,
            failed=lambda _: done(False),
        ).start()

    def _give(self, text: str, candidates: list[Command], number: int) -> bool:
        with self._filling:
            return number == self._copies and copy(text, candidates)

    def _tell_copied(self, text: str, what: str, *, taken: bool) -> None:
        size = len(text.encode())
        if taken:
            self._screen.tell(f"Copied {what}.")
        elif size <= TERMINAL_TAKES:
            self._screen.tell(f"Copied {what} through the terminal, if it allows that.")
        else:
            self._screen.tell(
                f"Sent {what} to the terminal, {size:,} bytes. Many terminals take only"
                f" {TERMINAL_TAKES:,}; check that all of it arrived."
            )


def _find_annotation(reading: StoryReader) -> LocatedTarget | None:
    """Return the annotation under the cursor, whatever else it lies in."""
    return reading.placed_here() if reading.selection is None else None
