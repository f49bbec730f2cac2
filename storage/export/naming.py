"""What the file of an export is called, and where it goes."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from storage.errors import CopydeskError
from storage.places import path_of
from storage.records import Story

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\w|lpt\w)$", re.IGNORECASE)
_LONGEST_NAME = 160
"""Bytes; file systems take 255."""


def destination(line: str, story: Story, suffix: str = ".md") -> Path:
    """Return the file that `line` means: itself, or the story's usual name in a folder.

    `CopydeskError` where it can mean none.
    """
    try:
        path = path_of(line)
    except ValueError as error:
        raise CopydeskError(f"Cannot write {line}: {error}.") from error
    try:
        folder = path.is_dir() or line.endswith(("/", os.sep))
    except OSError as error:
        raise CopydeskError(f"Cannot write {line}: {(error.strerror or '').lower()}.") from error
    return path / file_name(story, suffix) if folder else path


def file_name(story: Story, suffix: str = ".md") -> str:
    """Return a name for a story's file that every platform accepts."""
    plain = unicodedata.normalize("NFC", story.name)
    words = re.sub(r"[\W_]+", "-", plain.lower()).strip("-")
    slug = words.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip("-")
    if not slug or _RESERVED.match(slug):
        slug = f"{slug}-story".lstrip("-")
    return f"{slug}{suffix}"
