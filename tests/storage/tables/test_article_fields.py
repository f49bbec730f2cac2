from __future__ import annotations

import pytest

from storage.errors import ReadError
from storage.tables.article_fields import clean_fields, parse_address, parse_citation_key
from tests.storage.desk import OWL
from tests.storage.test_web_addresses import NO_ADDRESSES


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("9 December 1999", "1999-12-09"),
        ("le 9 décembre 1999", "1999-12-09"),
        ("13/12/1999", "1999-12-13"),
        ("1999-12-09T10:00:00+01:00", "1999-12-09T09:00:00Z"),
        (" ", None),
    ],
)
def test_a_date_is_stored_as_iso_8601(written: str, stored: str | None) -> None:
    assert clean_fields({"published": written}) == {"published": stored}


@pytest.mark.parametrize("written", ["last Thursday", "December 1999", "31/02/1999"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ReadError, match=f"“{written}” is not a date; write it like 2026-03-05"):
        clean_fields({"published": written})


def test_a_date_that_may_be_two_is_refused_unless_the_language_tells() -> None:
    german = "Die Eule ist in den Turm gezogen und hält den ganzen Chor wach, wie es scheint."

    with pytest.raises(ReadError, match=r"may be 9 December 1999 \(1999-12-09\) or 12 September"):
        clean_fields({"published": "09/12/1999"}, OWL)
    assert clean_fields({"published": "09/12/1999"}, german) == {"published": "1999-12-09"}


@pytest.mark.parametrize(
    "key", ["harker2026", "Bell_etal:2026", "DBLP:conf/acl/Bell26", "müller-2026", "1a"]
)
def test_a_citation_key_is_kept_as_it_is(key: str) -> None:
    assert clean_fields({"citation_key": f" @{key} "}) == {"citation_key": key}


@pytest.mark.parametrize(
    "key",
    [
        "2026",
        "two words",
        "a,b",
        "{a}",
        "<b>",
        "a--b",
        "a]",
        "_a_",
        "http://zotero.org/1",
        "a" * 101,
    ],
)
def test_what_is_no_citation_key_is_refused(key: str) -> None:
    assert parse_citation_key(key) is None
    with pytest.raises(ReadError, match="is not a citation key; write letters and figures"):
        clean_fields({"citation_key": key})


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
