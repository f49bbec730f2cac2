"""Which addresses are of one page: its own in any spelling, a copy's, that for small screens.

An address is read in three ways, each looser than the one before, and two are of one page where
one reading is the same for both. What a proxy or an archive puts around the address of a page is
taken off in the second: Hypothesis' Via, replays of web archives as Wayback has them (pywb,
OpenWayback), archive.today, AMP caches, translations, library proxies (EZproxy). The third passes
over what makes a page's address that of its mobile, AMP, printed or rewritten form.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

from storage.article_import.web.archives import parse_copy
from storage.article_import.web.urls import canonicalize
from storage.errors import ReadError

_DEEPEST = 5
"""Copies of copies that are looked into."""

_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d+)?(?=[/?#]|$)"
_WHOLE = re.compile(r"https?(?::|%3a)(?:/|%2f)+(?=[\w\[])", re.IGNORECASE)
"""How a whole address begins inside another: a proxy may have folded its slashes."""
_ENCODED = re.compile(r"https?%3a", re.IGNORECASE)
_CACHED = re.compile(rf"/(?:amp|[a-z]{{1,3}})/(?:s/)?({_HOST}.*)", re.DOTALL)
"""What a cache of AMP pages has, which knows http and https apart by an `s`."""
_BARE = re.compile(rf"/(?:proxy/|html/)?({_HOST}.*)", re.DOTALL)
_BOUNCED = re.compile(rf"/[\w-]{{20,24}}/({_HOST}.*)", re.DOTALL)
"""What a link of Hypothesis to one annotation has behind the name of that."""
_ASKED = re.compile(r"(?:cache:(?:[\w-]+:)?)?(https?://.+)", re.IGNORECASE | re.DOTALL)
"""The value of a parameter that is a whole address."""

_VIA = re.compile(r"via\w*\.hypothes\.is", re.IGNORECASE)
_BOUNCER = re.compile(r"hyp\.is", re.IGNORECASE)
_AMP_CACHE = re.compile(r"(?:www\.)?google(?:\.\w+)+|.+\.cdn\.ampproject\.org", re.IGNORECASE)
_ASKING = re.compile(
    r"via\w*\.hypothes\.is|(?:.+\.)?12ft\.io|translate\.google(?:\.\w+)+"
    r"|(?:www\.)?google(?:\.\w+)+|(?:.+\.)?safelinks\.protection\.outlook\.com|lm?\.facebook\.com"
    r"|l\.instagram\.com|getpocket\.com|out\.reddit\.com|(?:www\.)?printfriendly\.com"
    r"|webcache\.googleusercontent\.com|(?:.+\.)?[\w-]*proxy[\w-]*(?:\..+)?",
    re.IGNORECASE,
)
"""Hosts that show a page whose address is a parameter, or lead there; elsewhere it may be one to
share."""
_REWRITTEN = re.compile(
    r"(.+?)(?:\.[a-z]{2}\d)?\.(?:translate\.goog|[\w-]*proxy[\w-]*\..+)", re.IGNORECASE
)
"""Hosts whose name begins with that of the page's own, its dots written as hyphens or not."""

_OF_BROWSERS = re.compile(
    r"view-source:|about:reader\?url="
    r"|[a-z]+-extension://[\w-]+/(?:[^?\s]*\?(?:\w+=[^&]*&)*(?:file|url|src)=)?"
    r"(?=https?(?::|%3a))",
    re.IGNORECASE,
)
"""How browsers name a page that they show otherwise."""

_OF_PROXIES = re.compile(r"via\..*|_x_tr_\w+", re.IGNORECASE)
_SMALL = ("m", "mobile", "amp", "touch", "wap", "www")
_AMP_PARAMETER = re.compile(r"_?amp(?:=.*)?|(?:outputType|output|mode|view)=amp", re.IGNORECASE)
_AMP_PATH = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)", re.IGNORECASE)
_PRINTED = re.compile(
    r"(?:/print(?:er)?(?:[-_]?friendly)?|/index\.(?:html?|php))/?$", re.IGNORECASE
)
_PRINT_PARAMETER = re.compile(r"print(?:er)?(?:[-_]?friendly)?(?:=.*)?|page=1", re.IGNORECASE)


