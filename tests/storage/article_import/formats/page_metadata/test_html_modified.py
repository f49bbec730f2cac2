from __future__ import annotations

import json

import pytest

from storage.article_import.formats.pages.html import read_page
from tests.storage.desk import MILL, OWL

URL = "https://gazette.example/news/owl"
OTHER = "https://gazette.example/news/mill"


def page(head: str = "", body: str = "") -> bytes:
    text = f"<p>{OWL}</p><p>{MILL}</p>"
    return (
        f"<html><head><title>Owl moves in - Gazette</title>{head}</head>"
        f"<body><article><h1>Owl moves in</h1>{text}{body}</article></body></html>"
    ).encode()


def jsonld(*things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(things))}</script>'


def thing(modified: str, kind: object = "NewsArticle", **more: object) -> dict[str, object]:
    return {"@type": kind, "dateModified": modified, **more}


MENTIONED = thing("2026-09-09", headline="A mill burns", url=OTHER)


@pytest.mark.parametrize(
    ("head", "modified"),
    [
        (
            '<meta property="article:modified_time" content="2026-03-03T12:00:00+02:00">',
            "2026-03-03T10:00:00Z",
        ),
        ('<meta itemprop="dateModified" content="2026-03-03">', "2026-03-03"),
        ('<meta name="dcterms.modified" content="2026-03-03">', "2026-03-03"),
        (
            '<meta name="last-modified" content="Tue, 03 Mar 2026 12:00:00 +0200">',
            "2026-03-03T10:00:00Z",
        ),
        ('<meta property="article:modified_time" content="lately">', ""),
        (jsonld(thing("2026-03-03", headline="Owl  moves in")), "2026-03-03"),
        (jsonld(thing("2026-03-03", ["Thing", "BlogPosting"], url=URL)), "2026-03-03"),
        (jsonld(thing("2026-03-03", mainEntityOfPage={"@id": URL + "/?a=1"})), "2026-03-03"),
        (
            jsonld({"@graph": [MENTIONED, thing("2026-03-03", headline="Owl moves in")]}),
            "2026-03-03",
        ),
        (jsonld(MENTIONED), ""),
        (jsonld(thing("2026-03-03", "WebSite", url=URL)), ""),
        (jsonld(thing("2026-03-03", headline=["Owl moves in"], url="https://[")), ""),
        (
            jsonld(MENTIONED) + '<meta property="og:updated_time" content="2026-03-04">',
            "2026-03-04",
        ),
        ("", ""),
    ],
)
def test_what_is_said_of_this_article_counts(head: str, modified: str) -> None:
    assert read_page(page(head), url=URL).modified == modified


@pytest.mark.parametrize(
    ("line", "modified"),
    [
        ("Updated: 5 March 2026, 10:00", "2026-03-05"),
        ("Published 2 March 2026, last updated 5 March 2026", "2026-03-05"),
        ("Aktualisiert am 05.03.2026", "2026-03-05"),
        ("The law was changed on 5 March 2026.", ""),
        ("Published 2 March 2026", ""),
    ],
)
def test_a_line_with_the_headline_may_show_it(line: str, modified: str) -> None:
    shown = page().replace(b"</h1>", f"</h1><p>{line}</p>".encode())

    assert read_page(shown).modified[:10] == modified


def test_a_time_in_the_text_counts() -> None:
    said = '<time itemprop="dateModified" datetime="2026-03-03T10:00">3 March</time>'
    assert read_page(page(body=said)).modified == "2026-03-03T10:00:00Z"
