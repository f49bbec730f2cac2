from __future__ import annotations

import pytest

from storage.article_import.formats.pages.zipped_pages import read_zipped_pages
from storage.article_import.input_format import Document
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import OWL


def read_pages(data: bytes) -> list[ParsedArticle | LeftOut]:
    return list(read_zipped_pages(Document(data)))


def test_a_page_of_an_add_on_has_its_address_and_the_time_of_saving() -> None:
    (found,) = read_pages(made.maff(made.page()))

    assert isinstance(found, ParsedArticle)
    assert OWL in found.text
    assert (found.title, found.url) == (made.HEADLINE, "https://gazette.example/owl")
    assert found.captured == "2026-04-09T10:15:00Z"


def test_a_page_of_webscrapbook_says_where_it_stood_itself() -> None:
    said = b"<html data-scrapbook-source='https://gazette.example/owl'"
    page = made.page().replace(b"<html", said + b" data-scrapbook-create='20260409101500000'")

    (found,) = read_pages(made.htz(page))

    assert isinstance(found, ParsedArticle)
    assert (found.url, found.captured) == ("https://gazette.example/owl", "2026-04-09T10:15:00Z")


def test_each_tab_is_an_article_and_an_empty_one_left_out_by_its_address() -> None:
    parts: dict[str, bytes | str] = {
        "2/index.html": "",
        "3/index.html": made.page(),
        "4/x.html": made.page(),
    }
    parts["2/index.rdf"] = '<a xmlns:r="urn:r"><originalurl r:resource="https://a.example/x"/></a>'

    left_out, found = read_pages(made.archive(parts))

    assert left_out == LeftOut("https://a.example/x", "has no text")
    assert isinstance(found, ParsedArticle)


@pytest.mark.parametrize("parts", [{"1/2/index.html": "x"}, {"1/index.rdf": "<a/>"}, {}])
def test_without_a_page_it_is_refused(parts: dict[str, bytes | str]) -> None:
    with pytest.raises(ReadError, match="has no page in it"):
        read_pages(made.archive(parts))
