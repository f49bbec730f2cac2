"""The time, as the library writes it."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

_STEP = timedelta(milliseconds=1)
_AHEAD = timedelta(minutes=1)
"""How far the time told may run before that of the machine, which may have been set back."""

_lock = threading.Lock()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_last = _EPOCH


def now() -> str:
    """Return the present in UTC, to the millisecond, as ISO 8601 with `Z`.

    What was done later in one program sorts later, even within one millisecond, unless the clock
    of the machine was set back by more than a minute.
    """
    global _last
    with _lock:
        present = datetime.now(UTC)
        if _last - _AHEAD <= present < _last + _STEP:
            present = _last + _STEP
        _last = present
    return write_time(present)


def add_to_epoch(seconds: float) -> datetime:
    """Return the time, in UTC, so many seconds after the beginning of 1970, or before it.

    `OverflowError` for one in no year that Python has. Of the system only some know such times
    before 1970 and after 3000, so it is not asked.
    """
    return _EPOCH + timedelta(seconds=seconds)


def write_time(time: datetime) -> str:
    """Return a time as the library writes it; one without a zone is UTC.

    `OverflowError` or `ValueError` for one that UTC has not.
    """
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
