from __future__ import annotations

import pytest

from storage.errors import ReadError
from storage.tables.article_fields import clean_fields, parse_address, parse_date
from tests.storage.test_web_addresses import NO_ADDRESSES


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


def test_an_address_is_kept_as_it_was_written_however_long() -> None:
    address = f"https://gazette.example/Owl?id={'7' * 400}#top"

    assert parse_address(f" {address}\n") == address
    assert clean_fields({"url": address}) == {"url": address}
    assert clean_fields({"url": " "}) == {"url": None}


@pytest.mark.parametrize(
    "written", [*filter(str.strip, NO_ADDRESSES), "https://nell:s3cret@gazette.example/"]
)
def test_what_is_no_address_is_refused_and_not_told(written: str) -> None:
    assert parse_address(written) is None
    with pytest.raises(ReadError, match="needs http:// or https://") as refused:
        clean_fields({"url": written})
    assert "s3cret" not in str(refused.value)
