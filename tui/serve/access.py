"""Who may ask the server for anything.

A page of another site, open in the same browser, can send requests here, too. It cannot name a host
of its own choosing once names are checked (or a name of its own, turned to this machine, would make
it this site), nor say that it comes from here.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Collection
from urllib.parse import urlsplit

TOKEN_VARIABLE = "COPYDESK_TOKEN"
"""The environment variable that may hold the token; no reader's process has it."""
SHORTEST_TOKEN = 8
"""Characters."""
_OWN = "same-origin"


class Access:
    """What is asked of a request; with an empty token nobody has to know one."""

    def __init__(self, token: str, names: Collection[str] = ()) -> None:
        """Make one; `names` are hosts that browsers may call it besides its addresses.

        Without a token it may be called by addresses of this very machine alone.
        """
        self._token = token
        self._names = {"localhost", *(name.lower().rstrip(".") for name in names)}
        self.cookie = secrets.token_urlsafe(32)
        """What a browser shows once it gave the token; another one at each start."""

    @property
    def needs_token(self) -> bool:
        """Whether the token has to be given."""
        return bool(self._token)

    def is_token(self, given: str) -> bool:
        """Tell, in a time that does not depend on it, whether that is the token."""
        return hmac.compare_digest(_encode(given), _encode(self._token))

    def is_cookie(self, given: str) -> bool:
        """Tell, likewise, whether that is the cookie of a browser that gave the token."""
        return not self._token or hmac.compare_digest(_encode(given), _encode(self.cookie))

    def is_host(self, host: str) -> bool:
        """Tell whether a `Host` header names this server.

        An address is no name that somebody could turn to it.
        """
        name = _find_name(host)
        if name is None:
            return False
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name.rstrip(".") in self._names
        return address.is_loopback or self.needs_token

    def is_origin(self, origin: str, host: str) -> bool:
        """Tell whether an `Origin` header is that of a page of this server, asked as `host`."""
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()

    def is_from_here(self, site: str | None, mode: str | None, path: str) -> bool:
        """Tell by `Sec-Fetch-Site` and `-Mode` whether a page of this server, or nobody's, asks.

        The first page may be gone to from anywhere. What is not said is of a browser that does not
        say it: then the origin and the cookie must do.
        """
        return site in (None, _OWN, "none") or (path == "/" and mode == "navigate")


def _encode(given: str) -> bytes:
    return given.encode("utf-8", "surrogatepass")  # a header may hold any bytes


def _find_name(host: str) -> str | None:
    """Return the name in a `Host` header, without its port; None where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    is_plain = not parts.path and "@" not in parts.netloc
    return parts.hostname if is_plain and not parts.query and not parts.fragment else None
