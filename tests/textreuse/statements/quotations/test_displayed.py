from __future__ import annotations

import pytest

from tests.textreuse.statements.quotations.reading import quote, read, speakers

REGRETS = "We regret that the harbour had to be closed. “My best” I will do to open it."


def test_a_statement_behind_a_colon_is_quoted_sentence_by_sentence() -> None:
    text = (
        "Mayor Ann Lee said in a statement late on Monday:\n\n"
        f"{REGRETS}\n\nThe boats are safe.\n\nI thank the “pilots” for all.\n\n"
        "Paul Stone disagreed. He spoke of the storm."
    )
    assert quote(text) == [
        "We regret that the harbour had to be closed.",
        "“My best” I will do to open it.",
        "The boats are safe.",
        "I thank the “pilots” for all.",
    ]
    assert set(speakers(text)) == {"person: Ann Lee"}
    assert {one.turn for one in read(text)} == {1}


@pytest.mark.parametrize(
    "text",
    [
        # A picture stood here, or a list: nobody speaks of himself.
        "Mayor Ann Lee wrote on Monday:\n\nThe harbour was closed for the whole of the day.",
        # No statement is announced.
        "Three things about the harbour:\n\nWe have seen its walls from the boat of a friend.",
        "The storm is over.\n\nWe have seen the walls of the harbour from the boat of a friend.",
        # A heading.
        "Mayor Ann Lee said:\n\nOur harbour",
        # The U.S. is no "us".
        "Mayor Ann Lee said:\n\nThe harbour of the US was closed for the whole of the day.",
    ],
)
def test_other_paragraphs_behind_a_colon_are_none(text: str) -> None:
    assert quote(text) == []


def test_a_statement_with_marks_ends_as_these_tell() -> None:
    text = f"Ann Lee said:\n\n“I am sorry for it all.”\n\n{REGRETS}"
    assert quote(text) == ["I am sorry for it all."]
