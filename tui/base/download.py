"""Files for whoever reads in a browser."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def deliver(app: App[Any], path: Path) -> str:
    """Hand the file at `path`, or a folder as a ZIP, to the browser; return its name there.

    `path` is needed no longer after that.
    """
    if path.is_dir():
        return deliver_bytes(app, f"{path.name}.zip", _pack(path))
    return deliver_bytes(app, path.name, path.read_bytes())


def deliver_bytes(app: App[Any], name: str, content: bytes) -> str:
    """Hand `content` to the browser as a file of that name; return the name."""
    app.deliver_binary(io.BytesIO(content), save_filename=name)
    return name


def _pack(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder.parent))
    return packed.getvalue()
