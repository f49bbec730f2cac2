"""`copydesk scan`: the passages that travelled through a corpus, or through the library."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack

from storage.files import resolve_to_write
from storage.scan.scan import ScanRequest, run_scan
from storage.scan.work.progress import Estimate, Progress
from tui import __version__
from tui.cli.ending_signals import catch_ending_signals
from tui.cli.maintenance import open_existing
from tui.cli.printing import complain, print_json, say, tells_progress
from tui.messages.scan_report import describe_cost, describe_progress, describe_scan

_EVERY = 0.5
"""Seconds between two lines of progress."""
_COUNTS = ("documents", "candidates", "passages", "clusters", "skipped", "renamed")


def scan_corpus(options: argparse.Namespace) -> int:
    """Scan what is named, and say what was found; what ends it early leaves it to go on later."""
    line = _ProgressLine(tells_cost=options.paraphrase)
    with ExitStack() as opened:
        came = opened.enter_context(catch_ending_signals(_interrupt))
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
            complain("Stopped. Run the same command again to go on.")
            return came.status or 130
        finally:
            line.clear()
    if options.json:
        print_json(describe_as_json(found))
    else:
        for sentence in describe_scan(found, resolve_to_write(options.output)):
            say(sentence)
    return 0


def _interrupt() -> None:
    raise KeyboardInterrupt


def describe_as_json(found: Mapping[str, str]) -> dict[str, object]:
    """Return what the index of a scan says of the whole, as docs/schemas/scan.json promises it."""
    from textreuse import JSON_SCHEMA

    return {
        "schema": JSON_SCHEMA,
        **{key: int(found[key]) for key in _COUNTS},
        **json.loads(found["settings"]),
        **{key: found[key] for key in ("engine", "version", "made")},
    }


class _ProgressLine:
    """Tells on one line of a terminal how far a scan is; nothing anywhere else."""

    def __init__(self, *, tells_cost: bool) -> None:
        self._tells_cost = tells_cost
        self._tells = tells_progress()
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
