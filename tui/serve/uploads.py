"""What one reader has uploaded: files in a folder of its own, under names that are only names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

from storage.errors import CopydeskError
from storage.files import PRIVATE, describe_too_large
from storage.limits import LARGEST_UPLOAD, LARGEST_UPLOADS, MOST_UPLOADS
from storage.paths import is_device

_NOT_IN_NAMES = re.compile(r"[^\w .,()+&-]+")
_LONGEST_NAME, _LONGEST_ENDING = 120, 16
"""Bytes."""


def clean_name(given: str) -> str:
    """Return the name of a file for what somebody calls one: no path, no sign of any shell.

    Its ending is kept, by which its format is known. It is never hidden, reserved or empty, and
    file systems take its length.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    stem, dot, ending = _NOT_IN_NAMES.sub("-", last).rpartition(".")
    if not dot or not ending.isalnum() or len(ending.encode()) > _LONGEST_ENDING:
        stem, ending = _NOT_IN_NAMES.sub("-", last), ""
    stem = stem.encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .-")
    name = f"{stem or 'upload'}.{ending}" if ending else stem or "upload"
    return f"file {name}" if is_device(name) else name


class Uploads:
    """The files of one reader. None is larger, and all together are not, than `storage.limits`."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`, which is there, and nobody else's."""
        self.folder = folder
        self._taken = 0
        self._count = 0

    async def keep(self, name: str, pieces: AsyncIterator[bytes]) -> str:
        """Keep what comes in pieces; return the name that it has now.

        `CopydeskError` where it is too much; then nothing of it is kept.
        """
        self._count += 1
        if self._count > MOST_UPLOADS:
            raise CopydeskError(f"That is more than {MOST_UPLOADS:,} files; reload the page.")
        part = self.folder / f".part-{self._count}"
        size = 0
        try:
            with part.open("xb") as file:
                part.chmod(PRIVATE)
                async for piece in pieces:
                    size += len(piece)
                    self._taken += len(piece)
                    self._check(name, size)
                    file.write(piece)
            kept = self._choose_name(clean_name(name))
            part.rename(self.folder / kept)
        except BaseException:
            self._taken -= size
            part.unlink(missing_ok=True)
            raise
        return kept

    def _check(self, name: str, size: int) -> None:
        if size > LARGEST_UPLOAD:
            raise CopydeskError(f"{clean_name(name)} {describe_too_large(LARGEST_UPLOAD)}.")
        if self._taken > LARGEST_UPLOADS:
            most = f"{LARGEST_UPLOADS >> 20} MB"
            raise CopydeskError(f"All that you uploaded is more than {most}; reload the page.")

    def _choose_name(self, name: str) -> str:
        """Return the name, with a number where there is a file of that name, in whatever case."""
        taken = {one.name.casefold() for one in self.folder.iterdir()}
        stem, dot, ending = name.rpartition(".")
        for number in count(2):
            if name.casefold() not in taken:
                break
            name = f"{stem} ({number}){dot}{ending}" if dot else f"{ending} ({number})"
        return name
