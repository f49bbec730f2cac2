"""A line with keys of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from tui.base.dismiss_once import DismissOnceScreen
from tui.widgets.line_input import LineInput


class KeyedField(LineInput):
    """Gives some keys another meaning, each in its turn among the keys that write.

    A binding would be looked up when the key arrives, before the letters typed just ahead of it
    are in the line, and would be about a line that is not whole yet. What is typed after the key
    that ends the prompt is passed on to the screen below.
    """

    def __init__(self, value: str = "") -> None:
        super().__init__(value, select_on_focus=False, compact=True)
        self.meanings: Mapping[str, Callable[[], bool]] = {}
        """For names of keys, what they do; each tells whether it was done, or else is written."""

    async def _on_key(self, event: events.Key) -> None:
        if isinstance(self.screen, DismissOnceScreen) and self.screen.has_ended:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        do = self.meanings.get(event.key)
        if do is not None and do():
            event.stop()
            event.prevent_default()

    async def action_submit(self) -> None:
        """Take `enter` in its turn, too, where it came before this line had the keys."""
        if "enter" in self.meanings:
            self.post_message(events.Key("enter", None))
        else:
            await super().action_submit()
