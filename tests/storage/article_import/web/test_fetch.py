from __future__ import annotations

import socket
import threading

import pytest

from storage.article_import.web.fetch import fetch
from storage.errors import ReadError
from tests.storage.article_import.serving import (
    PAGE,
    Handler,
    Site,
    answering,
    as_public,
    redirecting,
    respond,
    serving,
)
from tests.storage.article_import.web.fetching import fetched, why_not


def test_a_page_is_fetched_by_one_request(site: Site) -> None:
    came = fetched(site.put("/owl?a=1", PAGE) + "#top")

    assert (came.data, came.url) == (PAGE, f"{site.address}/owl?a=1")
    assert (came.content_type, came.charset) == ("text/html; charset=utf-8", "utf-8")
    assert site.asked == ["/owl?a=1"]


def test_nothing_is_told_of_the_reader(site: Site) -> None:
    fetched(site.put("/owl", PAGE))

    assert {"cookie", "referer", "authorization"}.isdisjoint(map(str.lower, site.heads[0]))


def test_the_environment_names_no_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert fetched(site.put("/owl", PAGE)).data == PAGE


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_they_are_followed(self, site: Site, status: int) -> None:
        site.put("/moved/owl", PAGE)

        came = fetched(site.put("/owl", redirecting("moved/owl", status)))

        assert (came.data, came.url) == (PAGE, f"{site.address}/moved/owl")

    def test_ten_are_followed_and_eleven_are_not(self, site: Site) -> None:
        for number in range(11):
            site.put(f"/{number}", redirecting(f"/{number + 1}"))
        site.put("/11", PAGE)

        assert fetched(f"{site.address}/1").data == PAGE
        assert "redirects without end" in why_not(f"{site.address}/0")

    @pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/owl", "data:,owl"])
    def test_one_to_another_scheme_is_refused(self, site: Site, place: str) -> None:
        assert "use http or https" in why_not(site.put("/owl", redirecting(place)))

    def test_a_password_in_one_is_not_used(self, site: Site) -> None:
        site.put("/owl", PAGE)
        place = site.address.replace("://", "://nell:s3cret@") + "/owl"

        came = fetched(site.put("/", redirecting(place)))

        assert came.url == f"{site.address}/owl"
        assert "Authorization" not in site.heads[1]

    def test_one_to_a_private_address_is_refused(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        port = int(site.address.rpartition(":")[2])
        as_public(monkeypatch, "127.0.0.1")
        site.put("/", redirecting(f"http://[::1]:{port}/owl"))

        with pytest.raises(ReadError, match="private network"):
            fetch(f"{site.address}/")

    def test_a_place_in_utf_8_is_understood(self, site: Site) -> None:
        site.put("/%E2%80%93owl", PAGE)
        place = "/–owl".encode().decode("latin-1")

        assert fetched(site.put("/", redirecting(place))).data == PAGE

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2", "[::1]"])
    def test_what_is_allowed_is_the_site_that_was_typed_alone(self, site: Site, host: str) -> None:
        with serving() as other:
            port = other.address.rpartition(":")[2]
            place = f"http://{host}:{port}/owl"

            why = why_not(site.put("/", redirecting(place)))

            assert why == (
                f"{site.address}/ redirects to {place}, which is on a private network;"
                " name that address itself with `copydesk add --allow-local`."
            )
            assert other.asked == []

    def test_a_public_page_that_leads_to_a_private_one_names_that_one(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        as_public(monkeypatch, "127.0.0.1")
        site.put("/", redirecting("http://10.0.0.1/admin"))

        with pytest.raises(ReadError) as refused:
            fetch(f"{site.address}/")
        assert str(refused.value).startswith(
            f"{site.address}/ redirects to http://10.0.0.1/admin, "
        )
        assert "`copydesk add --allow-local`" in str(refused.value)

    def test_the_address_that_failed_is_told(self, site: Site) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))  # not listening
            place = f"http://127.0.0.1:{taken.getsockname()[1]}/"
            with pytest.MonkeyPatch.context() as patch:
                as_public(patch, "127.0.0.1")
                why = why_not(site.put("/owl", redirecting(place)))

        assert why == f"{site.address}/owl redirects to {place}, which refuses the connection."


