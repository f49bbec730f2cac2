"""Names with `*` and `?` in them, which on Windows the shell leaves to the program."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def expand_wildcards(names: Iterable[str], system: str = sys.platform) -> list[str]:
    """Return the names with each pattern replaced by the files that it fits, in their order.

    Elsewhere than on Windows, where files may have such names, all stay as they are; so does a
    pattern that fits nothing, which may be an address.
    """
    if system != "win32":
        return list(names)
    return [one for name in names for one in _find(name) or [name]]


def _find(pattern: str) -> list[str]:
    from glob import glob

    if not {*"*?"} & {*pattern}:
        return []
    # `[` is no wildcard to the shells of Windows. A pattern may be a whole path.
    return sorted(glob(pattern.replace("[", "[[]")))  # noqa: PTH207
