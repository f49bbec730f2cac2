"""The backup of the day, made beside the app."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual.app import App

from storage.database.transactions import translate_errors
from storage.errors import CopydeskError, DamagedError
from storage.library import Library
from tui.base.job import Job, relay

_SECONDS_TO_READ = 30


class DailyBackup:
    """Makes the backup of each day on which the app is open; a failure is told, once.

    A library that proves damaged is not written to any more.
    """

    def __init__(self, app: App[Any], library: Library) -> None:
        self._app = app
        self._library = library
        self._has_failed = False

    def begin(self) -> None:
        """Make it in a thread, if there is none of today and there is something to lose."""
        if not self._has_failed:
            Job(self._work, lambda _none: None, lambda _share: None, self._fail).start()

    def _work(self, _tell: object) -> None:
        from storage.backup.backup import back_up_daily  # nothing of it is needed for the start

        with translate_errors():
            back_up_daily(self._library.path)

    def _fail(self, error: Exception) -> None:
        self._has_failed = True
        # In this thread: a backup that is offered is read from end to end.
        reason = _explain(error)
        with suppress(RuntimeError):  # the app has ended at this very moment
            relay(self._app, self._say)(error, reason)

    def _say(self, error: Exception, reason: str) -> None:
        if isinstance(error, DamagedError):
            self._library.refuse_writing()
        self._app.notify(reason, severity="error", markup=False, timeout=_SECONDS_TO_READ)


def _explain(error: Exception) -> str:
    if isinstance(error, DamagedError):
        from storage.backup.backup_files import describe_damage

        return describe_damage(error.path)
    return str(error) if isinstance(error, CopydeskError | OSError) else repr(error)
