"""What a page says in JSON-LD, microdata and RDFa, and which of it is said of its own article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from storage.article_import.formats.pages.html_blocks import squash
from storage.wording.terminal_text import fold_line

Thing = dict[str, Any]
"""An object of schema.org: its properties by name, `@type` among them."""

SCRIPTS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
"""Where JSON-LD stands."""
_MOST_SCRIPTS = 20
_DEEPEST = 40
"""Levels of JSON-LD that are looked through."""
_KINDS = ("article", "posting", "report", "review", "analysis")
"""How the types of schema.org end that are one article."""
_OF_OTHERS = frozenset(
    "about citation comment commentary hasPart isBasedOn isPartOf isRelatedTo itemListElement"
    " liveBlogUpdate mentions relatedLink review significantLink subjectOf suggestedAnswer".split()
)
"""Properties that lead from a thing to others, which are not what the page is about."""
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|"
    r"(?:-->|//\s*\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_FEWEST_LETTERS = 12
"""Letters of a headline from which on it may be told by a part of it."""


def read_jsonld(root: Any) -> list[Thing]:
    """Return what a page says in JSON-LD, object by object, those inside others too."""
    return [thing for thing, _ in _walk_scripts(root)]


def find_of_article(root: Any, url: str) -> list[Thing]:
    """Return what is said of the page's own article, the surest first.

    That is what has the address `url` or a headline of the page, and is no item of a list; what
    is said in scripts comes before what is said by attributes.
    """
    headlines = list_headlines(root)
    addresses = [url, *(str(one) for one in root.xpath("//meta[@property='og:url']/@content"))]
    told = [
        (thing, is_own)
        for thing, is_own in [*_walk_scripts(root), *_list_items(root)]
        if is_article(thing) or is_page(thing)
    ]
    sure = [
        thing
        for thing, is_own in told
        if _has_headline(thing, headlines) or (is_own and _has_address(thing, addresses))
    ]
    own = [thing for thing, is_own in told if is_own and is_article(thing)]
    if not sure and len(own) == 1 and not _says_headline(own[0]) and not _says_address(own[0]):
        return own  # nothing says that it is of another
    return sorted(sure, key=lambda thing: (is_page(thing), not any(thing is one for one in own)))


def list_headlines(root: Any) -> list[str]:
    """Return what a page calls its article: for sharing, in headings, in its title."""
    lines = root.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    lines += [heading.xpath("string()") for heading in root.xpath("//h1")[:3]]
    lines += root.xpath("//head/title/text()")[:1]
    return [line for line in (" ".join(str(one).split()) for one in lines) if line]


def is_article(thing: Thing) -> bool:
    """Tell whether a thing is one article, whatever its kind."""
    return any(kind.lower().endswith(_KINDS) for kind in list_kinds(thing))


def is_page(thing: Thing) -> bool:
    """Tell whether a thing is a page, which has its article's dates but seldom its authors."""
    return any(kind.lower().endswith("webpage") for kind in list_kinds(thing))


def list_kinds(thing: Thing) -> list[str]:
    """Return the types of a thing without what they are prefixed by."""
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [re.split(r"[/:#]", kind)[-1] for kind in kinds if isinstance(kind, str)]


def _has_headline(thing: Thing, headlines: Sequence[str]) -> bool:
    """Tell whether a thing bears a headline of the page, or one of both is part of the other."""
    for name in ("headline", "name", "alternativeHeadline"):
        called = thing.get(name)
        letters = squash(html.unescape(called)) if isinstance(called, str) else ""
        for line in map(squash, headlines):
            shorter, longer = sorted((letters, line), key=len)
            if letters and (
                letters == line or (len(shorter) >= _FEWEST_LETTERS and shorter in longer)
            ):
                return True
    return bool(
        isinstance(thing.get("headline"), str)
        and any(_share_words(thing["headline"], line) for line in headlines)
    )


def _share_words(one: str, other: str) -> bool:
    """Tell whether two headlines have more than half of their words in common, at least four."""
    words, others = (set(fold_line(line).split()) for line in (one, other))
    common = len(words & others)
    return common >= 4 and 2 * common > max(len(words), len(others))


def _says_headline(thing: Thing) -> bool:
    return "headline" in thing or "name" in thing


def _says_address(thing: Thing) -> bool:
    return any(urlsplit(one).scheme in ("http", "https") for one in _list_addresses(thing))


