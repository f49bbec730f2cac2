"""Addresses in every spelling, and what they lead to: nothing private is asked unasked."""

from __future__ import annotations

import ipaddress
import random
from contextlib import suppress
from pathlib import Path

from storage.article_import.web.fetch import fetch
from storage.errors import ReadError
from storage.paths import library_path
from tests.attack import network
from tests.attack.commands import check_library, try_call
from tests.attack.words import choose_field, choose_snippet, encodable
from tests.storage.article_import import made
from tests.storage.article_import.serving import Site, answering, redirecting, serving

_PUBLIC, _PUBLIC_V6 = "93.184.215.14", "2606:2800:21f:cb07::1"
_HOST = "gazette.example"
_PRIVATE = (
    *("127.0.0.1", "10.0.0.1", "172.16.9.9", "192.168.1.1", "100.64.0.1", "169.254.1.1"),
    *("169.254.169.254", "169.254.169.254", "169.254.169.254"),
    *("0.0.0.0", "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255"),
)
_PRIVATE_V6 = ("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1")


def attack(rng: random.Random, _folder: Path) -> str:
    """Fetch some addresses, alone and through a server that leads on to them; add some."""
    asked = network.current
    with serving() as site:
        port = int(site.address.rpartition(":")[2])
        asked.routes[_PUBLIC] = ("127.0.0.1", port)
        asked.names[_HOST] = [_PUBLIC]
        asked.names["mixed.example"] = [_PUBLIC, rng.choice(_PRIVATE)]
        asked.names["inside.example"] = [rng.choice((*_PRIVATE, *_PRIVATE_V6))]
        for _ in range(rng.randrange(3, 9)):
            _fetch_one(rng, site, port)
        kind = rng.choice(("alone", "redirected", "feed", "page"))
        if kind in ("feed", "page"):
            _add_one(rng, site, port, kind)
    check_library(library_path())
    return kind


def _fetch_one(rng: random.Random, site: Site, port: int) -> None:
    """Fetch an address, or one that leads to it; it comes, or a sentence says why not."""
    target = spell_address(rng, port)
    allow_local = rng.random() < 0.5
    address = target
    if rng.random() < 0.5:
        path = f"/{rng.randrange(10**6)}"
        status = rng.choice((301, 302, 303, 307, 308))
        place = encodable(target).replace("\r", "").replace("\n", "")
        site.put(path, redirecting(place.encode().decode("latin-1"), status))
        inside = rng.random() < 0.5
        address = f"{site.address if inside else f'http://{_HOST}:{port}'}{path}"
    typed = rng.choice((None, address, site.address, f"http://{_HOST}/"))
    named = address if typed is None else typed
    allowed = _find_own(named) if allow_local else set()
    network.current.own = allowed
    with suppress(ReadError):
        fetch(address, typed=typed, allow_local=allow_local, seconds=5)
    network.current.own = set()
    wrong = network.current.wrong
    assert not wrong, f"{address!r} to {target!r}, typed {typed!r}, local {allow_local}: {wrong}"


