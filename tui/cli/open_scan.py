"""The command that opens a scan in the app."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from storage.scan.reading.open_scan import open_scan
from storage.wording.terminal_text import reveal_line
from tui.cli.maintenance import find_library
from tui.cli.open_app import open_to_read, prepare_app, run_app


def show_scan(options: argparse.Namespace) -> int:
    """Open the app on a scan, over the library into which its passages are brought."""
    with closing(open_scan(options.scan, options.corpus, _tell)) as index:
        configuration, coder = prepare_app(options)
        with open_to_read(find_library(options), coder) as library:
            return run_app(library, configuration, scan=index)


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{reveal_line(sentence)}\n")
