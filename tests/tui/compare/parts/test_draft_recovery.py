from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from storage.errors import LibraryError
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from tests.storage.desk import done, story, target
from tests.tui.driver import Reader, at_the_screen, reading_texts
from tui.prompts.note_area import NoteArea

TEXT = "One is here. Two is there."


def silent(path: Path) -> None:
    """Let every editor have been gone for long."""
    done(path, "UPDATE draft SET beat = '2026-01-01T00:00:00.000Z'")


async def begin(reader: Reader, text: str) -> None:
    """Write, and wait until it is kept."""
    await reader.press("a")
    await reader.type(text)
    await asyncio.sleep(0.7)
    await reader.press("right")


@pytest.fixture
def left(library: Library) -> Story:
    """Return a story in which somebody was writing a note when Copydesk ended."""
    made = story(library, TEXT)
    article = library.articles.get(made.articles[0])
    with open_library(library.path) as other:
        drafts = other.note_drafts
        drafts.keep(drafts.begin(made.id, None, [target(article, "Two is")], "Half a thought"))
    return made


async def test_what_is_written_is_kept_while_it_is_written_and_forgotten_once_saved(
    library: Library,
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await begin(reader, "Half")
        story = reader.compare.story.id
        with open_library(library.path) as other:
            assert [one.note for one in other.note_drafts.find_left(story, alive=True)] == ["Half"]
            await reader.type(" and more")
            await reader.press("ctrl+j")
            assert other.note_drafts.find_left(story, alive=True) == []
            assert [one.note for one in other.annotations.list_all()] == ["Half and more"]


async def test_what_was_left_is_written_on_beside_its_place(library: Library, left: Story) -> None:
    silent(library.path)
    async with at_the_screen(library, left) as reader:
        reader.sees("─ Note · “Two is” · 2 words · A ¶1 ─")
        reader.sees("Half a thought")
        reader.sees(TEXT)
        assert reader.text_at_cursor(6) == "Two is"


async def test_what_is_thrown_away_is_forgotten(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await begin(reader, "Half")
        await reader.press("escape", "escape")
        with open_library(library.path) as other:
            assert other.note_drafts.find_left(reader.compare.story.id, alive=True) == []


async def test_after_a_crash_the_note_is_there_to_be_saved(library: Library, left: Story) -> None:
    silent(library.path)
    async with at_the_screen(library, left) as reader:
        reader.sees("Recovered: not saved when Copydesk last closed.")
        reader.sees("Half a thought")
        await reader.type(" was saved")
        await reader.press("ctrl+j")
        [annotation] = library.annotations.list_all()
        assert annotation.note == "Half a thought was saved"
        assert annotation.targets[0].anchor.quote == "Two is"
    async with at_the_screen(library, left) as reader:
        reader.does_not_see("Not saved")


async def test_it_can_be_thrown_away_but_not_by_one_key(library: Library, left: Story) -> None:
    silent(library.path)
    async with at_the_screen(library, left) as reader:
        await reader.press("escape")
        reader.sees("Esc again: discard")
        await reader.press("escape")
        assert reader.app.screen is reader.compare
        assert library.annotations.list_all() == []
    async with at_the_screen(library, left) as reader:
        assert reader.app.screen is reader.compare


async def test_an_editor_that_is_open_elsewhere_keeps_its_draft(
    library: Library, left: Story
) -> None:
    async with at_the_screen(library, left) as reader:
        assert reader.app.screen is reader.compare
        reader.compare.drafts.recover()
        assert reader.app.screen is reader.compare


async def test_the_draft_of_a_note_that_is_gone_becomes_a_new_one(
    library: Library, left: Story
) -> None:
    article = library.articles.get(left.articles[0])
    known = library.annotations.create([target(article, "One")], "Before")
    with open_library(library.path) as other:
        other.note_drafts.keep(other.note_drafts.begin(left.id, known.id, known.targets, "Changed"))
        other.annotations.delete(known.id)
    done(library.path, "DELETE FROM draft WHERE note = 'Half a thought'")
    silent(library.path)
    async with at_the_screen(library, left) as reader:
        await reader.press("ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == ["Changed"]


async def test_a_disk_that_takes_no_draft_is_told_of_while_writing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is full; nothing was saved.")

    async with reading_texts(library, TEXT) as reader:
        monkeypatch.setattr(library.note_drafts, "keep", fail)
        await begin(reader, "Half")
        reader.sees("The disk is full; nothing was saved. A copy is in")


async def test_where_no_file_takes_it_either_that_is_told(
    library: Library, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "state").write_text("a file", "utf-8")

    def fail(*_: object) -> None:
        raise LibraryError("The disk is full; nothing was saved.")

    async with reading_texts(library, TEXT) as reader:
        monkeypatch.setattr(library.note_drafts, "keep", fail)
        await begin(reader, "Half")
        reader.sees("The disk is full; nothing was saved. A crash would lose your text.")


async def test_two_windows_on_one_note_lose_neither(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("a")
        await reader.type("Mine")
        await reader.press("ctrl+j", "a")
        await reader.type(" too")
        [known] = library.annotations.list_all()
        with open_library(library.path) as other:
            other.annotations.set_note(known.id, "Theirs")
        await reader.press("ctrl+j")
        reader.sees("Another window has saved “Theirs”. Press ctrl+j again to replace")
        assert library.annotations.list_all()[0].note == "Theirs"
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Mine too"
        await reader.press("u")
        assert library.annotations.list_all()[0].note == "Theirs"


async def test_an_article_that_is_deleted_while_its_note_is_written(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("a")
        await reader.type("Late")
        with open_library(library.path) as other:
            other.articles.delete(reader.compare.reading.articles[0].id)
            await reader.press("ctrl+j")
            reader.sees("The article has since been moved to the trash; nothing was saved.")
            other.undo_log.undo()
        await reader.press("ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == ["Late"]


async def test_a_note_of_a_megabyte(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("a")
        reader.app.screen.query_one(NoteArea).insert("word " * 200_000)
        await reader.press("ctrl+j")
        assert len(library.annotations.list_all()[0].note) == 1_000_000
        reader.sees("word word")
