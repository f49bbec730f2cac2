from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.annotation_import.readers.written_times import read_written_time
from tests.storage.desk import quickly


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-03-03 21:12:13+01:00", "2026-03-03T20:12:13.000Z"),
        ("2026-03-03T21:12:13.5Z", "2026-03-03T21:12:13.500Z"),
        ("Added on Tuesday, March 3, 2026 12:12:13 AM", "2026-03-03T00:12:13.000Z"),
        ("Added on Tuesday, March 3, 2026 12:12:13 PM", "2026-03-03T12:12:13.000Z"),
        ("March 3, 2026 9:12 p.m.", "2026-03-03T21:12:00.000Z"),
        ("Hinzugefügt am Dienstag, 3. März 2026", "2026-03-03T00:00:00.000Z"),
        ("添加于 2026年3月3日星期二 上午12:12:13", "2026-03-03T00:12:13.000Z"),
        ("", None),
        ("yesterday", None),
        ("3 March", None),
        ("21:12:13", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("Added on March 3, 2026 " * 20, None),
    ],
)
def test_a_time_is_read_or_is_none(written: str, time: str | None) -> None:
    assert read_written_time(written) == time


@quickly
@given(st.text(alphabet="Mär z3.2026:12 APMam+-T年月日下午", max_size=40))
def test_nothing_written_is_a_fault(written: str) -> None:
    time = read_written_time(written)

    assert time is None or time.endswith("Z")
