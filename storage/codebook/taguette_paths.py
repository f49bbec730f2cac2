"""Tags as Taguette calls them, in which dots part a tag from its parents.

After its source (github.com/remram44/taguette, 1.5), where a path is one text in its database and
in the codebooks that it exports. A dot in a name that parts nothing is only a dot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

ORIGIN = "Taguette"
"""How the name of the program begins in what it writes."""


def write_paths(paths: Sequence[str]) -> list[str]:
    """Return paths with slashes for the dots that part a tag from its parents.

    These are the beginnings that are tags, or that several have. A slash becomes a hyphen.
    """
    begins = Counter(path[:at] for path in paths for at, sign in enumerate(path) if sign == ".")
    tags = {*paths}
    parents = {begin for begin, count in begins.items() if begin and (count > 1 or begin in tags)}
    return [_write_path(path, parents) for path in paths]


def _write_path(path: str, parents: set[str]) -> str:
    return "".join(
        "/" if sign == "." and path[:at] in parents else "-" if sign == "/" else sign
        for at, sign in enumerate(path)
    )
