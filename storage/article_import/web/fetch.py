"""Fetching one thing from the web: one request, its redirects, and limits that hold."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urljoin, urlsplit

from storage.article_import.file_types import may_be_read
from storage.article_import.web.describe_failure import Way, describe_failure, describe_status
from storage.article_import.web.unpack import KNOWN, TooLargeError, unpack
from storage.article_import.web.urls import check_address, hide_user, is_same_site, strip_user
from storage.errors import ReadError
from storage.limits import LARGEST_BODY, MOST_PACKINGS, MOST_REDIRECTS, SECONDS_OF_FETCHING
from storage.wording.terminal_text import reveal_line, shorten

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_PIECE = 65_536
AGENT = "Copydesk"
"""What sites may call us by."""
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; {AGENT})",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_WHOLE = (200, 203)
"""What a server says where all of it comes; a part, or only a promise, is no article."""
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})\Z", re.ASCII)
_REDIRECTS = (301, 302, 303, 307, 308)
_UNCHANGED = 304
_NO_HEADERS: Mapping[str, str] = {}


class FetchedFile(NamedTuple):
    """What came: bytes, and what the server said of them."""

    data: bytes
    url: str
    """Where it was in the end, after redirects."""
    content_type: str
    charset: str
    etag: str = ""
    last_modified: str = ""
    """What to ask with whether it has changed, as the server gave it; empty where it did not."""
    is_unchanged: bool = False
    """Whether it is what it was then; nothing came of it."""


class StatusError(ReadError):
    """The server answered, but with a status that is no success."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


def fetch(
    address: str,
    *,
    typed: str | None = None,
    allow_local: bool = False,
    seconds: float = SECONDS_OF_FETCHING,
    most: int = LARGEST_BODY,
    headers: Mapping[str, str] = _NO_HEADERS,
    before: Callable[[str], None] = lambda _address: None,
) -> FetchedFile:
    """Fetch what lies at a web address; `typed` is what a person named, where it led there.

    Only public addresses are asked; with `allow_local` also the site that was typed, wherever it
    lies, and nothing that it leads to. A link-local address is never asked. `headers` go along
    with the request; where they ask whether it has changed, it may come to nothing. `before` is
    called, in a thread, with each address before that is asked, redirects too; a `ReadError` of
    its ends the fetch.

    `ReadError` in a full sentence where it cannot be had: no such host, no answer in time, a
    status that is no success (then a `StatusError` is its cause), more than `most` bytes, a kind
    that is not read.
    """
    named = address if typed is None else typed
    errand = _Errand(
        check_address(address), named if allow_local else "", seconds, most, headers, before
    )
    # A thread: neither the search for a host nor a server that sends a byte a second can be told
    # to end; so nobody waits for them longer than the time there is.
    thread = threading.Thread(target=errand.run, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        late = thread.is_alive()
        errand.end()
    failure = TimeoutError() if late else errand.failure
    if isinstance(failure, ReadError):
        raise ReadError(str(failure)) from failure
    if failure is not None:
        way = Way(address, errand.address, is_typed=named == address)
        raise ReadError(describe_failure(way, failure, seconds, most)) from None
    assert errand.fetched is not None
    return errand.fetched


class Fetch(Protocol):
    """What fetches an address as `fetch` does."""

    def __call__(
        self, address: str, *, typed: str | None = None, allow_local: bool = False
    ) -> FetchedFile:
        """Return what lies there; `ReadError` where it cannot be had."""
        ...


class _Errand:
    """One fetch, done in a thread of its own."""

    def __init__(
        self,
        address: str,
        allowed: str,
        seconds: float,
        most: int,
        headers: Mapping[str, str],
        before: Callable[[str], None],
    ) -> None:
        self.fetched: FetchedFile | None = None
        self.failure: Exception | None = None
        self.address = address
        """What is asked: the address, in the end the last one that it led to."""
        self._allowed = allowed
        self._deadline = time.monotonic() + seconds
        self._most = most
        self._headers = _HEADERS | {**headers}
        self._before = before
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
        first = self.address
        for _ in range(MOST_REDIRECTS + 1):
            with self._open(self.address) as response:
                place = response.headers.get("Location")
                if response.status not in _REDIRECTS or not place:
                    return self._take(response, self.address)
            self.end()
            self.address = check_address(strip_user(urljoin(self.address, _decode_place(place))))
        raise ReadError(f"{hide_user(first)} redirects without end.")

    @contextlib.contextmanager
    def _open(self, address: str) -> Iterator[BaseHTTPResponse]:
        from urllib3 import Timeout

        from storage.article_import.web.public_connections import make_pool

        self._before(address)
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
            allow_local=is_same_site(address, self._allowed),
        )
        with asked:
            response = asked.urlopen(
                "GET",
                f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}",
                headers=self._headers,
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
        etag, last_modified = (response.headers.get(one) or "" for one in ("ETag", "Last-Modified"))
        if response.status == _UNCHANGED and self._headers.keys() - _HEADERS.keys():
            return FetchedFile(b"", address, "", "", etag, last_modified, is_unchanged=True)
        if response.status not in _WHOLE:
            raise StatusError(f"{told} {describe_status(response.status)}.", response.status)
        if _is_part(response.headers.get("Content-Range") or ""):
            raise ReadError(f"{told} {describe_status(206)}.")
        content_type = response.headers.get("Content-Type") or ""
        if not may_be_read(content_type):
            named = shorten(reveal_line(content_type.partition(";")[0]), 60)
            raise ReadError(f"{told} is {named}, not text.")
        packings = _list_names(response, "Content-Encoding")
        sent = _list_names(response, "Transfer-Encoding")
        known = KNOWN.issuperset(packings) and {"chunked"}.issuperset(sent)
        if not known or len(packings) > MOST_PACKINGS:
            raise ReadError(f"{told} is compressed in a way that Copydesk did not ask for.")
        data = self._read_body(response)
        for packing in reversed(packings if data else ()):
            data = unpack(data, packing, self._most)
        if not data.strip():
            raise ReadError(f"{told} is empty.")
        charset = _find_charset(content_type)
        return FetchedFile(data, address, content_type, charset, etag, last_modified)

    def _read_body(self, response: BaseHTTPResponse) -> bytes:
        """Return the body as it came, packed or not."""
        length = response.headers.get("Content-Length") or ""
        if length.isdecimal() and (len(length) > 15 or int(length) > self._most):
            raise TooLargeError
        data = bytearray()
        while piece := response.read(_PIECE, decode_content=False):
            data += piece
            if len(data) > self._most:
                raise TooLargeError
            if time.monotonic() > self._deadline:
                raise TimeoutError
        return bytes(data)


def _decode_place(place: str) -> str:
    """Return a header's address as it was meant: http.client reads the UTF-8 of it byte by byte."""
    try:
        return place.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return place


def _list_names(response: BaseHTTPResponse, header: str) -> list[str]:
    """Return what a header lists, in small letters, without what means nothing was done."""
    names = (one.strip().lower() for one in (response.headers.get(header) or "").split(","))
    return [name for name in names if name not in ("", "identity")]


def _is_part(content_range: str) -> bool:
    """Tell whether a header says that what comes is not the whole."""
    stated = _RANGE.match(content_range.strip())
    if stated is None:
        return bool(content_range)
    first, last, total = stated.groups()
    return first.strip("0") != "" or int(last) + 1 != int(total)


def _find_charset(content_type: str) -> str:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    return found[1] if found else ""
