"""Lines below a heading, broken between words on a terminal."""

from __future__ import annotations

import shutil
import sys
from textwrap import fill

from storage.wording.terminal_text import reveal_line
from tui.cli.printing import say

_LINE = 100
"""Cells of a terminal whose width is not known."""


def say_hanging(line: str) -> None:
    """Print a line below a heading; on a terminal it is broken between words."""
    line = reveal_line(line)
    if sys.stdout.isatty():
        width = shutil.get_terminal_size((_LINE, 24)).columns
        line = fill(line, max(20, width - 1), initial_indent="  ", subsequent_indent="    ")
    else:
        line = f"  {line}"
    say(line)
