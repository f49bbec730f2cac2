"""The user's own text editor, for what is long: `VISUAL`, else `EDITOR`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from storage.errors import CopydeskError, ReadError
from storage.files import explain_error, read_file
from storage.wording.terminal_text import fit_utf8, reveal_line

_VARIABLES = ("VISUAL", "EDITOR")
_WINDOWS_WORD = re.compile(r'(?:"[^"]*"?|[^\s"])+')


def find_editor(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> list[str]:
    """Return the command that is named, with its options; `CopydeskError` where none can be run."""
    named = next((environment[one] for one in _VARIABLES if environment.get(one, "").strip()), "")
    if not named:
        raise CopydeskError("Set EDITOR to the editor you want, as in EDITOR=nano.")
    program, *options = split_command(named, system) or [""]
    found = shutil.which(program, path=environment.get("PATH")) if program else None
    if found is None or _is_of_working_folder(program, found, system):
        raise CopydeskError(f"There is no editor “{reveal_line(named)}”; set EDITOR to one.")
    return [found, *options]


def split_command(line: str, system: str = sys.platform) -> list[str]:
    """Return the words of a command, as a shell of the system has them; none where it has none.

    On Windows nothing but double quotes keeps words together: what else does so in a shell stands
    in paths there.
    """
    if system == "win32":
        return [word.replace('"', "") for word in _WINDOWS_WORD.findall(line)]
    try:
        return shlex.split(line)
    except ValueError:
        return []


def _is_of_working_folder(program: str, found: str, system: str) -> bool:
    """Whether only Windows would take that program, from the folder where articles may lie."""
    is_bare = PureWindowsPath(program).name == program
    return system == "win32" and is_bare and not PureWindowsPath(found).is_absolute()


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
