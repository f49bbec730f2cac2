from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.article_import.web.polite_fetch import HostPace, PoliteFetcher
from storage.errors import ReadError
from storage.tables.page_validators import Validators
from tests.storage.article_import.serving import (
    PAGE,
    Handler,
    Site,
    answering,
    redirecting,
    respond,
    serving,
)


class Clock:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def make_pace(self) -> HostPace:
        return HostPace(lambda: self.time, self.sleep)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> PoliteFetcher:
    return PoliteFetcher(clock.make_pace())


def rules(site: Site, text: str) -> None:
    site.put("/robots.txt", answering(text.encode(), "text/plain"))


class TestPace:
    def test_a_host_is_asked_once_a_second_at_most(self, clock: Clock) -> None:
        pace = clock.make_pace()
        for _ in range(3):
            pace.wait("a.example")
        clock.time += 0.25
        pace.wait("a.example")

        assert clock.slept == [1.0, 1.0, 0.75]

    def test_hosts_do_not_wait_for_each_other(self, clock: Clock) -> None:
        pace = clock.make_pace()
        pace.wait("a.example")
        pace.wait("b.example")

        assert clock.slept == []

    def test_a_host_may_want_more(self, clock: Clock) -> None:
        pace = clock.make_pace()
        pace.wait("a.example", 5.0)
        pace.wait("a.example", 0.1)
        pace.wait("a.example")

        assert clock.slept == [5.0, 1.0]


class TestRobots:
    @pytest.mark.parametrize(
        ("text", "path", "may_be_read"),
        [
            ("User-agent: *\nDisallow: /", "/owl", False),
            ("User-agent: *\nDisallow: /private/", "/owl", True),
            ("User-agent: Copydesk\nDisallow: /owl\n\nUser-agent: *\nAllow: /", "/owl", False),
            ("User-agent: *\nDisallow: /\n\nUser-agent: copydesk\nAllow: /owl", "/owl", True),
            ("User-agent: *\nDisallow: /*?print", "/owl?print=1", False),
            ("User-agent: *\nDisallow: /news/\nAllow: /news/owl", "/news/owl", True),
            ("<html>No rules at all</html>", "/owl", True),
        ],
    )
    def test_a_site_says_what_may_be_read(
        self, site: Site, fetcher: PoliteFetcher, text: str, path: str, may_be_read: bool
    ) -> None:
        rules(site, text)
        address = site.put(path, PAGE)

        if may_be_read:
            assert fetcher.fetch(address, allow_local=True).data == PAGE
        else:
            with pytest.raises(ReadError, match=r"robots\.txt"):
                fetcher.fetch(address, allow_local=True)
            assert site.asked == ["/robots.txt"]

    @pytest.mark.parametrize(
        ("status", "may_be_read"), [(404, True), (403, True), (429, False), (503, False)]
    )
    def test_a_site_that_cannot_say_is_left_alone(
        self, site: Site, fetcher: PoliteFetcher, status: int, may_be_read: bool
    ) -> None:
        site.put("/robots.txt", answering(b"", "text/plain", status))
        address = site.put("/owl", PAGE)

        if may_be_read:
            assert fetcher.fetch(address, allow_local=True).data == PAGE
        else:
            with pytest.raises(ReadError, match="not known"):
                fetcher.fetch(address, allow_local=True)

    def test_it_is_asked_once(self, site: Site, fetcher: PoliteFetcher) -> None:
        for path in ("/a", "/b"):
            fetcher.fetch(site.put(path, PAGE), allow_local=True)

        assert site.asked == ["/robots.txt", "/a", "/b"]

    def test_it_says_how_often(self, site: Site, fetcher: PoliteFetcher, clock: Clock) -> None:
        rules(site, "User-agent: *\nCrawl-delay: 4")
        for path in ("/a", "/b"):
            fetcher.fetch(site.put(path, PAGE), allow_local=True)

        assert clock.slept == [1.0, 4.0]

    def test_it_holds_where_a_page_leads_too(self, site: Site, fetcher: PoliteFetcher) -> None:
        rules(site, "User-agent: *\nDisallow: /private")
        address = site.put("/owl", redirecting("/private"))
        site.put("/private", PAGE)

        with pytest.raises(ReadError, match=r"robots\.txt"):
            fetcher.fetch(address, allow_local=True)
        assert site.asked == ["/robots.txt", "/owl"]


class TestConditions:
    def test_what_the_server_gave_is_told_and_sent_back(
        self, site: Site, fetcher: PoliteFetcher
    ) -> None:
        given = Validators('"a1"', "Tue, 03 Mar 2026 10:00:00 GMT")

        def answer(handler: Handler) -> None:
            if handler.headers["If-None-Match"] == given.etag:
                assert handler.headers["If-Modified-Since"] == given.last_modified
                respond(handler, b"", status=304)
            else:
                respond(handler, PAGE, ETag=given.etag, Last_Modified=given.last_modified)

        address = site.put("/owl", answer)
        assert fetcher.fetch(address, allow_local=True).data == PAGE
        assert fetcher.given == given
        assert "If-None-Match" not in site.heads[-1]

        fetcher.known = given
        with pytest.raises(ReadError, match="has not changed"):
            fetcher.fetch(address, allow_local=True)
        assert fetcher.is_unchanged

    def test_nothing_that_was_not_asked_for_is_unchanged(
        self, site: Site, fetcher: PoliteFetcher
    ) -> None:
        address = site.put("/owl", answering(b"", status=304))

        with pytest.raises(ReadError):
            fetcher.fetch(address, allow_local=True)
        assert not fetcher.is_unchanged

    def test_who_asks_says_so(self, site: Site, fetcher: PoliteFetcher) -> None:
        fetcher.fetch(site.put("/owl", PAGE), allow_local=True)

        assert all("Copydesk" in head["User-Agent"] for head in site.heads)

    def test_no_address_of_this_machine_is_asked_unasked(
        self, site: Site, fetcher: PoliteFetcher
    ) -> None:
        with pytest.raises(ReadError, match="private network"):
            fetcher.fetch(site.put("/owl", PAGE))
        assert site.asked == []