def _has_address(thing: Thing, addresses: Iterable[str]) -> bool:
    return any(
        url and _are_same_place(url, one) for one in _list_addresses(thing) for url in addresses
    )


def _list_addresses(thing: Thing) -> Iterator[str]:
    for name in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(name)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and _is_address(value):
            yield value


def _is_address(written: str) -> bool:
    try:
        return bool(urlsplit(written).netloc)
    except ValueError:
        return False


def _are_same_place(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page, whatever their protocol, query and mark."""
    try:
        first, second = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    hosts = [part.netloc.lower().removeprefix("www.") for part in (first, second)]
    return hosts[0] == hosts[1] and first.path.rstrip("/") == second.path.rstrip("/")


def _walk_scripts(root: Any) -> Iterator[tuple[Thing, bool]]:
    """Yield things, and of each whether it is no item, part or subject of another."""
    for script in root.xpath(SCRIPTS)[:_MOST_SCRIPTS]:
        loaded = _load(script.xpath("string()"))
        pending = [(loaded, 0, True)]
        named: dict[str, Thing] = {}
        found = []
        while pending:
            value, depth, is_own = pending.pop(0)
            if isinstance(value, dict):
                found.append((value, is_own))
                if isinstance(value.get("@id"), str) and len(value) > 1:
                    named.setdefault(value["@id"], value)
            if depth < _DEEPEST:
                pending += [(one, depth + 1, own) for one, own in _list_inner(value, is_own)]
        for thing, is_own in found:
            yield _resolve(thing, named), is_own


def _list_inner(value: Any, is_own: bool) -> list[tuple[Any, bool]]:
    if isinstance(value, dict):
        return [
            (one, is_own and name not in _OF_OTHERS)
            for name, one in value.items()
            if isinstance(one, dict | list)
        ]
    return [(one, is_own) for one in value] if isinstance(value, list) else []


def _load(written: str) -> Any:
    bare = _WRAPPED.sub("", written)
    for text in (bare, _TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _resolve(thing: Thing, named: dict[str, Thing]) -> Thing:
    """Return a thing with the people and organisations in the place of what only names them."""
    return thing | {
        name: _look_up(thing[name], named)
        for name in ("author", "creator", "publisher")
        if name in thing
    }


def _look_up(value: Any, named: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_look_up(one, named) for one in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return named.get(str(value.get("@id")), value)
    return value


def list_article_scopes(root: Any) -> list[Any]:
    """Return the elements that are said to be of one article each."""
    return [scope for scope, thing in _list_scopes(root) if is_article(thing)]


def _list_scopes(root: Any) -> Iterator[tuple[Any, Thing]]:
    for scope in root.xpath("//*[@itemscope and @itemtype] | //*[@typeof]"):
        kinds = f"{scope.get('itemtype') or ''} {scope.get('typeof') or ''}".split()
        yield scope, {"@type": kinds}


def _list_items(root: Any) -> Iterator[tuple[Thing, bool]]:
    """Yield what stands in attributes: microdata, and RDFa that speaks of schema.org."""
    for scope, thing in _list_scopes(root):
        for element in scope.iter("*"):
            names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".split()
            if names and _find_scope(element) is scope:
                for name in names:
                    thing.setdefault(name.rpartition(":")[2], _read_value(element))
        yield thing, not any(True for _ in _list_outer_scopes(scope))


def _list_outer_scopes(scope: Any) -> Iterator[Any]:
    """Yield the scopes around one that are articles or lists themselves."""
    for element in scope.iterancestors():
        kinds = f"{element.get('itemtype') or ''} {element.get('typeof') or ''}"
        if kinds.strip() and kinds.lower().rstrip().endswith((*_KINDS, "list", "listitem")):
            yield element


def _find_scope(element: Any) -> Any:
    return next(
        (
            one
            for one in element.iterancestors()
            if "itemscope" in one.attrib or "typeof" in one.attrib
        ),
        None,
    )


def _read_value(element: Any) -> Any:
    if "itemscope" in element.attrib or "typeof" in element.attrib:
        named = element.xpath(
            ".//*[@itemprop='name' or @property='name' or @property='schema:name']"
        )
        text = [one.get("content") or one.xpath("string()") for one in named[:1]]
        return {"name": " ".join((text or [element.xpath("string()")])[0].split())}
    names = ["content", "datetime", "href", *(("title",) if element.tag == "abbr" else ())]
    stated = next((element.get(name) for name in names if element.get(name)), None)
    return stated or " ".join(element.xpath("string()").split())
