"""Fetching one thing from the web: one request, its redirects, and limits that hold."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from storage.article_import.file_types import may_be_read
from storage.article_import.guess_metadata import extract_site
from storage.article_import.web.urls import check_address, hide_user, strip_user
from storage.errors import ReadError
from storage.wording.terminal_text import reveal_line, shorten

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

SECONDS = 20.0
"""From the first look for the host to the last byte, over all redirects."""
MOST = 10 * 2**20
"""Bytes of a body, unpacked."""
_MOST_REDIRECTS = 10
_PIECE = 65_536
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Copydesk)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_UNPACKED = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_REDIRECTS = (301, 302, 303, 307, 308)
_SENTENCES = {
    401: "asks for a password",
    402: "asks for money",
    403: "is refused to Copydesk (403); save the page in the browser and add that file",
    404: "is not there (404)",
    410: "is not there any more (410)",
    429: "is refused for now, as too much was asked of that site (429)",
    451: "may not be shown for legal reasons (451)",
}


class FetchedFile(NamedTuple):
    """What came: bytes, and what the server said of them."""

    data: bytes
    url: str
    """Where it was in the end, after redirects."""
    content_type: str
    charset: str


def fetch(
    address: str, *, allow_local: bool = False, seconds: float = SECONDS, most: int = MOST
) -> FetchedFile:
    """Fetch what lies at a web address.

    `ReadError` in a full sentence where that is not possible: no such host, no answer in time, a
    status that is no success, more than `most` bytes, a kind that is not read, or an address
    that is not public while `allow_local` is not set.
    """
    errand = _Errand(check_address(address), allow_local, seconds, most)
    # A thread: neither the search for a host nor a server that sends a byte a second can be told
    # to end; so nobody waits for them longer than the time there is.
    thread = threading.Thread(target=errand.run, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        late = thread.is_alive()
        errand.end()
    if late:
        raise ReadError(f"{hide_user(address)} did not answer within {seconds:.0f} seconds.")
    if isinstance(errand.failure, ReadError):
        raise ReadError(str(errand.failure)) from errand.failure
    if errand.failure is not None:
        raise ReadError(_describe_failure(hide_user(address), errand.failure, seconds)) from None
    assert errand.fetched is not None
    return errand.fetched


class _Errand:
    """One fetch, done in a thread of its own."""

    def __init__(self, address: str, allow_local: bool, seconds: float, most: int) -> None:
        self.fetched: FetchedFile | None = None
        self.failure: Exception | None = None
        self._address = address
        self._allow_local = allow_local
        self._deadline = time.monotonic() + seconds
        self._most = most
        self._handles: list[socket.socket] = []

    def run(self) -> None:
        """Do it; leaves what came, or why nothing did."""
        try:
            self.fetched = self._follow()
        except Exception as error:  # whoever waits for it says what it means
            self.failure = error
        finally:
            self.end()

    def end(self) -> None:
        """Break off the connection; who still reads from it hears of it at once."""
        while self._handles:
            with self._handles.pop() as handle, contextlib.suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)

    def _follow(self) -> FetchedFile:
        address = self._address
        for _ in range(_MOST_REDIRECTS + 1):
            with self._open(address) as response:
                place = response.headers.get("Location")
                if response.status not in _REDIRECTS or not place:
                    return self._take(response, address)
            self.end()
            address = check_address(strip_user(urljoin(address, place)))
        raise ReadError(
            f"{hide_user(self._address)} leads from one address to the next without end."
        )

    @contextlib.contextmanager
    def _open(self, address: str) -> Iterator[BaseHTTPResponse]:
        from urllib3 import Timeout

        from storage.article_import.web.public_connections import make_pool

        parts = urlsplit(address)
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        asked = make_pool(
            parts.scheme,
            parts.hostname or "",
            parts.port or (443 if parts.scheme == "https" else 80),
            deadline=self._deadline,
            handles=self._handles,
            allow_local=self._allow_local,
        )
        with asked:
            response = asked.urlopen(
                "GET",
                f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}",
                headers=_HEADERS,
                timeout=Timeout(left),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                yield response
            finally:
                response.close()

    def _take(self, response: BaseHTTPResponse, address: str) -> FetchedFile:
        told = hide_user(address)
        if not 200 <= response.status < 300:
            raise ReadError(f"{told} {_describe_status(response.status)}.")
        content_type = response.headers.get("Content-Type") or ""
        if not may_be_read(content_type):
            named = shorten(reveal_line(content_type.partition(";")[0]), 60)
            raise ReadError(f"{told} is {named}, not a text.")
        packed = (response.headers.get("Content-Encoding") or "").lower().split(",")
        if not {one.strip() for one in packed} <= _UNPACKED:
            raise ReadError(f"{told} is packed in a way that Copydesk did not ask for.")
        data = self._read_body(response, told)
        if not data.strip():
            raise ReadError(f"{told} is empty.")
        return FetchedFile(data, address, content_type, _find_charset(content_type))

    def _read_body(self, response: BaseHTTPResponse, told: str) -> bytes:
        too_large = ReadError(f"{told} is larger than {self._most / 2**20:.0f} MB.")
        length = response.headers.get("Content-Length") or ""
        if length.isdecimal() and len(length) > 15:
            raise too_large
        if length.isdecimal() and int(length) > self._most:
            raise too_large
        data = bytearray()
        while piece := response.read(_PIECE, decode_content=True):
            data += piece
            if len(data) > self._most:
                raise too_large
            if time.monotonic() > self._deadline:
                raise TimeoutError
        return bytes(data)


def _describe_status(status: int) -> str:
    if status in _SENTENCES:
        return _SENTENCES[status]
    if status >= 500:
        return f"cannot be had now: the site has a fault ({status})"
    return f"cannot be had: the site answers {status}"


def _find_charset(content_type: str) -> str:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    return found[1] if found else ""


def _describe_failure(told: str, failure: Exception, seconds: float) -> str:
    """Say in one sentence what came between, whatever urllib3 wrapped it in."""
    import ssl

    from urllib3 import exceptions

    from storage.article_import.web.public_connections import PrivateAddressError, list_causes

    causes = tuple(list_causes(failure))

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if is_any(PrivateAddressError):
        return f"{told} lies in a private network; `copydesk add --allow-local` reads it."
    if is_any(exceptions.NameResolutionError, exceptions.LocationParseError):
        host = extract_site(told)
        return f"No site goes by the name of {host}, or this machine is offline."
    if is_any(ConnectionRefusedError):
        return f"{told} refuses the connection."
    if is_any(exceptions.NewConnectionError):
        return f"{told} cannot be reached; this machine may be offline."
    if is_any(TimeoutError, exceptions.TimeoutError):
        return f"{told} did not answer within {seconds:.0f} seconds."
    if is_any(ssl.SSLError, exceptions.SSLError):
        return f"{told} cannot prove that it is what it says it is: its certificate does not hold."
    if is_any(exceptions.DecodeError):
        return f"{told} came damaged: it cannot be unpacked."
    return f"{told} broke off before all of it had come."
