"""Why something cannot be had from the web, in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from storage.article_import.guess_metadata import extract_site
from storage.article_import.web.urls import check_address, hide_user
from storage.files import describe_too_large

_SENTENCES = {
    204: "is empty (204)",
    205: "is empty (205)",
    206: "sent only part of the page (206)",
    401: "requires a password (401)",
    402: "requires payment (402)",
    403: "is closed to Copydesk (403); save the page in your browser and add that file",
    404: "was not found (404)",
    410: "is gone (410)",
    429: "is refused for now after too many requests (429); try again later",
    451: "is blocked for legal reasons (451)",
}


class Way(NamedTuple):
    """The way that was gone: where it began, and where it failed."""

    first: str
    last: str
    """The same, without its fragment, unless a redirect led on."""
    is_typed: bool
    """Whether a person named the first address, and no feed did."""

    @property
    def is_straight(self) -> bool:
        """Whether it ended where it began."""
        return self.last == check_address(self.first)

    @property
    def told(self) -> str:
        """The beginning of a sentence about its end."""
        first, last = hide_user(self.first), hide_user(self.last)
        return first if self.is_straight else f"{first} redirects to {last}, which"


def describe_status(status: int) -> str:
    """Return what a status that is no success means, in words that follow an address."""
    if status in _SENTENCES:
        return _SENTENCES[status]
    if status >= 500:
        return f"cannot be fetched now: the site has an error ({status}); try again later"
    return f"cannot be fetched: the site answers {status}"


def describe_failure(way: Way, failure: Exception, seconds: float, most: int) -> str:
    """Say in one sentence what came between, whatever urllib3 wrapped it in.

    `seconds` is the time that there was for all of the way, `most` the bytes that may come.
    """
    import ssl

    from urllib3 import exceptions

    from storage.article_import.web.public_connections import (
        LinkLocalAddressError,
        PrivateAddressError,
        list_causes,
    )
    from storage.article_import.web.unpack import DamagedPackingError, TooLargeError

    told, causes = way.told, tuple(list_causes(failure))

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if is_any(LinkLocalAddressError, PrivateAddressError):
        return _describe_place(way, is_private=is_any(PrivateAddressError))
    if is_any(exceptions.NameResolutionError, exceptions.LocationParseError):
        host = extract_site(way.last)
        return f"Cannot find the site {host}; check the address and your connection."
    if is_any(ConnectionRefusedError):
        return f"{told} refuses the connection."
    if is_any(exceptions.NewConnectionError):
        return f"{told} cannot be reached; check your connection."
    if is_any(TimeoutError, exceptions.TimeoutError):
        return f"{told} did not answer within {seconds:.0f} seconds."
    if is_any(ssl.SSLError, exceptions.SSLError):
        return f"{told} has no valid certificate, so it may be an impostor."
    if is_any(DamagedPackingError):
        return f"{told} arrived damaged and cannot be unpacked."
    if is_any(TooLargeError):
        return f"{told} {describe_too_large(most)}."
    return f"{told} broke off before it was complete."


def _describe_place(way: Way, *, is_private: bool) -> str:
    """Say why a place is not asked: that it is private, or else link-local."""
    if not is_private:
        return f"{way.told} is never fetched: link-local addresses can hold a machine's secrets."
    command = "`copydesk add --allow-local`"
    if way.is_typed and way.is_straight:
        return f"{way.told} is on a private network; use {command} to read it."
    return f"{way.told} is on a private network; name that address itself with {command}."
