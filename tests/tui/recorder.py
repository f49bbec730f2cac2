"""Stands in for the terminal, and tells what would have acted on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import pytest
from textual.drivers.headless_driver import HeadlessDriver

# Colours, where the cursor goes, the bell, and when to show what was written: what Textual itself
# asks of a terminal without a mouse while it draws.
_OWN = re.compile(
    r"\x1b\[[\d;]*m|\x1b\[\d+;\d+H|\x1b\[\?2026[hl]|\x1b\]22;[a-z-]*\x07|\x1b\]52;c;[\w+/=]*\x07"
    r"|\x07|\r?\n"
)
_ACTS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Recorder(HeadlessDriver):
    """A terminal that writes down what it was sent."""

    written: ClassVar[list[str]] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append(data)


@contextmanager
def recording() -> Iterator[list[str]]:
    """Give what every app that is started meanwhile sends to its terminal."""
    Recorder.written.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.drivers.headless_driver.HeadlessDriver", Recorder)
        yield Recorder.written


def find_acting(sent: str) -> set[str]:
    """Return what would have acted on the terminal and is not of Textual, with what follows it."""
    text = _OWN.sub("", sent)
    return {text[found.start() : found.start() + 12] for found in _ACTS.finditer(text)}
