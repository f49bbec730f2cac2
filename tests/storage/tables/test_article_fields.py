from __future__ import annotations

import pytest

from storage.tables.article_fields import parse_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-03-05", "2026-03-05"),
        (" 20260305 ", "2026-03-05"),
        ("2026-03-05T00:00:00", "2026-03-05"),
        ("2026-03-05T10:00:00", "2026-03-05T10:00:00Z"),
        (" 2026-03-05T10:00:00Z ", "2026-03-05T10:00:00Z"),
        ("2026-03-05T10:00:00.5-05:00", "2026-03-05T15:00:00Z"),
        ("2026-03-05T01:00:00+02:00", "2026-03-04T23:00:00Z"),
        ("2026-03-05 01:00:00 +02:00", "2026-03-04T23:00:00Z"),
        ("2026-03-05 01:00:00 +0200", "2026-03-04T23:00:00Z"),
        ("0001-01-01T00:00:00+05:00", None),
        ("2026-02-31", None),
        ("last Thursday", None),
        ("20260305.5", None),
        ("", None),
    ],
)
def test_dates_are_told_as_iso_8601(written: str, iso: str | None) -> None:
    assert parse_date(written) == iso
