from __future__ import annotations

import pytest

from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made
from tests.storage.desk import OWL

PAGE = "https://www.gazette.example/news/owl"
TIME = "2026-03-03T10:15:00Z"
COPY = f"https://web.archive.org/web/20260303101500/{PAGE}"


def page(comment: str = "", head: str = "", body: str = "", attributes: str = "") -> bytes:
    text = made.page(f"<title>{made.HEADLINE}</title>{head}").decode()
    text = text.replace("<html>", f"<html{attributes}>{comment}").replace("<body>", f"<body>{body}")
    return text.encode()


@pytest.mark.parametrize(
    ("comment", "captured"),
    [
        (f"<!-- saved from url=(0036){PAGE} -->", ""),
        (
            (
                f"<!--\n Page saved with SingleFile \n url: {PAGE} \n saved date: Tue Mar 03 2026"
                " 11:15:00 GMT+0100 (Central European Standard Time)\n-->"
            ),
            TIME,
        ),
        (f"<!--\r\n Archive processed by SingleFile\r\n url: {PAGE}\r\n-->", ""),
        (f"<!-- Saved from {PAGE} at 2026-03-03T10:15:00Z using monolith v2.8.1 -->", TIME),
        (
            (
                "<!-- Mirrored from www.gazette.example/news/owl by HTTrack Website Copier/3.x"
                " [XR&CO'2014], Tue, 03 Mar 2026 10:15:00 GMT -->"
            ),
            TIME,
        ),
    ],
    ids=["browsers", "SingleFile", "SingleFile of old", "monolith", "HTTrack"],
)
def test_programs_that_save_pages_say_where_and_when(comment: str, captured: str) -> None:
    found = read_page(page(comment))

    assert found.url.partition("://")[2] == PAGE.partition("://")[2]
    assert (found.outlet, found.captured) == ("gazette.example", captured)


def test_save_page_we_says_it_in_meta() -> None:
    head = (
        f'<meta name="savepage-url" content="{PAGE}">'
        '<meta name="savepage-date" content="Tue Mar 03 2026 11:15:00 GMT+0100 (CET)">'
    )
    found = read_page(page(head=head))

    assert (found.url, found.captured) == (PAGE, TIME)


def test_webscrapbook_says_it_in_attributes() -> None:
    told = f' data-scrapbook-source="{PAGE}" data-scrapbook-create="20260303101500123"'
    found = read_page(page(attributes=told))

    assert (found.url, found.captured) == (PAGE, TIME)


@pytest.mark.parametrize(
    "told",
    [
        ' data-scrapbook-source="javascript:alert(1)" data-scrapbook-create="99999999999999"',
        ' data-scrapbook-source="file:///home/nell/owl.html" data-scrapbook-create="soon"',
    ],
)
def test_what_is_no_address_and_no_time_is_left_out(told: str) -> None:
    found = read_page(page(attributes=told))

    assert (found.url, found.captured) == ("", "")


@pytest.mark.parametrize(
    "copy",
    [
        COPY,
        f"https://archive.ph/2026.03.03-101500/{PAGE}",
        f"https://arquivo.pt/wayback/20260303101500mp_/{PAGE}",
        f"https://own.example/coll/20260303101500/{PAGE}",
    ],
)
def test_a_copy_in_an_archive_is_of_its_page(copy: str) -> None:
    saved = page(f"<!-- saved from url=(0094){copy} -->")
    linked = page(head=f'<link rel="canonical" href="{copy}">')

    for found in (read_page(saved), read_page(linked), read_page(page(), url=copy)):
        assert (found.url, found.outlet, found.captured) == (PAGE, "gazette.example", TIME)


def test_an_archive_that_names_itself_as_the_outlet_is_none() -> None:
    head = (
        f'<link rel="canonical" href="https://archive.ph/2026.03.03-101500/{PAGE}">'
        '<meta property="og:site_name" content="archive.ph">'
        '<meta property="og:url" content="https://archive.ph/AbCdE">'
    )
    found = read_page(page(head=head), url="https://archive.ph/AbCdE")

    assert (found.url, found.outlet, found.captured) == (PAGE, "gazette.example", TIME)


def test_archive_today_has_the_address_in_its_box() -> None:
    box = (
        f'<div id=HEADER><input name=q value="{PAGE}"><a href="https://archive.ph/">home</a></div>'
    )
    found = read_page(page(body=box), url="https://archive.ph/AbCdE")

    assert found.url == PAGE


def test_a_copy_that_does_not_say_of_what_it_is_is_told() -> None:
    found = read_page(page(), url="https://archive.ph/AbCdE")

    assert found.url == ""
    assert found.notice == "is a copy in archive.today of a page unknown"


def test_the_toolbar_of_an_archive_is_not_read() -> None:
    toolbar = f"<div id=wm-ipp-base><p>{OWL} 12 captures.</p></div>"
    found = read_page(page(body=toolbar), url=COPY)

    assert "captures" not in found.text


def test_a_page_that_only_links_to_an_archive_is_no_copy() -> None:
    found = read_page(page(body=f'<a href="{COPY}">archived</a>'), url=PAGE)

    assert (found.url, found.captured) == (PAGE, "")
