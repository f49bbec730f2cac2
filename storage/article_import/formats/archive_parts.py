"""The parts of a ZIP archive, unpacked within limits whatever the archive says of their sizes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from storage.errors import ReadError
from storage.limits import LARGEST_CHAPTER, MOST_PARTS

if TYPE_CHECKING:
    from zipfile import ZipFile

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office programs begin, and new ones with a password."""
_PIECE = 2**16


class ArchiveParts:
    """What an archive holds, by name; no more is unpacked of it than there is room for."""

    def __init__(self, archive: ZipFile, kind: str, room: int) -> None:
        """Take an archive of that `kind`, `a book`; `room` is in bytes, for all that is read.

        `ReadError` where it has too many parts.
        """
        self._archive = archive
        self._kind = kind
        self._room = room
        self.names = frozenset(archive.namelist())
        if len(self.names) > MOST_PARTS:
            raise ReadError(f"has too many parts for {kind}")

    def read(self, name: str) -> bytes:
        """Return a part of at most `LARGEST_CHAPTER` bytes; `KeyError` where there is none."""
        most = min(LARGEST_CHAPTER, self._room)
        with self._archive.open(name) as part:
            return self._spend(part.read(most + 1), most)

    def open(self, name: str) -> tuple[BinaryIO, int]:
        """Return a part as a stream to seek in, with its size as the archive has it.

        Who reads it sees to it that no more is unpacked than there is room for. `KeyError` where
        there is none.
        """
        return cast("BinaryIO", self._archive.open(name)), self._archive.getinfo(name).file_size

    def stream(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece, however long it is; `KeyError` where there is none."""
        with self._archive.open(name) as part:
            while piece := part.read(_PIECE):
                yield self._spend(piece, self._room)

    def _spend(self, data: bytes, most: int) -> bytes:
        if len(data) > most:
            raise ReadError(f"is too large for {self._kind} once unpacked")
        self._room -= len(data)
        return data


@contextmanager
def open_parts(file: BinaryIO, called: str, kind: str, room: int) -> Iterator[ArchiveParts]:
    """Open an archive that is `called` so, `an EPUB`, and close it; see `ArchiveParts`.

    `ReadError`, also for what is read of it meanwhile, where it is damaged, no archive, has not the
    part that is asked for, or is password-protected.
    """
    import zipfile

    begins = file.read(len(_OLD_OFFICE))
    file.seek(0)
    if begins == _OLD_OFFICE:
        raise ReadError("is password-protected, or of an old Office program")
    try:
        with zipfile.ZipFile(file) as archive:
            yield ArchiveParts(archive, kind, room)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError):
        raise ReadError(f"is damaged or not {called}") from None
    except RuntimeError:  # zipfile's word for a password
        raise ReadError("is password-protected") from None
