from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest

from tests.storage.article_import.serving import (
    PAGE,
    Handler,
    Site,
    answering,
)
from tests.storage.article_import.web.fetching import fetched, why_not


def deflate(data: bytes) -> bytes:
    """Pack without a header, as some servers do."""
    return zlib.compress(data)[2:-4]


class TestParts:
    """What did not come whole is not an article."""

    def test_a_copy_that_a_proxy_made_is_whole(self, site: Site) -> None:
        assert fetched(site.put("/owl", answering(PAGE, status=203))).data == PAGE

    @pytest.mark.parametrize("status", [204, 205])
    def test_nothing_to_come(self, site: Site, status: int) -> None:
        why = why_not(site.put("/owl", answering(b"", status=status)))

        assert why == f"{site.address}/owl is empty ({status})."

    @pytest.mark.parametrize(
        "stated",
        [
            "bytes 0-99/1000",
            "bytes 100-199/200",
            "bytes 0-99/*",
            "bytes */200",
            "owl",
            "chapters 1",
        ],
    )
    @pytest.mark.parametrize("status", [200, 206])
    def test_a_range_of_it_is_refused(self, site: Site, status: int, stated: str) -> None:
        part = answering(PAGE[:100], status=status, Content_Range=stated)

        assert "sent only part of the page" in why_not(site.put("/owl", part))

    def test_a_range_that_is_all_of_it_is_the_whole(self, site: Site) -> None:
        stated = f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}"

        assert fetched(site.put("/owl", answering(PAGE, Content_Range=stated))).data == PAGE

    @pytest.mark.parametrize("missing", [1, 4, 8, 12, 100])
    @pytest.mark.parametrize(
        ("pack", "name"),
        [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (deflate, "deflate")],
    )
    def test_a_packing_that_is_cut_off(
        self, site: Site, pack: Callable[[bytes], bytes], name: str, missing: int
    ) -> None:
        cut = answering(pack(PAGE)[:-missing], Content_Encoding=name)

        assert "broke off" in why_not(site.put("/owl", cut))

    def test_a_packing_in_a_packing_that_is_cut_off(self, site: Site) -> None:
        cut = gzip.compress(gzip.compress(PAGE)[:-20])
        address = site.put("/owl", answering(cut, Content_Encoding="gzip, gzip"))

        assert "broke off" in why_not(address)

    @pytest.mark.parametrize("sent", [b"5\r\nAn ow\r\n", b"5\r\nAn ow", b"ff\r\nAn owl", b""])
    def test_chunks_that_break_off(self, site: Site, sent: bytes) -> None:
        def answer(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            handler.wfile.write(sent)
            handler.close_connection = True

        assert "broke off" in why_not(site.put("/owl", answer))

    def test_chunks_that_are_packed_are_refused(self, site: Site) -> None:
        packed = answering(gzip.compress(PAGE), Transfer_Encoding="gzip, chunked")

        assert "did not ask for" in why_not(site.put("/owl", packed))

    def test_an_empty_page_that_is_said_to_be_packed_is_empty(self, site: Site) -> None:
        assert "is empty" in why_not(site.put("/owl", answering(b"", Content_Encoding="gzip")))


class TestSize:
    @pytest.mark.parametrize("size", ["5000", "9" * 30])
    def test_one_that_says_it_is_too_large_is_not_read(self, site: Site, size: str) -> None:
        address = site.put("/owl", answering(b"x", Content_Length=size))

        assert "larger than" in why_not(address, most=4999)

    def test_one_that_has_no_end_is_left(self, site: Site) -> None:
        def endless(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            while not site.over.is_set():
                handler.wfile.write(b"owl " * 10_000)

        assert "is larger than 1 MB." in why_not(site.put("/owl", endless), most=2**20)

    @pytest.mark.parametrize(
        ("pack", "name"),
        [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (deflate, "deflate")],
    )
    def test_packed_bodies_are_unpacked(
        self, site: Site, pack: Callable[[bytes], bytes], name: str
    ) -> None:
        came = fetched(site.put("/owl", answering(pack(PAGE), Content_Encoding=name)))

        assert came.data == PAGE

    @pytest.mark.parametrize("layers", [1, 2])
    def test_the_limit_holds_for_what_is_unpacked(self, site: Site, layers: int) -> None:
        body = bytes(50 * 2**20)
        for _ in range(layers):
            body = gzip.compress(body, 6)
        assert len(body) < 100_000
        bomb = answering(body, Content_Encoding=", ".join(["gzip"] * layers))

        assert "larger than 1 MB" in why_not(site.put("/owl", bomb), most=2**20)

    def test_a_damaged_packing_is_told(self, site: Site) -> None:
        address = site.put("/owl", answering(b"no gzip at all", Content_Encoding="gzip"))

        assert "cannot be unpacked" in why_not(address)

    def test_a_packing_that_was_not_asked_for_is_refused(self, site: Site) -> None:
        assert "did not ask for" in why_not(
            site.put("/owl", answering(b"x", Content_Encoding="owl"))
        )
