"""A line for where articles are."""

from __future__ import annotations

from textual import events, getters
from textual.message import Message

from storage.article_import.things import Thing
from tui.add.import_job import read_paste
from tui.add.path_completion import PathSuggester
from tui.base.configured_app import ConfiguredApp
from tui.widgets.line_input import LineInput


class AddField(LineInput):
    """Completes paths; a paste that is more than a line is handed on."""

    app = getters.app(ConfiguredApp)

    class Pasted(Message):
        """Several lines were pasted, or a text too long for a name."""

        def __init__(self, things: list[Thing]) -> None:
            super().__init__()
            self.things = things

    def __init__(self) -> None:
        suggester = PathSuggester(lambda: self.app.reach)
        super().__init__(select_on_focus=False, compact=True, suggester=suggester)

    def complete(self) -> None:
        """Take the completion that is shown."""
        self.action_end()
        self.action_cursor_right()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def action_paste(self) -> None:
        """Paste what was last copied in the app."""
        self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Insert a line, or hand on what is more."""
        meant = read_paste(text, self.app.reach)
        if isinstance(meant, str):
            self.insert_text_at_cursor(meant)
        else:
            self.post_message(self.Pasted(meant))
