from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.article_import.web.polite_fetch import HostPace
from storage.feed_watch import Arrival, FeedWatch
from storage.library import Library
from tests.storage.article_import.feeding import make_feed, make_page
from tests.storage.article_import.serving import Handler, Site, redirecting, respond, serving
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, add

pytestmark = pytest.mark.usefixtures("shared_process")

RSS = "application/rss+xml"


class News:
    """A site with a feed."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.links: list[str] = []
        self.feed = site.put("/feed", self._answer)

    def put(self, path: str, text: str) -> str:
        """Publish an article."""
        link = self.site.put(path, make_page(path.strip("/").title(), text))
        self.links.insert(0, link)
        return link

    def _answer(self, handler: Handler) -> None:
        tag = f'"{len(self.links)}"'
        if handler.headers["If-None-Match"] == tag:
            respond(handler, b"", status=304)
        else:
            respond(handler, make_feed(self.links), RSS, ETag=tag)


@pytest.fixture
def news() -> Iterator[News]:
    with serving() as site:
        yield News(site)


@pytest.fixture
def watch(news: News) -> Iterator[FeedWatch]:
    pace = HostPace(sleep=lambda _seconds: None)
    watch = FeedWatch([news.feed], 0.25, allow_local=True, pace=pace)
    yield watch
    watch.close()


def look(watch: FeedWatch, library: Library) -> list[Arrival]:
    return list(watch.look(library))


def titles(arrivals: list[Arrival]) -> list[str]:
    return [one.article.title for one in arrivals if one.article is not None]


def test_new_entries_come_into_the_library_once(
    library: Library, news: News, watch: FeedWatch
) -> None:
    news.put("/owl", OWL)
    assert titles(look(watch, library)) == ["Owl"]
    assert look(watch, library) == []
    news.put("/mill", MILL)
    assert titles(look(watch, library)) == ["Mill"]
    assert {one.title for one in library.articles.list_all()} == {"Owl", "Mill"}
    assert news.site.asked.count("/owl") == 1


def test_a_feed_that_has_not_changed_is_not_read(
    library: Library, news: News, watch: FeedWatch
) -> None:
    news.put("/owl", OWL)
    look(watch, library)
    look(watch, library)

    assert news.site.heads[-1]["If-None-Match"] == '"1"'


def test_what_is_in_the_library_or_was_is_not_asked_for(
    library: Library, news: News, watch: FeedWatch
) -> None:
    add(library, OWL, url=news.put("/owl", OWL))
    thrown_away = add(library, MILL, url=news.put("/mill", MILL))
    library.articles.delete(thrown_away.id)

    assert look(watch, library) == []
    assert "/owl" not in news.site.asked
    assert "/mill" not in news.site.asked


def test_an_entry_that_leads_to_what_is_there_is_nothing_new(
    library: Library, news: News, watch: FeedWatch
) -> None:
    link = news.put("/owl", OWL)
    look(watch, library)
    news.links.insert(0, news.site.put("/short", redirecting(link)))

    assert look(watch, library) == []
    assert len(library.articles.list_all()) == 1


def test_what_it_carries_of_the_library_is_told(
    library: Library, news: News, watch: FeedWatch
) -> None:
    url = "https://gazette.example/parade"
    add(library, f"{PARADE} {OWL}", "Older", url=url)
    half = add(library, f"{PARADE} {MILL}", "Half", url=url)
    whole = add(library, PARADE, "Whole")
    add(library, f"{PARADE} {MILL} {BRIDGE} {HONEY} {VAN}", "Little")
    news.put("/news", f"{PARADE} Nobody else was seen on that day, said the clerk of the town.")

    (arrival,) = look(watch, library)

    assert [one.article.id for one in arrival.carried] == [whole.id, half.id]
    assert arrival.carried[0].share == 1
    assert 0.25 <= arrival.carried[1].share < 1
    assert arrival.article is not None
    kept = [(one.article, one.carried) for one in library.newcomers.list_all()]
    assert kept == [(arrival.article.id, one.article.id) for one in arrival.carried]


def test_an_entry_that_cannot_be_read_is_told_once(
    library: Library, news: News, watch: FeedWatch
) -> None:
    news.links.append(f"{news.site.address}/gone")
    (arrival,) = look(watch, library)
    assert arrival.article is None
    assert "/gone" in arrival.problem
    news.put("/owl", OWL)
    assert titles(look(watch, library)) == ["Owl"]


def test_what_is_no_feed_is_told(library: Library, news: News) -> None:
    address = news.site.put("/page", make_page("Owl", OWL))
    pace = HostPace(sleep=lambda _seconds: None)
    watch = FeedWatch([address, f"{news.site.address}/none"], 0.2, allow_local=True, pace=pace)

    first, second = look(watch, library)
    watch.close()

    assert first.problem == f"{address} is not a feed."
    assert "/none" in second.problem
    assert library.articles.list_all() == []
