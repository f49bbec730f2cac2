from __future__ import annotations

import pytest

from storage.article_import.formats.markup.html_text import parse_html
from storage.article_import.formats.page_metadata.page_dates import check_guess, find_language
from storage.article_import.formats.pages.html import read_page
from storage.wording.written_dates import ReadDate
from tests.storage.article_import import made

FIFTH_OR_MAY = ("2026-03-05", "2026-05-03")
UNCLEAR = (
    "has no date: “05/03/2026” may be 5 March 2026 (2026-03-05) or 3 May 2026 (2026-05-03);"
    " edit it to say which"
)


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang='en-GB'><p>owl", "en-GB"),
        ("<html lang='en'><meta property='og:locale' content='en_US'><p>owl", "en_US"),
        ("<html lang='de'><p>owl", "de"),
        ("<html><meta http-equiv='Content-Language' content='fr-CH'><p>owl", "fr-CH"),
        ("<html><p>owl", ""),
    ],
)
def test_a_page_tells_its_language(markup: str, language: str) -> None:
    assert find_language(parse_html(markup).root) == language


@pytest.mark.parametrize(
    ("attributes", "stated", "published", "notice"),
    [
        ("lang='en-GB'", "05/03/2026", "2026-03-05", ""),
        ("lang='en-US'", "05/03/2026", "2026-05-03", ""),
        ("lang='fr'", "5 mars 2026", "2026-03-05", ""),
        ("lang='pl'", "5 marca 2026", "2026-03-05", ""),
        ("lang='en'", "05/03/2026", "", UNCLEAR),
        ("", "05/03/2026", "", UNCLEAR),
        ("", "25/03/2026", "2026-03-25", ""),
    ],
)
def test_the_language_of_a_page_says_what_its_date_means(
    attributes: str, stated: str, published: str, notice: str
) -> None:
    head = f"<title>Owl</title><meta name='date' content='{stated}'>"
    data = made.page(head).replace(b"<html>", f"<html {attributes}>".encode())

    found = read_page(data)

    assert (found.published, found.notice) == (published, notice)


def test_a_clear_date_counts_before_an_unclear_one() -> None:
    head = (
        "<meta name='date' content='05/03/2026'>"
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "datePublished": "2026-05-03"}</script>'
    )

    assert read_page(made.page(head)).published == "2026-05-03"


@pytest.mark.parametrize(
    ("markup", "language", "found"),
    [
        ("<time>05/03/2026</time>", "", ReadDate(readings=FIFTH_OR_MAY)),
        ("<time>5-3-2026</time>", "", ReadDate(readings=FIFTH_OR_MAY)),
        ("<time>03/05/2026</time>", "en-US", ReadDate("2026-03-05")),
        ("<time>05/03/2026</time>", "en-US", ReadDate("2026-05-03")),
        ("<time>5 March 2026</time>", "", ReadDate("2026-03-05")),
        ("<time datetime='2026-03-05'>05/03/2026</time>", "", ReadDate("2026-03-05")),
        ("https://a.example/2026/03/05/owl <p>05/03/2026", "", ReadDate("2026-03-05")),
        ("<p>105/03/2026", "", ReadDate("2026-03-05")),
    ],
)
def test_what_was_found_in_a_page_is_read_again_where_it_may_mean_two_days(
    markup: str, language: str, found: ReadDate
) -> None:
    assert check_guess("2026-03-05", markup, language) == found


def test_what_is_no_guess_is_no_date() -> None:
    assert check_guess("soon", "", "") == ReadDate()
