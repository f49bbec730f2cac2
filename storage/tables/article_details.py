"""What an agency or a database says of an article beside what all articles have."""

from __future__ import annotations

import json
from collections.abc import Mapping

DETAILS = ("section", "page", "edition", "slug", "urgency", "version")
"""What is kept, in the order in which it is shown; the version is that of an agency's item."""
_LONGEST = 200


def write_details(known: Mapping[str, str]) -> str:
    """Return what is known as it is stored; empty where nothing is. Keys are those of `DETAILS`."""
    said = {name: " ".join(known.get(name, "").split())[:_LONGEST] for name in DETAILS}
    kept = {name: value for name, value in said.items() if value}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def read_details(stored: str | None) -> dict[str, str]:
    """Return what is stored, by name, in the order of `DETAILS`; nothing where it is garbled."""
    try:
        held = json.loads(stored or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {name: value for name in DETAILS if isinstance(value := held.get(name), str) and value}


def read_version(stored: str | None) -> int | None:
    """Return the number of the version of an agency's item; None where there is none."""
    written = read_details(stored).get("version", "")
    return int(written) if written.isascii() and written.isdecimal() else None
