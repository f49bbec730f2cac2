from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import target
from tests.storage.library_files import file_mode
from tests.tui.driver import Reader, reading_texts
from tui.base import command_screen
from tui.prompts.note_area import NoteArea

TEXT = "One is here. Two is there."


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """Open the same library a second time, as a second window does."""
    with open_library(library.path) as other:
        yield other


async def test_what_the_other_window_wrote_is_seen_at_the_next_screen_change(
    library: Library, other: Library
) -> None:
    async with reading_texts(library, TEXT) as reader:
        article = other.articles.get(reader.compare.reading.articles[0].id)
        other.annotations.create([target(article, "Two")], "Theirs", ["claim"])
        [tag] = other.tags.list_all()
        other.tags.set_colour(tag.id, "green")
        await reader.press("question_mark", "escape", "right_square_bracket")
        assert "Theirs" in reader.status
        assert "tag-green" in {mark.style for mark in reader.view("A")._highlights}


async def test_undo_takes_the_own_step_first_and_never_forces_one(
    library: Library, other: Library
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("m")
        article = other.articles.get(reader.compare.reading.articles[0].id)
        theirs = other.annotations.create([target(article, "Two")], "Theirs")
        [mine] = [one for one in library.annotations.list_all() if one.id != theirs.id]
        await reader.press("u")
        assert [one.id for one in library.annotations.list_all()] == [theirs.id]
        await reader.press("ctrl+r")
        other.annotations.set_note(mine.id, "Theirs now")
        other.annotations.delete(mine.id)
        await reader.press("u")
        reader.is_told("Cannot undo or redo “mark added”")
        assert [one.id for one in library.annotations.list_all()] == [theirs.id]


async def begin(reader: Reader) -> None:
    await reader.press("a")
    await reader.type("Precious")


async def test_a_full_disk_keeps_what_was_written(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await begin(reader)
        reader.app.screen.query_one(NoteArea).insert(" indeed" * 20_000)
        (pages,) = library._db.execute("PRAGMA page_count").fetchone()
        library._db.execute(f"PRAGMA max_page_count = {pages}")
        await reader.press("ctrl+j")
        reader.sees("The disk is full; nothing was saved. Your text is still here.")
        assert library.annotations.list_all() == []
        library._db.execute(f"PRAGMA max_page_count = {pages + 1_000}")
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Precious" + " indeed" * 20_000


async def test_a_library_that_cannot_be_written_keeps_what_was_written(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await begin(reader)
        library._db.execute("PRAGMA query_only = ON")
        await reader.press("ctrl+j")
        reader.sees("The library is read-only; nothing was saved. Your text is still")
        library._db.execute("PRAGMA query_only = OFF")
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Precious"


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file stays")
async def test_a_library_that_is_no_longer_there_keeps_what_was_written(
    library: Library, tmp_path: Path
) -> None:
    async with reading_texts(library, TEXT, size=(200, 40)) as reader:
        await begin(reader)
        elsewhere = library.path.rename(library.path.with_name("elsewhere.db"))
        await reader.press("ctrl+j")
        assert isinstance(reader.app.focused, NoteArea)
        text = " ".join(" ".join(reader.screen).replace("│", "").split())
        assert "is no longer at" in text
        assert "Your text is still here. A copy is in " in text
        (copy,) = tmp_path.glob("home/state/copydesk/drafts/*.md")
        assert copy.read_text("utf-8") == "Precious"
        assert file_mode(copy) == 0o600
        assert library.annotations.list_all() == []
        elsewhere.rename(library.path)
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Precious"
        assert not copy.exists()


async def test_keys_on_a_library_that_cannot_be_written_say_so(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("m")
        library._db.execute("PRAGMA query_only = ON")
        for keys in (["G", "m"], ["g", "d"], ["u"]):
            await reader.press(*keys)
            reader.is_told("read-only")
        await reader.press("alt+1", "escape")
        await reader.press("escape", "g", "t")
        await reader.type("claim")
        await reader.press("enter")
        reader.sees("The library is read-only; nothing was saved.")
        await reader.press("escape")
        library._db.execute("PRAGMA query_only = OFF")
        assert len(library.annotations.list_all()) == 1


async def test_what_the_other_window_wrote_is_seen_before_long_without_a_key(
    library: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_screen, "_LOOK", 0.05)
    async with reading_texts(library, TEXT) as reader:
        article = other.articles.get(reader.compare.reading.articles[0].id)
        reader.app.open_story(reader.compare.story)
        await reader.press()
        other.annotations.create([target(article, "Two")], "Theirs")
        below = reader.app.screen_stack[0]
        assert isinstance(below, command_screen.CommandScreen)
        below._look_elsewhere()  # what it would learn, the screen above would not
        await asyncio.sleep(0.3)
        await reader.press("right_square_bracket")
        assert "Theirs" in reader.status


async def test_a_note_that_was_deleted_meanwhile_is_saved_as_a_new_one(
    library: Library, other: Library
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("m", "a")
        await reader.type("Mine")
        other.annotations.delete(library.annotations.list_all()[0].id)
        await reader.press("ctrl+j")
        reader.sees("This annotation has since been deleted. Press ctrl+j again to save it")
        await reader.press("ctrl+j")
        [annotation] = library.annotations.list_all()
        assert (annotation.note, annotation.targets[0].anchor.quote) == ("Mine", "One is here.")


@pytest.mark.parametrize(
    ("keys", "ends"),
    [
        (["a", *"once"], "ctrl+j"),
        (["t", *"once"], "enter"),
        (["number_sign", *"once"], "enter"),
        (["slash", *"One"], "enter"),
        (["t", "x", "enter", "T", "enter"], "enter"),
        (["a"], "ctrl+j"),
        (["o"], "escape"),
        (["question_mark"], "escape"),
    ],
)
async def test_a_key_that_comes_twice_in_one_burst_ends_a_screen_once(
    library: Library, keys: list[str], ends: str
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press(*keys)
        await reader.type_at_once(ends, ends)
        assert reader.app.screen is reader.compare
        reader.sees("One is here.")
        assert len(library.annotations.list_all()) <= 1
        await reader.press("j")
