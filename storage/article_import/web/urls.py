"""Web addresses: what may be fetched, what an article's address is, what may be shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from storage.errors import ReadError
from storage.web_addresses import has_web_scheme, split_address

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_TRACKING_NAMES = frozenset(
    """
    __twitter_impression _branch_match_id _ga _gl _hsenc _hsmi _openstat at_campaign
    at_campaign_type at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_origin
    at_link_type at_medium cmp cmpid dclid elqtrack elqtrackid epik fbclid gad_source gbraid gclid
    gclsrc guccounter guce_referrer guce_referrer_sig hootpostid hsctatracking igsh igshid ito
    li_fat_id mc_cid mc_eid mibextid mkt_tok msclkid ns_campaign ns_fee ns_linkname ns_mchannel
    ns_source ocid pk_campaign pk_cid pk_content pk_keyword pk_kwd pk_medium pk_source rb_clickid
    rdt_cid ref_src ref_url s_cid s_kwcid sfnsn smid smtyp soc_src soc_trk spm sr_share srsltid
    tpcc trk ttclid twclid wbraid wt_mc wt_mc_o wt_zmc wtrid xtor yclid ysclid
    """.split()
)
_TRACKING_FAMILIES = ("utm_", "mtm_", "matomo_", "itm_", "hsa_", "gaa_", "oly_", "vero_")
"""How parameters begin, or are called, that say how a reader came, and never which article it is.

Short words that some sites use for either ("source", "ref", "cid") are none of these.
"""
_USER = re.compile(r"(?<=://)[^/?#]*@")


def is_address(name: str) -> bool:
    """Tell whether `name` is meant as a web address, or one of another scheme, and not a file."""
    return bool(_SCHEME.match(name))


def hide_user(address: str) -> str:
    """Return an address as it may be told and kept: without user name and password."""
    clean = strip_user(address)
    try:
        _ = urlsplit(clean).port
    except ValueError:
        # What cannot be understood may have a password anywhere before its last @.
        scheme, _, rest = clean.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"
    return clean


def strip_user(address: str) -> str:
    """Return an address without the user name and password in it."""
    return _USER.sub("", address)


def check_address(address: str) -> str:
    """Return an address that may be asked for, without its fragment.

    `ReadError` for another scheme, a name or password in it, and what is no address.
    """
    told = hide_user(address)
    if not has_web_scheme(address):
        raise ReadError(f"{told} is not a web address; use http or https.")
    parts = split_address(address)
    if parts is None:
        raise ReadError(f"{told} is not a valid web address.")
    if "@" in parts.netloc:
        raise ReadError(f"The address {told} contains a user name; remove it.")
    return urlunsplit(parts._replace(fragment=""))


def is_same_site(address: str, other: str) -> bool:
    """Tell whether two addresses lie on one server: one host, one port.

    The usual ports of http and https count as one. False where one of them is no web address.
    """
    site = _find_site(address)
    return site is not None and site == _find_site(other)


def _find_site(address: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(check_address(address))
    except ReadError:
        return None
    return parts.hostname or "", 443 if parts.port in (None, 80, 443) else parts.port


def canonicalize(address: str) -> str:
    """Return the address that an article is known by: no fragment, nothing that tracks readers.

    `ReadError` where it is none.
    """
    parts = urlsplit(check_address(address))
    pairs = parts.query.split("&")
    query = "&".join(pair for pair in pairs if not _tracks(pair.partition("=")[0].lower()))
    host = parts.netloc.lower().removesuffix({"http": ":80", "https": ":443"}[parts.scheme])
    known_as = urlunsplit(parts._replace(netloc=host, path=parts.path or "/", query=query))
    # What was taken off may have stood behind a blank, which is at the end now.
    return known_as if known_as == address else canonicalize(known_as)


def _tracks(name: str) -> bool:
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_FAMILIES)
