"""What sites ask of programs in their robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from storage.article_import.web.fetch import AGENT, StatusError
from storage.article_import.web.urls import hide_user
from storage.errors import ReadError

if TYPE_CHECKING:
    from protego import Protego

LARGEST_RULES = 512 * 1024
"""Bytes of a robots.txt; the standard asks for 500 kibibytes."""
_LONGEST_DELAY = 10.0
"""Seconds between two requests that a site may ask for."""
_TOO_MANY = 429
_SERVER_FAILS = 500


class RobotsRules:
    """Asks each site once for its rules, and keeps them."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        """Make one; `fetch` returns what lies at an address, errors as those of `web.fetch`."""
        self._fetch = fetch
        self._known: dict[str, Protego | ReadError] = {}

    def ask_leave(self, address: str) -> float:
        """Return the seconds that the site wants between two requests, 0 where it says nothing.

        `ReadError` where it asks that this address be left alone, or cannot say.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._read(f"{site}/robots.txt")
        rules = self._known[site]
        if isinstance(rules, ReadError):
            raise rules
        if not rules.can_fetch(address, AGENT):
            raise ReadError(f"{hide_user(address)} is not to be read by programs, says robots.txt.")
        return min(float(rules.crawl_delay(AGENT) or 0), _LONGEST_DELAY)

    def _read(self, address: str) -> Protego | ReadError:
        from protego import Protego

        try:
            rules = self._fetch(address).decode("utf-8", "replace")
        except ReadError as error:
            if not _means_none(error):
                return ReadError(f"Whether programs may read the site is not known: {error}")
            rules = ""
        return Protego.parse(rules)


def _means_none(error: ReadError) -> bool:
    """Tell whether a site that was asked has no rules: it answered, and with none."""
    cause = error.__cause__
    if isinstance(cause, StatusError):
        return cause.status != _TOO_MANY and cause.status < _SERVER_FAILS
    return isinstance(cause, ReadError)
