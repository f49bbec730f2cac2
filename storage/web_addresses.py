"""What a web address is, for whatever is fetched, kept or opened."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from storage.wording.terminal_text import reveal_cells

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_LONGEST = 4000
"""Characters of the longest address."""


def has_web_scheme(address: str) -> bool:
    """Tell whether something begins as a web address does: with http:// or https://."""
    return _SCHEME.match(address) is not None


def split_address(address: str) -> SplitResult | None:
    """Return the parts of a web address, which has a host; None where it is none.

    Nothing but http and https is one, nothing with control characters in it, and nothing of more
    than 4,000 characters.
    """
    written = address.strip()
    if not has_web_scheme(written) or len(written) > _LONGEST or reveal_cells(written) != written:
        return None
    try:
        parts = urlsplit(written)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    return parts if host and not re.search(r"\s", host) and port != 0 else None
