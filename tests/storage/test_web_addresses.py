from __future__ import annotations

import pytest

from storage.web_addresses import has_web_scheme, split_address

NO_ADDRESSES = [
    *("javascript:alert(1)", "JavaScript://gazette.example/%0aalert(1)", "data:text/html,owl"),
    *("file:///etc/passwd", "ftp://gazette.example/", "vbscript:owl", "//gazette.example/owl"),
    *("gazette.example/owl", "owl", "", " ", "https:", "https://", "https:///owl", "http:owl"),
    *("https://gaz\tette.example/", "https://gazette.example/\x1b[2J", "https://a.example/\x9b31m"),
    *("https://gazette.example/\u202elwo", "https://gaz\nette.example/", "https://a.example/\x00"),
    *("https://gaz ette.example/", "https://a.example:x/", "https://a.example:0/", "http://[::1"),
    *("\x01https://gazette.example/", f"https://gazette.example/{'o' * 4000}"),
]


@pytest.mark.parametrize("written", NO_ADDRESSES)
def test_what_is_no_web_address(written: str) -> None:
    assert split_address(written) is None


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("HTTPS://Gazette.example/Owl?a=1#b", "gazette.example"),
        (" http://127.0.0.1:8000/\n", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("https://bücher.example/eule und mühle", "bücher.example"),
        ("https://nell:s3cret@gazette.example/", "gazette.example"),
    ],
)
def test_what_is_one(written: str, host: str) -> None:
    parts = split_address(written)

    assert parts is not None
    assert parts.hostname == host


def test_the_scheme_is_told_without_the_rest() -> None:
    assert has_web_scheme("HTTP://")
    assert not has_web_scheme("javascript://https://")
