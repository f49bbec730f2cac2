from __future__ import annotations

import json

import pytest

from storage.article_import.formats.page_metadata.html_outlet import clean_outlet
from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("BELFRY Sp. z o.o. S.K.A", "Belfry"),
        ("The Belfry Company, Inc.", "The Belfry Company"),
        ("Belfry Gazette GmbH & Co. KG", "Belfry Gazette"),
        ("Belfry Gazette GmbH", "Belfry Gazette"),
        ("Belfry News & Media Limited", "Belfry News & Media"),
        ("Belfry Media Co., Ltd.", "Belfry Media"),
        ("Il Campanile S.p.A.", "Il Campanile"),
        ("El Campanario, S.L.", "El Campanario"),
        ("Le Clocher SAS", "Le Clocher"),
        ("De Klokkentoren B.V.", "De Klokkentoren"),
        ("Klocktornet AB", "Klocktornet"),
        ("ZVON s.r.o.", "ZVON"),
        ("Колокольня ООО", "Колокольня"),
        ("© 2026 The Belfry Gazette", "The Belfry Gazette"),
        ("(c) 2010-2016 The Belfry Gazette", "The Belfry Gazette"),
        ("BBC", "BBC"),
        ("BELFRY TODAY", "BELFRY TODAY"),
        ("Diario AS", "Diario AS"),
        ("Inc.", "Inc."),
        ("", ""),
    ],
)
def test_the_form_of_a_company_is_no_part_of_its_name(name: str, outlet: str) -> None:
    assert clean_outlet(name) == outlet


def find(head: str, url: str = "https://www.gazette.example/owl") -> str:
    return read_page(made.page(f"<title>{made.HEADLINE}</title>{head}"), url=url).outlet


def jsonld(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Belfry Gazette">',
        jsonld({"@type": "NewsArticle", "headline": made.HEADLINE, "publisher": "Belfry Gazette"}),
        jsonld(
            {
                "@type": "NewsArticle",
                "headline": made.HEADLINE,
                "publisher": [{"@type": "Organization", "name": "Belfry Gazette GmbH"}],
            }
        ),
        jsonld({"@type": "WebSite", "name": "Belfry Gazette"}),
        '<meta name="application-name" content="Belfry Gazette">',
        '<meta name="publisher" content="Belfry Gazette, Inc.">',
        '<meta name="copyright" content="© 2026 Belfry Gazette">',
    ],
)
def test_a_page_names_its_outlet(head: str) -> None:
    assert find(head) == "Belfry Gazette"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="gazette.example">',
        '<meta property="article:publisher" content="https://social.example/gazette">',
        f'<meta property="og:site_name" content="{made.HEADLINE}">',
        jsonld({"@type": "NewsArticle", "headline": "A mill burns", "publisher": "Mill Herald"}),
        "",
    ],
)
def test_else_it_is_the_host(head: str) -> None:
    assert find(head) == "gazette.example"
