"""Asking the addresses of articles again: what has changed there is kept as a version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple
from urllib.parse import urlsplit

from storage.article_import.reader import Reader
from storage.article_import.web.polite_fetch import HostPace, PoliteFetcher
from storage.clock import now
from storage.errors import CopydeskError
from storage.ids import make_text_id
from storage.library import Library
from storage.models import Article, NewArticle
from storage.tables.article_versions import are_alike


class Refreshed(NamedTuple):
    """What came of asking for one article again."""

    article: Article
    """The newest version before."""
    version: Article | None = None
    """The one that is new; None where nothing has changed, or nothing could be had."""
    notice: str = ""
    """A sentence about what was read, where there is one worth telling."""
    problem: str = ""
    """Why nothing could be had; empty where something was, be it the same."""


def refresh_articles(
    library: Library,
    articles: Sequence[Article],
    *,
    allow_local: bool = False,
    pace: HostPace | None = None,
    check: Callable[[int, int], None] = lambda _done, _total: None,
) -> Iterator[Refreshed]:
    """Ask for each article that has an address, host by host in turn, and tell what came of it.

    Each is to be the newest version. `check` is called with how many of how many are done before
    each is asked for. What is told is in the library.
    """
    asked = _take_turns([one for one in articles if one.url])
    fetcher = PoliteFetcher(pace)
    with Reader(allow_local=allow_local, fetch=fetcher.fetch) as reader:
        for done, article in enumerate(asked):
            check(done, len(asked))
            yield _refresh(library, reader, fetcher, article)


def _take_turns(articles: Iterable[Article]) -> list[Article]:
    """Return them so that hosts take turns: while one is waited for others can be asked."""
    by_host: dict[str, list[Article]] = {}
    for article in articles:
        by_host.setdefault(urlsplit(article.url or "").netloc, []).append(article)
    return [one for one in chain(*zip_longest(*by_host.values())) if one is not None]


def _refresh(
    library: Library, reader: Reader, fetcher: PoliteFetcher, article: Article
) -> Refreshed:
    url = article.url or ""
    fetcher.known = library.page_validators.find(article.id, url)
    reading, *others = reader.read(url)
    if fetcher.is_unchanged:
        return Refreshed(article)
    found = reading.article
    if others or reading.listing is not None:
        return Refreshed(article, problem=f"{reading.name} is no single article now.")
    if found is None:
        return Refreshed(article, problem=reading.problem)
    if found.text != article.text and not are_alike(article.text, found.text):
        return Refreshed(
            article, problem=f"{reading.name} has quite another text now; it was not kept."
        )
    try:
        version = _keep(library, article, found)
    except CopydeskError as error:
        return Refreshed(article, problem=str(error))
    newest = article if version is None else version
    library.page_validators.keep(newest.id, url, fetcher.given)
    return Refreshed(article, version, reading.notice)


def _keep(library: Library, article: Article, found: NewArticle) -> Article | None:
    """Store what was found as a version of the article; None where the library has, or had, it."""
    known = make_text_id(found.text)
    if library.articles.get_all([known]) or library.trash.has_text(known):
        return None
    stated = found._replace(outlet=article.outlet or found.outlet, captured=found.captured or now())
    with library.transaction():
        version, _ = library.articles.add(stated)
        if article.id not in library.articles.find_versions(version.id):
            # It is known by another address now.
            library.articles.join_versions(article.id, version.id)
    return version
