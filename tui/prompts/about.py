"""What a prompt is about, in one line."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from storage.wording.quoted import bare_quote
from storage.wording.terminal_text import reveal_line

_BETWEEN = " · "
_LEAST_QUOTE = 8
"""Cells of a cut quote that still say something."""


class About(NamedTuple):
    """Words, and what is to be said of them: how many they are, where they stand."""

    quote: str
    facts: str = ""

    def fit(self, width: int) -> str:
        """Return both in at most `width` cells, fit for a terminal; the quote gives way."""
        facts = f"{_BETWEEN}{self.facts}" if self.facts else ""
        room = width - cell_len(facts) - cell_len("“”")
        if room < _LEAST_QUOTE:
            return set_cell_size(self.facts, max(0, width)).rstrip()
        quote = bare_quote(reveal_line(self.quote))
        if cell_len(quote) > room:
            quote = set_cell_size(quote, room - 1).rstrip() + "…"
        return f"“{quote}”{facts}"
