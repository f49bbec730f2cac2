from __future__ import annotations

from pathlib import Path

from storage.backup.backup_files import find_newest_sound, locate_folder
from tests.storage.backup.dated import put
from tests.storage.damage import damage, garbled_articles
from tests.storage.desk import done


class TestNewestSound:
    def test_it_is_the_last_one(self, path: Path) -> None:
        put(path, 2)
        newest = put(path, 1)

        found = find_newest_sound(path)

        assert found is not None
        assert (found.path, found.articles, found.annotations) == (newest, 1, 1)

    def test_a_damaged_one_is_passed_over(self, path: Path) -> None:
        sound = put(path, 2)
        damage(put(path, 1), garbled_articles)
        (locate_folder(path) / put(path, 0.5).name).write_bytes(b"")

        found = find_newest_sound(path)

        assert found is not None
        assert found.path == sound

    def test_so_is_one_of_a_newer_version(self, path: Path) -> None:
        sound = put(path, 2)
        done(put(path, 1), "PRAGMA user_version = 99")

        found = find_newest_sound(path)

        assert found is not None
        assert found.path == sound

    def test_one_dated_in_the_future_is_the_last_that_is_taken(self, path: Path) -> None:
        ahead = put(path, -300)
        found = find_newest_sound(path)
        assert found is not None
        assert found.path == ahead

        known = put(path, 1)
        found = find_newest_sound(path)
        assert found is not None
        assert found.path == known

    def test_there_may_be_none(self, path: Path) -> None:
        assert find_newest_sound(path) is None

    def test_libraries_of_one_folder_have_their_own(self, path: Path) -> None:
        put(path, 1)

        assert find_newest_sound(path.with_suffix(".sqlite")) is None
        assert find_newest_sound(path.with_name("other.db")) is None
