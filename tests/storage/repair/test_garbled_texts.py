"""A bit that turned in a text: SQLite's own checks look at pages, not at words."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.backup.backup import back_up, back_up_daily
from storage.backup.backup_files import find_newest_sound, list_backups
from storage.database.transactions import translate_errors
from storage.errors import LibraryError
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import NEW_NOTE, OLD_NOTE
from tests.storage.desk import HONEY, OWL, asked
from tests.storage.repair.mending import BOTH_NOTES, notes, texts

UNDECODABLE = b"\xff"
DECODABLE = b"X"


def garble(path: Path, word: bytes, sign: bytes) -> None:
    """Put another byte for the last one of a word, wherever it stands."""
    contents = path.read_bytes()
    assert word in contents
    path.write_bytes(contents.replace(word, word[:-1] + sign))


class TestArticle:
    @pytest.mark.parametrize("sign", [UNDECODABLE, DECODABLE])
    def test_it_is_found_and_taken_from_the_backup(self, path: Path, sign: bytes) -> None:
        garble(path, b"moved into the belfry", sign)

        found = check(path)
        assert found.damage is not None
        assert "moved into" not in found.findings[0]
        said = list(repair(path))

        assert not any("moved into" in line for line in said)
        assert check(path).findings == ()
        assert OWL in texts(path)
        assert notes(path) == BOTH_NOTES

    @pytest.mark.parametrize(("sign", "read"), [(UNDECODABLE, "\ufffd"), (DECODABLE, "X")])
    def test_where_no_backup_has_it_what_can_be_read_is_kept(
        self, path: Path, sign: bytes, read: str
    ) -> None:
        garble(path, b"since records began.", sign)

        list(repair(path))

        assert check(path).findings == ()
        assert f"{HONEY[:-1]}{read}" in texts(path)
        assert notes(path) == BOTH_NOTES

    @pytest.mark.parametrize("sign", [UNDECODABLE, DECODABLE])
    def test_no_backup_is_made_of_it_and_none_is_removed(self, path: Path, sign: bytes) -> None:
        before = list_backups(path)
        garble(path, b"moved into the belfry", sign)

        with pytest.raises(LibraryError, match="damaged") as refused:
            back_up_daily(path)
        assert "moved into" not in str(refused.value)
        with pytest.raises(LibraryError, match="damaged"):
            back_up(path, "by-hand")

        assert list_backups(path) == before

    @pytest.mark.parametrize("sign", [UNDECODABLE, DECODABLE])
    def test_a_backup_with_it_is_not_sound(self, path: Path, sign: bytes) -> None:
        (backup,) = list_backups(path)
        garble(backup.path, b"moved into the belfry", sign)

        assert find_newest_sound(path) is None

    def test_whoever_reads_it_is_told_in_a_sentence(self, path: Path) -> None:
        garble(path, b"moved into the belfry", UNDECODABLE)

        with (
            open_library(path) as library,
            pytest.raises(LibraryError) as told,
            translate_errors(),
        ):
            library.articles.get_all(one.id for one in library.articles.list_all())

        assert str(told.value) == (
            "The library is damaged; nothing was changed. `copydesk check --repair` repairs it."
        )


class TestNote:
    def test_one_that_was_not_changed_since_is_that_of_the_backup(self, path: Path) -> None:
        garble(path, OLD_NOTE.encode(), UNDECODABLE)

        list(repair(path))

        assert notes(path) == BOTH_NOTES

    def test_a_newer_one_is_kept_as_far_as_it_can_be_read(self, path: Path) -> None:
        garble(path, NEW_NOTE.encode(), UNDECODABLE)

        list(repair(path))

        assert f"{NEW_NOTE[:-1]}\ufffd" in notes(path)

    def test_a_tag_is_known_by_its_number(self, path: Path) -> None:
        contents = path.read_bytes()
        path.write_bytes(contents.replace(b"claimclaim", b"cl\xffimcl\xffim"))
        assert check(path).damage == "a text in its table tag is garbled"

        list(repair(path))

        assert notes(path) == BOTH_NOTES


class TestStep:
    def test_one_that_is_garbled_is_found_and_removed(self, path: Path) -> None:
        count = len(asked(path, "SELECT id FROM step"))
        assert count
        garble(path, b'["annotation", ["', b"x")

        assert f"{count} undo step" in check(path).findings[0] or check(path).damage
        list(repair(path))

        assert check(path).findings == ()
        assert notes(path) == BOTH_NOTES
        with open_library(path) as library:
            assert library.undo_log.undo() is None
