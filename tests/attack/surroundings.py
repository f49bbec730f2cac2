"""What an attack happens in: a home and a folder of its own, and a network of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.attack.network import guarded

_OURS = ("COPYDESK_", "TEXTUAL", "XDG_")
_TERMINAL = ("NO_COLOR", "COLUMNS", "LINES", "ESCDELAY")


@contextmanager
def attacked(folder: Path) -> Iterator[None]:
    """Let a block work in `folder`, with a home in it, and connect to nothing but this machine.

    `AssertionError` at its end for a connection that should not have been asked for.
    """
    home = folder / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(_OURS) or name in _TERMINAL:
                patch.delenv(name)
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name in ("DATA", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setattr("storage.backup.inspect_file._AGAIN_AFTER", (0, 0.001))
        patch.chdir(folder)
        with guarded():
            yield
