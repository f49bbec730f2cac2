from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.library import Library
from storage.tables.article_details import DETAILS, read_details, read_version, write_details
from tests.storage.desk import OWL, add, quickly

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@quickly
@given(st.dictionaries(st.sampled_from(DETAILS), _TEXTS))
def test_what_is_written_is_read_on_one_line(known: dict[str, str]) -> None:
    found = read_details(write_details(known))

    flat = {name: " ".join(value.split()) for name, value in known.items()}
    assert found == {name: value for name, value in flat.items() if value}
    assert [*found] == [name for name in DETAILS if name in found]


@pytest.mark.parametrize("stored", [None, "", "{", "7", "[" * 100_000, '{"section": 7, "x": "y"}'])
def test_what_is_garbled_says_nothing(stored: str | None) -> None:
    assert read_details(stored) == {}


@pytest.mark.parametrize(("written", "number"), [("12", 12), ("1.2", None), ("³", None)])
def test_only_a_number_is_one(written: str, number: int | None) -> None:
    assert read_version(write_details({"version": written})) == number


def test_only_articles_that_have_any_are_listed(library: Library) -> None:
    section = write_details({"section": "World"})
    owl = add(library, OWL, citation_key="harker2026", details=section)
    add(library, "Another text.")

    assert library.articles.list_details() == {owl.id: ("harker2026", section)}
