"""Scanning the library for the passages that travelled furthest, while one goes on reading.

What its keys open is imported then, as in `library`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.errors import ReadError
from tui.base.job import Job, relay
from tui.library.host import LibraryHost

if TYPE_CHECKING:
    from storage.scan.index.scan_index import ScanIndex
    from storage.scan.work.progress import Progress


class Scanning:
    """The part of the library that has it scanned, and shows what was found."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._job: Job[None] | None = None
        self._how_far = ""

    def open(self) -> None:
        """Show the scan that is kept; make one where there is none. While it is made, say so."""
        if self._job is not None:
            self._screen.tell(self._how_far)
            return
        with self._screen.tell_errors():
            index = self._open_kept()
            if index is None:
                self._begin()
            else:
                self._show(index)

    def stop(self) -> None:
        """End the scan that is being made."""
        if self._job is not None:
            self._job.call_off()
            self._job = None

    def _open_kept(self) -> ScanIndex | None:
        from storage.scan.reading.library_scan import open_library_scan

        try:
            return open_library_scan(self._screen.library)
        except ReadError:
            return None  # it is made anew

    def _show(self, index: ScanIndex) -> None:
        from storage.scan.reading.library_scan import describe_age
        from tui.scans.screen import SCAN_AGAIN, ScanScreen

        library = self._screen.library
        age = describe_age(index, library)
        told = f"{age} {self._screen.keymap.spell_keys('scan', '{again}: scan again')}"

        def go_on(choice: object) -> None:
            if choice is SCAN_AGAIN:
                self._begin()

        self._screen.app.push_screen(ScanScreen(library, index, told if age else ""), go_on)

    def _begin(self) -> None:
        from storage.scan.reading.library_scan import scan_library
        from tui.messages.scan_report import describe_progress

        library, app = self._screen.library, self._screen.app
        path, coder = library.path, library.coder

        def note(progress: Progress) -> None:
            self._how_far = describe_progress(progress, None)

        def work(check: Callable[[float], None]) -> None:
            def tell(progress: Progress) -> None:
                check(0.0)
                note(progress)

            scan_library(path, tell, coder)

        self._how_far = "Scanning the library …"
        self._job = Job(work, relay(app, self._end), lambda _share: None, relay(app, self._fail))
        self._job.start()
        self._screen.tell(self._screen.spell_keys("Scanning the library … {scan}: how far it is"))

    def _end(self, _none: None) -> None:
        self._job = None
        told = self._screen.spell_keys("The library is scanned. {scan}: look")
        self._screen.app.notify(told, markup=False)

    def _fail(self, error: Exception) -> None:
        from tui.messages.crash_log import explain

        self._job = None
        self._screen.app.notify(explain(error, "The scan"), severity="error", markup=False)
