from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.article_import.web.urls import (
    canonicalize,
    check_address,
    hide_user,
    is_address,
    is_same_site,
)
from storage.errors import ReadError
from tests.storage.desk import quickly


@pytest.mark.parametrize(
    ("written", "known_as"),
    [
        ("https://Gazette.example/Owl#top", "https://gazette.example/Owl"),
        ("HTTPS://gazette.example:443", "https://gazette.example/"),
        ("http://gazette.example:8080/a", "http://gazette.example:8080/a"),
        ("https://gazette.example/a?utm_source=x&id=7&fbclid=y", "https://gazette.example/a?id=7"),
        ("https://gazette.example/a?mc_cid=1&GCLID=2", "https://gazette.example/a"),
        ("https://gazette.example/a?mtm_kwd=1&CMP=x&xtor=AL-1&smid=y", "https://gazette.example/a"),
        (
            "https://gazette.example/a?source=2&ref=3&cid=4",
            "https://gazette.example/a?source=2&ref=3&cid=4",
        ),
        ("https://gazette.example/a?b=%20c&d", "https://gazette.example/a?b=%20c&d"),
        ("https://gazette.example/@nell/owl", "https://gazette.example/@nell/owl"),
    ],
)
def test_an_article_is_known_by_its_address_without_what_tracks_its_readers(
    written: str, known_as: str
) -> None:
    assert canonicalize(written) == known_as


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://gazette.example/owl", "https://", "https:///owl"),
        *("https://gazette.example:x/", "http://[::1", "https://gazette.example:0/", "owl.txt"),
        f"https://gazette.example/{'o' * 5000}",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(ReadError, match=r"not a (valid )?web address"):
        check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://nell:s3cret@gazette.example/owl", "https://s3cret@gazette.example"),
        *("https://nell:s3/cret@gazette.example/", "https://nell:s3cret@gazette.example:x/"),
        *("ftp://nell:s3cret@gazette.example/", "https://nell:s3cret@@gazette.example/"),
    ],
)
def test_a_password_is_refused_and_never_told(address: str) -> None:
    with pytest.raises(ReadError) as refused:
        check_address(address)
    assert "s3" not in str(refused.value)
    assert "s3" not in hide_user(address)


def test_addresses_and_files_are_told_apart() -> None:
    assert is_address("HTTP://gazette.example")
    assert is_address("ftp://gazette.example")
    assert not is_address("owl.txt")
    assert not is_address("http:owl.txt")
    assert not is_address(r"C:\news\owl.txt")


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b?c#d", True),
        ("http://LocalHost/", "https://localhost/feed", True),
        ("http://localhost:80/", "http://localhost", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8001/", False),
        ("http://127.0.0.1/", "http://127.0.0.1:6379/", False),
        ("http://localhost/", "http://127.0.0.1/", False),
        ("http://localhost/", "http://localhost.example/", False),
        ("feed.xml", "feed.xml", False),
        ("", "", False),
    ],
)
def test_a_site_is_a_host_and_a_port(address: str, other: str, same: bool) -> None:
    assert is_same_site(address, other) is same


@quickly
@given(st.text() | st.text("ab:/?#@[]%.1 \\").map("https://{}".format))
@example("HTTP://0? #")
def test_any_text_is_an_address_or_refused(text: str) -> None:
    hide_user(text)
    try:
        known_as = canonicalize(text)
    except ReadError:
        return
    assert canonicalize(known_as) == known_as
