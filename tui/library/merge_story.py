"""Asking which story a story is to become a part of."""

from __future__ import annotations

from storage.errors import NotFoundError
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.parts import Host
from tui.prompts.name_prompt import CHOOSE, NamePrompt

_NAME = 40


def ask_what_to_merge_into(screen: Host, story_id: str) -> None:
    """Ask for another story, put this one's articles at its end, and this one into the trash."""
    stories = screen.library.stories
    names = {one.name: one.id for one in stories.list_all()}
    name = next((name for name, one in names.items() if one == story_id), None)
    others = [one for one in names if one != name]
    if name is None or not others:
        screen.tell("No other story to merge it into.")
        return

    def accept(line: str) -> None:
        into = stories.find_named(line)
        if into is None:
            written = shorten(reveal_line(line), _NAME)
            raise NotFoundError(f"No story “{written}”. Choose one with ↓.")
        stories.merge(story_id, into.id)

    title = f"Merge “{shorten(reveal_line(name), _NAME)}” into"
    hint = f"{CHOOSE} merge"
    done = screen.tell_if_changed("Merged. {undo}: undo")
    screen.app.push_screen(NamePrompt(title, hint, "story", others[::-1], accept), done)
