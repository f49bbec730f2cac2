from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.references.attached_files import read_attached
from storage.article_import.parsed import FeedEntry
from storage.article_import.reader import Reader
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL


def write(folder: Path, name: str, data: bytes) -> str:
    made.write(folder / name, data)
    return name


class TestAttachedFiles:
    def test_a_page_comes_before_a_pdf_and_a_text(self, folder: Path) -> None:
        files = [
            write(folder, "files/1/owl.txt", b"Owl"),
            write(folder, "files/2/owl.pdf", made.pdf([MILL])),
            write(folder, "files/3/owl.html", f"<p>{OWL}</p>".encode()),
        ]
        assert read_attached(files, folder, "").text == OWL
        assert MILL.split()[0] in read_attached(files[:2], folder, "").text
        assert read_attached(files[:1], folder, "").text == "Owl"

    def test_one_that_cannot_be_read_keeps_the_others_not_out(self, folder: Path) -> None:
        files = [
            write(folder, "owl.html", b""),
            "gone.pdf",
            write(folder, "owl.jpg", b"\xff\xd8"),
            write(folder, "owl.txt", OWL.encode()),
        ]
        assert read_attached(files, folder, "").text == OWL

    @pytest.mark.parametrize(
        "name", ["files\\3\\owl.html", "./files/3/owl.html", "files/../files/3/owl.html"]
    )
    def test_a_name_may_be_written_in_several_ways(self, folder: Path, name: str) -> None:
        write(folder, "files/3/owl.html", f"<p>{OWL}</p>".encode())

        assert read_attached([name], folder, "").text == OWL

    def test_an_address_of_a_file_inside_is_its_name(self, folder: Path) -> None:
        write(folder, "the owl.txt", OWL.encode())

        assert read_attached([(folder / "the owl.txt").as_uri()], folder, "").text == OWL

    def test_nothing_outside_the_folder_is_opened(self, folder: Path) -> None:
        secret = folder.parent / "secret.txt"
        made.write(secret, MILL)
        names = ["../secret.txt", str(secret), secret.as_uri(), "link.txt", "in/../../secret.txt"]
        (folder / "link.txt").symlink_to(secret)

        for name in names:
            with pytest.raises(ReadError, match="lies outside the folder of the export"):
                read_attached([name], folder, "")

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("gone.html", "has a file, gone.html, that is not there"),
            ("folder.html", "has a file, folder.html, that is not there"),
            ("a\0b.html", "that cannot be found"),
            ("empty.txt", "has a file, empty.txt, that is empty"),
            ("owl.pdf", "has a file, owl.pdf, that"),
            ("owl.jpg", "has no file with a text"),
        ],
    )
    def test_what_is_wrong_is_told(self, folder: Path, name: str, why: str) -> None:
        (folder / "folder.html").mkdir()
        for one in ("empty.txt", "owl.jpg", "owl.pdf"):
            write(folder, one, b" ")

        with pytest.raises(ReadError, match=why):
            read_attached([name], folder, "")


def test_an_export_gives_articles_and_a_list_of_what_can_be_fetched(folder: Path) -> None:
    write(folder, "files/12/owl.html", made.page())
    fetched = made.RIS.replace(b"Owl moves in", b"Mill").replace(
        b"L2  - files/12/owl.html\r\n", b""
    )
    lost = b"TY  - BOOK\nTI  - Mills\nER  - \n"
    path = made.write(folder / "Library.ris", made.RIS + fetched + lost)

    with Reader() as reader:
        first, second, third = reader.read(path)

    assert first.article is not None
    assert (first.article.title, first.article.outlet) == ("Owl moves in", "The Belfry Gazette")
    assert (first.article.author, first.article.published, first.article.url) == (
        "Nell Harker, The Owl Desk",
        "2026-03-05",
        "https://gazette.example/owl",
    )
    assert OWL in first.article.text
    assert second.problem == f"{path}, “Mills” has no file with a text, and no address."
    assert third.listing is not None
    assert third.listing.entries == [
        FeedEntry("Mill", "https://gazette.example/owl", "Nell Harker, The Owl Desk", "2026-03-05")
    ]


def test_records_without_files_are_a_list(folder: Path) -> None:
    path = made.write(folder / "Library.json", made.CSL_JSON)

    with Reader() as reader:
        first, second = reader.read(path)

    assert first.problem.endswith("“Mills” has no file with a text, and no address.")
    assert second.listing is not None
    assert [entry.title for entry in second.listing.entries] == ["Owl moves in"]


def test_annotations_in_json_are_no_records() -> None:
    data = b'[{"id": "1", "type": "Annotation", "body": {"type": "TextualBody"}}]'

    assert guess_by_look(data).name == "text"