def list_readings(address: str) -> tuple[str, ...]:
    """Return the readings of an address, strictest first; none where it is none of the web.

    Scheme, `www.`, fragment, a slash at the end and what tracks readers make no difference.
    """
    own = _split(address)
    if own is None:
        return ()
    original = own
    for _ in range(_DEEPEST):
        carried = _unwrap(original)
        if carried is None:
            break
        original = carried
    return _join(own), _join(original), _join(_loosen(original))


def _split(address: str) -> SplitResult | None:
    address = address.strip()
    shown = _OF_BROWSERS.match(address)
    if shown is not None:
        address = address[shown.end() :]
        address = unquote(address) if _ENCODED.match(address) else address
    try:
        return urlsplit(canonicalize(address))
    except (ReadError, ValueError):
        return None


def _join(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _unwrap(parts: SplitResult) -> SplitResult | None:
    """Return the address that another one shows; None where it shows none."""
    host = parts.hostname or ""
    rest = urlunsplit(("", "", parts.path, parts.query, ""))
    whole = _WHOLE.search(parts.path)
    if whole is not None:
        return _split(_drop_parameters(_complete(rest[whole.start() :])))
    if _ASKING.fullmatch(host):
        values = (_ASKED.fullmatch(value.strip()) for _, value in parse_qsl(parts.query))
        found = next((value[1] for value in values if value), None)
        if found is not None:
            return _split(found)
    copy = parse_copy(parts.geturl())
    if copy is not None and copy.address:
        return _split(_drop_parameters(copy.address))
    for hosts, pattern in ((_VIA, _BARE), (_BOUNCER, _BOUNCED), (_AMP_CACHE, _CACHED)):
        bare = pattern.match(rest)
        if bare is not None and hosts.fullmatch(host):
            return _split(_drop_parameters(f"https://{bare[1]}"))
    rewritten = _REWRITTEN.fullmatch(host)
    if rewritten is not None:
        name = rewritten[1]
        if "." not in name:
            name = re.sub(r"-(-?)", lambda dashes: dashes[1] or ".", name)
        return _split(_drop_parameters(f"https://{name}{rest}")) if "." in name else None
    return None


def _complete(carried: str) -> str:
    """Return an address that stood in a path as it is written alone."""
    scheme, _, rest = carried.partition("/")
    if "%" in scheme:
        scheme, _, rest = unquote(carried).partition("/")
    return f"{scheme}//{rest.lstrip('/')}"


def _drop_parameters(address: str) -> str:
    """Return an address without the parameters that a proxy added to it."""
    start, mark, query = address.partition("?")
    kept = [one for one in query.split("&") if not _OF_PROXIES.fullmatch(one.partition("=")[0])]
    return f"{start}{mark}{'&'.join(kept)}" if any(kept) else start


def _loosen(parts: SplitResult) -> SplitResult:
    """Return what the addresses of one page have in common, for whatever screen it is made."""
    labels = parts.netloc.split(".")
    host = ".".join([*(one for one in labels[:-2] if one not in _SMALL), *labels[-2:]])
    pairs = (
        unquote(one)
        for one in parts.query.split("&")
        if not (_AMP_PARAMETER.fullmatch(one) or _PRINT_PARAMETER.fullmatch(one))
    )
    path = _PRINTED.sub("", re.sub(r"/{2,}", "/", unquote(parts.path)))
    return parts._replace(
        # A proxy writes dots as hyphens, and not all of them double those that were there.
        netloc=re.sub(r"[.-]+", "-", host),
        path=_AMP_PATH.sub("", path),
        query="&".join(sorted(pairs)),
    )
