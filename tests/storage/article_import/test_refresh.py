from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.article_import.reader import Reader
from storage.article_import.refresh import Refreshed, _take_turns, refresh_articles
from storage.article_import.web.polite_fetch import HostPace
from storage.library import Library
from storage.models import Article
from tests.storage.article_import.asking import read_one
from tests.storage.article_import.serving import (
    Handler,
    Site,
    answering,
    redirecting,
    respond,
    serving,
)
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, add, annotate

TEXT = f"{OWL} {MILL} {PARADE}"
OTHER = f"{BRIDGE} {HONEY} {VAN}"

pytestmark = pytest.mark.usefixtures("shared_process")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def page(text: str, head: str = "") -> bytes:
    body = f"<article><h1>Owl moves in</h1><p>{text}</p></article>"
    return (
        f"<html><head><title>Owl moves in</title>{head}</head><body>{body}</body></html>".encode()
    )


def refresh(library: Library, *articles: Article) -> list[Refreshed]:
    pace = HostPace(sleep=lambda _seconds: None)
    return list(refresh_articles(library, articles, allow_local=True, pace=pace))


def add_from(library: Library, site: Site, path: str, data: bytes) -> Article:
    """Add an article as it was read from a site."""
    with Reader(allow_local=True) as reader:
        found = read_one(reader, site.put(path, data)).article
    assert found is not None
    return library.articles.add(found)[0]


def test_what_changed_is_a_version_and_takes_over(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))
    note = annotate(library, article, OWL, "Which?")
    site.put("/owl", page(f"{TEXT} {VAN}"))

    (found,) = refresh(library, article)

    assert found.version is not None
    assert found.version.text.endswith(VAN)
    assert found.problem == ""
    assert library.articles.find_versions(article.id) == [article.id, found.version.id]
    assert [one.article for one in library.annotations.get(note.id).targets] == [found.version.id]


def test_what_is_the_same_is_none(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))
    library.articles.edit(article.id, {"outlet": "My Gazette"})

    assert refresh(library, article) == [Refreshed(article)]
    assert library.articles.get(article.id).outlet == "My Gazette"


def test_a_server_is_asked_whether_it_has_changed(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))

    def answer(handler: Handler) -> None:
        if handler.headers["If-None-Match"] == '"a"':
            respond(handler, b"", status=304)
        else:
            respond(handler, page(TEXT), ETag='"a"')

    site.put("/owl", answer)
    assert refresh(library, article) == [Refreshed(article)]
    assert refresh(library, article) == [Refreshed(article)]
    assert site.heads[-1]["If-None-Match"] == '"a"'


def test_what_was_said_of_one_version_is_not_asked_of_another(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))
    site.put("/owl", answering(page(TEXT), ETag='"a"'))
    refresh(library, article)
    newer = add(library, f"{TEXT} {HONEY}", url=article.url or "")

    refresh(library, newer)

    assert "If-None-Match" not in site.heads[-1]


def test_an_address_that_changed_leads_to_a_version(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))
    site.put("/owl", redirecting("/owl-stays"))
    site.put("/owl-stays", page(f"{TEXT} {VAN}"))

    (found,) = refresh(library, article)

    assert found.version is not None
    assert found.version.url == f"{site.address}/owl-stays"
    assert library.articles.find_versions(article.id) == [article.id, found.version.id]


def test_quite_another_text_is_not_kept(library: Library, site: Site) -> None:
    article = add_from(library, site, "/owl", page(TEXT))
    site.put("/owl", page(OTHER))

    (found,) = refresh(library, article)

    assert found.version is None
    assert found.problem == f"{article.url} has quite another text now; it was not kept."
    assert library.articles.find_versions(article.id) == [article.id]


def test_the_new_one_is_the_newest_whatever_it_says(library: Library, site: Site) -> None:
    said = '<meta property="article:modified_time" content="2026-03-03T10:00:00Z">'
    article = add_from(library, site, "/owl", page(TEXT, said))
    site.put("/owl", page(f"{TEXT} {VAN}"))

    (found,) = refresh(library, article)

    assert found.version is not None
    assert library.articles.find_versions(article.id)[-1] == found.version.id


def test_one_that_fails_keeps_no_other_out(library: Library, site: Site) -> None:
    gone = add_from(library, site, "/gone", page(TEXT))
    article = add_from(library, site, "/owl", page(OTHER))
    del site.answers["/gone"]

    found = refresh(library, gone, add(library, PARADE), article)

    assert [one.article for one in found] == [gone, article]
    assert "404" in found[0].problem or "does not exist" in found[0].problem
    assert found[1].problem == ""


def test_hosts_take_turns(library: Library) -> None:
    urls = [f"http://{path}" for path in ("a.example/1", "a.example/2", "b.example/1")]
    texts = (OWL, MILL, VAN)
    articles = [add(library, text, url=url) for text, url in zip(texts, urls, strict=True)]

    assert [one.url for one in _take_turns(articles)] == [urls[0], urls[2], urls[1]]
