"""Several files as one ZIP, the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from storage.database.locked_files import open_to_read

_COMMENT = b"Copydesk export"
"""By this a file of ours is known."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can hold: when it was made would make it another file each time."""
_READABLE = 0o644 << 16
_TAIL = 22 + len(_COMMENT)
"""Bytes of what ends a ZIP, with that comment."""


def make_zip(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of files by their names, in their order; text is written in UTF-8."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.comment = _COMMENT
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = _READABLE
            about.create_system = 3  # else a file made on Windows would be another one
            data = content if isinstance(content, bytes) else content.encode()
            archive.writestr(about, data, compresslevel=9)
    return written.getvalue()


def is_our_zip(path: Path) -> bool:
    """Tell whether a file is a ZIP that we exported."""
    try:
        with open_to_read(path) as file:
            file.seek(-_TAIL, io.SEEK_END)
            end = file.read()
    except OSError:
        return False
    return end.startswith(b"PK\x05\x06") and end.endswith(_COMMENT)
