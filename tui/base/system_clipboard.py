"""The clipboard of this machine, by the platform's own command.

Beside it the app asks the terminal (OSC 52), which is all that reaches the reader over SSH.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import PureWindowsPath
from typing import NamedTuple

TERMINAL_TAKES = 74_994
"""Bytes of text that every terminal takes which takes any: 100,000 with what goes around them."""

_ANSWERS_WITHIN = 1.0
"""Seconds after which a command is let go."""
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


class Command(NamedTuple):
    """A program that puts what it reads into the clipboard."""

    arguments: tuple[str, ...]
    encoding: str = "utf-8"
    settings: tuple[tuple[str, str], ...] = ()
    """Environment variables that it needs besides."""


# With its kind, or wl-copy would guess one from what the text looks like.
_WAYLAND = Command(("wl-copy", "--type", "text/plain"))
_X11 = (
    Command(("xclip", "-selection", "clipboard", "-in")),
    Command(("xsel", "--clipboard", "--input")),
)
# It would read the text in the encoding of the locale, whichever that is.
_MAC = Command(("pbcopy",), settings=(("LC_ALL", "en_US.UTF-8"),))
# Without a byte order mark, which would become a part of the text.
_WINDOWS = Command(("clip.exe",), "utf-16-le")


def find_commands(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> list[Command]:
    """Return the commands that reach the reader's clipboard and are installed, best first.

    None over SSH, where they would fill the clipboard of another machine.
    """
    if any(environment.get(name) for name in _REMOTE):
        return []
    if system == "win32":
        # By its path, as Windows looks for a bare name in the working folder first.
        root = PureWindowsPath(environment.get("SystemRoot", r"C:\Windows"))
        return [_WINDOWS._replace(arguments=(str(root / "System32" / "clip.exe"),))]
    if system == "darwin":
        candidates = [_MAC]
    else:
        candidates = [_WAYLAND] if environment.get("WAYLAND_DISPLAY") else []
        candidates += _X11 if environment.get("DISPLAY") else ()
        candidates += [_WINDOWS] if "microsoft" in platform.release().lower() else []
    found = []
    for command in candidates:
        program = shutil.which(command.arguments[0], path=environment.get("PATH"))
        if program is not None:
            found.append(command._replace(arguments=(program, *command.arguments[1:])))
    return found


def copy(text: str, candidates: Sequence[Command]) -> bool:
    """Give `text` to the first command that takes it; tells whether one did.

    The text goes through the command's input and is never part of what is started. A command that
    does not answer within a second is ended.
    """
    return any(_give(text, command) for command in candidates)


def _give(text: str, command: Command) -> bool:
    try:
        process = subprocess.Popen(
            command.arguments,
            stdin=subprocess.PIPE,
            # What keeps the clipboard, as xclip does, keeps what it was started with open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **dict(command.settings)},
            # The clipboard outlives the app and what is typed to end it.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return False
    try:
        process.communicate(text.encode(command.encoding), timeout=_ANSWERS_WITHIN)
    except (subprocess.TimeoutExpired, OSError):
        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_ANSWERS_WITHIN)
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        return False
    return process.returncode == 0
