from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.telling import tell

QUOTED = "“We will not give up the archive of Brell,”"
SAID = "It was cold at the harbour. {} Lena Brandt {}."


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("tweeted", "said in a statement", ("tweeted", "statement")),
        ("told reporters", "wrote in an email", ("reporters", "email")),
    ],
)
def test_one_sentence_from_two_media(ours: str, theirs: str, told: tuple[str, str]) -> None:
    texts = SAID.format(QUOTED, ours), "Snow fell. " + SAID.format(QUOTED, theirs)
    assert tell(*texts) == [("conflict", "wording", *told)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("said", "said in a statement"),
        ("said in a statement on Twitter", "tweeted"),
        ("said.\n\nA statement of the union was read", "tweeted"),
    ],
)
def test_media_that_may_be_one(ours: str, theirs: str) -> None:
    assert tell(SAID.format(QUOTED, ours), "Snow fell. " + SAID.format(QUOTED, theirs)) == []


def test_short_words_are_said_on_many_occasions() -> None:
    quoted = "“Never again,”"
    assert tell(SAID.format(quoted, "tweeted"), SAID.format(quoted, "said in an interview")) == []
