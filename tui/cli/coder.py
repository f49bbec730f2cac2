"""Who codes in the library that a call opens: as it says, else the environment, else the file."""

from __future__ import annotations

import argparse
import os

from storage import paths
from storage.coder import Coder
from storage.errors import CopydeskError
from storage.wording.coder_names import check_coder_name
from tui.cli.argument_types import UsageError


def find_coder(options: argparse.Namespace) -> Coder:
    """Return who codes; nobody where nobody is named.

    `UsageError` where the call wants to be blind without a name, `CopydeskError` where the
    environment or the file say what cannot be.
    """
    set_name, set_blind = _read_settings()
    name, called = getattr(options, "coder", ""), "--coder"
    if not name:
        name, called = os.environ.get("COPYDESK_CODER", ""), "COPYDESK_CODER"
    try:
        name = check_coder_name(name) if name else set_name
    except CopydeskError as error:
        if called.startswith("-"):
            raise UsageError(f"{called}: {error}") from error
        raise CopydeskError(f"{called}: {error}") from error
    is_blind = getattr(options, "blind", set_blind)
    if is_blind and not name:
        raise UsageError("Who codes blind needs a name; give it with --coder NAME.")
    return Coder(name, is_blind=is_blind)


def _read_settings() -> tuple[str, bool]:
    path = paths.configuration_path()
    if not os.path.lexists(path):
        return "", False
    from tui.config.configuration_file import read_coder  # most users have set nothing

    return read_coder(path)
