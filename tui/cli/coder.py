"""Who codes in the library that a call opens: as it says, else the environment, else the file."""

from __future__ import annotations

import argparse
import os

from storage import paths
from storage.coder import NOBODY, Coder
from storage.errors import CopydeskError
from storage.wording.coder_names import check_coder_name
from tui.cli.argument_types import UsageError


def find_coder(options: argparse.Namespace) -> Coder:
    """Return who codes; nobody where nobody is named.

    `UsageError` where the call wants to be blind without a name, `CopydeskError` where the
    environment or the file say what cannot be.
    """
    setting = _read_setting()
    name, called = getattr(options, "coder", ""), "--coder"
    if not name:
        name, called = os.environ.get("COPYDESK_CODER", ""), "COPYDESK_CODER"
    try:
        name = check_coder_name(name) if name else setting.name
    except CopydeskError as error:
        if called.startswith("-"):
            raise UsageError(f"{called}: {error}") from error
        raise CopydeskError(f"{called}: {error}") from error
    is_blind = getattr(options, "blind", setting.is_blind)
    if is_blind and not name:
        raise UsageError("Who codes blind needs a name; give it with --coder NAME.")
    hides_names = getattr(options, "hide_outlets", setting.hides_names)
    return Coder(name, is_blind=is_blind, hides_names=hides_names)


def _read_setting() -> Coder:
    path = paths.configuration_path()
    if not os.path.lexists(path):
        return NOBODY
    from tui.config.configuration_file import read_coder  # most users have set nothing

    return read_coder(path)
