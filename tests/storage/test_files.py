from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import files
from storage.errors import CopydeskError, ReadError
from storage.files import (
    read_file,
    read_stream,
    replace_file,
    resolve_to_read,
    resolve_to_write,
    write_atomically,
)
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


def opening(monkeypatch: pytest.MonkeyPatch, descriptor: int) -> None:
    """Let the next file that is opened be another one, which is closed after it."""

    @contextmanager
    def open_other(_: Path) -> Iterator[io.FileIO]:
        with io.FileIO(descriptor) as file:
            yield file

    monkeypatch.setattr(files, "open_to_read", open_other)


def test_a_stream_is_read_to_its_end_and_no_further_than_a_file() -> None:
    assert read_stream(io.BytesIO(b"owl"), "standard input") == b"owl"
    with pytest.raises(ReadError, match=r"^standard input is larger than 64 MB\.$"):
        read_stream(io.BytesIO(bytes(65 * 2**20)), "standard input")


class TestPaths:
    def test_a_name_is_a_path_from_the_home_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))

        for path_to in (resolve_to_read, resolve_to_write):
            assert path_to("owl.txt") == Path("owl.txt")
            assert path_to("~/owl.txt") == tmp_path / "owl.txt"

    def test_the_home_of_nobody_is_told_by_what_was_wanted_of_it(self) -> None:
        with pytest.raises(ReadError, match=r"^Cannot read ~nosuchuser/x: no such"):
            resolve_to_read("~nosuchuser/x")
        with pytest.raises(CopydeskError, match=r"^Cannot write ~nosuchuser/x: no such"):
            resolve_to_write("~nosuchuser/x")

    def test_no_name_is_no_folder(self) -> None:
        with pytest.raises(ReadError, match=r'^Cannot read "": the name is empty\.$'):
            resolve_to_read("")
        with pytest.raises(CopydeskError, match=r'^Cannot write "": the name is empty'):
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

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    def test_a_link_to_a_device_is_no_file(self, folder: Path) -> None:
        (folder / "zero.txt").symlink_to("/dev/zero")

        with pytest.raises(ReadError, match=r"zero\.txt is not a file"):
            read_file(folder / "zero.txt")

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    def test_one_that_says_it_is_a_file_and_has_no_end_is_left(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder / "owl.txt")
        opening(monkeypatch, os.open("/dev/zero", os.O_RDONLY))

        with pytest.raises(ReadError, match="is larger than 64 MB"):
            read_file(folder / "owl.txt")

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    @pytest.mark.parametrize("begins", [b"", b"owl"])
    def test_one_that_waits_for_more_to_come_is_not_waited_for(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, begins: bytes
    ) -> None:
        write(folder / "owl.txt")
        reading, writing = os.pipe()
        os.write(writing, begins)
        opening(monkeypatch, reading)
        try:
            with pytest.raises(ReadError, match="cannot be read to the end"):
                read_file(folder / "owl.txt")
        finally:
            os.close(writing)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    def test_one_that_comes_bit_by_bit_has_its_time(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder / "owl.txt")
        monkeypatch.setattr(files, "SECONDS_OF_FILE", 0.0)
        opening(monkeypatch, os.open("/dev/zero", os.O_RDONLY))

        with pytest.raises(ReadError, match="cannot be read to the end"):
            read_file(folder / "owl.txt")

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these")
    def test_files_that_the_system_makes_up_are_read(self) -> None:
        assert read_file(Path("/proc/self/status")).startswith(b"Name:")

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


class TestReplaceFile:
    @pytest.fixture
    def refusals(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """Return how often a file is still held open by another program; nobody waits."""
        left = [2]
        replace = Path.replace

        def try_to(path: Path, target: Path) -> Path:
            if left[0]:
                left[0] -= 1
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return replace(path, target)

        monkeypatch.setattr(Path, "replace", try_to)
        monkeypatch.setattr("time.sleep", lambda _seconds: None)
        return left

    def test_windows_is_asked_again(self, folder: Path, refusals: list[int]) -> None:
        source, target = folder / "new", folder / "owl.md"
        write(source)

        replace_file(source, target, "win32")

        assert refusals == [0]
        assert target.read_text("utf-8") == OWL

    @pytest.mark.parametrize(("system", "times"), [("win32", 8), ("linux", 1), ("darwin", 1)])
    def test_what_stays_open_is_an_error(
        self, system: str, times: int, folder: Path, refusals: list[int]
    ) -> None:
        write(folder / "new")
        refusals[0] = 100

        with pytest.raises(PermissionError):
            replace_file(folder / "new", folder / "owl.md", system)
        assert refusals == [100 - times]
