"""How an extra is installed, for who needs what comes with it."""

from __future__ import annotations


def tell_how_to_install(extra: str) -> str:
    """Return the calls that install Copydesk with `extra`, for the end of a message.

    In double quotes they are taken alike by all shells, those of Windows too.
    """
    return f'uv tool install ".[{extra}]" in Copydesk\'s folder, or pip install "copydesk[{extra}]"'
