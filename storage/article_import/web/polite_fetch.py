"""Asking again for what is known: no more often than needed, and only where a site wants it."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from storage.article_import.web.fetch import FetchedFile, fetch
from storage.article_import.web.robots import LARGEST_RULES, RobotsRules
from storage.article_import.web.urls import check_address, hide_user
from storage.errors import ReadError
from storage.tables.page_validators import Validators

SECONDS_BETWEEN = 1.0
"""Between two requests to one host, or more where it asks for that."""


class HostPace:
    """Waits so long that no host is asked too often."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        """When each host may be asked again."""

    def wait(self, host: str, seconds: float = SECONDS_BETWEEN) -> None:
        """Wait until `host` may be asked; the next one then waits for at least `seconds`."""
        left = self._free.get(host, 0.0) - self._clock()
        if left > 0:
            self._sleep(left)
        self._free[host] = self._clock() + max(seconds, SECONDS_BETWEEN)


class PoliteFetcher:
    """Fetches as `web.fetch` does, at a pace, by the rules of each site, and only what is new.

    To be used by one thread at a time.
    """

    def __init__(self, pace: HostPace | None = None) -> None:
        self._pace = pace or HostPace()
        self._allowed: tuple[str, bool] = "", False
        self._robots = RobotsRules(self._fetch_rules)
        self.known = Validators()
        """What to ask the next page with."""
        self.given = Validators()
        """What the server of the last page gave."""
        self.is_unchanged = False
        """Whether the last page is what it was."""

    def fetch(
        self, address: str, *, typed: str | None = None, allow_local: bool = False
    ) -> FetchedFile:
        """Fetch a page; see `web.fetch`.

        `ReadError` also where the site does not want programs to read it, and where it is what it
        was, as `is_unchanged` says then.
        """
        self._allowed = typed or address, allow_local
        self.is_unchanged = False
        self.given = Validators()
        first = check_address(address)
        self._admit(first)  # here, so that to wait takes nothing from the time for the answer
        asked = {"If-None-Match": self.known.etag, "If-Modified-Since": self.known.last_modified}
        is_first = True

        def admit(next_address: str) -> None:
            nonlocal is_first
            if not is_first:
                self._admit(next_address)
            is_first = False

        fetched = fetch(
            first,
            typed=self._allowed[0],
            allow_local=allow_local,
            headers={name: value for name, value in asked.items() if value},
            before=admit,
        )
        self.is_unchanged = fetched.is_unchanged
        if fetched.is_unchanged:
            raise ReadError(f"{hide_user(address)} has not changed.")
        self.given = Validators(fetched.etag, fetched.last_modified)
        return fetched

    def _admit(self, address: str) -> None:
        delay = self._robots.ask_leave(address)
        self._pace.wait(urlsplit(address).hostname or "", delay)

    def _fetch_rules(self, address: str) -> bytes:
        self._pace.wait(urlsplit(address).hostname or "")
        typed, allow_local = self._allowed
        return fetch(address, typed=typed, allow_local=allow_local, most=LARGEST_RULES).data
