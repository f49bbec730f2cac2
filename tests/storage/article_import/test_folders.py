from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest

from storage.article_import.folders import Expanded, expand
from storage.article_import.gather import gather
from storage.database.locked_files import open_to_read
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.article_import.made import write
from tests.storage.desk import MILL, OWL, PARADE, not_as_root


def test_a_folder_means_its_articles_of_every_kind_by_name(folder: Path) -> None:
    write(folder / "b.txt")
    write(folder / "a.MD", MILL)
    write(folder / "deeper" / "c.html", made.page())
    write(folder / "deeper" / "d.pdf", made.pdf([PARADE]))
    write(folder / "picture.png")
    write(folder / "feed.xml", made.rss())

    gathered = gather([str(folder)])

    assert [draft.title for draft in gathered.articles] == ["a", "b", made.HEADLINE, "d"]
    assert gathered.problems == []


@pytest.mark.parametrize("name", ["zotero:", "Zotero: My owls", "https://gazette.example/owl"])
def test_what_is_no_file_is_its_name(name: str) -> None:
    assert expand(name) == Expanded([name], [])


def test_what_browsers_save_beside_a_page_is_left_alone(folder: Path) -> None:
    write(folder / "Owl.html", made.page())
    write(folder / "Owl_files" / "advertisement.html", made.page())
    write(folder / "Mill_files" / "mill.txt", MILL)

    assert [Path(name).name for name in expand(str(folder)).names] == ["mill.txt", "Owl.html"]


def test_hidden_files_and_folders_are_left_alone(folder: Path) -> None:
    write(folder / "owl.txt")
    write(folder / ".draft.txt", MILL)
    write(folder / ".trash" / "parade.txt", PARADE)

    assert [draft.title for draft in gather([str(folder)]).articles] == ["owl"]


def test_a_hidden_folder_that_is_named_is_read(folder: Path) -> None:
    write(folder / ".inbox" / "owl.txt")

    assert len(gather([str(folder / ".inbox")]).articles) == 1


def test_an_empty_folder_is_a_problem(folder: Path) -> None:
    write(folder / "picture.png")

    (problem,) = gather([str(folder)]).problems

    assert problem.startswith(f"The folder {folder} has no articles (.txt, .md, ")
    assert problem.endswith(f" 1 file was left out of {folder}: 1 .png.")


def test_what_is_left_out_is_told_by_ending_and_with_what_to_do(folder: Path) -> None:
    write(folder / "owl.markdown")
    write(folder / "mill.text", MILL)
    for name in (
        "a.JPG",
        "deeper/b.jpg",
        "c.doc",
        "README",
        "feed.rss",
        "notes.jsonld",
        ".hidden.jpg",
    ):
        write(folder / name, b"x")

    gathered = gather([str(folder)])

    assert [draft.title for draft in gathered.articles] == ["mill", "owl"]
    assert gathered.problems == []
    (notice,) = gathered.notices
    assert notice == (
        f"6 files were left out of {folder}: 1 .doc (save it as .docx),"
        " 1 .jsonld (if it has annotations, use `copydesk import`), 1 .rss (add it by its name),"
        " 2 .jpg, 1 without an ending."
    )


def test_many_kinds_of_files_are_summed_up(folder: Path) -> None:
    write(folder / "owl.txt")
    for number in range(12):
        write(folder / f"a.x{number}", b"x")

    (notice,) = gather([str(folder)]).notices
    assert notice.endswith("1 .x5, 4 of other kinds.")


