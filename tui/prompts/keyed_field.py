"""A line with keys of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from tui.widgets.line_input import LineInput


class KeyedField(LineInput):
    """Gives some keys another meaning, each in its turn among the keys that write.

    A binding would be looked up when the key arrives, before the letters typed just ahead of it
    are in the line, and would be about a line that is not whole yet.
    """

    def __init__(self, value: str = "") -> None:
        super().__init__(value, select_on_focus=False, compact=True)
        self.meanings: Mapping[str, Callable[[], bool]] = {}
        """For names of keys, what they do; each tells whether it was done, or else is written."""

    async def _on_key(self, event: events.Key) -> None:
        do = self.meanings.get(event.key)
        if do is not None and do():
            event.stop()
            event.prevent_default()
