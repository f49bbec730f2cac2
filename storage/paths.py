"""Where Copydesk keeps things on this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path

import platformdirs

_NAME = "copydesk"
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com\w|lpt\w) *(?:\.|$)", re.IGNORECASE)


def parse_path(name: str) -> Path:
    """Return the path that `name` means, `~` being the user's home.

    `ValueError` for the home of a user who does not exist, and for no name at all, which the
    system takes for the folder one is in.
    """
    if not name:
        raise ValueError("the name is empty")
    try:
        return Path(name).expanduser()
    except RuntimeError as error:
        raise ValueError("no such user") from error


def is_device(name: str) -> bool:
    """Whether a file's name is one that Windows keeps for a device, whatever its ending.

    Files get no such names on any system: they may be taken to another.
    """
    return _RESERVED.match(name) is not None


def library_path() -> Path:
    """Return `COPYDESK_LIBRARY` where set, else the usual library."""
    return _read_variable("COPYDESK_LIBRARY") or usual_library_path()


def usual_library_path() -> Path:
    """Return `library.db` in the platform's data folder."""
    return _locate_data_folder() / "library.db"


def demo_path() -> Path:
    """Return where the sample story's own library lies."""
    return _locate_data_folder() / "demo.db"


def configuration_path() -> Path:
    """Return `COPYDESK_CONFIG` where set, else `config.toml` in the platform's folder for it."""
    folder = platformdirs.user_config_path(_NAME, appauthor=False)
    return _read_variable("COPYDESK_CONFIG") or folder / "config.toml"


def state_path() -> Path:
    """Return the file that keeps how the app was left."""
    return platformdirs.user_state_path(_NAME, appauthor=False) / "state.json"


def scans_path() -> Path:
    """Return the folder with what was read of other programs' scans; it can be made anew."""
    return platformdirs.user_cache_path(_NAME, appauthor=False) / "scans"


def draft_path(draft: str) -> Path:
    """Return the file for a note that is being written and that its library cannot take."""
    return platformdirs.user_state_path(_NAME, appauthor=False) / "drafts" / f"{draft}.md"


def log_path() -> Path:
    """Return the file that keeps the details of a fault in the program itself."""
    return platformdirs.user_log_path(_NAME, appauthor=False) / "copydesk.log"


def _read_variable(variable: str) -> Path | None:
    """Return the path that an environment variable names; an empty one names none."""
    named = os.environ.get(variable)
    if not named:
        return None
    try:
        return parse_path(named)
    except ValueError:  # opening it will say why that cannot be
        return Path(named)


def _locate_data_folder() -> Path:
    return platformdirs.user_data_path(_NAME, appauthor=False)