class TestFailures:
    @pytest.mark.parametrize(
        ("status", "sentence"),
        [
            *((404, "was not found"), (403, "closed to Copydesk"), (500, "the site has an error")),
            *((503, "the site has an error (503)"), (429, "too many requests"), (418, "418")),
            *((401, "password"), (304, "304"), (302, "302"), (201, "201"), (202, "202")),
            *((206, "sent only part of the page (206)"), (226, "226")),
        ],
    )
    def test_a_status_that_is_no_success(self, site: Site, status: int, sentence: str) -> None:
        assert sentence in why_not(site.put("/owl", answering(b"No.", status=status)))

    def test_no_such_host(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fails(*_: object, **__: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", fails)

        assert why_not("https://gazette.example/owl") == (
            "Cannot find the site gazette.example; check the address and your connection."
        )

    def test_refused(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))  # not listening
            assert "refuses the connection" in why_not(f"http://127.0.0.1:{taken.getsockname()[1]}")

    @pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "x\x1b[2J"])
    def test_a_kind_that_is_not_read(self, site: Site, kind: str) -> None:
        why = why_not(site.put("/owl", answering(b"x", kind)))

        assert "not text" in why
        assert "\x1b" not in why

    def test_nothing_at_all(self, site: Site) -> None:
        assert "is empty" in why_not(site.put("/owl", b" \n"))

    def test_one_that_breaks_off(self, site: Site) -> None:
        cut = answering(PAGE, Content_Length=str(len(PAGE) + 100))

        assert "broke off" in why_not(site.put("/owl", cut))

    def test_what_is_no_http(self, site: Site) -> None:
        def answer(handler: Handler) -> None:
            handler.wfile.write(b"An owl!\r\n")
            handler.close_connection = True

        assert "broke off" in why_not(site.put("/owl", answer))

    def test_a_certificate_that_does_not_hold(self, site: Site) -> None:
        address = site.address.replace("http:", "https:")  # no TLS there at all

        assert "certificate" in why_not(f"{address}/owl")


def wait(site: Site) -> None:
    site.over.wait()


class TestTime:
    """Each server here would take for ever; that the test ends at all is what it shows."""

    def test_a_server_that_says_nothing(self, site: Site) -> None:
        address = site.put("/owl", lambda _: wait(site))

        assert why_not(address, seconds=0.3).endswith("/owl did not answer within 0 seconds.")

    def test_headers_that_come_bit_by_bit(self, site: Site) -> None:
        def drip(handler: Handler) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            while not site.over.wait(0.01):
                handler.wfile.write(b"o")

        assert "did not answer" in why_not(site.put("/owl", drip), seconds=0.3)

    def test_a_body_that_comes_bit_by_bit(self, site: Site) -> None:
        def drip(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            while not site.over.wait(0.01):
                handler.wfile.write(b"o")

        assert "did not answer" in why_not(site.put("/owl", drip), seconds=0.3)

    def test_a_name_that_is_looked_up_for_ever(self, monkeypatch: pytest.MonkeyPatch) -> None:
        over = threading.Event()

        def slow(*_: object, **__: object) -> None:
            over.wait()
            raise OSError

        monkeypatch.setattr(socket, "getaddrinfo", slow)
        try:
            assert "did not answer" in why_not("http://gazette.example/", seconds=0.1)
        finally:
            over.set()

    def test_the_time_is_one_for_all_redirects(self, site: Site) -> None:
        def slow(handler: Handler) -> None:
            site.over.wait(0.2)
            respond(handler, b"", "", 302, Location="/owl")

        assert "did not answer" in why_not(site.put("/owl", slow), seconds=0.5)


def test_a_password_is_never_told(site: Site) -> None:
    address = site.address.replace("://", "://nell:s3cret@")

    why = why_not(f"{address}/owl")

    assert "s3cret" not in why
    assert site.asked == []
