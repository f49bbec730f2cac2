"""A fault in a widget: told, in the log, and nothing that is being written goes with it."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from storage.library import Library
from storage.paths import log_path
from tests.tui.driver import at_the_screen, reading_sample, reading_texts
from tui.base import surviving_app
from tui.base.command_screen import CommandScreen
from tui.base.help_screen import HelpScreen
from tui.base.surviving_app import SurvivingApp
from tui.compare.widgets.article_view import ArticleView
from tui.library.screen import LibraryScreen
from tui.prompts.note_area import NoteArea
from tui.prompts.note_editor import NoteEditor

TEXT = "One is here. Two is there."
TOLD = "internal error"


def fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError("of our own")


@pytest.fixture(autouse=True)
def survives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SurvivingApp, "survives", True)


def logged() -> str:
    return log_path().read_text("utf-8")


async def test_a_fault_in_a_handler_is_told_and_all_goes_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_sample(library) as reader:
        with monkeypatch.context() as patch:
            patch.setattr(CommandScreen, "action_help", fail)
            await reader.press("question_mark")
        reader.is_told(TOLD)
        reader.is_told("you can go on")
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("q", "J", "o", "q")
        assert "ZeroDivisionError: of our own" in logged()
        assert reader.app.fault is None


async def test_what_is_being_written_outlives_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("v", "w", "a")
        await reader.type("Half")
        with monkeypatch.context() as patch:
            patch.setattr(NoteEditor, "action_scope", fail)
            await reader.press("ctrl+t")
        reader.is_told(TOLD)
        await reader.type(" a thought")
        assert isinstance(reader.app.focused, NoteArea)
        await reader.press("ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == ["Half a thought"]


async def test_a_screen_that_cannot_be_opened_is_left(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screen(library, None) as reader:
        with monkeypatch.context() as patch:
            patch.setattr("tui.tags.screen.TagScreen.on_mount", fail, raising=False)
            patch.setattr("tui.tags.screen.TagScreen.compose", fail)
            await reader.press("T")
        assert isinstance(reader.app.screen, LibraryScreen)
        reader.is_told(TOLD)
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)


async def test_a_row_that_cannot_be_drawn_once_is_drawn_the_next_time(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = ArticleView.render_line
    fails = iter([fail])

    def draw_later(view: ArticleView, y: int) -> Strip:
        next(fails, draw)(view, y)
        return draw(view, y)

    async with reading_texts(library, TEXT) as reader:
        monkeypatch.setattr(ArticleView, "render_line", draw_later)
        await reader.resize(80, 24)
        await reader.resize(100, 30)
        assert "ZeroDivisionError: of our own" in logged()
        reader.sees("One is here.")


async def test_what_fails_again_and_again_ends_the_app(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommandScreen, "action_help", fail)
    with pytest.raises(ZeroDivisionError):
        await _press_often(library)


async def _press_often(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        for _ in range(surviving_app._MOST + 1):
            await reader.press("question_mark")


async def test_a_fault_before_the_first_screen_ends_the_app(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.CopydeskApp.on_mount", fail)
    with pytest.raises(ZeroDivisionError):
        async with at_the_screen(library, None):
            pass


async def test_what_is_not_made_any_more_once_the_app_is_to_end_is_no_fault() -> None:
    class Ending(SurvivingApp):
        def on_mount(self) -> None:
            self.exit()
            self.query_one("#made-no-more")

    ending = Ending()
    async with ending.run_test():
        pass
    assert ending.return_code == 0
