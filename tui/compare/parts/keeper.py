"""Keeping a comparison as a story, in the compare view."""

from __future__ import annotations

from dataclasses import replace

from storage.discovery.story_names import choose_name
from storage.errors import ReadError
from storage.models import Story
from storage.wording.terminal_text import reveal_line, shorten
from tui.compare.host import CompareHost
from tui.prompts.line_prompt import LinePrompt

_NAME = 40


class Keeper:
    """Makes a story of what is only looked at, when asked to or when work on it begins."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._reading = screen.reading

    def tell(self) -> None:
        """Say that a comparison is not kept, and what keeps it; an article alone is none."""
        if not self._screen.story.is_kept and len(self._reading.articles) > 1:
            self._screen.tell(self._screen.spell_keys("Not kept as a story. {keep}: keep"))

    def ask(self) -> None:
        """Ask what the story is to be called, and keep it."""
        if self._screen.story.is_kept:
            self._screen.tell(f"Already kept as “{self._shorten_name()}”.")
            return

        def accept(name: str) -> None:
            if not name.strip():
                raise ReadError("A story needs a name.")
            self.keep(name)

        hint = "The name shown in lists and exports."
        prompt = LinePrompt("Keep as a story", hint, self._name, accept)
        self._screen.app.push_screen(prompt, self._tell_of_it)

    def keep(self, name: str = "") -> Story:
        """Let the library have the story, by `name` or after its articles, if it has not."""
        if not self._screen.story.is_kept:
            proposed = replace(self._screen.story, name=name or self._name)
            self._screen.story = self._screen.library.stories.keep(proposed)
            self._screen.refresh_bindings()  # the foot offers it no more
        return self._screen.story

    def _tell_of_it(self, kept: bool | None) -> None:
        if kept:
            self._screen.tell(f"Kept as “{self._shorten_name()}”.")

    def _shorten_name(self) -> str:
        return shorten(reveal_line(self._screen.story.name), _NAME)

    @property
    def _name(self) -> str:
        return choose_name(self._reading.articles, self._reading.comparison)
