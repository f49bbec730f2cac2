from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from storage.errors import CopydeskError, ReadError
from storage.files import gather, read, write_atomically
from tests.storage.desk import MILL, OWL, PARADE, not_as_root


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


class TestGather:
    def test_files_become_drafts_in_the_order_given(self, folder: Path) -> None:
        names = [write(folder / "owl.txt"), write(folder / "mill.md", f"# The mill\n\n{MILL}")]

        gathered = gather(reversed(names))

        assert [draft.title for draft in gathered.drafts] == ["The mill", "owl"]
        assert [draft.path for draft in gathered.drafts] == names[::-1]
        assert gathered.notices == gathered.problems == []

    def test_a_folder_means_its_articles_by_name(self, folder: Path) -> None:
        write(folder / "b.txt")
        write(folder / "a.MD", MILL)
        write(folder / "deeper" / "c.txt", PARADE)
        write(folder / "picture.png")
        write(folder / "page.html")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.drafts] == ["a", "b", "c"]
        assert gathered.problems == []

    def test_hidden_files_and_folders_are_left_alone(self, folder: Path) -> None:
        write(folder / "owl.txt")
        write(folder / ".draft.txt", MILL)
        write(folder / ".trash" / "parade.txt", PARADE)

        assert [draft.title for draft in gather([str(folder)]).drafts] == ["owl"]

    def test_a_hidden_folder_that_is_named_is_read(self, folder: Path) -> None:
        write(folder / ".inbox" / "owl.txt")

        assert len(gather([str(folder / ".inbox")]).drafts) == 1

    def test_a_tilde_is_the_users_home(self, home: Path) -> None:
        write(home / "owl.txt")

        assert len(gather(["~/owl.txt"]).drafts) == 1

    def test_the_outlet_is_that_of_all(self, folder: Path) -> None:
        write(folder / "owl.txt", f"---\nsource: Gazette\n---\n{OWL}")
        write(folder / "mill.txt", MILL)

        drafts = gather([str(folder)], source="Herald").drafts

        assert [draft.source for draft in drafts] == ["Herald", "Herald"]

    def test_one_that_cannot_be_read_keeps_no_other_out(self, folder: Path) -> None:
        names = [
            write(folder / "owl.txt"),
            str(folder / "missing.txt"),
            write(folder / "empty.txt", ""),
            write(folder / "mill.txt", MILL),
        ]

        gathered = gather(names)

        assert [draft.title for draft in gathered.drafts] == ["owl", "mill"]
        assert gathered.problems == [
            f"Cannot read {folder}/missing.txt: there is no such file.",
            f"{folder}/empty.txt is empty.",
        ]

    def test_a_bad_file_in_a_folder_keeps_no_other_out(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"\0\0\0")
        write(folder / "b.txt")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.drafts] == ["b"]
        assert gathered.problems == [f"{folder}/a.txt is a binary file, not a text."]

    def test_an_older_encoding_is_told(self, folder: Path) -> None:
        path = folder / "owl.txt"
        path.write_bytes("The sexton didn’t mind the owl’s nest.".encode("cp1252"))

        gathered = gather([str(path)])

        assert gathered.notices == [f"{path} was read as Windows-1252."]
        assert gathered.problems == []

    def test_an_empty_folder_is_a_problem(self, folder: Path) -> None:
        write(folder / "page.html")

        assert gather([str(folder)]).problems == [
            f"The folder {folder} holds no articles (.txt or .md files)."
        ]

    @pytest.mark.parametrize("address", ["https://example.org/owl", "HTTP://example.org"])
    def test_a_web_address_is_not_fetched(self, address: str) -> None:
        assert gather([address]).problems == [
            f"{address} is a web address; save the page as text and add that file."
        ]

    @pytest.mark.parametrize(
        "name", ["~nobody-of-that-name/owl.txt", "owl\0.txt", "o" * 300, f"{'o' * 300}.html"]
    )
    def test_an_impossible_name_is_a_problem_like_any_other(self, name: str) -> None:
        gathered = gather([name])

        assert gathered.drafts == []
        assert len(gathered.problems) == 1


class TestRead:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("page.html", "a web page"),
            ("page.HTM", "a web page"),
            ("paper.pdf", "a PDF"),
            ("memo.docx", "a Word document"),
            ("letter.eml", "a mail"),
        ],
    )
    def test_other_kinds_of_files_are_refused(self, folder: Path, name: str, kind: str) -> None:
        path = folder / name
        write(path)

        with pytest.raises(ReadError, match=f"{name} is {kind}; Copydesk reads plain text"):
            read(path)

    def test_any_ending_may_hold_plain_text(self, folder: Path) -> None:
        path = folder / "owl.article"
        write(path)

        draft, encoding = read(path)

        assert (draft.text, draft.title, encoding) == (OWL, "owl", None)

    def test_a_missing_file_of_another_kind_is_missing(self, folder: Path) -> None:
        with pytest.raises(ReadError, match="there is no such file"):
            read(folder / "page.html")

    def test_a_pipe_is_not_waited_for(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.txt")

        with pytest.raises(ReadError, match=r"pipe\.txt is not a file"):
            read(folder / "pipe.txt")

    def test_a_file_too_large_for_an_article_is_not_read(self, folder: Path) -> None:
        path = folder / "huge.txt"
        with path.open("wb") as file:
            file.truncate(65 * 2**20)

        with pytest.raises(ReadError, match="is larger than 64 MB"):
            read(path)

    @not_as_root
    def test_a_file_without_permission_is_refused(self, folder: Path) -> None:
        path = folder / "owl.txt"
        write(path)
        path.chmod(0)

        with pytest.raises(ReadError, match="permission denied"):
            read(path)


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
