"""A line to write in."""

from __future__ import annotations

from textual.widgets import Input  # noqa: TID251

from storage.wording.terminal_text import reveal_field


class LineInput(Input):
    """Shows what stands in it with its control characters made visible, and knows what is meant.

    What was put in whole, a headline or a path that was stored, and is still as it was is handed
    on as it was: to save what nobody touched changes nothing.
    """

    _put_in: tuple[str, str] = ("", "")
    """What was last put in, as it is shown and as it is."""

    def validate_value(self, value: str) -> str:
        """Make control characters visible, one for one, so that the cursor stays true."""
        shown = reveal_field(value)
        if shown != value:
            self._put_in = (shown, value)
        return shown

    @property
    def meant(self) -> str:
        """What stands in the line, as it was put in where that is all that it is."""
        shown, value = self._put_in
        return value if self.value == shown else self.value
