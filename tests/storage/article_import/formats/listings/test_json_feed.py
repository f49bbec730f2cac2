from __future__ import annotations

import json

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.listings.json_feed import JSON_FEED, read_json_feed
from storage.article_import.parsed import FeedEntry
from storage.errors import ReadError
from tests.storage.article_import import made


def test_its_items_are_listed() -> None:
    listing = read_json_feed(made.JSON_FEED, "https://gazette.example/feed.json")

    assert guess_by_look(made.JSON_FEED) is JSON_FEED
    assert listing.title == "The Belfry Gazette"
    assert listing.entries == [
        FeedEntry(
            "Owl moves in",
            "https://gazette.example/owl",
            "Nell Harker, Tom Ivory",
            "2026-03-05T09:30:00Z",
            "<p>An owl.</p>",
        ),
        FeedEntry(
            "https://herald.example/mill",
            "https://herald.example/mill",
            "Ann Fen",
            content="<p>A mill &amp; a &lt;pond&gt;.</p><p>No more.</p>",
        ),
    ]


@pytest.mark.parametrize(
    "feed",
    [
        b"",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": "2", "items": []}',
        json.dumps({"title": "owl"}).encode(),
    ],
)
def test_what_is_no_feed_is_refused(feed: bytes) -> None:
    with pytest.raises(ReadError, match="is not a feed"):
        read_json_feed(feed)


@pytest.mark.parametrize("items", [None, {}, "owl", [None, 3, {}, {"title": "owl"}, {"url": 3}]])
def test_items_that_are_none_are_passed_over(items: object) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": 3, "items": items}

    assert read_json_feed(json.dumps(feed).encode()).entries == []
