from __future__ import annotations

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.listings.sitemaps import SITEMAP, read_sitemap
from storage.article_import.parsed import FeedEntry
from storage.errors import ReadError
from tests.storage.article_import import made


def test_a_sitemap_for_news_lists_articles() -> None:
    listing = read_sitemap(made.NEWS_SITEMAP)

    assert guess_by_look(made.NEWS_SITEMAP) is SITEMAP
    assert (listing.title, listing.of_feeds) == ("The Belfry Gazette", False)
    assert listing.entries == [
        FeedEntry("Owl & mill", "https://gazette.example/owl", published="2026-03-05T09:30:00Z"),
        FeedEntry(
            "https://gazette.example/mill", "https://gazette.example/mill", published="2026-03-06"
        ),
    ]


def test_an_index_lists_sitemaps() -> None:
    index = (
        b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
        b"<loc> https://gazette.example/news.xml </loc></sitemap></sitemapindex>"
    )

    listing = read_sitemap(index)

    assert guess_by_look(index) is SITEMAP
    assert listing.of_feeds
    assert [entry.link for entry in listing.entries] == ["https://gazette.example/news.xml"]


@pytest.mark.parametrize("data", [b"<urlset></urlset>", b"<urlset><url/></urlset>", b"", b"<rss/>"])
def test_one_that_lists_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="lists no pages"):
        read_sitemap(data)
