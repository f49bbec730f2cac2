"""The commands that pages show, with what they say is printed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

NOT_RUN = frozenset(
    ("opens the app", "installs", "needs a network", "waits", "sets everything up", "takes minutes")
)
"""Why a command is shown and not run: what stands behind it as a comment."""

_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\S*)[^\n]*\n(?P<body>.*?)^(?P=fence)$", re.M | re.S
)
_ANY = "…"
"""In what is printed: any text; alone in a line, any lines, or none."""


class Command(NamedTuple):
    """One line that a reader may type, and what it prints."""

    line: str
    why_not_run: str
    """Empty for what is run."""
    printed: str

    @property
    def words(self) -> list[str]:
        """What it is called with, its own name first."""
        return shlex.split(self.line)

    def prints(self, text: str) -> bool:
        """Tell whether the text is what the page says, but for what it leaves open."""
        shown = [
            re.escape(line.rstrip()).replace(_ANY, ".*") + "\n"
            for line in self.printed.splitlines()
        ]
        pattern = "".join("(?:.*\n)*?" if line == ".*\n" else line for line in shown)
        told = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
        return re.fullmatch(pattern, told) is not None


def list_blocks(page: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the text of each fenced block."""
    for block in _BLOCK.finditer(page):
        yield block["language"], block["body"]


def list_commands(page: str) -> Iterator[Command]:
    """Yield the commands of all blocks that show a terminal, in their order."""
    for language, body in list_blocks(page):
        if language == "console":
            for shown in re.split(r"^\$ ", body, flags=re.M)[1:]:
                first, _, printed = shown.partition("\n")
                line, _, why = first.partition("  # ")
                yield Command(line.strip(), why.strip(), printed)
