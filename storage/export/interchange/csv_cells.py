"""Text in the cells of a CSV file."""

from __future__ import annotations

from storage.wording.terminal_text import reveal_text

# The last four are the wide forms of the first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def defuse(cell: str) -> str:
    """Return the text of a cell, of which a spreadsheet runs nothing.

    One that would begin a formula has an apostrophe before it, after OWASP's “CSV injection”.
    Control characters but tabs and line breaks are shown as signs, as everywhere.
    """
    text = reveal_text(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
