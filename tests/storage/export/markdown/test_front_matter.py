from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from storage.export.markdown import front_matter
from storage.wording.terminal_text import reveal_line
from tests.storage.export.test_escaping import hostile_texts


@given(st.lists(hostile_texts, max_size=3))
def test_it_is_read_as_what_is_seen_whatever_it_says(names: list[str]) -> None:
    line = front_matter.write_texts(names)

    assert yaml.safe_load(line) == [reveal_line(name) for name in names]
    assert len(line.splitlines()) == 1


@given(st.text(st.characters(codec=None)))
def test_any_character_is_one_that_yaml_takes(name: str) -> None:
    assert yaml.safe_load(front_matter.write_text(name)) == reveal_line(name)


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff"])
def test_so_is_what_is_no_character(sign: str) -> None:
    assert yaml.safe_load(front_matter.write_text(f"Owl {sign}")) == "Owl \ufffd"


def test_a_day_is_the_beginning_of_a_date_or_time() -> None:
    assert front_matter.write_day("2026-03-05T10:00:00Z") == "2026-03-05"
    assert front_matter.write_day("2026-03") == ""
    assert front_matter.write_day(None) == ""
