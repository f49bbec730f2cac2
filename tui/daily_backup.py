"""The backup of the day, made beside the app."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from storage.backups import back_up_daily
from storage.errors import CopydeskError
from storage.transactions import readable_errors
from tui.background import Job

_SECONDS_TO_READ = 30


def begin(app: App[Any], library: Path) -> None:
    """Make the backup of today, if there is none, in a thread; a failure is a notification."""

    def work(_tell: object) -> None:
        with readable_errors():
            back_up_daily(library)

    def failed(error: Exception) -> None:
        reason = str(error) if isinstance(error, CopydeskError | OSError) else repr(error)
        say = partial(app.notify, reason, severity="error", markup=False, timeout=_SECONDS_TO_READ)
        with suppress(RuntimeError):  # the app has ended meanwhile
            app.call_from_thread(say)

    Job(work, lambda _none: None, lambda _share: None, failed).start()
