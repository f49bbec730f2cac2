"""Connections to public addresses only.

The name of a host is resolved once, each address is checked, and the connection goes to the
address that was checked: a name that means another address a moment later gains nothing. No proxy
is used, whatever the environment says: a proxy resolves names by itself, so that nothing could
be checked.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

_CARRIES_IPV4 = ipaddress.IPv6Network("64:ff9b::/96")
"""Where IPv6 networks put the addresses of the old internet (NAT64, RFC 6052)."""
_CARRIES_IPV4_HERE = ipaddress.IPv6Network("64:ff9b:1::/48")
"""The same within one network, which may put them into any part of it (RFC 8215)."""
_SECRETS = frozenset(
    map(
        ipaddress.ip_address,
        (
            *("100.100.100.200", "192.0.0.192", "168.63.129.16"),  # Alibaba, Oracle, Azure
            *("fd00:ec2::254", "fd20:ce::254", "fd00:42::42"),  # Amazon, Google, Scaleway
        ),
    )
)
"""Where clouds keep the secrets of a machine, beside the link-local 169.254.169.254."""

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateAddressError(Exception):
    """The host lies in a network that only this machine or its neighbours see."""


class LinkLocalAddressError(Exception):
    """The host is one that is never asked, see `is_link_local`."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet, also one inside another."""
    ip = _parse_ip(address)
    if ip is None:
        return False
    carried = _find_carried(ip)
    if carried:
        return all(is_public(str(one)) for one in carried)
    if isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_unspecified or ip.is_reserved)


def is_link_local(address: str) -> bool:
    """Tell whether an IP address is link-local or of a cloud's secrets, also one inside another.

    Nobody publishes there; machines in a cloud learn their passwords there. False for what is no
    IP address.
    """
    ip = _parse_ip(address)
    if ip is None:
        return False
    return any(one.is_link_local or one in _SECRETS for one in (ip, *_find_carried(ip)))


def _parse_ip(address: str) -> _IPAddress | None:
    try:
        # A zone names one of this machine's networks.
        return ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None


def _find_carried(ip: _IPAddress) -> list[ipaddress.IPv4Address]:
    """Return the addresses of the old internet that an address stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    number = int(ip)
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    last = ipaddress.IPv4Address(number & 0xFFFFFFFF)
    if ip in _CARRIES_IPV4 or ip in _CARRIES_IPV4_HERE or number >> 32 in (0, 0xFFFF0000):
        found.append(last)
    if ip in _CARRIES_IPV4_HERE:
        # RFC 6052 leaves the byte after the 64th bit free.
        found.append(ipaddress.IPv4Address(number >> 48 & 0xFFFF0000 | number >> 40 & 0xFFFF))
    if number >> 32 & 0xFDFFFFFF == 0x5EFE:  # ISATAP, RFC 5214
        found.append(last)
    return [one for one in found if one is not None]


class _PublicHTTPConnection(HTTPConnection):
    """Connects to an address that was checked just before."""

    allow_local = False
    deadline = 0.0
    """When, on the monotonic clock, there is no use in going on."""
    handles: ClassVar[list[socket.socket]]
    """Where a second handle of each connection is left, by which another thread can end it."""

    def _new_conn(self) -> socket.socket:
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(self.host, self, reason) from error
        addresses = [str(place[0]) for *_, place in found]
        if any(map(is_link_local, addresses)):
            raise LinkLocalAddressError
        if not self.allow_local and not all(map(is_public, addresses)):
            raise PrivateAddressError
        failure: OSError | None = None
        for family, kind, protocol, _, place in found:
            left = self.deadline - time.monotonic()
            if left <= 0:
                break
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(left)
                connection.connect(place)
            except OSError as error:
                connection.close()
                failure = error
            else:
                self.handles.append(connection.dup())
                return connection
        if failure is None or isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, "too late")
        raise NewConnectionError(self, str(failure)) from failure


class _PublicHTTPSConnection(_PublicHTTPConnection, HTTPSConnection):
    """The same, with TLS over it."""


@cache
def _load_certificates() -> ssl.SSLContext:
    """Return the certificates of the system and, as some systems bring none, those of certifi."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def make_pool(
    scheme: str,
    host: str,
    port: int,
    *,
    deadline: float,
    handles: list[socket.socket],
    allow_local: bool,
) -> HTTPConnectionPool:
    """Return what asks that host, until `deadline` on the monotonic clock.

    `LinkLocalAddressError`; once it is asked for something that too, unless `allow_local` is set
    `PrivateAddressError`, or what urllib3 raises.
    """
    if is_link_local(host):  # with a zone it may not be one that can be resolved
        raise LinkLocalAddressError
    base = _PublicHTTPSConnection if scheme == "https" else _PublicHTTPConnection
    # The pool makes its connections itself, from a class.
    known = {"allow_local": allow_local, "deadline": deadline, "handles": handles}
    made = type(base.__name__, (base,), known)
    pool: HTTPConnectionPool
    if scheme == "https":
        pool = HTTPSConnectionPool(host, port, ssl_context=_load_certificates(), maxsize=1)
    else:
        pool = HTTPConnectionPool(host, port, maxsize=1)
    pool.ConnectionCls = made
    return pool


def list_causes(error: BaseException) -> Iterator[BaseException]:
    """Return an error and all that it came from."""
    seen: set[int] = set()
    pending: list[object] = [error]
    while pending:
        one = pending.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            pending += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
