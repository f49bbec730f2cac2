"""What an element of a page is for, by its tag and by the names that its site gave it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_NOT_ARTICLE = frozenset(
    "a aside button datalist dialog fieldset figcaption figure footer form label legend li menu nav"
    " select summary table".split()
)
_LEAD = frozenset(
    # English
    "lead lede leadtext leadparagraph standfirst dek deck intro introtext introduction excerpt"
    " summary abstract teaser teasertext description blurb strapline subtitle subheadline"
    " subheading subhead subline"
    # German, French, Spanish, Portuguese, Italian
    " vorspann anlauf untertitel einleitung chapo chapeau accroche entradilla bajada copete sumario"
    " bajadilla volanta resumo linhafina sottotitolo occhiello catenaccio sommario"
    # Dutch, Danish, Norwegian, Swedish, Polish, Czech
    " ingress ingres manchet onderkop zajawka zapowiedz perex anotace"
    # microdata
    " alternativeheadline".split()
)
_ASIDE = frozenset(
    "nav navigation navbar menu submenu breadcrumb breadcrumbs sidebar aside related recommended"
    " recommendation recommendations recirc promo promotion advert adverts ad ads advertisement"
    " advertising sponsor sponsored newsletter subscribe subscription paywall share sharing social"
    " comment comments cookie cookies consent banner gdpr privacy caption credit credits copyright"
    " byline author authors bio popular trending ticker footer tags tag toolbar modal popup overlay"
    " login signin search skip hidden disclaimer widget carousel slider gallery tagline"
    " slogan logo rating".split()
)
_BYLINE = frozenset(
    "byline byl author authors authorname writer writers autor autoren autores autora autore"
    " autori auteur auteurs redactor journalist journalists contributor contributors signature"
    " firma".split()
)
_BESIDE = (_ASIDE - _BYLINE - {"bio", "credits", "social", "share", "tags", "tag"}) | frozenset(
    "margin marginalia rail columnists pullquote quote quotes teaser teasers".split()
)
"""What stands beside an article as a whole; a byline may stand with what is shared or tagged."""
_ELSEWHERE = frozenset(
    "related recommended recommendation recommendations recirc sidebar teasers comment comments"
    " popular trending ticker carousel widget margin marginalia".split()
)
_SITE = frozenset(("site", "blog"))
_OF_SITE = frozenset(("description", "subtitle", "title"))
"""What, beside a word of `_SITE`, names what a site says of itself."""
_CORRECTION = frozenset(
    "correction corrections corrigendum clarification erratum errata amendment amendments"
    " retraction korrektur korrekturhinweis richtigstellung berichtigung rectificatif rectification"
    " correccion rettifica correctie rectificatie rettelse sprostowanie".split()
)
_LIVE = re.compile(
    r"live[-_]?(?:blog|ticker|updates?|feed|coverage|post|text|stream|report)|minute[-_]?by"
    r"|\bdirecto\b|en[-_]?vivo|diretta|aovivo|ao[-_]vivo|en[-_]?direct"
    r"|minuto[-_]a[-_]minuto|minute[-_]par",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_lead(element: Any) -> bool:
    """Tell whether an element is named as the lead of an article."""
    return not _LEAD.isdisjoint(_split_names(element, "itemprop", "property"))


def is_aside(element: Any) -> bool:
    """Tell whether an element is beside the article: a menu, a caption, a box, what is hidden."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.tag in _NOT_ARTICLE
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or _is_named_aside(_split_names(element, "role"))
    )


def _is_named_aside(names: frozenset[str]) -> bool:
    of_site = not (_SITE.isdisjoint(names) or _OF_SITE.isdisjoint(names))
    return of_site or not _ASIDE.isdisjoint(names)


def _split_names(element: Any, *more: str) -> frozenset[str]:
    named = " ".join(element.get(name) or "" for name in ("class", "id", *more))
    return _split_words(named) if named else frozenset()


@cache
def _split_words(named: str) -> frozenset[str]:
    return frozenset(one.lower() for one in _TOKEN.findall(_HUMP.sub(" ", named)))


def is_named_correction(element: Any) -> bool:
    """Tell whether an element is named as a correction."""
    return not _CORRECTION.isdisjoint(_split_names(element, "itemprop", "property"))


def is_byline(element: Any) -> bool:
    """Tell whether an element says who wrote something."""
    if "author" in (element.get("rel") or "").split():
        return True
    return not _BYLINE.isdisjoint(_split_names(element, "itemprop", "property", "data-testid"))


def is_beside(element: Any) -> bool:
    """Tell whether an element is no part of the article around it: a box, a list, a comment."""
    return element.tag in ("aside", "nav", "footer", "figure", "blockquote", "form") or (
        not _BESIDE.isdisjoint(_split_names(element, "role"))
    )


def is_live(element: Any) -> bool:
    """Tell whether an element is named as a live blog, or is one to AMP."""
    if element.tag == "amp-live-list":
        return True
    named = "".join(
        element.get(name) or "" for name in ("class", "id", "data-testid", "data-component")
    )
    return _LIVE.search(named) is not None


def is_of_others(element: Any) -> bool:
    """Tell whether an element holds what is said of other articles, or what readers say."""
    return element.tag in ("aside", "nav", "footer") or is_named_for_others(element)


def is_named_for_others(element: Any) -> bool:
    """Tell whether an element is named as one that holds other articles, or what readers say."""
    return not _ELSEWHERE.isdisjoint(_split_names(element, "role"))
