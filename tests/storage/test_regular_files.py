from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import storage
from storage.regular_files import check_regular, resolve_links
from tests.storage.special_files import SPECIAL, posix


class TestResolveLinks:
    def test_a_link_is_followed_to_its_end(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "first").symlink_to("second")
        (tmp_path / "second").symlink_to("folder")

        assert resolve_links(tmp_path / "first" / "x") == tmp_path.resolve() / "folder" / "x"

    def test_what_is_not_there_has_a_place_too(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("missing")

        assert resolve_links(tmp_path / "link") == tmp_path.resolve() / "missing"
        assert resolve_links(tmp_path / "no" / ".." / "x") == tmp_path.resolve() / "x"

    @pytest.mark.parametrize("name", ["itself", "itself/x", "one", "two"])
    def test_a_link_that_leads_to_itself_is_an_error(self, tmp_path: Path, name: str) -> None:
        for link, to in (("itself", "itself"), ("one", "two"), ("two", "one")):
            (tmp_path / link).symlink_to(to)

        with pytest.raises(OSError, match="the link points to itself"):
            resolve_links(tmp_path / name)

    def test_a_name_that_no_file_can_have_is_an_error(self, tmp_path: Path) -> None:
        for find in (resolve_links, check_regular):
            with pytest.raises(OSError, match="its name contains a null character"):
                find(tmp_path / "a\0b")

    def test_nobody_resolves_otherwise(self) -> None:
        # `Path.resolve` takes a link that leads to itself for a free name, from 3.13 on.
        root = Path(str(storage.__file__)).parents[1]
        modules = [path for name in ("storage", "tui") for path in (root / name).rglob("*.py")]

        assert [
            path.name for path in modules if re.search(r"\.resolve\(", path.read_text("utf-8"))
        ] == []


class TestCheckRegular:
    def test_a_file_is_known_through_links(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("owl")
        (tmp_path / "link").symlink_to("file")

        for name in ("file", "link"):
            known = check_regular(tmp_path / name)
            assert known is not None
            assert known.st_size == 3

    def test_nothing_is_there_behind_a_link_that_dangles(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("missing")

        assert check_regular(tmp_path / "missing") is None
        assert check_regular(tmp_path / "link") is None
        assert check_regular(tmp_path / "no" / "folder") is None

    @posix
    @pytest.mark.parametrize("make", SPECIAL)
    def test_what_is_no_file_is_an_error(
        self, tmp_path: Path, make: Callable[[Path], None]
    ) -> None:
        make(tmp_path / "special")

        with pytest.raises(OSError, match="it is not a regular file"):
            check_regular(tmp_path / "special")

    def test_so_is_a_folder_and_what_lies_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()

        with pytest.raises(IsADirectoryError):
            check_regular(tmp_path)
        with pytest.raises(NotADirectoryError):
            check_regular(tmp_path / "file" / "x")
