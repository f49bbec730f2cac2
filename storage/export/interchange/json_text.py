"""JSON as we export it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from storage.errors import CopydeskError
from storage.export.existing_file import read_existing
from storage.export.interchange.identifiers import SOFTWARE
from storage.wording.terminal_text import reveal_json


def format_json(document: dict[str, Any]) -> str:
    """Return a document as JSON with all control characters escaped.

    An element of its lists is a line, so that versions of a file can be compared.
    """
    members = [
        f" {_format_compact(name)}: {_format_member(value)}" for name, value in document.items()
    ]
    return reveal_json("{\n" + ",\n".join(members) + "\n}\n")


def _format_member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _format_compact(value)
    return "[\n" + ",\n".join(f"  {_format_compact(one)}" for one in value) + "\n ]"


def _format_compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def is_our_json(path: Path) -> bool:
    """Tell whether a file is JSON that we exported."""
    try:
        document = json.loads(read_existing(path) or b"")
    except (CopydeskError, ValueError, RecursionError):
        return False
    maker = document.get("generator") if isinstance(document, dict) else None
    return SOFTWARE in (maker, maker.get("id") if isinstance(maker, dict) else None)
