"""`copydesk scan`: the passages that travelled through a corpus, or through the library."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from contextlib import ExitStack

from storage.files import resolve_to_write
from storage.scan.scan import ScanRequest, run_scan
from storage.scan.work.progress import Estimate, Progress
from tui import __version__
from tui.cli.maintenance import open_existing
from tui.cli.printing import complain, print_json, say
from tui.messages.scan_report import describe_cost, describe_progress, describe_scan

_EVERY = 0.5
"""Seconds between two lines of progress."""


def scan_corpus(options: argparse.Namespace) -> int:
    """Scan what is named, and say what was found; ended by ctrl+c it can go on later."""
    line = _ProgressLine(tells_cost=options.paraphrase)
    with ExitStack() as opened:
        is_of_library = not options.corpus or getattr(options, "library", None) is not None
        library = opened.enter_context(open_existing(options)) if is_of_library else None
        request = ScanRequest(
            options.corpus,
            resolve_to_write(options.output),
            library,
            options.engine,
            options.paraphrase,
            options.workers,
            __version__,
            options.master,
        )
        try:
            found = run_scan(request, line.show)
        except KeyboardInterrupt:
            line.clear()
            complain("Stopped. The same command goes on where it was.")
            return 130
        finally:
            line.clear()
    if options.json:
        print_json({key: int(value) if value.isdigit() else value for key, value in found.items()})
    else:
        for sentence in describe_scan(found, resolve_to_write(options.output)):
            say(sentence)
    return 0


class _ProgressLine:
    """Tells on one line of a terminal how far a scan is; nothing anywhere else."""

    def __init__(self, *, tells_cost: bool) -> None:
        self._tells_cost = tells_cost
        self._tells = bool(sys.stderr) and sys.stderr.isatty()
        self._estimate = Estimate()
        self._at = 0.0
        self._shown = ""
        self._stage = ""

    def show(self, progress: Progress) -> None:
        if progress.seconds is not None and self._tells_cost:
            self.clear()
            complain(describe_cost(progress, progress.seconds))
        now = time.monotonic()
        if not self._tells or (now - self._at < _EVERY and progress.stage == self._stage):
            return
        self._at, self._stage = now, progress.stage
        line = describe_progress(progress, self._estimate.estimate(progress, now))
        room = shutil.get_terminal_size().columns - 1
        self._write(line[:room])

    def clear(self) -> None:
        if self._shown:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(len(self._shown))}")
        sys.stderr.flush()
        self._shown = line
