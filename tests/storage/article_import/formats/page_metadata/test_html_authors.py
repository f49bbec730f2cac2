from __future__ import annotations

import json

import pytest

from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE

TEXT = "".join(f"<p>{text}</p>" for text in (OWL, MILL, PARADE, BRIDGE, HONEY))
HEADLINE = f"<h1>{made.HEADLINE}</h1>"


def find(body: str, head: str = "") -> str:
    page = f"<html><head><title>{made.HEADLINE}</title>{head}</head><body>{body}</body></html>"
    return read_page(page.encode()).author


def jsonld(author: object, **more: object) -> str:
    said = {"@type": "NewsArticle", "headline": made.HEADLINE, "author": author, **more}
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Nell Harker", "Nell Harker"),
        ({"@type": "Person", "name": "Nell Harker"}, "Nell Harker"),
        ([{"name": "Nell Harker"}, {"name": "Tom Pike"}], "Nell Harker; Tom Pike"),
        (["Nell Harker", "Tom Pike"], "Nell Harker; Tom Pike"),
        ({"name": ["Nell Harker", "Tom Pike"]}, "Nell Harker; Tom Pike"),
        ({"name": "Nell Harker and Tom Pike"}, "Nell Harker; Tom Pike"),
        ({"givenName": "Nell", "familyName": "Harker"}, "Nell Harker"),
        ([{"name": "Nell Harker", "jobTitle": "Editor"}], "Nell Harker"),
        ("https://gazette.example/nell", ""),
        ({"name": "Birds Editor"}, ""),
        ([], ""),
    ],
)
def test_authors_in_json_ld(author: object, names: str) -> None:
    assert find(HEADLINE + TEXT, jsonld(author)) == names


def test_authors_that_json_ld_only_refers_to() -> None:
    said = {
        "@graph": [
            {"@type": "Article", "headline": made.HEADLINE, "author": {"@id": "#nell"}},
            {"@type": "Person", "@id": "#nell", "name": "Nell Harker"},
            {"@type": "Person", "@id": "#tom", "name": "Tom Pike"},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(said)}</script>'

    assert find(HEADLINE + TEXT, head) == "Nell Harker"


def test_authors_of_other_articles_are_left_out() -> None:
    other = {"@type": "NewsArticle", "headline": "A mill burns", "author": {"name": "Ada Voss"}}
    head = f'<script type="application/ld+json">{json.dumps([other])}</script>'

    assert find(HEADLINE + TEXT, head) == ""
    assert find(HEADLINE + TEXT, head + jsonld("Nell Harker")) == "Nell Harker"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Nell Harker"><meta name="author" content="Tom Pike">',
        '<meta name="author" content="Nell Harker, Tom Pike">',
        (
            '<meta name="citation_author" content="Harker, Nell">'
            '<meta name="citation_author" content="Pike, Tom">'
        ),
        '<meta property="article:author" content="Nell Harker and Tom Pike">',
        '<meta name="byl" content="By Nell Harker and Tom Pike">',
        (
            '<meta name="author" content="Nell Harker">'
            '<meta name="parsely-author" content="Nell Harker, Tom Pike">'
        ),
    ],
)
def test_authors_in_meta(head: str) -> None:
    assert find(HEADLINE + TEXT, head) == "Nell Harker; Tom Pike"


@pytest.mark.parametrize(
    "byline",
    [
        (
            "<div class=byline>By <a rel=author href=/n>Nell Harker</a> and"
            " <a rel=author href=/t>Tom Pike</a></div>"
        ),
        "<p>By <a rel=author href=/n>Nell Harker</a> and <a rel=author href=/t>Tom Pike</a></p>",
        "<p class=byline>By Nell Harker, Birds Editor, and Tom Pike</p>",
        "<ul class=authors><li>Nell Harker</li><li>Tom Pike</li></ul>",
        "<div><b class=author-name>Nell Harker</b><b class=author-name>Tom Pike</b></div>",
        "<div class=byline><b>Nell Harker</b><i>Birds Editor</i><b>Tom Pike</b></div>",
        "<p>By Nell Harker and Tom Pike</p>",
        "<div itemprop=author>Nell Harker</div><div itemprop=author>Tom Pike</div>",
        "<div data-testid=byline>By Nell Harker and Tom Pike</div>",
        "<address class=author>Nell Harker &amp; Tom Pike</address>",
    ],
)
def test_authors_in_a_byline(byline: str) -> None:
    assert find(f"<article>{HEADLINE}{byline}{TEXT}</article>") == "Nell Harker; Tom Pike"
    assert find(f"<header>{HEADLINE}{byline}</header><div>{TEXT}</div>") == "Nell Harker; Tom Pike"


def test_an_author_whom_the_byline_has_beside_that_of_the_head_is_not_lost() -> None:
    byline = "<p class=byline>By Nell Harker and Tom Pike</p>"
    head = '<meta name="author" content="Nell Harker">'

    assert find(f"<article>{HEADLINE}{byline}{TEXT}</article>", head) == "Nell Harker; Tom Pike"


@pytest.mark.parametrize(
    "margin",
    [
        "<aside><a rel=author href=/a>Ada Voss</a></aside>",
        "<div class=sidebar><div class=author>Ada Voss</div></div>",
        "<div class=related><p class=byline>By Ada Voss</p></div>",
        "<div class=comments><span class=author>Ada Voss</span></div>",
        "<blockquote><p class=author>Ada Voss</p></blockquote>",
        "<div class=margin><h3>Our columnist</h3><a rel=author href=/a>Ada Voss</a></div>",
        "<footer><p class=author>Ada Voss</p></footer>",
        "<figure><figcaption class=author>Ada Voss</figcaption></figure>",
        "<div class=teaser><span class=byline>Ada Voss</span></div>",
        "<ul class=most-popular><li class=author>Ada Voss</li></ul>",
    ],
)
def test_nobody_in_the_margin_is_an_author(margin: str) -> None:
    byline = "<p class=byline>By Nell Harker</p>"

    assert find(f"<main><article>{HEADLINE}{TEXT}</article>{margin}</main>") == ""
    assert find(f"{margin}<main><article>{HEADLINE}{TEXT}</article></main>") == ""
    assert find(f"<article>{HEADLINE}{margin}{byline}{TEXT}</article>") == "Nell Harker"
    assert find(f"<article>{HEADLINE}{TEXT}{margin}</article>") == ""


def test_a_columnist_beside_the_article_is_none_whatever_the_box_is_called() -> None:
    column = "<div class=x7><a rel=author href=/a>Ada Voss</a></div>"

    assert find(f"<main><article>{HEADLINE}{TEXT}</article>{column}</main>") == ""


def test_the_outlet_is_no_author() -> None:
    head = '<meta property="og:site_name" content="Belfry Gazette">'

    assert find(HEADLINE + TEXT, f'{head}<meta name="author" content="Belfry Gazette">') == ""