def _find_own(address: str) -> set[tuple[str, int]]:
    """Return the places that somebody may mean who types that address."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(address.strip())
        ports = {parts.port} if parts.port not in (None, 80, 443) else {80, 443}
        found = network.current.getaddrinfo(parts.hostname, 80)
    except (OSError, ValueError):
        return set()
    return {(place[0], port or 0) for *_, place in found for port in ports}


def _add_one(rng: random.Random, site: Site, port: int, kind: str) -> None:
    """Add a page, or the entries of a feed that leads to hostile places."""
    if kind == "page":
        field = encodable(choose_field(rng))
        head = f'<link rel="canonical" href="{spell_address(rng, port)}"><title>{field}</title>'
        content_type = rng.choice(("text/html", "text/html; charset=utf-7", "", "x/y", field[:90]))
        content_type = content_type.encode("ascii", "ignore").decode().replace("\n", "")
        body = made.page(encodable(head))
        site.put(
            "/page", answering(body, content_type.replace("\r", ""), rng.choice((200, 206, 404)))
        )
        try_call("add", rng.choice(("--allow-local", "--")), f"http://{_HOST}:{port}/page")
        return
    links = [spell_address(rng, port) for _ in range(rng.randrange(1, 6))]
    items = [
        made.item("Owl", encodable(link).replace("&", "&amp;").replace("<", "")) for link in links
    ]
    site.put("/feed", answering(made.rss(*items), "application/rss+xml"))
    options = ["--entries", "all"] + ["--allow-local"] * (rng.random() < 0.5)
    host = _HOST
    if "--allow-local" in options and rng.random() < 0.5:
        host = "127.0.0.1"
        network.current.own.add((host, port))
    try_call("add", *options, f"http://{host}:{port}/feed")


def spell_address(rng: random.Random, port: int) -> str:
    """Return an address, in one of the many ways in which one is written; or what is none."""
    host = _spell_host(rng)
    if rng.random() < 0.5:
        return f"http://{host}{rng.choice((f':{port}', ''))}/latest/meta-data/"
    scheme = rng.choice(("http", "http", "https", "HTTP", "ftp", "file", "javascript", "hTtP"))
    user = rng.choice(("", "", "", "owl@", "owl:barn@", "owl%40:@", "@", ":@", f"{_HOST}@"))
    end = rng.choice((f":{port}", "", ":80", ":443", ":0", ":99999", ":", ":-1", ":x"))
    path = rng.choice(("/", "", "/owl", "?q=1", "#x", "/%00", "/a b", "\\x"))
    if rng.random() < 0.15:
        path += choose_snippet(rng)[:200]
    slashes = rng.choice(("//", "//", "//", "//", "/", "///", "\\\\", ""))
    return f"{rng.choice(('', '', '', ' '))}{scheme}:{slashes}{user}{host}{end}{path}"


def _spell_host(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.15:
        return rng.choice((_HOST, "mixed.example", "inside.example", "localhost", "LOCALHOST."))
    if kind < 0.25:
        return rng.choice(
            (
                "",
                ".",
                "..",
                "a" * 70,
                "xn--",
                "ß.example",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                choose_snippet(rng)[:80],
            )
        )
    if kind < 0.55:
        return _spell_ipv4(rng, rng.choice((*_PRIVATE, _PUBLIC)))
    return f"[{_spell_ipv6(rng)}]"


def _spell_ipv4(rng: random.Random, address: str) -> str:
    """Return an address of the old internet as programs in C read it."""
    number = int(ipaddress.IPv4Address(address))
    bytes_ = list(number.to_bytes(4, "big"))
    how = rng.randrange(7)
    if how == 0:
        return str(number)
    if how == 1:
        return hex(number)
    if how == 2:
        return oct(number).replace("0o", "0")
    if how == 3:
        return ".".join(rng.choice((str, hex, lambda one: f"0{one:o}"))(one) for one in bytes_)
    if how == 4:
        return f"{bytes_[0]}.{number & 0xFFFFFF}"
    if how == 5:
        return f"{bytes_[0]}.{bytes_[1]}.{number & 0xFFFF}"
    return address + rng.choice(("", "", ".", "%00", "."))


def _spell_ipv6(rng: random.Random) -> str:
    """Return an IPv6 address, one of the old internet in it in any of the ways."""
    old = ipaddress.IPv4Address(rng.choice((*_PRIVATE, _PUBLIC)))
    number = int(old)
    carried = (
        f"::ffff:{old}",
        f"::{old}",
        f"64:ff9b::{old}",
        f"::ffff:0:{old}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
        f"64:ff9b:1::{number >> 16:x}:{number & 0xFFFF:x}",
        f"::ffff:{number >> 16:x}:{number & 0xFFFF:x}",
    )
    plain = rng.choice((rng.choice(_PRIVATE_V6), rng.choice(carried), _PUBLIC_V6))
    if rng.random() < 0.3 and "." not in plain:
        plain = ipaddress.IPv6Address(plain).exploded.upper()
    return plain + rng.choice(("", "", "", "%25lo", "%lo", "%251", "%", "%25"))