class TestDifficultFolders:
    def test_links_that_lead_in_circles(self, folder: Path) -> None:
        write(folder / "deeper" / "owl.txt")
        (folder / "deeper" / "up").symlink_to(folder)
        (folder / "self.txt").symlink_to("self.txt")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["owl"]
        [problem] = gathered.problems
        assert problem.startswith(f"Cannot read {folder}/self.txt: ")

    def test_a_link_within_the_folder_is_read_and_one_to_nothing_is_told(
        self, folder: Path
    ) -> None:
        write(folder / "deeper" / "owl.txt")
        (folder / "link.txt").symlink_to("deeper/owl.txt")
        (folder / "gone.txt").symlink_to("nowhere.txt")
        (folder / "again").symlink_to("deeper")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["owl", "link"]
        assert gathered.problems == [f"Cannot read {folder}/gone.txt: no such file."]

    def test_folders_in_folders_in_folders(self, folder: Path) -> None:
        here = os.open(folder, os.O_RDONLY)
        for _ in range(500):
            os.mkdir("deeper", dir_fd=here)
            inner = os.open("deeper", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        os.close(here)
        write(folder / "owl.txt")

        assert [draft.title for draft in gather([str(folder)]).articles] == ["owl"]

    @not_as_root
    def test_a_folder_that_is_closed_keeps_no_other_out(self, folder: Path) -> None:
        write(folder / "closed" / "mill.txt", MILL)
        write(folder / "owl.txt")
        (folder / "closed").chmod(0)
        try:
            gathered = gather([str(folder)])
        finally:
            (folder / "closed").chmod(0o700)

        assert [draft.title for draft in gathered.articles] == ["owl"]
        assert gathered.problems == [f"Cannot read {folder}/closed: permission denied."]

    def test_what_may_not_be_read_keeps_no_other_out(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder / "closed" / "mill.txt", MILL)
        write(folder / "letter.txt", MILL)
        write(folder / "owl.txt")
        scandir, opened = os.scandir, open_to_read

        def listed(path: str) -> object:
            if path.endswith("closed"):
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        def held(path: Path) -> AbstractContextManager[BinaryIO]:
            if path.name == "letter.txt":
                raise PermissionError(13, "Permission denied")
            return opened(path)

        monkeypatch.setattr(os, "scandir", listed)
        monkeypatch.setattr("storage.files.open_to_read", held)
        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["owl"]
        assert gathered.problems == [
            f"Cannot read {folder}/closed: permission denied.",
            f"Cannot read {folder}/letter.txt: permission denied.",
        ]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
    @pytest.mark.parametrize(
        "name", [b"a\nb.txt", b"\x1b[2J.txt", b"o" * 251 + b".txt", b"caf\xe9.txt", b"-.txt"]
    )
    def test_names_of_any_bytes(self, folder: Path, name: bytes) -> None:
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(OWL.encode())

        (draft,) = gather([str(folder)]).articles

        assert draft.text == OWL
        assert "\n" not in draft.title
        f"{draft.title}{draft.path}".encode()


class TestLinksThatLeadOut:
    @pytest.fixture
    def outside(self, folder: Path) -> Path:
        outside = folder.parent / "outside"
        write(outside / "secret.txt")
        write(outside / "deeper" / "mill.txt", MILL)
        (folder / "link.txt").symlink_to(outside / "secret.txt")
        (folder / "linked").symlink_to(outside)
        write(folder / "parade.txt", PARADE)
        return outside

    def test_they_are_told_and_not_followed(self, folder: Path, outside: Path) -> None:
        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["parade"]
        assert sorted(gathered.problems) == [
            f"{folder}/{name} links outside the folder, to {target};"
            " use `copydesk add --follow-links` to follow it."
            for name, target in (("link.txt", outside / "secret.txt"), ("linked", outside))
        ]

    def test_they_are_followed_where_that_is_wanted(self, folder: Path, outside: Path) -> None:
        (outside / "back").symlink_to(folder)
        (outside / "deeper" / "up").symlink_to(outside)
        (outside / "deeper" / "further").symlink_to(folder.parent / "further")
        write(folder.parent / "further" / "owl.txt")

        found, problems, _ = expand(str(folder), follow_links=True)

        assert [str(Path(name).relative_to(folder)) for name in found] == [
            "link.txt",
            "linked/deeper/further/owl.txt",
            "linked/deeper/mill.txt",
            "linked/secret.txt",
            "parade.txt",
        ]
        assert problems == []

    @pytest.mark.usefixtures("outside")
    def test_a_link_in_a_link_leads_out_too(self, folder: Path) -> None:
        (folder / "two.txt").symlink_to("link.txt")
        (folder / "three.txt").symlink_to("linked/secret.txt")
        (folder / "four.txt").symlink_to(f"../{folder.name}/../outside/secret.txt")

        problems = expand(str(folder)).problems

        assert len(problems) == 5

    @pytest.mark.usefixtures("outside")
    def test_one_that_is_named_is_followed(self, folder: Path) -> None:
        file, linked = folder / "link.txt", folder / "linked"

        assert expand(str(file)) == Expanded([str(file)], [])
        assert expand(str(linked)).names == [
            f"{linked}/deeper/mill.txt",
            f"{linked}/secret.txt",
        ]

    def test_a_folder_whose_name_begins_alike_is_outside(self, folder: Path) -> None:
        write(folder.parent / f"{folder.name}-old" / "owl.txt")
        (folder / "link.txt").symlink_to(f"../{folder.name}-old/owl.txt")

        assert "links outside the folder" in expand(str(folder)).problems[0]

    def test_what_is_no_article_is_told_as_that_alone(self, folder: Path) -> None:
        write(folder / "owl.txt")
        (folder / "picture.png").symlink_to("/dev/null")
        (folder / ".hidden").symlink_to("/")

        assert expand(str(folder)) == Expanded(
            [f"{folder}/owl.txt"], [], f"1 file was left out of {folder}: 1 .png."
        )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_called_like_an_article_and_is_no_file_is_told(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    write(folder / "owl.txt")

    gathered = gather([str(folder)])

    assert [draft.title for draft in gathered.articles] == ["owl"]
    assert gathered.problems == [f"{folder}/pipe.txt is not a file."]


def test_a_folder_cannot_be_expanded_where_it_is_not_there() -> None:
    assert expand("nowhere") == Expanded(["nowhere"], [])
    with pytest.raises(ReadError):
        expand("~nobody-of-that-name")
