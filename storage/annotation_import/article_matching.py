"""Which article of the library another program means."""

from __future__ import annotations

from urllib.parse import urlsplit

from storage.anchoring.find_quote import find_quote
from storage.annotation_import.incoming import Mention
from storage.annotation_import.quote_placing import PlacedQuote, place_quote
from storage.article_import.web.urls import canonicalize
from storage.errors import NotFoundError, ReadError
from storage.library import Library
from storage.models import Article

_TELLING = 5
"""Words without which a quote is not looked for in all articles: a phrase stands anywhere."""
_ASKED = 12
"""Words of a quote that the index is asked for."""
_SURE: tuple[str, ...] = ("exact", "moved")


def normalize_address(address: str) -> str | None:
    """Return what all ways to write an address have in common; None where it is none of the web.

    Scheme, `www.`, fragment, a slash at the end and what tracks readers make no difference.
    """
    try:
        parts = urlsplit(canonicalize(address.strip()))
    except (ReadError, ValueError):
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


class ArticleMatcher:
    """Finds articles and places in a library; knows the addresses that it had when made."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_address: dict[str, list[str]] = {}
        self._articles: dict[str, Article | None] = {}
        for listed in library.articles.list_all():  # the last added first
            key = normalize_address(listed.url) if listed.url else None
            if key is not None:
                self._by_address.setdefault(key, []).append(listed.id)

    def place(self, mention: Mention) -> PlacedQuote | None:
        """Return the target that a mention means; None if its article is not in the library.

        The article is the one that we named; else the newest at its address in which the words
        surely stand; else, by a quote of five words or more, the only one that has it. A
        `LeftOutError` as of `quote_placing.place_quote`.
        """
        own = self._get(mention.article) if mention.article else None
        if own is not None:
            return place_quote(mention, own)
        key = normalize_address(mention.address)
        found = [self._get(one) for one in self._by_address.get(key, ())] if key else []
        places = [place_quote(mention, article) for article in found if article is not None]
        for place in places:
            if place.state in _SURE:
                return place
        if places:
            return places[0]
        article = self._find_only_one_with(mention.quote)
        return place_quote(mention, article) if article is not None else None

    def _get(self, article_id: str) -> Article | None:
        if article_id not in self._articles:
            try:
                self._articles[article_id] = self._library.articles.get(article_id)
            except NotFoundError:
                self._articles[article_id] = None
        return self._articles[article_id]

    def _find_only_one_with(self, quote: str) -> Article | None:
        words = [word for word in quote.replace('"', " ").split() if any(map(str.isalnum, word))]
        if len(words) < _TELLING:
            return None
        # The first and the last may be parts of words.
        asked = " ".join(words[1:-1][:_ASKED])
        hits = self._library.search.find(f'"{asked}"')
        articles = {hit.article for hit in hits if hit.kind == "text"}
        having = [
            article
            for article in map(self._get, articles)
            if article is not None and find_quote(quote, article.text)
        ]
        return having[0] if len(having) == 1 else None
