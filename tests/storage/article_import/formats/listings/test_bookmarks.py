from __future__ import annotations

import plistlib

import pytest

from storage.article_import.file_types import find_by_name, guess_by_look, refine
from storage.article_import.formats.listings.bookmarks import BOOKMARKS, read_bookmarks
from storage.article_import.parsed import FeedEntry
from storage.errors import ReadError
from tests.storage.article_import import made


def test_bookmarks_are_known_by_their_look_whatever_they_are_called() -> None:
    assert guess_by_look(made.BOOKMARKS) is BOOKMARKS
    assert refine(find_by_name("page"), made.BOOKMARKS) is BOOKMARKS
    assert refine(find_by_name("page"), made.page()).name == "page"


def test_those_of_web_pages_are_listed() -> None:
    listing = read_bookmarks(made.BOOKMARKS)

    assert (listing.title, listing.is_whole, listing.of_feeds) == ("Bookmarks", False, False)
    assert listing.entries == [
        FeedEntry("Owl & mill", "https://gazette.example/owl", published="2026-03-05"),
        FeedEntry("https://herald.example/mill", "https://herald.example/mill"),
    ]


def test_without_any_it_is_refused() -> None:
    with pytest.raises(ReadError, match="has no bookmarks of web pages"):
        read_bookmarks(b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Bookmarks</H1>")


def test_those_of_safari_and_its_reading_list_are_listed() -> None:
    page = {"URLString": "https://gazette.example/owl", "URIDictionary": {"title": "Owl"}}
    folder = {"Title": "com.apple.ReadingList", "Children": [page, {"URLString": "file:///x"}, 7]}
    data = plistlib.dumps({"WebBookmarkType": "WebBookmarkTypeList", "Children": [folder]})

    assert guess_by_look(data) is BOOKMARKS
    assert read_bookmarks(data).entries == [FeedEntry("Owl", "https://gazette.example/owl")]


def test_what_pocket_exports_is_listed() -> None:
    link = "<li><a href='https://gazette.example/owl' time_added='1772701500'>Owl</a></li>"
    data = f"<!DOCTYPE html><html><head><title>Pocket Export</title></head>{link}".encode()

    assert refine(find_by_name("page"), data) is BOOKMARKS
    assert read_bookmarks(data).entries == [
        FeedEntry("Owl", "https://gazette.example/owl", published="2026-03-05")
    ]
