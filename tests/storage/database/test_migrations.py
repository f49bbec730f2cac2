from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.comparing import compare_articles
from storage.database.migrations import Migrations
from storage.database.schema import migrations
from storage.errors import LibraryError
from storage.ids import make_text_id
from storage.models import Story
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, asked, done
from tests.storage.library_files import contents, copies_before_update, file_mode


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Let migrations be added for this test alone."""
    monkeypatch.setattr(migrations, "all", list(migrations.all))
    return migrations


_ARTICLE = "INSERT INTO article (id, text, title, source, words, added) VALUES"
STORY_IN_VERSION_1 = (
    f"{_ARTICLE} ('OWL', '{OWL}', 'Owl', 'Outlet A', 14, '2026-01-01')",
    f"{_ARTICLE} ('MILL', '{MILL}\n\n{OWL}', 'Mill', 'Outlet B', 27, '2026-01-01')",
    "INSERT INTO story VALUES ('s1', 'Owls', '2026-01-01', NULL)",
    "INSERT INTO story_article VALUES ('s1', 'OWL', 0), ('s1', 'MILL', 1)",
)
NOTED_IN_VERSION_1 = (
    "INSERT INTO annotation VALUES ('n1', 'Which?', '2026-01-01', '2026-01-01', NULL)",
    "INSERT INTO target VALUES ('n1', 0, 'OWL', 2, 10, 'barn owl', 'A ', ' has')",
    """
    INSERT INTO step VALUES (1, 's', 'note', '2026-01-01', NULL, NULL, '[
    ["annotation", ["n1"], null, {"id": "n1", "note": "Which?", "created": "2026-01-01",
    "updated": "2026-01-01", "deleted": null}],
    ["target", ["n1", 0], null, {"annotation": "n1", "place": 0, "article": "OWL", "start": 2,
    "end": 10, "quote": "barn owl", "prefix": "A ", "suffix": " has"}]]')
    """,
)


class TestMigrate:
    def test_a_library_of_the_first_version_keeps_all_and_learns_to_ignore(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as first_version:
            first_version.setattr(migrations, "all", migrations.all[:1])
            open_library(path).close()
        owl, mill = make_text_id(OWL), make_text_id(f"{MILL}\n\n{OWL}")
        owls = Story("s1", "Owls", (owl, mill), "2026-01-01")
        statements = (*STORY_IN_VERSION_1, *NOTED_IN_VERSION_1)
        done(path, *(one.replace("OWL", owl).replace("MILL", mill) for one in statements))
        assert asked(path, "PRAGMA user_version") == [(1,)]

        with open_library(path) as library:
            articles = library.articles.get_all(owls.articles)
            comparison = compare_articles(articles)
            library.ignored_passages.ignore(articles, comparison.passages)
            library.view_states.save(owls.id, {"focus": 1})

            assert library.stories.get(owls.id) == owls
            assert (
                library.ignored_passages.find_ignored(articles, comparison)
                == comparison.passages
                != ()
            )
            assert library.undo_log.undo() == "passage ignored"
            (noted,) = library.annotations.list_all()
            assert (noted.note, noted.targets[0].anchor.quote) == ("Which?", "barn owl")
            assert library.undo_log.undo() == "note"
            assert library.annotations.list_all() == []
            assert library.undo_log.redo() == "note"
            assert library.annotations.list_all() == [noted]

        (copy,) = copies_before_update(path)
        assert asked(copy, "PRAGMA user_version") == [(1,)]
        assert asked(copy, "SELECT note FROM annotation") == [("Which?",)]
        assert asked(copy, "SELECT name FROM sqlite_schema WHERE name LIKE 'ignored%'") == []
        assert asked(path, "PRAGMA foreign_key_check") == []

    def test_a_copy_is_put_beside_before_a_library_is_brought_up_to_date(
        self, used: Path, next_version: Migrations
    ) -> None:
        @next_version(name="0099_bees")
        def bees(db: Database) -> None:
            db.table("bee").create({"id": int}, pk="id")

        with open_library(used) as library:
            (article,) = library.articles.list_all()

        (copy,) = copies_before_update(used)
        tables = "SELECT name FROM sqlite_schema WHERE name = 'bee'"
        assert asked(used, tables) == [("bee",)]
        assert asked(copy, tables) == []
        assert asked(copy, "SELECT id FROM article") == [(article.id,)]
        assert asked(copy, "PRAGMA integrity_check") == [("ok",)]
        assert file_mode(copy) == 0o600
        assert file_mode(copy.parent) == 0o700

    def test_the_copy_is_a_library_that_the_earlier_version_opens(
        self, used: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as update:
            update.setattr(migrations, "all", list(migrations.all))
            migrations(name="0099_nothing")(lambda _db: None)
            open_library(used).close()
        (copy,) = copies_before_update(used)

        with open_library(copy) as library:
            assert [article.title for article in library.articles.list_all()] == ["Owl"]
        with pytest.raises(LibraryError, match="newer"):
            open_library(used)

    def test_a_new_library_has_no_copy(self, path: Path, next_version: Migrations) -> None:
        next_version(name="0099_nothing")(lambda _db: None)

        open_library(path).close()
        open_library(path).close()

        assert list(path.parent.iterdir()) == [path]

    def test_one_update_makes_one_copy(self, used: Path, next_version: Migrations) -> None:
        next_version(name="0099_nothing")(lambda _db: None)
        next_version(name="0100_nothing")(lambda _db: None)

        open_library(used).close()
        open_library(used).close()

        assert len(copies_before_update(used)) == 1
        assert asked(used, "PRAGMA user_version") == [(len(migrations.names),)]

    def test_without_room_for_a_copy_nothing_is_updated(
        self, path: Path, next_version: Migrations
    ) -> None:
        with open_library(path) as library:
            add(library, OWL)
        path.with_name("library-backups").write_text("This is no folder.")
        before = contents(path.parent)
        next_version(name="0099_nothing")(lambda _db: None)

        with pytest.raises(LibraryError, match=r"Cannot write to .*library-backups"):
            open_library(path)

        assert contents(path.parent) == before

    def test_a_failing_update_leaves_the_library_as_it_was(
        self, used: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = asked(used, "SELECT * FROM sqlite_schema")
        with monkeypatch.context() as update:
            update.setattr(migrations, "all", list(migrations.all))

            @migrations(name="0099_bees")
            def bees(db: Database) -> None:
                db.table("bee").create({"id": int}, pk="id")

            @migrations(name="0100_wasps")
            def wasps(db: Database) -> None:
                db.table("wasp").create({"id": int}, pk="id")
                db.execute("INSERT INTO hornet VALUES (1)")

            for _ in range(2):
                with pytest.raises(LibraryError, match="no such table: hornet"):
                    open_library(used)

        assert asked(used, "SELECT * FROM sqlite_schema") == before
        with open_library(used) as library:
            assert [article.title for article in library.articles.list_all()] == ["Owl"]

    def test_a_library_that_cannot_be_made_is_made_later(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(_db: Database) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as update:
            update.setattr(migrations, "all", list(migrations.all))
            migrations(name="0099_interrupted")(interrupted)
            with pytest.raises(KeyboardInterrupt):
                open_library(path)

        with open_library(path) as library:
            assert library.articles.list_all() == []
