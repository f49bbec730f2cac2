"""The header of an SQLite file, after its file format (sqlite.org/fileformat2.html)."""

from __future__ import annotations

HEADER = 100
"""Bytes of the header; the first page goes on behind it."""
_SIGN = b"SQLite format 3\0"
_JOURNAL_MODES, _WITHOUT_LOG = slice(18, 20), b"\x01\x01"
_CHANGES, _PAGES, _FREE = slice(24, 28), slice(28, 32), slice(32, 40)
_RESERVED, _FRACTIONS = slice(20, 21), slice(21, 24)
_SCHEMA_FORMAT, _VACUUM, _ENCODING = slice(44, 48), slice(52, 56), slice(56, 60)
_UTF8 = 0, 1  # and 0 where no table was made yet
_APPLICATION, _COUNTED = slice(68, 72), slice(92, 96)


def is_database(beginning: bytes) -> bool:
    """Tell whether a file that begins so is a database."""
    return beginning.startswith(_SIGN)


def read_page_size(header: bytes) -> int:
    """Return the size of a page in bytes: in a sound file a power of 2 from 512 to 65536."""
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def is_sound_header(header: bytes) -> bool:
    """Tell whether what the whole header says of the file's format can be true of a library."""
    size = read_page_size(header)
    return (
        size >= 512
        and not size & (size - 1)
        and set(header[_JOURNAL_MODES]) <= {1, 2}
        and header[_RESERVED] == b"\0"
        and header[_FRACTIONS] == b"\x40\x20\x20"
        and int.from_bytes(header[_SCHEMA_FORMAT], "big") in range(5)
        and not any(header[_VACUUM])
        and int.from_bytes(header[_ENCODING], "big") in _UTF8
    )


def has_log(header: bytes) -> bool:
    """Tell whether what is written goes into a log first (WAL), so that the file may lag behind."""
    return header[_JOURNAL_MODES] != _WITHOUT_LOG


def read_told_size(header: bytes) -> int | None:
    """Return how many bytes the file should have; None where the number of pages does not count.

    It does not where the file was last changed by a version of SQLite that left it as it was.
    """
    if header[_CHANGES] != header[_COUNTED]:
        return None
    return int.from_bytes(header[_PAGES], "big") * read_page_size(header)


def read_application_id(header: bytes) -> int:
    """Return the number by which programs tell their files."""
    return int.from_bytes(header[_APPLICATION], "big")


def make_header(header: bytes, size: int) -> bytes:
    """Return a header for a file of `size` bytes, none of whose pages are free."""
    made = bytearray(header)
    made[_PAGES] = (size // read_page_size(header)).to_bytes(4, "big")
    made[_FREE] = bytes(8)
    made[_COUNTED] = made[_CHANGES]  # which makes the number of pages count
    return bytes(made)
