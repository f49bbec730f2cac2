from __future__ import annotations

import json

import pytest

from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

TEXT = "".join(f"<p>{text}</p>" for text in (OWL, MILL, PARADE, BRIDGE, HONEY))
URL = "https://gazette.example/news/owl"
OTHER = {
    "@type": "NewsArticle",
    "headline": "A mill burns",
    "url": "https://gazette.example/news/mill",
    "datePublished": "2019-01-01",
}
OWN = {"@type": "NewsArticle", "headline": made.HEADLINE, "datePublished": "2026-03-05"}


def find(head: str = "", body: str = "", after: str = "", url: str = URL) -> str:
    page = (
        f"<html><head><title>{made.HEADLINE} | Gazette</title>{head}</head><body><main><article>"
        f"<h1>{made.HEADLINE}</h1>{body}{TEXT}</article>{after}</main></body></html>"
    )
    return read_page(page.encode(), url=url).published


def jsonld(*things: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things
    )


@pytest.mark.parametrize(
    "things",
    [
        [OWN],
        [[OTHER, OWN]],
        [OTHER, OWN],
        [{"@graph": [{"@type": "WebSite"}, OTHER, OWN]}],
        [{"@type": "ItemList", "itemListElement": [{"item": OTHER}]}, OWN],
        [{"@type": "WebPage", "mainEntity": OWN, "relatedLink": [OTHER]}],
        [OWN | {"headline": "owl keeps the choir AWAKE", "hasPart": OTHER}],
        [OWN | {"headline": "Belfry", "mainEntityOfPage": {"@id": f"{URL}?a=1"}}, OTHER],
        [OWN | {"headline": "Belfry", "url": f"{URL}/"}, OTHER],
        [OWN | {"headline": f"{made.HEADLINE} — and the village", "@type": ["Report"]}],
        [{"@type": "BlogPosting", "datePublished": "2026-03-05"}],
        [{"@type": "WebPage", "url": URL, "datePublished": "2026-03-05"}, OTHER],
    ],
)
def test_of_json_ld_that_counts_which_is_of_this_article(things: list[object]) -> None:
    assert find(jsonld(*things)) == "2026-03-05"


@pytest.mark.parametrize(
    "things",
    [
        [OTHER],
        [{"@type": "ItemList", "itemListElement": [OTHER]}],
        [[OTHER, OTHER | {"headline": "Honey runs out"}]],
        [{"@type": "WebPage", "url": "https://gazette.example/", "datePublished": "2011-01-01"}],
        [OWN | {"datePublished": ["2026-03-05"]}],
    ],
)
def test_the_date_of_another_article_is_none(things: list[object]) -> None:
    assert find(jsonld(*things)) == ""


ITEM = "itemscope itemtype='https://schema.org/NewsArticle'"


@pytest.mark.parametrize(
    "body",
    [
        "<time itemprop=datePublished datetime=2026-03-05>Thursday</time>",
        "<meta itemprop=datePublished content=2026-03-05>",
        (
            f"<div {ITEM}><b itemprop=headline>{made.HEADLINE}</b>"
            "<time itemprop=datePublished datetime=2026-03-05></time></div>"
        ),
        (
            f"<div vocab=https://schema.org/ typeof=NewsArticle>"
            f"<b property=headline>{made.HEADLINE}</b>"
            "<time property=datePublished datetime=2026-03-05></time></div>"
        ),
        "<time pubdate datetime=2026-03-05></time>",
        "<p><time datetime=2026-03-05>5 March</time></p>",
        "<span itemprop=datePublished>5 March 2026</span>",
    ],
)
def test_attributes_say_it_too(body: str) -> None:
    related = (
        f"<aside><div {ITEM}><b itemprop=headline>A mill burns</b>"
        "<time itemprop=datePublished datetime=2019-01-01></time></div></aside>"
    )

    assert find(body=body) == "2026-03-05"
    assert find(body=f"{related}{body}") == "2026-03-05"


@pytest.mark.parametrize(
    "after",
    [
        (
            f"<div {ITEM}><b itemprop=headline>A mill burns</b>"
            "<time itemprop=datePublished datetime=2019-01-01></time></div>"
        ),
        "<aside><time itemprop=datePublished datetime=2019-01-01></time></aside>",
        "<div class=related><time datetime=2019-01-01>1 January 2019</time></div>",
        "<footer><p>This article was amended on 3 March 2019. The owl is a barn owl.</p></footer>",
        "<aside>Correction: as of 3 March 2019 the owl is a barn owl.</aside>",
    ],
)
def test_a_date_beside_the_article_is_not_its_own(after: str) -> None:
    assert find(after=after) == ""


def test_a_day_of_a_correction_in_the_article_is_not_that_of_publication() -> None:
    fixed = "<footer><p>This article was amended on 3 March 2019. It is a barn owl.</p></footer>"

    assert find(body=fixed) == ""


def test_the_time_of_a_change_is_not_that_of_publication() -> None:
    changed = "<time class=updated datetime=2026-03-09>Updated 9 March</time>"

    assert find(body=f"{changed}<time datetime=2026-03-05>5 March</time>") == "2026-03-05"


@pytest.mark.parametrize(
    "meta",
    [
        "property='article:published_time'",
        "name='parsely-pub-date'",
        "name='DC.date.issued'",
        "name='citation_publication_date'",
        "itemprop='datePublished'",
        "name='sailthru.date'",
        "name='pubdate'",
    ],
)
def test_meta_says_it(meta: str) -> None:
    assert find(f"<meta {meta} content='2026-03-05'>") == "2026-03-05"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("pl", "Opublikowano: 5 marca 2026, 08:30"),
        ("pt", "Publicado em 5 de março de 2026 às 08h30"),
        ("ru", "5 марта 2026 в 08:30"),
        ("ja", "2026年3月5日 8時30分"),
        ("zh", "2026年03月05日 08:30 来源：钟楼报"),
        ("ko", "입력 2026.03.05 08:30"),
        ("he", "יום חמישי, 5 במרץ 2026"),
        ("vi", "Thứ năm, 5/3/2026, 08:30 (GMT+7)"),
        ("en-US", "Posted March 5, 2026 by the desk"),
    ],
)
def test_a_date_that_is_only_shown_with_the_headline_is_read(language: str, shown: str) -> None:
    body = f"<article><h1>{made.HEADLINE}</h1><time>{shown}</time>{TEXT}</article>"
    page = f"<html lang={language}><head><title>x</title></head><body>{body}</body></html>"

    assert read_page(page.encode()).published.startswith("2026-03-05")


def test_a_date_that_is_shown_with_another_headline_is_none() -> None:
    card = f"<aside><h2>A mill burns</h2><time>5 March 2019</time><p>{VAN}</p></aside>"

    assert not find(after=card).startswith("2019")
