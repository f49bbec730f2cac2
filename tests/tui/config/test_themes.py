from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage.library import Library
from storage.paths import state_path
from tests.tui.driver import at_the_screen, written
from tui.config.chosen_theme import ChosenTheme
from tui.config.configuration import Configuration
from tui.config.state_file import StateFile
from tui.config.themes import DEFAULT_THEME


class TestChoosing:
    async def start(self, library: Library, configured: str | None, choose: str = "") -> str:
        """Start the app, choose a theme in it; returns the theme that it had started in."""
        async with at_the_screen(
            library,
            None,
            configuration=Configuration(theme=configured),
            chosen=ChosenTheme(StateFile(state_path()), configured),
        ) as reader:
            theme = reader.app.theme
            if choose:
                reader.app.theme = choose
                await reader.press("j")
            return theme

    async def test_a_chosen_theme_is_there_at_the_next_start(
        self, library: Library, home: Path
    ) -> None:
        assert await self.start(library, None, choose="nord") == DEFAULT_THEME
        assert await self.start(library, None) == "nord"
        assert state_path().is_relative_to(home)

    async def test_looking_at_it_writes_nothing(self, library: Library) -> None:
        await self.start(library, "nord")
        assert not state_path().exists()

    async def test_it_holds_until_the_configuration_names_another(self, library: Library) -> None:
        assert await self.start(library, "dracula", choose="nord") == "dracula"
        assert await self.start(library, "dracula") == "nord"
        assert await self.start(library, "gruvbox") == "gruvbox"
        assert await self.start(library, "gruvbox", choose="monokai") == "gruvbox"
        assert await self.start(library, "gruvbox") == "monokai"

    async def test_the_default_can_be_chosen_against_the_configuration(
        self, library: Library
    ) -> None:
        await self.start(library, "nord", choose=DEFAULT_THEME)
        assert await self.start(library, "nord") == DEFAULT_THEME

    async def test_a_theme_that_is_gone_is_not_missed(self, library: Library) -> None:
        state_path().parent.mkdir(parents=True)
        state_path().write_text('{"theme": "gone", "configured": null}')
        assert await self.start(library, None) == DEFAULT_THEME

    async def test_textuals_variable_comes_first(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TEXTUAL_THEME", "monokai")
        assert await self.start(library, "nord") == "monokai"

    def test_textuals_variable_may_name_one_of_ours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # Textual reads it when it is imported.
        monkeypatch.setenv("TEXTUAL_THEME", "copydesk-light")
        asked = (
            "from tui.base.configured_app import ConfiguredApp;"
            "print(ConfiguredApp().stylesheet._variables['background'])"
        )
        told = subprocess.run(
            [sys.executable, "-c", asked],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        assert told.stdout.strip() == "#F4F4F4"

    async def test_a_choice_that_cannot_be_kept_is_told_of(
        self, library: Library, tmp_path: Path
    ) -> None:
        blocked = written(tmp_path, "file", "") / "state.json"
        async with at_the_screen(
            library, None, chosen=ChosenTheme(StateFile(blocked), None)
        ) as reader:
            reader.app.theme = "nord"
            await reader.press("j")
            reader.is_told("Cannot write")


@pytest.mark.parametrize("kept", ["", "[]", "3", "{}", '{"theme": 3, "configured": null}', "\x00"])
def test_what_is_no_choice_is_none(tmp_path: Path, kept: str) -> None:
    path = written(tmp_path, "state.json", kept)
    assert ChosenTheme(StateFile(path), None).load() is None
