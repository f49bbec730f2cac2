from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage.article_import.add_articles import import_articles
from storage.article_import.things import Given
from storage.library import Library
from tests.storage.annotation_import.readers.test_kindle_reader import clipping
from tests.storage.annotation_import.readers.test_readwise_reader import highlight, table
from tests.storage.annotation_import.written_elsewhere import row, rows
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL
from tui.add.import_job import ImportSummary, is_annotations, read_paste, split_names
from tui.add.path_completion import complete_path
from tui.base.reach import Reach


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("an owl.txt", "mill.txt", "it's.txt", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text(OWL)
    (tmp_path / "more").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("an owl.txt", ["an owl.txt"]),
        (" mill.txt ", ["mill.txt"]),
        ("'an owl.txt' mill.txt", ["an owl.txt", "mill.txt"]),
        (r"an\ owl.txt", ["an owl.txt"]),
        ("it's.txt", ["it's.txt"]),
        ("it's not there.txt", ["it's not there.txt"]),
        ("mill.txt gone.txt", ["mill.txt gone.txt"]),
        ("https://gazette.example/a b'c", ["https://gazette.example/a b'c"]),
        ("mill.txt\0", ["mill.txt\0"]),
        ("  ", []),
        ("zotero:My owls", ["zotero:My owls"]),
    ],
)
@pytest.mark.usefixtures("files")
def test_a_line_names_one_thing_or_files_in_quotes(line: str, names: list[str]) -> None:
    assert split_names(line, Reach()) == names


@pytest.mark.usefixtures("files")
class TestPasted:
    @pytest.mark.parametrize("text", ["mill.txt", "  mill.txt\n", "https://gazette.example/\r\n"])
    def test_one_line_is_written_on(self, text: str) -> None:
        assert read_paste(text, Reach()) == text.strip()

    def test_several_lines_are_an_article_as_it_stands(self) -> None:
        text = f"{OWL}\r\n\r\n{MILL}"

        assert read_paste(text, Reach()) == [Given("The pasted text", text.encode(), is_text=True)]

    def test_a_line_too_long_for_a_name_is_an_article(self) -> None:
        assert isinstance(read_paste(f"{OWL} " * 30, Reach()), list)

    def test_lines_that_are_files_or_addresses_are_names(self) -> None:
        lines = ["mill.txt", "an owl.txt", "https://gazette.example/"]

        assert read_paste("\n".join(lines), Reach()) == lines
        assert read_paste("\n".join([*lines, "gone.txt"]), Reach()) != lines

    def test_half_a_character_does_no_harm(self) -> None:
        assert read_paste("\ud800\n\ud800", Reach()) != ""


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("mi", "mill.txt"),
        ("mo", "more/"),
        ("./a", "./an owl.txt"),
        ("pic", None),
        (".hid", ".hidden.txt"),
        ("", None),
        ("nowhere/x", None),
        ("https://gaz", None),
        ("~nobody-of-that-name/x", None),
        ("mill\0", None),
    ],
)
@pytest.mark.usefixtures("files")
def test_paths_are_completed_to_what_can_be_added(written: str, path: str | None) -> None:
    assert complete_path(written, Reach()) == path


FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Gazette",
        "items": [{"id": "1", "url": "https://gazette.example/owl", "content_text": OWL}],
    }
).encode()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("notes.json", b"", True),
        ("NOTES.JSONLD", b"", True),
        ("rows.json", json.dumps(rows(row())).encode(), True),
        ("broken.json", b'{"rows": [', True),
        ("feed.json", FEED, False),
        ("item.json", made.VALID["ninjs"][0], False),
        ("My Clippings.txt", clipping("barn owl").encode(), True),
        ("Mes extraits.txt", clipping("owl " * 3000).encode("utf-8-sig"), True),
        ("readwise-data.csv", table(highlight()), True),
        ("owl.txt", OWL.encode(), False),
        ("owl.txt", b"{not JSON", False),
        ("owl.txt", b"\xff\xfe\0", False),
        ("prices.csv", b"title,price\nOwl,7\n", False),
        ("codes.csv", b"code,memo\nowl,It flies\n", True),
        ("codes.qdc", b"", True),
        ("owl.md", clipping("barn owl").encode(), True),
    ],
)
def test_files_of_annotations_are_told_from_articles(
    tmp_path: Path, name: str, data: bytes, *, expected: bool
) -> None:
    (tmp_path / name).write_bytes(data)

    assert is_annotations(str(tmp_path / name)) is expected


def test_what_is_no_file_holds_no_annotations(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()

    for name in ("folder.txt", "missing.txt", "missing.csv", "x\0.txt"):
        assert not is_annotations(str(tmp_path / name))
    assert not is_annotations("https://gazette.example/notes.json")
    assert not is_annotations(Given("The pasted text", clipping().encode(), is_text=True))


def test_what_a_page_says_of_itself_tells_newer_versions_from_older_ones(
    library: Library, tmp_path: Path
) -> None:
    summary = ImportSummary()
    for day, text in ((5, OWL), (4, MILL), (6, f"{OWL} {MILL}"), (4, MILL)):
        head = f"---\nsource: https://gazette.example/owl\nmodified: 2026-03-0{day}\n---\n\n"
        (tmp_path / "owl.md").write_text(head + text)
        for outcome in import_articles(library, [str(tmp_path / "owl.md")]):
            summary.take(outcome)

    assert summary.sentence == (
        "3 added (1 new version and 1 older version), 1 already in the library."
    )


def test_annotations_among_articles_are_told_of_as_the_app_takes_them(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "My Clippings.txt").write_text(clipping())
    summary = ImportSummary()

    for outcome in import_articles(library, [str(tmp_path / "My Clippings.txt")]):
        summary.take(outcome)

    (problem,) = summary.problems
    assert problem.endswith("holds Kindle clippings, no article; add it here by its name.")
