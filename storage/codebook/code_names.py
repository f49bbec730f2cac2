"""Names that tell codes apart, for QualCoder: codes of one name are one code there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from storage.codebook.refi_codes import read_guid


def tell_apart(codes: Any) -> None:
    """Let those codes below the element `Codes` that share a name have their whole path for it."""
    names = Counter(code.get("name") for code, _, _ in _walk(codes))
    paths = [(code, path) for code, _, path in _walk(codes) if names[code.get("name")] > 1]
    for code, path in paths:
        code.set("name", path)


def shorten_names(codes: Any) -> dict[str, str]:
    """Take from names the path of what they are below; return the whole paths by their guids.

    It undoes `tell_apart`.
    """
    paths = {}
    for code, above, path in _walk(codes):
        if above:
            code.set("name", path[len(above) + 1 :])
        paths[read_guid(code.get("guid"))] = path
    return paths


def _walk(codes: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield each code with the path above it and its own.

    A name that begins with the path above it is the whole path.
    """
    waiting = [(code, "") for code in reversed(codes)]
    while waiting:
        code, above = waiting.pop()
        if str(code.tag).rpartition("}")[2] != "Code":
            continue
        name = code.get("name") or ""
        path = name if not above or name.startswith(f"{above}/") else f"{above}/{name}"
        yield code, above, path
        waiting += [(one, path) for one in reversed(code)]
