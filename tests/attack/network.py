"""A network in which nothing but this machine is ever reached, and all that is asked is noted."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

_connect = socket.socket.connect
_getaddrinfo = socket.getaddrinfo

# As IANA's registries of special addresses have them, and what clouds keep secrets at.
_NOT_PUBLIC = [
    ipaddress.ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/29", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("::/127", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32"),
    )
]
_NEVER = [
    ipaddress.ip_network(block)
    for block in ("169.254.0.0/16", "fe80::/10", "100.100.100.200/32", "fd00:ec2::254/128")
]


def list_meant(address: str) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Return an IP address and that of the old internet which it carries, in any of the ways."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    number, last = int(ip), ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    carried = number >> 32 in (0, 0xFFFF, 0xFFFF0000, 0x64FF9B << 64)
    found = [last] if carried and number > 0xFFFF else []
    if number >> 112 == 0x2002:
        found.append(ipaddress.IPv4Address(number >> 80 & 0xFFFFFFFF))
    return [ip, *found]


def is_public(address: str) -> bool:
    """Tell whether an address is one of the internet, whatever it carries."""
    meant = list_meant(address)
    return not any(one in block for one in meant for block in _NOT_PUBLIC)


def is_never_asked(address: str) -> bool:
    """Tell whether an address is one that nobody may be led to ask."""
    return any(one in block for one in list_meant(address) for block in _NEVER)


def _is_this_machine(address: str) -> bool:
    return address == "::1" or address.startswith("127.")


@dataclass
class Network:
    """What was asked for, and what stands for the rest of the world."""

    names: dict[str, list[str]] = field(default_factory=dict)
    """The addresses of hosts; others are not known."""
    routes: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Where on this machine a public address leads; others refuse a connection."""
    asked: list[tuple[str, int]] = field(default_factory=list)
    """Each connection that was asked for."""
    wrong: list[tuple[str, int]] = field(default_factory=list)
    """Those that should not have been."""
    own: set[tuple[str, int]] = field(default_factory=set)
    """Places that may be asked though they are not public."""

    def connect(self, given: socket.socket, place: Any) -> None:
        if given.family not in (socket.AF_INET, socket.AF_INET6):
            _connect(given, place)  # of processes among themselves
            return
        host, port = str(place[0]), int(place[1])
        self.asked.append((host, port))
        if is_never_asked(host) or not (is_public(host) or (host, port) in self.own):
            self.wrong.append((host, port))
        if _is_this_machine(host):
            _connect(given, place)
        elif host in self.routes and given.family == socket.AF_INET:
            _connect(given, self.routes[host])
        else:
            raise ConnectionRefusedError(111, "Connection refused")

    def connect_ex(self, given: socket.socket, place: Any) -> int:
        try:
            self.connect(given, place)
        except OSError as error:
            return error.errno or 1
        return 0

    def getaddrinfo(self, host: Any, port: Any, *more: Any, **named: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str):
            name.encode("idna" if len(name) < 64 else "ascii")  # as the true one, it may raise
        found = self.names.get(str(name).rstrip(".").lower(), [name])
        answers: list[Any] = []
        for one in found:
            numeric = {"flags": socket.AI_NUMERICHOST} | named
            answers += _getaddrinfo(one, port, *more, **numeric)
        return answers


current = Network()
"""That of the attack that is going on."""


@contextmanager
def guarded() -> Iterator[Network]:
    """Give a block a network; `AssertionError` where something wrong was asked for in it."""
    global current
    current = network = Network({"localhost": ["127.0.0.1"]})
    patched: Mapping[str, Any] = {
        "connect": lambda given, place: network.connect(given, place),
        "connect_ex": lambda given, place: network.connect_ex(given, place),
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, function in patched.items():
            patch.setattr(socket.socket, name, function)
        patch.setattr(socket, "getaddrinfo", network.getaddrinfo)
        yield network
    assert not network.wrong, f"asked {network.wrong[:3]}"
