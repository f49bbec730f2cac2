from __future__ import annotations

from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import Reader, at_the_screen
from tui.base.command_screen import CommandScreen
from tui.config.configuration import Configuration
from tui.keys.keymap import Keymap
from tui.widgets.key_line import KeyLine


def shown_in_footer(reader: Reader) -> list[str]:
    return [f"{key.shown} {key.word}" for key in reader.app.screen.query_one(KeyLine).keys]


class TestKeysInForce:
    async def test_a_changed_key_does_its_action_and_the_old_one_nothing(
        self, library: Library
    ) -> None:
        changed = Configuration(
            keymap=Keymap(
                {
                    ("compare", "next_item"): ["r", "f5"],
                    ("compare", "pane"): ["f6", "f7", "f8"],
                    ("everywhere", "help"): ["H"],
                    ("everywhere", "back"): ["Q"],
                }
            )
        )
        async with at_the_screen(library, add_sample(library), configuration=changed) as reader:
            await reader.press("J")
            assert "passage 1 of" not in reader.status
            await reader.press("r")
            assert "passage 1 of" in reader.status
            await reader.press("f5")
            assert "passage 2 of" in reader.status
            await reader.press("f8")
            assert reader.focus == "C"
            await reader.press("1")
            assert reader.focus == "C"
            await reader.press("f6")
            assert reader.focus == "A"

            await reader.press("question_mark")
            assert isinstance(reader.app.screen, CommandScreen)
            await reader.press("H")
            assert not isinstance(reader.app.screen, CommandScreen)
            reader.sees("r  next item")
            reader.sees("F6…F8  go to that pane")
            await reader.press("q")
            assert not isinstance(reader.app.screen, CommandScreen)
            await reader.press("Q")
            assert isinstance(reader.app.screen, CommandScreen)

            commands = [one.title for one in reader.app.get_system_commands(reader.compare)]
            assert "Next item in the lens, this article first (r)" in commands

    async def test_the_foot_shows_the_keys_in_force_in_their_order(self, library: Library) -> None:
        story = add_sample(library)
        async with at_the_screen(library, story) as reader:
            before = shown_in_footer(reader)
        changed = Configuration(keymap=Keymap({("compare", "next_item"): ["r", "f5"]}))
        async with at_the_screen(library, story, configuration=changed) as reader:
            after = shown_in_footer(reader)

        assert "r next" in after
        assert list(dict.fromkeys(after)) == [
            "r next" if one == "J next" else one for one in dict.fromkeys(before)
        ]

    async def test_lists_move_by_the_keys_in_force(self, library: Library) -> None:
        add_sample(library)
        changed = Configuration(
            keymap=Keymap({("everywhere", "down"): ["n"], ("library", "other_table"): ["ctrl+o"]})
        )
        async with at_the_screen(library, None, configuration=changed) as reader:
            await reader.press("ctrl+o", "j", "n", "n", "space")
            rows = [row for row in reader.screen if "●" in row]
            assert len(rows) == 1
            articles = next(at for at, row in enumerate(reader.screen) if "Articles ·" in row)
            # Below the head come the names of the columns, then the articles; two rows down.
            assert reader.screen.index(rows[0]) == articles + 4

    async def test_the_palette_opens_by_its_key_also_where_text_is_written(
        self, library: Library
    ) -> None:
        changed = Configuration(
            keymap=Keymap(
                {("everywhere", "command_palette"): ["f2", ";"], ("everywhere", "up"): ["ctrl+p"]}
            )
        )
        async with at_the_screen(library, add_sample(library), configuration=changed) as reader:
            screen = reader.app.screen
            await reader.press("ctrl+p")
            assert reader.app.screen is screen
            await reader.press("a", "semicolon")
            editor = reader.app.screen
            assert editor is not screen
            reader.sees(";")
            await reader.press("f2")
            assert reader.app.screen is not editor

    async def test_a_note_is_saved_by_the_key_in_force_and_not_by_the_old_one(
        self, library: Library
    ) -> None:
        changed = Configuration(keymap=Keymap({("note editor", "save"): ["f2"]}))
        async with at_the_screen(library, add_sample(library), configuration=changed) as reader:
            await reader.press("a", "w", "ctrl+j")
            assert not isinstance(reader.app.screen, CommandScreen)
            await reader.press("escape")
            reader.sees("F2: save · Esc again: discard")
            await reader.press("f2")
            assert isinstance(reader.app.screen, CommandScreen)
            assert [
                one.note for one in library.annotations.find_on(reader.compare.story.articles)
            ] == ["w"]

    async def test_enter_is_free_where_reading_has_another_key(self, library: Library) -> None:
        add_sample(library)
        changed = Configuration(
            keymap=Keymap({("library", "open"): ["r"], ("library", "other_table"): ["enter"]})
        )
        async with at_the_screen(library, None, configuration=changed) as reader:
            library_screen = reader.app.screen
            before = library_screen.focused
            await reader.press("enter")
            assert reader.app.screen is library_screen
            assert library_screen.focused is not before
            await reader.press("r")
            assert reader.app.screen is not library_screen

    async def test_screens_can_read_the_configuration(self, library: Library) -> None:
        changed = Configuration(sensitivity=1)
        async with at_the_screen(library, add_sample(library), configuration=changed) as reader:
            assert reader.compare.app.configuration.sensitivity == 1
