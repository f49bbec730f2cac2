from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.web.archives import name_archive, parse_copy
from storage.web_addresses import has_web_scheme

PAGE = "https://www.gazette.example/news/owl"
TIME = "2026-03-03T10:15:00Z"
WAYBACK = "the Wayback Machine"


@pytest.mark.parametrize(
    ("address", "page", "captured", "archive"),
    [
        (f"https://web.archive.org/web/20260303101500/{PAGE}", PAGE, TIME, WAYBACK),
        (f"http://web.archive.org/web/20260303101500id_/{PAGE}?a=1", f"{PAGE}?a=1", TIME, WAYBACK),
        (f"https://web.archive.org/web/20260303/{PAGE}", PAGE, "2026-03-03", WAYBACK),
        (f"https://web.archive.org/web/2026/{PAGE}", PAGE, "", WAYBACK),
        (
            "https://web.archive.org/web/2026/https:/gazette.example/a",
            "https://gazette.example/a",
            "",
            WAYBACK,
        ),
        (
            "https://web.archive.org/web/2026/www.gazette.example/a",
            "http://www.gazette.example/a",
            "",
            WAYBACK,
        ),
        (f"https://web.archive.org/web/99999999999999/{PAGE}", PAGE, "", WAYBACK),
        (f"https://archive.ph/2026.03.03-101500/{PAGE}", PAGE, TIME, "archive.today"),
        (f"https://archive.is/20260303101500/{PAGE}", PAGE, TIME, "archive.today"),
        (f"https://archive.today/newest/{PAGE}", PAGE, "", "archive.today"),
        (f"https://archive.li/o/AbCdE/{PAGE}", PAGE, "", "archive.today"),
        ("https://archive.ph/AbCdE", "", "", "archive.today"),
        (f"https://arquivo.pt/wayback/20260303101500/{PAGE}", PAGE, TIME, "Arquivo.pt"),
        (f"https://wayback.archive-it.org/123/20260303101500/{PAGE}", PAGE, TIME, "Archive-It"),
        (f"https://own.example/coll/20260303101500mp_/{PAGE}", PAGE, TIME, ""),
    ],
)
def test_a_copy_says_of_what_and_of_when_it_is(
    address: str, page: str, captured: str, archive: str
) -> None:
    assert parse_copy(address) == (page, captured, archive)


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        "https://gazette.example/2026/03/03/owl",
        f"https://gazette.example/20260303/{PAGE}",
        f"https://gazette.example/login?next={PAGE}",
        "https://blog.archive.org/2026/03/03/owls",
        "https://archive.ph/",
        "https://notarchive.ph/AbCdE",
        "file:///web/20260303101500/https://gazette.example/",
        "https://[",
        "",
    ],
)
def test_other_addresses_are_no_copies(address: str) -> None:
    assert parse_copy(address) is None


def test_archives_are_known_by_their_hosts() -> None:
    assert name_archive("web.archive.org") == WAYBACK
    assert name_archive("Archive.PH") == "archive.today"
    assert name_archive("gazette.example") == ""


@given(st.text() | st.text().map("https://web.archive.org/web/{}".format))
def test_whatever_is_given_has_an_address_of_the_web_or_none(address: str) -> None:
    copy = parse_copy(address)

    assert copy is None or not copy.address or has_web_scheme(copy.address)
