"""Which outlet published a web page, as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from storage.article_import.formats.page_metadata.html_things import (
    Thing,
    list_headlines,
    list_kinds,
)
from storage.article_import.formats.pages.html_blocks import squash
from storage.article_import.guess_metadata import extract_site
from storage.article_import.web.archives import name_archive

_STATED = "//meta[@property='og:site_name' or @name='og:site_name']/@content"
_STATED_LOOSELY = (
    "//meta[@name='application-name' or @name='apple-mobile-web-app-title']/@content"
    " | //meta[@name='publisher' or @name='dc.publisher' or @name='DC.publisher'"
    " or @name='dcterms.publisher' or @property='article:publisher' or @name='copyright']/@content"
)
_LEGAL = re.compile(
    r"[\s,]+(?:"
    r"inc|incorporated|llc|l\.l\.c|llp|ltd|limited|plc|corp|corporation|co|pty|pvt"
    r"|gmbh(?:\s*&\s*co\.?(?:\s*(?:kg|kgaa|ohg))?)?|mbh|ag|se|kg|kgaa|ohg|gbr|ug|e\.?\s?v|ges\.m\.b\.h"
    r"|s\.?a\.?r\.?l|sarl|sas|s\.a\.s|sa|s\.a|s\.a\.u|scop|snc|eurl"
    r"|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|s\.?c\.?p\.?a|soc\.?\s*coop|ltda|s/a|eireli"
    r"|b\.?v|n\.?v|v\.?o\.?f|a/s|aps|asa|ab|oy|oyj|ehf"
    r"|sp\.?\s*z\s*o\.?\s*o|s\.?\s?k\.?\s?a|sp\.?\s*k|sp\.?\s*j|s\.r\.o|a\.s|spol\.\s*s\s*r\.\s*o"
    r"|kft|zrt|nyrt|d\.o\.o|d\.d|ood|ead|ooo|oao|zao|pao|ооо|оао|зао|пао|ао"
    r"|k\.?k|co\.,?\s*ltd|sdn\.?\s*bhd|pte|tbk"
    r")\.?\s*$",
    re.IGNORECASE,
)
"""The form of a company at the end of its name."""
_SHOUTED = 5
"""Letters of a name in capitals alone from which on it is no abbreviation."""
_SIGNS = re.compile(
    r"^(?:[©\s]|\(c\)|copyright\b|\d{4}(?:\s*[-–]\s*(?:\d{4})?)?[\s,])+|[\s|•·–-]+$", re.IGNORECASE
)


def find_outlet(root: Any, things: Iterable[Thing], all_things: Iterable[Thing], url: str) -> str:
    """Return the outlet, else the host of its address `url`; empty where there is neither.

    `things` are what the page says of its own article, `all_things` all that it says. The form of
    a company (Inc., GmbH, Sp. z o.o.) is no part of an outlet's name.
    """
    stated = [str(one) for one in root.xpath(_STATED)]
    stated += _list_publishers(things)
    stated += _list_sites(all_things)
    stated += [str(one) for one in root.xpath(_STATED_LOOSELY)]
    headlines = set(map(squash, list_headlines(root)))
    for name in stated:
        outlet = clean_outlet(name)
        if outlet and squash(outlet) not in headlines and not _is_address(outlet, url):
            return outlet
    return extract_site(url)


def clean_outlet(name: str) -> str:
    """Return the name of a company without its legal form: `Polityka` of `POLITYKA Sp. z o.o.`."""
    line = _SIGNS.sub("", " ".join(name.split()))
    bare = line
    while (shorter := _LEGAL.sub("", bare)) != bare and shorter.strip(" ,.&"):
        bare = shorter.strip(" ,&")
    if bare != line and bare.isupper():
        bare = " ".join(
            word.capitalize() if len(word) >= _SHOUTED else word for word in bare.split()
        )
    return bare


def _list_publishers(things: Iterable[Thing]) -> Iterator[str]:
    for thing in things:
        value = thing.get("publisher")
        for one in value if isinstance(value, list) else [value]:
            called = one.get("name") if isinstance(one, dict) else one
            if isinstance(called, str) and called.strip():
                yield called


def _list_sites(things: Iterable[Thing]) -> Iterator[str]:
    for thing in things:
        if "WebSite" in list_kinds(thing) or "NewsMediaOrganization" in list_kinds(thing):
            called = thing.get("name")
            if isinstance(called, str) and called.strip():
                yield called


def _is_address(name: str, url: str) -> bool:
    """Tell whether a name is an address, or the host of one."""
    host = urlsplit(url).netloc.lower()
    return (
        "://" in name
        or name.startswith("@")
        or bool(name_archive(name))
        or ("." in name and " " not in name and bool(host) and host.endswith(name.lower()))
    )
