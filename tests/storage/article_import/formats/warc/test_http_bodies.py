from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.limitreader import LimitReader
from warcio.statusandheaders import StatusAndHeaders

from storage.article_import.formats.warc.http_bodies import UnknownPackingError, read_body
from tests.storage.desk import quickly

PACKINGS = {
    "": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
}


def read(data: bytes, packing: str = "", *, is_chunked: bool = False, most: int = 10**6) -> bytes:
    headers = [("Content-Encoding", packing)] if packing else []
    if is_chunked:
        headers.append(("Transfer-Encoding", "Chunked"))
    content = LimitReader(io.BytesIO(data), len(data))
    return read_body(content, StatusAndHeaders("200 OK", headers), most)


def chunk(data: bytes, size: int) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(f"{len(one):x}\r\n".encode() + one + b"\r\n" for one in [*pieces, b""])


@quickly
@given(
    st.binary(max_size=200),
    st.lists(st.sampled_from(list(PACKINGS)), max_size=3),
    st.integers(1, 40),
)
def test_what_was_packed_comes_back(data: bytes, packings: list[str], size: int) -> None:
    packed = data
    for packing in packings:
        packed = PACKINGS[packing](packed)

    named = ", ".join(packings)
    assert read(packed, named) == data
    assert read(chunk(packed, size), named, is_chunked=True) == data


@pytest.mark.parametrize("packing", PACKINGS)
def test_no_more_is_unpacked_than_is_wanted(packing: str) -> None:
    packed = PACKINGS[packing](b"owl " * 10**6)

    assert read(packed, packing, most=10_000) == b"owl " * 2500


@pytest.mark.parametrize("packing", PACKINGS)
def test_of_what_is_cut_off_or_damaged_the_beginning_is_read(packing: str) -> None:
    text = b"".join(b"%d owls, " % number for number in range(9000))
    packed = PACKINGS[packing](text)
    half = len(packed) // 2
    damaged = packed[:half] + b"\xff\xff\xff\xff" * 20 + packed[half:]

    for data in (packed[:half], damaged) if packing else (packed[:half],):
        found = read(data, packing)
        assert text.startswith(found[: len(text) // 4])
        assert len(found) > len(text) // 4


def test_members_of_one_stream_follow_each_other() -> None:
    packed = b"".join(gzip.compress(b"%d owls. " % number) for number in range(40))

    assert read(packed, "gzip") == b"".join(b"%d owls. " % number for number in range(40))


def test_what_is_called_packed_and_is_not_is_read_as_it_is() -> None:
    assert read(b"<p>An owl", "gzip") == b"<p>An owl"
    assert read(b"<p>An owl", is_chunked=True) == b"<p>An owl"


def test_deflate_without_its_header_is_read() -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert read(packer.compress(b"<p>An owl") + packer.flush(), "deflate") == b"<p>An owl"


def test_an_unknown_packing_is_told() -> None:
    with pytest.raises(UnknownPackingError, match="owl"):
        read(b"x", "owl")
