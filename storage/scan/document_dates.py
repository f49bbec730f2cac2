"""When a document of a corpus was published, as far as its date can be read."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from storage.wording.publication_dates import format_day
from storage.wording.written_dates import read_date


@lru_cache(maxsize=4096)  # a corpus has few days, and dates in words take milliseconds
def parse_document_date(written: str | None) -> str | None:
    """Return the day, or the time in UTC, as ISO 8601; None where that is not told in full."""
    return read_date(written).date or None if written else None


def parse_day(written: str | None) -> date | None:
    """Return the day of a date; None where it tells none."""
    known = parse_document_date(written)
    return date.fromisoformat(format_day(known)) if known else None
