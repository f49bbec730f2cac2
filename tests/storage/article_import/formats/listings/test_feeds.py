from __future__ import annotations

import pytest

from storage.article_import.formats.listings.feeds import read_feed, read_outlines
from storage.article_import.parsed import FeedEntry
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import OWL


def test_an_rss_feed_lists_its_entries() -> None:
    listing = read_feed(
        made.rss(
            made.item("Owl &amp; mill", "https://gazette.example/owl"),
            made.item("No date", "https://gazette.example/mill", date="soon"),
        )
    )

    assert (listing.title, listing.of_feeds) == ("The Belfry Gazette", False)
    assert listing.entries == [
        FeedEntry("Owl & mill", "https://gazette.example/owl", published="2026-03-05T09:30:00Z"),
        FeedEntry("No date", "https://gazette.example/mill"),
    ]


def test_an_atom_feed_tells_authors_and_its_links_are_relative_to_it() -> None:
    (entry,) = read_feed(made.ATOM, "https://gazette.example/feeds/all").entries

    assert entry == FeedEntry(
        "Owl & mill", "https://gazette.example/owl", "Nell Harker", "2026-03-05T09:30:00Z"
    )


def test_the_whole_text_is_kept_where_the_feed_carries_it() -> None:
    link = "https://gazette.example/owl"
    whole = f"<content:encoded><![CDATA[<p>{OWL}</p>]]></content:encoded>"
    long = f"<description>{'owl ' * 200}</description>"
    short = "<description>An owl.</description>"

    entries = read_feed(made.rss(*(made.item("Owl", link, more=x) for x in (whole, long, short))))

    contents = [entry.content for entry in entries.entries]
    assert OWL in contents[0]
    assert contents[1].count("owl") == 200
    assert contents[2] == ""


def test_entities_of_the_feeds_own_are_not_resolved() -> None:
    listing = read_feed(made.BOMB)

    assert [entry.link for entry in listing.entries] == ["https://gazette.example/owl"]
    assert "root:" not in listing.entries[0].title
    assert len(listing.title) < 1000


@pytest.mark.parametrize(
    "data",
    [b"<html><p>An owl", b"", b"\0\0", OWL.encode()],
    ids=["page", "nothing", "zeros", "text"],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="is not a feed"):
        read_feed(data)


def test_a_list_of_feeds_may_be_nested() -> None:
    listing = read_outlines(made.OPML)

    assert (listing.title, listing.of_feeds) == ("My papers", True)
    assert listing.entries == [
        FeedEntry("Gazette", "https://gazette.example/feed"),
        FeedEntry("Herald", "https://herald.example/rss"),
    ]


@pytest.mark.parametrize(
    "data",
    [b"<opml><body/></opml>", b"", made.BOMB, b"<opml"],
    ids=["empty", "nothing", "entities in entities", "cut off"],
)
def test_a_list_without_feeds_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="lists no feeds"):
        read_outlines(data)


def test_a_text_too_long_for_a_feed_is_left_out_not_cut() -> None:
    texts = [f"<p>{OWL}</p>", "owl " * 125_000, f"{'owl ' * 125_000}."]
    items = [
        made.item("Owl", "x", more=f"<content:encoded><![CDATA[{text}]]></content:encoded>")
        for text in texts
    ]

    entries = read_feed(made.rss(*items)).entries

    assert [len(entry.content) > 0 for entry in entries] == [True, True, False]
