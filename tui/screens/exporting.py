"""Asking where an export should go, and writing it there."""

from __future__ import annotations

from pathlib import Path

from storage.errors import ConflictError, CopydeskError
from storage.export.markdown import story_export, write
from storage.export.naming import destination, file_name
from storage.records import Story
from textreuse import Comparison
from tui.screens.command_screen import CommandScreen
from tui.screens.line_prompt import LinePrompt


def ask_where_to_export(
    screen: CommandScreen, story: Story, comparison: Comparison | None = None
) -> None:
    """Offer the story's usual file in the present folder, and write what was agreed on."""
    suggested = Path.cwd() / file_name(story)

    def accept(line: str) -> None:
        if not line.strip():
            raise CopydeskError("Write the name of a file, or leave with esc.")
        path = destination(line.strip(), story)
        try:
            write(story_export(screen.library, story, comparison), path)
        except ConflictError as error:
            raise ConflictError(
                str(error).replace("--force", "`copydesk export --force`")
            ) from error
        screen.tell(f"Exported to {path}.")

    hint = "The file is made, or its Copydesk parts are renewed; your own lines in it stay."
    screen.app.push_screen(LinePrompt("Export as Markdown", hint, str(suggested), accept))
