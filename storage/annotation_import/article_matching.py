"""Which article of the library another program means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.anchoring.find_quote import find_quote
from storage.annotation_import.address_readings import list_readings
from storage.annotation_import.incoming import Mention
from storage.annotation_import.quote_placing import PlacedQuote, place_quote
from storage.errors import NotFoundError
from storage.library import Library
from storage.models import Article
from storage.web_addresses import has_web_scheme

_TELLING = 5
"""Words without which a quote is not looked for in all articles: a phrase stands anywhere."""
_ASKED = 12
"""Words of a quote that the index is asked for."""
_WORD = re.compile(r"[^\W_]+")
_SURE: tuple[str, ...] = ("exact", "moved")


def _fold(title: str) -> str:
    """Return the words of a title as all ways to write it have them, file names too."""
    return " ".join(_WORD.findall(title.casefold()))


def _is_author(words: set[str], author: str) -> bool:
    """Tell whether a name is that of an author, whatever stands first, or one of several."""
    own = set(_fold(author).split())
    return bool(words and own) and (words <= own or own <= words)


class ArticleMatcher:
    """Finds articles and places in a library; knows the addresses and titles it had when made."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known = library.articles.with_names
        self._by_address: dict[tuple[int, str], list[str]] = {}
        self._by_title: dict[str, list[str]] = {}
        self._articles: dict[str, Article | None] = {}
        self._supposed: tuple[str, ...] = ()
        for listed in self._known.list_all():  # the last added first
            for reading in enumerate(list_readings(listed.url or "")):
                self._by_address.setdefault(reading, []).append(listed.id)
            for title in {_fold(listed.title), _fold(f"{listed.title} {listed.outlet}")}:
                self._by_title.setdefault(title, []).append(listed.id)

    def place(self, mention: Mention) -> PlacedQuote | None:
        """Return the target that a mention means; None if its article is not in the library.

        The article is the one that we named; else the newest at its address in which the words
        surely stand, or the newest there, in the strictest reading of the address that any is found
        by; where it has none, the newest with its title and author in which they surely stand;
        else, by a quote of five words or more, the only one that has it; else the only one with
        the title. A `LeftOutError` as of `quote_placing.place_quote`.
        """
        own = self._get(mention.article) if mention.article else None
        if own is not None:
            return place_quote(mention, own)
        at_address = self._place_in(mention, self._find_at(mention))
        if at_address:
            return at_address[0]
        titled = self._place_in(mention, self._find_titled(mention))
        if titled and titled[0].state in _SURE:
            return titled[0]
        article = self._find_only_one_with(mention.quote)
        if article is not None:
            return place_quote(mention, article)
        if self._supposed and not mention.name:
            places = self._place_in(mention, self._supposed)
            return next((place for place in places if place.state in _SURE), None)
        return titled[0] if len(titled) == 1 else None

    def find_article(self, mention: Mention) -> str | None:
        """Return the id of the article that a mention means as a whole, as `place` finds it."""
        own = self._get(mention.article) if mention.article else None
        if own is not None:
            return own.id
        place = self.place(mention)
        return None if place is None else place.target.article

    def suppose(self, article_id: str) -> None:
        """Look in this article for the words of mentions without an address or a title."""
        self._supposed = (article_id,)

    def _place_in(self, mention: Mention, ids: Iterable[str]) -> list[PlacedQuote]:
        """Return where a mention is in each of these articles; sure places first, else as given."""
        places = [place_quote(mention, article) for article in map(self._get, ids) if article]
        return sorted(places, key=lambda place: place.state not in _SURE)

    def _find_at(self, mention: Mention) -> list[str]:
        """Return the ids of the articles at the address of a mention, the newest first."""
        for reading in enumerate(list_readings(mention.address)):
            if reading in self._by_address:
                return self._by_address[reading]
        return []

    def _find_titled(self, mention: Mention) -> list[str]:
        """Return the ids of the articles with the title of a mention, and its author if any has."""
        if has_web_scheme(mention.address):
            return []
        # What was taken for an author may be the end of the title.
        titles = map(_fold, (mention.title, f"{mention.title} {mention.author}"))
        titled = next(filter(None, map(self._by_title.get, filter(None, titles))), [])
        author = set(_fold(mention.author).split())
        by_author = [
            one
            for one in titled
            if (article := self._get(one)) and _is_author(author, article.author or "")
        ]
        return by_author or titled

    def _get(self, article_id: str) -> Article | None:
        if article_id not in self._articles:
            try:
                self._articles[article_id] = self._known.get(article_id)
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
