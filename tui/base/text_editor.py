"""The user's own text editor, for what is long: `VISUAL`, else `EDITOR`."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from storage.errors import CopydeskError, ReadError
from storage.files import explain_error, read_file
from storage.wording.terminal_text import fit_utf8, reveal_line

_VARIABLES = ("VISUAL", "EDITOR")


def find_editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that is named, with its options; `CopydeskError` where none can be run."""
    named = next((environment[one] for one in _VARIABLES if environment.get(one, "").strip()), "")
    if not named:
        raise CopydeskError("Set EDITOR to the editor you want, as in EDITOR=nano.")
    try:
        program, *options = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        program, options = "", []
    found = shutil.which(program, path=environment.get("PATH")) if program else None
    if found is None:
        raise CopydeskError(f"There is no editor “{reveal_line(named)}”; set EDITOR to one.")
    return [found, *options]


def edit_text(text: str, command: list[str]) -> str:
    """Let the editor change `text`; returns what it left, and waits until it is closed.

    The text lies in a folder that only the user can read, and that is gone afterwards.
    `CopydeskError` where the editor failed: what it left is not taken then.
    """
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(fit_utf8(text), encoding="utf-8", newline="")
        try:
            status = subprocess.run([*command, path], check=False).returncode
        except OSError as error:
            raise CopydeskError(f"Cannot start the editor: {explain_error(error)}.") from error
        if status:
            raise CopydeskError(f"The editor ended with status {status}; the note is as it was.")
        try:
            left = read_file(path).decode("utf-8", "replace")
        except ReadError as error:
            raise CopydeskError("The editor left no text; the note is as it was.") from error
    # Editors end the last line, which the note does not.
    return left if text.endswith("\n") else left.removesuffix("\n").removesuffix("\r")
