"""Why something cannot be had from the web, in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from storage.article_import.guess_metadata import extract_site
from storage.article_import.web.urls import check_address, hide_user

_SENTENCES = {
    204: "is empty (204)",
    205: "is empty (205)",
    206: "gave only a part of it, which was not asked for (206)",
    401: "asks for a password",
    402: "asks for money",
    403: "is refused to Copydesk (403); save the page in the browser and add that file",
    404: "is not there (404)",
    410: "is not there any more (410)",
    429: "is refused for now, as too much was asked of that site (429)",
    451: "may not be shown for legal reasons (451)",
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
        return first if self.is_straight else f"{first} leads to {last}, which"


def describe_status(status: int) -> str:
    """Return what a status that is no success means, in words that follow an address."""
    if status in _SENTENCES:
        return _SENTENCES[status]
    if status >= 500:
        return f"cannot be had now: the site has a fault ({status})"
    return f"cannot be had: the site answers {status}"


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
        return f"No site goes by the name of {host}, or this machine is offline."
    if is_any(ConnectionRefusedError):
        return f"{told} refuses the connection."
    if is_any(exceptions.NewConnectionError):
        return f"{told} cannot be reached; this machine may be offline."
    if is_any(TimeoutError, exceptions.TimeoutError):
        return f"{told} did not answer within {seconds:.0f} seconds."
    if is_any(ssl.SSLError, exceptions.SSLError):
        return f"{told} cannot prove that it is what it says it is: its certificate does not hold."
    if is_any(DamagedPackingError):
        return f"{told} came damaged: it cannot be unpacked."
    if is_any(TooLargeError):
        return f"{told} is larger than {most / 2**20:.0f} MB."
    return f"{told} broke off before all of it had come."


def _describe_place(way: Way, *, is_private: bool) -> str:
    """Say why a place is not asked: that it is private, or else link-local."""
    if not is_private:
        return f"{way.told} is never asked: at link-local addresses machines keep their secrets."
    hint = "`copydesk add --allow-local` reads"
    if way.is_typed and way.is_straight:
        return f"{way.told} lies in a private network; {hint} it."
    return f"{way.told} lies in a private network; {hint} that address where it is named itself."
