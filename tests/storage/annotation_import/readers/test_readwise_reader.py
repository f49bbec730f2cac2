"""The table that Readwise exports."""

from __future__ import annotations

import csv
import io

import pytest

from storage.annotation_import.import_annotations import ImportResult, import_annotations
from storage.errors import ExchangeError
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.readers.test_kindle_reader import clip, clipping
from tests.storage.annotation_import.written_elsewhere import PAGE, words_at
from tests.storage.desk import MILL, OWL, add

COLUMNS = (
    *("Highlight", "Book Title", "Book Author", "Amazon Book ID", "Note", "Color", "Tags"),
    *("Location Type", "Location", "Highlighted at", "Document tags"),
)


def table(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def highlight(words: str = "barn owl", **cells: str) -> dict[str, str]:
    return {
        "Highlight": words,
        "Book Title": "Owl moves in",
        "Highlighted at": "2026-03-03 21:12:13+01:00",
    } | cells


def take(library: Library, *rows: dict[str, str]) -> ImportResult:
    return import_annotations(library, table(*rows), "readwise-data.csv")


def test_highlights_come_with_note_tags_and_time(library: Library, article: Article) -> None:
    result = take(
        library,
        highlight(Note='Is it?\nReally, "it"?', Tags="claim, to check"),
        highlight(f"{OWL}\n{MILL}"),
    )

    assert (result.left_out, result.states) == ([], {"exact": 2})
    first, second = library.annotations.find_on([article.id])
    assert (first.note, first.tags) == ('Is it?\nReally, "it"?', ("claim", "to check"))
    assert first.created == "2026-03-03T20:12:13.000Z"
    assert words_at(library, article) == ["barn owl", f"{OWL}\n\n{MILL}"]
    assert second.note == ""


def test_the_same_highlight_comes_once_from_whatever_program(
    library: Library, article: Article
) -> None:
    clip(library, clipping("barn owl"))

    result = take(library, highlight(), highlight(), highlight("choir"))

    assert (len(result.added), len(result.there)) == (1, 1)
    assert sorted(words_at(library, article)) == ["barn owl", "choir"]


def test_an_address_counts_for_more_than_a_title(library: Library, article: Article) -> None:
    add(library, OWL, "Owl moves in")
    columns = ("Highlight", "Title", "URL")
    rows = {"Highlight": "barn owl", "Title": "Owl moves in", "URL": PAGE}

    import_annotations(library, table(rows, columns=columns), "readwise-data.csv")

    assert words_at(library, article) == ["barn owl"]


@pytest.mark.usefixtures("article")
def test_what_cannot_be_placed_is_named_and_keeps_nothing_out(library: Library) -> None:
    lost = {"Book Title": "Swans"}

    result = take(library, highlight("the pond", **lost), highlight("", Note="?"), highlight())

    assert len(result.added) == 1
    assert result.left_out == [
        ("row 2 (“Owl moves in”)", "has no highlighted words"),
        ("row 1 (“Swans”)", "is on “Swans”, which is not in the library"),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'Highlight,Book Title\n"barn owl', "its table cannot be read on line 2"),
        (b"Title,Highlight\n" + b"x" * 1_000_001, "its table cannot be read on line 2"),
    ],
)
def test_a_faulty_table_is_told_in_a_sentence(library: Library, data: bytes, why: str) -> None:
    with pytest.raises(ExchangeError) as fault:
        import_annotations(library, data, "a.csv")

    assert str(fault.value) == f"Cannot import a.csv: {why}."
