from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest

from storage.article_import.folders import expand
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


def test_what_browsers_save_beside_a_page_is_left_alone(folder: Path) -> None:
    write(folder / "Owl.html", made.page())
    write(folder / "Owl_files" / "advertisement.html", made.page())
    write(folder / "Mill_files" / "mill.txt", MILL)

    assert [Path(name).name for name in expand(str(folder))[0]] == ["mill.txt", "Owl.html"]


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

    assert problem.startswith(f"The folder {folder} holds no articles (.txt, .md, ")


class TestDifficultFolders:
    def test_links_that_lead_in_circles(self, folder: Path) -> None:
        write(folder / "deeper" / "owl.txt")
        (folder / "deeper" / "up").symlink_to(folder)
        (folder / "self.txt").symlink_to("self.txt")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["owl"]
        [problem] = gathered.problems
        assert problem.startswith(f"Cannot read {folder}/self.txt: ")

    def test_a_link_to_a_file_is_read_and_one_to_nothing_is_told(self, folder: Path) -> None:
        write(folder.parent / "owl.txt")
        (folder / "link.txt").symlink_to("../owl.txt")
        (folder / "gone.txt").symlink_to("nowhere.txt")

        gathered = gather([str(folder)])

        assert [draft.title for draft in gathered.articles] == ["link"]
        assert gathered.problems == [f"Cannot read {folder}/gone.txt: there is no such file."]

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


def test_a_folder_cannot_be_expanded_where_it_is_not_there() -> None:
    assert expand("nowhere") == (["nowhere"], [])
    with pytest.raises(ReadError):
        expand("~nobody-of-that-name")
