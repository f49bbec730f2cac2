from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from storage.errors import CopydeskError, ReadError
from storage.files import read_file, resolve_to_read, resolve_to_write, write_atomically
from tests.storage.desk import MILL, OWL, not_as_root


def write(path: Path, text: str = OWL) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


class TestPaths:
    def test_a_name_is_a_path_from_the_home_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))

        for path_to in (resolve_to_read, resolve_to_write):
            assert path_to("owl.txt") == Path("owl.txt")
            assert path_to("~/owl.txt") == tmp_path / "owl.txt"

    def test_the_home_of_nobody_is_told_by_what_was_wanted_of_it(self) -> None:
        with pytest.raises(ReadError, match=r"^Cannot read ~nosuchuser/x: there is no such"):
            resolve_to_read("~nosuchuser/x")
        with pytest.raises(CopydeskError, match=r"^Cannot write ~nosuchuser/x: there is no such"):
            resolve_to_write("~nosuchuser/x")

    def test_no_name_is_no_folder(self) -> None:
        with pytest.raises(ReadError, match=r'^Cannot read "": an empty name means no file\.$'):
            resolve_to_read("")
        with pytest.raises(CopydeskError, match=r'^Cannot write "": an empty name means no file'):
            resolve_to_write("")


class TestReadFile:
    def test_the_bytes_as_they_are(self, folder: Path) -> None:
        path = folder / "owl.txt"
        path.write_bytes(b"\xef\xbb\xbfowl\r\n")

        assert read_file(path) == b"\xef\xbb\xbfowl\r\n"

    @pytest.mark.parametrize("name", ["missing.txt", "owl\0.txt", "o" * 300])
    def test_what_cannot_be_there_is_refused(self, folder: Path, name: str) -> None:
        with pytest.raises(ReadError, match="Cannot read"):
            read_file(folder / name)

    def test_a_pipe_is_not_waited_for(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.txt")

        with pytest.raises(ReadError, match=r"pipe\.txt is not a file"):
            read_file(folder / "pipe.txt")

    def test_a_file_too_large_for_an_article_is_not_read(self, folder: Path) -> None:
        path = folder / "huge.txt"
        with path.open("wb") as file:
            file.truncate(65 * 2**20)

        with pytest.raises(ReadError, match="is larger than 64 MB"):
            read_file(path)

    @not_as_root
    def test_a_file_without_permission_is_refused(self, folder: Path) -> None:
        path = folder / "owl.txt"
        write(path)
        path.chmod(0)

        with pytest.raises(ReadError, match="permission denied"):
            read_file(path)


class TestWriteAtomically:
    def test_a_new_file_and_its_folders_are_made(self, folder: Path) -> None:
        path = folder / "notes" / "owl.md"

        write_atomically(path, f"{OWL}\r\n“Hoo.”\n")

        assert path.read_bytes() == f"{OWL}\r\n“Hoo.”\n".encode()
        assert names_in(path.parent) == ["owl.md"]

    def test_a_new_file_has_the_users_permissions(self, folder: Path) -> None:
        path = folder / "owl.md"
        mask = os.umask(0o027)
        try:
            write_atomically(path, OWL)
        finally:
            os.umask(mask)

        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_file_that_is_replaced_keeps_its_permissions(self, folder: Path) -> None:
        path = folder / "owl.md"
        write(path)
        path.chmod(0o604)

        write_atomically(path, MILL)

        assert path.read_text("utf-8") == MILL
        assert stat.S_IMODE(path.stat().st_mode) == 0o604

    def test_a_link_is_followed(self, folder: Path) -> None:
        path, link = folder / "owl.md", folder / "link.md"
        write(path)
        link.symlink_to("owl.md")

        write_atomically(link, MILL)

        assert link.is_symlink()
        assert path.read_text("utf-8") == MILL
        assert names_in(folder) == ["link.md", "owl.md"]

    def test_a_link_that_leads_to_itself_is_refused(self, folder: Path) -> None:
        link = folder / "link.md"
        link.symlink_to("link.md")

        with pytest.raises(CopydeskError, match="Cannot write"):
            write_atomically(link, OWL)

    def test_a_name_may_be_as_long_as_the_disk_allows(self, folder: Path) -> None:
        path = folder / f"{'o' * 252}.md"

        write_atomically(path, OWL)

        assert path.read_text("utf-8") == OWL

    def test_a_full_disk_leaves_the_old_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = folder / "owl.md"
        write(path)

        def disk_full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", disk_full)
        with pytest.raises(CopydeskError, match="no space left"):
            write_atomically(path, MILL)

        assert path.read_text("utf-8") == OWL
        assert names_in(folder) == ["owl.md"]

    def test_a_failure_at_the_last_moment_leaves_the_old_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = folder / "owl.md"
        write(path)

        def refused(_path: Path, _target: Path) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(CopydeskError, match=r"Cannot write .*owl\.md: permission denied"):
            write_atomically(path, MILL)

        assert path.read_text("utf-8") == OWL
        assert names_in(folder) == ["owl.md"]

    def test_a_text_that_cannot_be_encoded_leaves_the_old_file(self, folder: Path) -> None:
        path = folder / "owl.md"
        write(path)

        with pytest.raises(UnicodeEncodeError):
            write_atomically(path, "half a character: \ud800")

        assert path.read_text("utf-8") == OWL
        assert names_in(folder) == ["owl.md"]

    def test_a_folder_is_not_replaced(self, folder: Path) -> None:
        write(folder / "notes" / "owl.md")

        with pytest.raises(CopydeskError, match="Cannot write"):
            write_atomically(folder / "notes", MILL)

        assert names_in(folder) == ["notes"]

    def test_a_file_is_no_folder(self, folder: Path) -> None:
        write(folder / "owl.md")

        with pytest.raises(CopydeskError, match="Cannot write"):
            write_atomically(folder / "owl.md" / "mill.md", MILL)

    @not_as_root
    def test_a_folder_that_cannot_be_written_is_told(self, folder: Path) -> None:
        path = folder / "owl.md"
        write(path)
        folder.chmod(0o500)
        try:
            with pytest.raises(CopydeskError, match="permission denied"):
                write_atomically(path, MILL)
        finally:
            folder.chmod(0o700)

        assert path.read_text("utf-8") == OWL
