from __future__ import annotations

import json

import pytest

from storage.article_import.formats.pages.html import read_page
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

TITLE = "Owl in the belfry: live"
LEAD = f"{VAN} We follow what happens."
UPDATES = [
    ("10:15", "Choir wakes up", OWL),
    ("10:40", "Mill hears it too", MILL),
    ("11:05", "Parade is late", PARADE),
]
SAID = {
    "@type": "LiveBlogPosting",
    "headline": TITLE,
    "datePublished": "2026-03-05T09:00:00Z",
    "liveBlogUpdate": [
        {
            "@type": "BlogPosting",
            "headline": heading,
            "datePublished": f"2026-03-05T{time}:00Z",
            "articleBody": f"{text}\n{HONEY}",
        }
        for time, heading, text in UPDATES
    ],
}
JSONLD = f"<script type='application/ld+json'>{json.dumps(SAID)}</script>"


def page(updates: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>{TITLE} | Gazette</title>{head}</head><body><nav>Home</nav><main>"
        f"<h1>{TITLE}</h1><p class=lead>{LEAD}</p>{updates}</main>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def wrap(inner: str, tag: str, more: str = "") -> str:
    return "".join(
        f"<{tag} {more}>{inner.format(time=time, heading=heading, text=text)}</{tag}>"
        for time, heading, text in UPDATES
    )


H2 = "<time>{time}</time><h2>{heading}</h2><p>{text}</p>"
H3 = "<b>{time}</b><h3>{heading}</h3><p>{text}</p>"
TWO = "<h2><time>{time}</time></h2><h3>{heading}</h3><p>{text}</p>"
LINKED = "<span>{time}</span> <h4><a href=#x>{heading}</a></h4><div>{text}</div>"
DD = "<dt>{time}</dt><dd><h3>{heading}</h3><p>{text}</p></dd>"
FIRST, REST = wrap(H2, "article").split("</article>", 1)
SHAPES = {
    "articles": f"<div class=live-blog>{wrap(H2, 'article')}</div>",
    "items": f"<ul class=liveticker>{wrap(H3, 'li')}</ul>",
    "sections": f"<div id=liveblog>{wrap(TWO, 'section')}</div>",
    "boxes": f"<div class='c-live-updates'>{wrap(LINKED, 'div')}</div>",
    "terms": f"<dl class=liveticker>{wrap(DD, 'div')}</dl>",
    "AMP": f"<amp-live-list><div items>{wrap(H3, 'div')}</div></amp-live-list>",
    "days": (
        f"<div class=live-blog><section><h2>Thursday</h2>{FIRST}</section>"
        f"<section><h2>Wednesday</h2>{REST}</section></div>"
    ),
    "microdata, no time shown": wrap(
        "<meta itemprop=datePublished content='2026-03-05T{time}'><h2>{heading}</h2><p>{text}</p>",
        "div",
        "itemprop=liveBlogUpdate itemscope",
    ),
    "attributes": (
        "<div class=live-blog>"
        + "".join(
            f"<div data-published='2026-03-05T{time}:00Z'><h3>{heading}</h3><p>{text}</p></div>"
            for time, heading, text in UPDATES
        )
        + "</div>"
    ),
    "microdata": wrap(H2, "div", "itemprop=liveBlogUpdate"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_updates_keep_their_times_and_headings_in_order(shape: str) -> None:
    found = read_page(page(SHAPES[shape]))

    words = " ".join(found.text.split())
    places = [words.find(part) for update in UPDATES for part in update]
    assert -1 not in places
    assert places == sorted(places)
    assert LEAD in found.text
    assert "rights reserved" not in found.text
    assert found.title == TITLE


def test_a_live_blog_that_says_so_in_json_ld_needs_no_name() -> None:
    updates = wrap("<time>{time}</time><h2>{heading}</h2><p>{text}</p>", "article")
    found = read_page(page(updates, JSONLD))

    assert all(heading in found.text for _, heading, _ in UPDATES)
    assert (found.title, found.published) == (TITLE, "2026-03-05T09:00:00Z")


def test_updates_in_json_ld_alone_are_read_from_there() -> None:
    found = read_page(page("<div id=root></div>", JSONLD))

    assert f"2026-03-05 10:15\n\nChoir wakes up\n\n{OWL}\n\n{HONEY}\n\n" in found.text


@pytest.mark.parametrize("shown", ["", "2 hours ago"])
def test_a_time_that_is_not_shown_is_told(shown: str) -> None:
    time = "<time datetime='2026-03-05T{time}:00Z'>"
    inner = f"{time}{shown}</time><h2>{{heading}}</h2><p>{{text}}</p>"
    found = read_page(page(f"<div class=live-blog>{wrap(inner, 'article')}</div>"))

    assert "2026-03-05 10:40" in found.text
    assert "ago" not in found.text


@pytest.mark.parametrize("place", ["{box}{article}", "{article}{box}", "{half}{box}{rest}"])
def test_a_ticker_beside_an_article_is_no_live_blog(place: str) -> None:
    items = wrap("<time>{time}</time> <a href=/x>{heading} as the owl moves in</a>", "li")
    half, rest = f"<p>{BRIDGE}</p><p>{HONEY}</p><p>{PARADE}", f"</p><p>{VAN}</p><p>{OWL}</p>"
    body = place.format(
        box=f"<div class=live-ticker><ul>{items}</ul></div>",
        article=f"<article>{half}{rest}</article>",
        half=f"<article>{half}</p>",
        rest=f"<p>{rest}</article>",
    )

    found = read_page(page(body))

    assert all(one in found.text for one in (BRIDGE, HONEY, PARADE, VAN, OWL))


def test_articles_listed_below_another_are_no_live_blog() -> None:
    cards = wrap("<time>{time}</time><h2><a href=/x>{heading}</a></h2><p>{text}</p>", "article")
    body = f"<article><p>{BRIDGE}</p><p>{HONEY}</p><p>{BRIDGE} {HONEY}</p></article>"

    found = read_page(page(f"{body}<div class=list>{cards}</div>"))

    assert "Choir wakes up" not in found.text
