from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from storage.article_import.file_types import find_by_ending, guess_by_look
from storage.article_import.formats.tables.row_articles import AT_ONCE, read_table
from storage.article_import.formats.tables.rows import Row, Table
from storage.article_import.formats.tables.table_formats import JSON_ARRAY, JSON_LINES
from storage.article_import.parsed import FeedEntry, LeftOut, Listing, ParsedArticle
from storage.errors import ReadError

NAMES = ("title", "date", "outlet", "url", "citekey", "text")


def table(*rows: Row, names: tuple[str, ...] = NAMES) -> Table:
    return Table(names, iter(rows))


def many(number: int) -> Iterator[Row]:
    return ({"title": f"Owl {at}", "text": f"An owl, {at}."} for at in range(number))


def test_a_small_table_comes_in_at_once() -> None:
    found = read_table(
        table(
            {
                "title": "Owl  moves\nin",
                "date": "5 March 2026",
                "outlet": "Gazette",
                "url": "https://gazette.example/owl",
                "citekey": "harker2026",
                "text": "An owl.\r\nIt stays.",
            },
            {"text": "<p>A mill &amp; a pond.</p><p>No more.</p>", "url": "C:\\owl"},
            {"title": "Empty"},
            {"date": "05/03/2026", "text": "A bridge."},
        )
    )

    assert not isinstance(found, Listing)
    assert list(found) == [
        ParsedArticle(
            "An owl.\nIt stays.",
            "Owl moves in",
            "Gazette",
            published="2026-03-05",
            url="https://gazette.example/owl",
            citation_key="harker2026",
        ),
        ParsedArticle("A mill & a pond.\n\nNo more."),
        LeftOut("row 3", "has no text"),
        ParsedArticle(
            "A bridge.",
            notice="has no date: “05/03/2026” may be 5 March 2026 (2026-03-05)"
            " or 3 May 2026 (2026-05-03)",
        ),
    ]


def test_a_long_one_is_listed_and_the_rows_that_are_wanted_are_read() -> None:
    listing = read_table(table(*many(AT_ONCE + 1)))

    assert isinstance(listing, Listing)
    assert len(listing.entries) == AT_ONCE + 1
    assert listing.entries[3] == FeedEntry("Owl 3", record="4")
    assert listing.note.startswith("Columns: text=text, title=title")
    found = read_table(table(*many(AT_ONCE + 1)), wanted=("4", "51"))
    assert not isinstance(found, Listing)
    assert [one.text for one in found if isinstance(one, ParsedArticle)] == [
        "An owl, 3.",
        "An owl, 50.",
    ]


def test_no_more_is_read_than_what_is_wanted() -> None:
    rows = Table(NAMES, ({"text": f"An owl, {at}."} for at in count()))

    found = read_table(rows, wanted=("2",))

    assert not isinstance(found, Listing)
    assert len(list(found)) == 1


def test_a_table_of_addresses_is_a_listing_of_what_can_be_fetched() -> None:
    row = {"title": "Owl", "url": "https://gazette.example/owl", "date": "2026-03-05"}

    listing = read_table(table(row, names=("title", "date", "url")))

    assert isinstance(listing, Listing)
    assert listing.entries == [
        FeedEntry("Owl", "https://gazette.example/owl", published="2026-03-05")
    ]


def test_a_table_with_neither_is_refused_and_its_columns_are_named() -> None:
    with pytest.raises(ReadError, match="only id, owl; name it with --columns text=NAME"):
        read_table(table({"id": "1"}, names=("id", "owl")))


def test_more_rows_than_can_be_listed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "storage.article_import.formats.tables.row_articles.MOST_RECORDS"
    monkeypatch.setattr(module, AT_ONCE + 3)

    assert isinstance(read_table(table(*many(AT_ONCE + 3))), Listing)
    with pytest.raises(ReadError, match="has more than 53 rows; split it"):
        read_table(table(*many(AT_ONCE + 4)))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"title": "Owl", "text": "An owl."}\n{"title": "Mill"}', "json_lines"),
        (b'[{"headline": "Owl", "body": "An owl."}]', "json"),
        (b'{"status": "ok", "articles": [{"title": "Owl", "content": "An owl."}]}', "json"),
        (b'[{"id": "a", "text": "note", "target": [], "document": {"title": ["Owl"]}}]', "text"),
        (b'{"@context": "http://www.w3.org/ns/anno.jsonld", "title": "x", "body": []}', "text"),
        (b'{"title": "Owl"}', "text"),
        (b'"title","text"\nOwl,An owl.', "csv"),
        (b"title\ttext\nOwl\tAn owl.", "tsv"),
        (b"Title, text, an owl\nThe owl.", "csv"),
        (b"The title, the text and the author have to be told.\n", "text"),
        (b"Text\n\nAn owl.", "text"),
    ],
)
def test_articles_in_json_are_known_by_their_look(data: bytes, name: str) -> None:
    assert guess_by_look(data).name == name


def test_endings_lead_to_tables() -> None:
    names = {ending: find_by_ending(f"owls{ending}") for ending in (".csv", ".tab", ".XLSX")}

    assert [one.name if one else "" for one in names.values()] == ["csv", "tsv", "xlsx"]
    assert find_by_ending("owls.ndjson") is JSON_LINES
    assert find_by_ending("owls.json") is None
    assert JSON_ARRAY.endings == ()
