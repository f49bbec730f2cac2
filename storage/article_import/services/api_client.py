"""Asking the API of a service for JSON: GET alone, one request after another, no redirects.

A redirect is not followed, for it might lead a token elsewhere. A server that asks for patience is
given it, within limits.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit

from storage.article_import.services.json_document import Part, parse
from storage.article_import.web.describe_failure import Way, describe_failure
from storage.article_import.web.urls import check_address
from storage.errors import ExchangeError, ReadError
from storage.limits import LARGEST_BODY, SECONDS_OF_FETCHING

if TYPE_CHECKING:
    import socket

    from urllib3.response import BaseHTTPResponse

_PIECE = 65_536
_WHOLE, _NOTHING, _NOT_FOUND = 200, 400, 404
_BUSY = (429, 503)
_TRIES = 4
_MOST_SECONDS = 60
"""That are waited for a server which is busy, each time."""
_USUAL_SECONDS = 5
"""The same where it does not say for how long it is."""
_TOKEN = re.compile(r"[!-~]+")


class ApiAnswer(NamedTuple):
    """What a server answered."""

    document: Part
    total: int | None
    """How many things there are in all, where it says so beside the document."""


class ApiClient:
    """Asks one API; what it raises is a `ReadError`, in a sentence that never has the token."""

    def __init__(
        self,
        called: str,
        address: str,
        *,
        token: str = "",
        is_own: bool = False,
        refusals: Mapping[int, str] | None = None,
        hint: str = "",
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """Make a client of the API at `address`.

        `is_own` is set where a person named the address, or it is of this machine: then it may lie
        in a private network. `refusals` says of a status what it means, in words that follow
        `called`; `hint` what to do where nothing answers.
        """
        self._called = called
        self._address = check_address(address).rstrip("/")
        self._is_own = is_own
        self._refusals = refusals or {}
        self._hint = hint
        self._wait = wait
        self._headers = {
            "User-Agent": "Copydesk (import)",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        if token:
            self._headers["Authorization"] = f"Bearer {self._check_token(token)}"

    def get(self, path: str, **query: str | int) -> ApiAnswer:
        """Return what lies at a path below the address."""
        found = self.find(path, **query)
        if found is None:
            raise ReadError(f"{self._called} {self._describe_status(_NOT_FOUND)}.")
        return found

    def find(self, path: str, **query: str | int) -> ApiAnswer | None:
        """Return what lies at a path below the address; None where nothing does."""
        status, headers, body = self._ask_patiently(path, query)
        if status == _NOT_FOUND:
            return None
        if status != _WHOLE:
            raise ReadError(f"{self._called} {self._describe_status(status)}.")
        total = headers.get("total-results", "")
        try:
            return ApiAnswer(parse(body), int(total) if total.isdecimal() else None)
        except ExchangeError as error:
            raise ReadError(f"{self._called} does not answer in JSON: {error}.") from error

    def find_place(self, path: str) -> str:
        """Return where a path below the address leads, without going there; empty for nowhere."""
        status, headers, _ = self._ask_patiently(path, {})
        if 300 <= status < 400:
            return headers.get("location", "")
        if status in (_WHOLE, _NOTHING, _NOT_FOUND):
            return ""
        raise ReadError(f"{self._called} {self._describe_status(status)}.")

    def _ask_patiently(
        self, path: str, query: Mapping[str, str | int]
    ) -> tuple[int, dict[str, str], bytes]:
        for _ in range(_TRIES - 1):
            status, headers, body = self._ask(path, query)
            if status not in _BUSY:
                return status, headers, body
            self._wait(_read_patience(headers))
        return self._ask(path, query)

    def _ask(self, path: str, query: Mapping[str, str | int]) -> tuple[int, dict[str, str], bytes]:
        from urllib3.exceptions import HTTPError

        from storage.article_import.web.public_connections import (
            LinkLocalAddressError,
            PrivateAddressError,
        )
        from storage.article_import.web.unpack import TooLargeError

        handles: list[socket.socket] = []
        try:
            return self._ask_once(path, query, handles)
        except (
            HTTPError,
            OSError,
            LinkLocalAddressError,
            PrivateAddressError,
            TooLargeError,
        ) as failure:
            way = Way(self._address, self._address, is_typed=False)
            said = describe_failure(way, failure, SECONDS_OF_FETCHING, LARGEST_BODY)
            hint = f"; {self._hint}." if self._hint else "."
            raise ReadError(f"{said.removesuffix('.')}{hint}") from None
        finally:
            for handle in handles:
                handle.close()

    def _ask_once(
        self, path: str, query: Mapping[str, str | int], handles: list[socket.socket]
    ) -> tuple[int, dict[str, str], bytes]:
        from urllib3 import Timeout

        from storage.article_import.web.public_connections import make_pool

        deadline = time.monotonic() + SECONDS_OF_FETCHING
        parts = urlsplit(self._address)
        asked = make_pool(
            parts.scheme,
            parts.hostname or "",
            parts.port or (443 if parts.scheme == "https" else 80),
            deadline=deadline,
            handles=handles,
            allow_local=self._is_own,
        )
        with asked:
            response = asked.urlopen(
                "GET",
                f"{parts.path}/{path}{'?' if query else ''}{urlencode(query)}",
                headers=self._headers,
                timeout=Timeout(SECONDS_OF_FETCHING),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                headers = {name.lower(): value for name, value in response.headers.items()}
                return response.status, headers, _read_body(response, deadline)
            finally:
                response.close()

    def _check_token(self, token: str) -> str:
        host = urlsplit(self._address).hostname or ""
        is_here = host == "localhost" or host.startswith("127.") or host == "::1"
        if not self._address.startswith("https://") and not is_here:
            raise ReadError(f"{self._called} is sent a token by https:// only; mend its address.")
        if not _TOKEN.fullmatch(token):
            raise ReadError(f"The token for {self._called} has signs that no token has.")
        return token

    def _describe_status(self, status: int) -> str:
        if status in self._refusals:
            return self._refusals[status]
        if 300 <= status < 400:
            return f"has moved ({status}); set its address to where it is now"
        if status in _BUSY:
            return f"is busy ({status}); try again later"
        return f"does not give that ({status})"


def _read_body(response: BaseHTTPResponse, deadline: float) -> bytes:
    from storage.article_import.web.unpack import TooLargeError

    data = bytearray()
    while piece := response.read(_PIECE, decode_content=False):
        data += piece
        if len(data) > LARGEST_BODY:
            raise TooLargeError
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(data)


def _read_patience(headers: Mapping[str, str]) -> float:
    """Return the seconds that a busy server asks for."""
    asked = headers.get("retry-after", "")
    seconds = int(asked) if asked.isdecimal() and len(asked) < 9 else _USUAL_SECONDS
    return min(seconds, _MOST_SECONDS)


def write_document(found: object) -> bytes:
    """Return what a service gave as a file."""
    return json.dumps(found).encode()
