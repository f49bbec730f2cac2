"""What a bibliography says of articles: their keys, names, days and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.export.escaping import clean_web_address
from storage.models import Article
from storage.tables.article_details import read_details
from storage.tables.article_fields import parse_citation_key
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line

_PARTICLES = frozenset(
    "al bin da de del della den der di dos du el la le ten ter van von zu zum zur y".split()
)
_NO_PERSON = frozenset(
    "agencies agency associated board bureau correspondent correspondents desk editorial editors"
    " news press redaktion reporters staff team".split()
)
_LONGEST_NAME = 5
"""Words of a name above which it is none of a person."""
_LETTERS = re.compile(r"[^a-z0-9]+")
_SHORT = 4
"""Letters below which a word of a title is passed over for a key."""


class CitedName(NamedTuple):
    """A name; one of an agency or a desk is all `family`."""

    given: str
    family: str


class CitedArticle(NamedTuple):
    """One entry; every text is one line, empty where nothing is known."""

    key: str
    """The article's own, or one that is made; no two entries have the same."""
    title: str
    outlet: str
    authors: tuple[CitedName, ...]
    published: str
    """A day, ISO 8601."""
    captured: str
    """Likewise."""
    url: str
    section: str


def list_cited(articles: Iterable[Article]) -> list[CitedArticle]:
    """Return the entries of articles, in their order."""
    taken: set[str] = set()
    found = []
    for article in articles:
        names = (reveal_line(one) for one in (article.author or "").split(", "))
        authors = tuple(_part_name(one) for one in names if one)
        own = parse_citation_key(article.citation_key or "") or _make_key(article, authors)
        key, number = own, 2
        while key.casefold() in taken:
            key, number = f"{own}-{number}", number + 1
        taken.add(key.casefold())
        found.append(
            CitedArticle(
                key,
                reveal_line(article.title),
                reveal_line(article.outlet),
                authors,
                format_day(article.published),
                format_day(article.captured),
                clean_web_address(article.url) or "",
                reveal_line(read_details(article.details).get("section", "")),
            )
        )
    return found


def _part_name(name: str) -> CitedName:
    """Part a name into given and family ones; particles in small letters are of the family."""
    words = name.split()
    is_person = 1 < len(words) <= _LONGEST_NAME
    if not is_person or not _NO_PERSON.isdisjoint(one.casefold() for one in words):
        return CitedName("", name)
    inner = (at for at, word in enumerate(words[1:-1], 1) if word in _PARTICLES)
    at = next(inner, len(words) - 1)
    return CitedName(" ".join(words[:at]), " ".join(words[at:]))


def _make_key(article: Article, authors: Sequence[CitedName]) -> str:
    """Return a key of the first author, the year and the title, as in `harker2026moves`."""
    who = _fold(authors[0].family) if authors else _fold(article.outlet)
    words = [word for word in map(_fold, article.title.split()) if len(word) >= _SHORT]
    key = f"{who}{(article.published or '')[:4]}{words[0] if words else ''}"
    return parse_citation_key(key) or f"copydesk-{article.id}"


def _fold(text: str) -> str:
    """Return the letters and figures of ASCII in a text, in small letters."""
    return _LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())
