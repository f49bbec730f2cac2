"""What is known of an article beside its text, and how a person may write it."""

from __future__ import annotations

from datetime import UTC, datetime

from storage.errors import ReadError
from storage.web_addresses import split_address
from storage.wording.terminal_text import clean_line

FIELDS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "site", "publisher", "publication"),
    "author": ("author", "authors", "byline", "creator"),
    "published": ("published", "date", "pubdate", "created"),
    "url": ("url", "link", "canonical", "permalink"),
}
"""The fields, each with the names that front matter has for it."""
EDITABLE = tuple(FIELDS)
"""What a person may change of an article."""


def clean_fields(values: dict[str, str]) -> dict[str, str | None]:
    """Return what a person wrote of an article, as it is stored; keys are those of `EDITABLE`.

    `ReadError` for a title without a sign, or a date or an address that is none.
    """
    stored: dict[str, str | None] = {}
    for name, value in values.items():
        line = flatten(value)
        if name == "title" and not line:
            raise ReadError("An article needs a title.")
        if name == "published" and line:
            date_or_time = parse_date(line) or _find_day(line)
            if date_or_time is None:
                raise ReadError(f"“{line}” is not a date; write it like 2026-03-05.")
            line = date_or_time
        if name == "url" and line:
            line = _check_address(value)
        stored[name] = line if line or name == "outlet" else None
    return stored


def parse_date(written: str) -> str | None:
    """Return a date, or a time in UTC, as ISO 8601; None if `written` is neither.

    A time without a zone is taken to be UTC, midnight without one to be the date alone.
    """
    try:
        time = datetime.fromisoformat(written.strip())
        if time.tzinfo is None and not (time.hour or time.minute or time.second):
            return time.date().isoformat()
        aware = time if time.tzinfo else time.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None


def _find_day(written: str) -> str | None:
    from storage.search.written_dates import find_day  # not before somebody writes so

    return find_day(written)


def parse_address(written: str) -> str | None:
    """Return the address of an article as it is stored; None where it is none.

    It is one of the web, see `split_address`, and without the name or password of a user.
    """
    parts = split_address(written)
    return None if parts is None or "@" in parts.netloc else written.strip()


def _check_address(written: str) -> str:
    address = parse_address(written)
    if address is None:  # which may have a password in it: it is not told
        raise ReadError(
            "An article's address needs http:// or https:// and a site, and no user name or control"
            " characters; write it like https://gazette.example/owl."
        )
    return address


def flatten(text: str) -> str:
    """Return a field as it is stored: on one line, of at most 300 characters."""
    return clean_line(text)[:300].rstrip()
