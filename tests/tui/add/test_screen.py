from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events

from storage.article_import.reader import Reader as ArticleReader
from storage.article_import.readings import Reading
from storage.article_import.things import Thing
from storage.coder import Coder
from storage.export.interchange.formats import JSONLD, QDPX
from storage.export.selection import select_article
from storage.library import Library
from storage.models import NewArticle
from storage.open_library import open_library
from tests.storage.annotation_import.written_elsewhere import exported
from tests.storage.article_import import made
from tests.storage.article_import.serving import serving
from tests.storage.desk import BRIDGE, MILL, OWL, PARADE, annotate, draft
from tests.tui.at_rest import Hold
from tests.tui.driver import Reader, at_the_screen, sees, until, written
from tui.add.feed_screen import FeedScreen
from tui.add.screen import AddScreen
from tui.base.job import Job
from tui.library.screen import LibraryScreen

pytestmark = pytest.mark.usefixtures("shared_process")


def titles(library: Library) -> set[str]:
    return {article.title for article in library.articles.list_all()}


def back_in_the_library(reader: Reader) -> Callable[[], bool]:
    return lambda: isinstance(reader.app.screen, LibraryScreen)


async def test_a_folder_is_added_and_the_library_says_what_came(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    written(folder, "owl.txt", OWL)
    written(folder, "page.html", made.page().decode())
    library.articles.add(draft(OWL))
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("ne")
        await until(reader, sees(reader, "news/"))
        await reader.press("tab", "enter")
        await until(reader, back_in_the_library(reader))
        reader.is_told("1 added, 1 already in the library.")
        reader.sees(made.HEADLINE)


async def test_what_could_not_be_read_stays_on_the_screen(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    written(folder, "owl.txt", OWL)
    written(folder, "a\x1b[2J.txt", "")
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("a")
        await reader.type("news")
        await reader.press("enter")
        await until(reader, sees(reader, "1 added, 1 could not be read."))
        reader.sees("a␛[2J.txt is empty.")
        await reader.press("enter")  # on an empty line: that is all
        await until(reader, back_in_the_library(reader))
        reader.is_told("1 added")


async def test_a_paste_of_several_lines_becomes_an_article(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        reader.app.screen.focused.post_message(  # type: ignore[union-attr]
            events.Paste(f"{made.HEADLINE}\r\n\r\n{OWL}\r\n\r\n[b]{MILL}[/b]\r\n")
        )
        await until(reader, back_in_the_library(reader))
        reader.sees(made.HEADLINE)
    (article,) = library.articles.list_all()
    assert library.articles.get(article.id).text == f"{made.HEADLINE}\n\n{OWL}\n\n[b]{MILL}[/b]\n"


async def test_entries_of_a_feed_are_chosen(library: Library, tmp_path: Path) -> None:
    whole = "<content:encoded>{}</content:encoded>"
    texts = (OWL, MILL, PARADE, BRIDGE)
    items = [made.item(" ".join(text.split()[:4]), "x", more=whole.format(text)) for text in texts]
    path = tmp_path / "feed.xml"
    path.write_bytes(made.rss(*items))
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("a")
        await reader.type("feed.xml")
        await reader.press("enter")
        await until(reader, lambda: isinstance(reader.app.screen, FeedScreen))
        await reader.press()
        reader.sees("The Belfry Gazette · 4 entries")
        reader.sees("2026-03-05")
        await reader.press("asterisk", "j", "space", "enter")
        # The pages could not be read, which is told; the texts in the feed were taken.
        await until(reader, sees(reader, "3 added."))
        reader.sees("the text in the feed")
        await reader.press("escape")
        await until(reader, back_in_the_library(reader))
    assert titles(library) == {
        "A barn owl has",
        "Four hundred children marched",
        "Engineers closed the iron",
    }


async def test_nothing_chosen_adds_nothing(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(made.rss(made.item("Owl", "https://gazette.example/owl")))
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("feed.xml")
        await reader.press("enter")
        await until(reader, lambda: isinstance(reader.app.screen, FeedScreen))
        await reader.press("escape")
        assert isinstance(reader.app.screen, AddScreen)
        reader.sees("Nothing chosen.")
    assert titles(library) == set()


@contextmanager
def slow(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[threading.Event]:
    """Let reading of one file wait until the test is over; the event tells that it waits."""
    waits, over = threading.Event(), Hold()
    read = ArticleReader.read

    def slowly(self: ArticleReader, thing: Thing) -> Iterator[Reading]:
        if str(thing).endswith(name):
            waits.set()
            over.wait()
        return read(self, thing)

    monkeypatch.setattr(ArticleReader, "read", slowly)
    try:
        yield waits
    finally:
        over.set()


async def test_esc_stops_and_keeps_what_is_in(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a.txt", OWL), ("b.html", f"<p>{MILL}"), ("c.txt", PARADE)):
        written(folder, name, text)
    with slow(monkeypatch, "b.html") as waits:
        async with at_the_screen(library, None) as reader:
            await reader.press("a")
            await reader.type("news")
            await reader.press("enter")
            await until(reader, waits.is_set)
            await until(reader, sees(reader, "1 of 3"))
            await reader.press("enter")
            reader.is_told("Still adding. Esc: stop")
            await reader.press("escape")
            reader.sees("Stopped. 1 added.")
            await reader.press("escape")
            assert isinstance(reader.app.screen, LibraryScreen)
            reader.is_told("1 added.")
    assert titles(library) == {"a"}


async def test_what_is_typed_ahead_is_not_lost(library: Library, tmp_path: Path) -> None:
    written(tmp_path, "o.txt", OWL)
    async with at_the_screen(library, None) as reader:
        await reader.type_at_once("a", "o", ".", "t", "x", "t", "enter")
        await until(reader, lambda: titles(library) == {"o"})


@pytest.mark.parametrize("allow_local", [False, True])
async def test_addresses_of_this_machine_are_read_only_where_that_was_allowed(
    library: Library, allow_local: bool
) -> None:
    with serving() as site:
        address = site.put("/owl", made.page())
        async with at_the_screen(library, None, allow_local=allow_local) as reader:
            await reader.press("a")
            await reader.type(address)
            await reader.press("enter")
            if allow_local:
                await until(reader, back_in_the_library(reader))
            else:
                await until(reader, sees(reader, "is on a private network; use"))
    assert titles(library) == ({made.HEADLINE} if allow_local else set())


async def test_annotations_come_in_and_are_taken_back(library: Library, tmp_path: Path) -> None:
    article, _ = library.articles.add(NewArticle(OWL, title="Owl"))
    note = annotate(library, article, "barn owl", "Which one?")
    selection = select_article(library, article)
    (tmp_path / "notes.jsonld").write_bytes(exported(library, selection, JSONLD))
    coded = exported(library, selection, QDPX)
    (tmp_path / "study.qdpx").write_bytes(coded)
    (tmp_path / "cut.qdpx").write_bytes(coded[:200])
    library.undo_log.undo()
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("notes.jsonld")
        await reader.press("enter")
        reader.sees("1 annotation added")
        reader.sees("Places: 1 exact")
        await reader.press("escape")
        assert [one.id for one in library.annotations.list_all()] == [note.id]
        await reader.press("u")
        assert library.annotations.list_all() == []
        await reader.press("a")
        await reader.type("cut.qdpx study.qdpx")
        await reader.press("enter")
        await until(reader, sees(reader, "1 annotation added"))
        reader.sees("cut.qdpx is damaged or not a REFI-QDA project.")
        await reader.press("escape")
        assert [one.id for one in library.annotations.list_all()] == [note.id]
        await reader.press("u")
        assert library.annotations.list_all() == []
        with open_library(tmp_path / "theirs.db", Coder("Ben")) as other:
            theirs, _ = other.articles.add(NewArticle(OWL, title="Owl"))
            annotate(other, theirs, "belfry", "In it")
        await reader.press("a")
        await reader.type("theirs.db")
        await reader.press("enter")
        reader.sees("Coders: Ben.")
        assert [one.coder for one in library.annotations.list_all()] == ["Ben"]


async def test_annotations_that_are_none_are_told(library: Library, tmp_path: Path) -> None:
    written(tmp_path, "notes.json", "{")
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("notes.json")
        await reader.press("enter")
        reader.sees("Cannot import notes.json")
        await reader.press("ctrl+u")
        await reader.type("nothing.json")
        await reader.press("enter")
        reader.sees("Cannot read nothing.json")


async def test_the_home_of_nobody_cannot_be_read(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("~nosuchuser/notes.json")
        await reader.press("enter")
        reader.sees("Cannot read ~nosuchuser/notes.json: no such user.")


async def test_what_is_done_at_once_is_waited_for_no_longer(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Job.start

    def start(job: Job[None]) -> None:
        begin(job)
        threading.Event().wait(0.2)  # the thread is faster than who began it

    monkeypatch.setattr(Job, "start", start)
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("~nosuchuser/owl.txt")
        await reader.press("enter")
        await until(reader, sees(reader, "Cannot read ~nosuchuser/owl.txt: no such user."))
        reader.does_not_see("Reading …")


@pytest.mark.parametrize(
    "error", [MemoryError("too much"), CancelledError(), SystemExit(1)], ids=repr
)
async def test_a_thread_that_fails_ends_in_a_message(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(_: object, __: object) -> Reading:
        raise error

    monkeypatch.setattr(ArticleReader, "read", fail)
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("owl.txt")
        await reader.press("enter")
        await until(reader, sees(reader, "Adding failed"))
        reader.does_not_see("Reading …")
