from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from storage.database.schema import APPLICATION_ID, migrations
from storage.database.transactions import translate_errors
from storage.errors import LibraryError
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, asked, done, not_as_root
from tests.storage.library_files import contents, file_mode


class TestOpen:
    def test_a_library_is_made_on_demand_with_its_folders(self, tmp_path: Path) -> None:
        path = tmp_path / "new" / "folders" / "library.db"

        with open_library(path) as library:
            assert library.articles.list_all() == []

        assert path.exists()
        assert file_mode(path.parent) == 0o700

    def test_an_empty_file_becomes_a_library(self, path: Path) -> None:
        path.touch()

        with open_library(path) as library:
            assert add(library, OWL).text == OWL

    def test_it_is_private_with_all_its_files(self, path: Path) -> None:
        mask = os.umask(0)
        try:
            with open_library(path) as library:
                add(library, OWL)
                modes = {file.name: file_mode(file) for file in path.parent.iterdir()}
        finally:
            os.umask(mask)

        assert modes == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 0o600)

    def test_what_was_stored_is_there_when_it_is_opened_again(self, used: Path) -> None:
        with open_library(used) as library:
            (article,) = library.articles.list_all()
            (annotation,) = library.annotations.list_all()

        assert article.title == "Owl"
        assert annotation.note == "Which barn?"

    def test_opening_alone_changes_nothing(self, used: Path) -> None:
        before = contents(used.parent)

        open_library(used).close()

        assert contents(used.parent) == before

    def test_a_tilde_is_the_users_home(self, home: Path) -> None:
        open_library(Path("~/library.db")).close()

        assert (home / "library.db").exists()

    def test_a_name_may_hold_what_means_something_in_an_address(self, tmp_path: Path) -> None:
        path = tmp_path / "50% of #1?" / "what? library.db"
        for _ in range(2):
            with open_library(path) as library:
                add(library, OWL)

        assert path.exists()

    def test_it_is_a_strict_wal_database_that_says_whose_it_is(self, used: Path) -> None:
        strict = asked(
            used,
            "SELECT name, strict FROM pragma_table_list"
            " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
        )

        assert {name for name, _ in strict} >= {
            *("article", "story", "annotation", "target", "step"),
            *("ignored", "ignored_place", "story_view"),
        }
        assert all(is_strict for _, is_strict in strict)
        assert asked(used, "PRAGMA journal_mode") == [("wal",)]
        assert asked(used, "PRAGMA application_id") == [(APPLICATION_ID,)]
        assert asked(used, "PRAGMA user_version") == [(len(migrations.names),)]

    def test_a_story_cannot_have_an_article_that_is_not_there(self, library: Library) -> None:
        with pytest.raises(LibraryError, match="FOREIGN KEY"):
            library.stories.create("Owls", ["no such article"])

        assert library.stories.list_all() == []

    def test_a_closed_library_cannot_be_used(self, path: Path) -> None:
        library = open_library(path)
        library.close()

        with pytest.raises(sqlite3.ProgrammingError):
            library.articles.list_all()


class TestRefuse:
    def refuse(self, path: Path, reason: str) -> None:
        """Expect that `path` is refused for that reason and left as it is, and so its folder."""
        before = contents(path.parent)

        with pytest.raises(LibraryError, match=reason):
            open_library(path)

        assert contents(path.parent) == before

    def test_a_folder(self, tmp_path: Path) -> None:
        self.refuse(tmp_path, "it is a folder")

    @pytest.mark.parametrize("content", ["Dear owl,\n", "SQLite", "x" * 100])
    def test_a_file_that_is_no_database(self, path: Path, content: str) -> None:
        path.write_text(content)

        self.refuse(path, r"is not a Copydesk library\. Choose another file with --library\.")

    def test_a_database_of_another_program(self, path: Path) -> None:
        done(path, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('Honey cake')")

        self.refuse(path, "is another program's database")

    def test_a_database_of_another_program_in_wal_mode(self, path: Path) -> None:
        done(path, "PRAGMA journal_mode = WAL", "CREATE TABLE recipe (name TEXT)")

        self.refuse(path, "is another program's database")

    def test_a_library_of_a_later_schema(self, used: Path) -> None:
        done(used, "PRAGMA user_version = 99")

        self.refuse(
            used, "was made by a newer Copydesk; nothing was changed. Update Copydesk to open it"
        )

    def test_a_library_with_a_migration_that_is_not_known(self, used: Path) -> None:
        done(
            used,
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('copydesk', '0099_from_the_future', '2099-01-01')",
        )

        self.refuse(used, "was made by a newer Copydesk")

    def test_a_header_with_nothing_behind_it(self, path: Path) -> None:
        path.write_bytes(b"SQLite format 3\0")

        self.refuse(path, "Cannot open the library")

    def test_a_file_whose_first_page_is_damaged(self, used: Path) -> None:
        whole = used.read_bytes()
        used.write_bytes(whole[:16] + b"\xa5" * (len(whole) - 16))

        self.refuse(used, "Cannot open the library")

    @pytest.mark.parametrize("name", ["~nobody-of-that-name/library.db", "o" * 300])
    def test_a_name_that_cannot_be(self, name: str) -> None:
        with pytest.raises(LibraryError, match="Cannot open the library"):
            open_library(Path(name))

    def test_a_path_through_a_file(self, used: Path) -> None:
        with pytest.raises(LibraryError, match="Cannot open the library"):
            open_library(used / "library.db")

    @not_as_root
    def test_a_file_without_permission(self, used: Path) -> None:
        used.chmod(0)

        with pytest.raises(LibraryError, match="Permission denied"):
            open_library(used)


class TestDamage:
    @pytest.fixture
    def large(self, path: Path) -> Path:
        """Make a library of many pages; returns its path."""
        with open_library(path) as library:
            for number in range(40):
                add(library, f"{number}. {OWL} {MILL}\n" * 20)
        return path

    def use(self, path: Path) -> None:
        """Read all that there is in a library."""
        with open_library(path) as library:
            listed = library.articles.list_all()
            library.articles.get_all(article.id for article in listed)
            library.stories.list_all()
            library.annotations.list_all()

    def tell(self, path: Path, damaged: bytes) -> None:
        """Expect that these contents are called damaged, when opened or read, and left alone."""
        path.write_bytes(damaged)

        with pytest.raises(LibraryError, match=r"damaged|malformed"), translate_errors():
            self.use(path)

        assert path.read_bytes() == damaged

    def test_a_file_that_was_cut_off(self, large: Path) -> None:
        whole = large.read_bytes()

        self.tell(large, whole[: len(whole) // 2])

    def test_a_file_with_zeros_at_its_end(self, large: Path) -> None:
        whole = large.read_bytes()

        self.tell(large, whole[: len(whole) // 2].ljust(len(whole), b"\0"))

    def test_a_file_with_a_broken_page(self, large: Path) -> None:
        whole = large.read_bytes()
        ((page,),) = asked(large, "SELECT rootpage FROM sqlite_schema WHERE name = 'article'")
        start, end = (page - 1) * 4096, page * 4096

        self.tell(large, whole[:start] + b"\xa5" * 4096 + whole[end:])
