from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import paragraph_numbers
from storage.paragraph_numbers import ParagraphNumbers
from tests.storage.desk import HONEY, MILL, OWL, quickly

LINES = st.sampled_from([OWL, MILL, HONEY, "Share on Facebook", "Twitter", "Print", "Pocket", ""])


def test_what_looks_like_boilerplate_is_not_counted() -> None:
    text = f"{OWL}\nFacebook\nTwitter\n{MILL}"
    numbers = ParagraphNumbers()
    assert numbers.find(text, text.index(OWL)) == 1
    assert numbers.find(text, text.index(MILL)) == 2


@quickly
@given(st.lists(LINES, max_size=12))
def test_the_numbers_are_the_same_where_a_text_is_looked_through_in_pieces(
    lines: list[str],
) -> None:
    text = "\n".join(lines)
    # Nothing changes inside a line.
    places = [at for at in range(len(text)) if "\n" in text[max(0, at - 1) : at + 2]]
    whole = [ParagraphNumbers().find(text, at) for at in places]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paragraph_numbers, "_PIECE", 1)
        assert [ParagraphNumbers().find(text, at) for at in places] == whole
