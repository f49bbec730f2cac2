from __future__ import annotations

import gzip

import pytest

from storage.article_import.web.unpack import (
    CutOffError,
    DamagedPackingError,
    TooLargeError,
    unpack,
)


def test_members_one_after_another_are_one_text() -> None:
    packed = gzip.compress(b"owl ") + gzip.compress(b"") + gzip.compress(b"mill")

    assert unpack(packed, "gzip", 8) == b"owl mill"
    with pytest.raises(TooLargeError):
        unpack(packed, "gzip", 7)


def test_what_follows_that_is_no_member_is_left() -> None:
    assert unpack(gzip.compress(b"owl") + bytes(10), "x-gzip", 3) == b"owl"


def test_a_member_that_is_cut_off_is_told_wherever_it_stands() -> None:
    with pytest.raises(CutOffError):
        unpack(gzip.compress(b"owl") + gzip.compress(b"mill")[:-1], "gzip", 100)


def test_members_without_end_are_damage() -> None:
    with pytest.raises(DamagedPackingError):
        unpack(gzip.compress(b"") * 200_000, "gzip", 100)


def test_a_wrong_sum_is_damage() -> None:
    packed = bytearray(gzip.compress(b"owl"))
    packed[-5] ^= 1
    with pytest.raises(DamagedPackingError):
        unpack(bytes(packed), "gzip", 100)
