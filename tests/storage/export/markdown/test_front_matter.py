from __future__ import annotations

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


def test_a_day_is_the_beginning_of_a_date_or_time() -> None:
    assert front_matter.write_day("2026-03-05T10:00:00Z") == "2026-03-05"
    assert front_matter.write_day("2026-03") == ""
    assert front_matter.write_day(None) == ""
