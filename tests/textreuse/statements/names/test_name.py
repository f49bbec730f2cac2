from __future__ import annotations

from functools import partial

from tests.work import count_calls
from textreuse.statements.names.name import Mention, Name
from textreuse.text.spans import Span


class CountedHash(str):
    """Words whose hash is a call that is counted."""

    def __hash__(self) -> int:
        return super().__hash__()


def test_who_is_named_a_thousand_times_is_looked_up_as_fast_as_who_is_named_once() -> None:
    mentions = tuple(
        Mention(Span(0, at, at + 7), CountedHash("Ann Lee"), "", False) for at in range(1_000)
    )
    often, once = (Name("person", "Ann Lee", "", of, ()) for of in (mentions, mentions[:1]))

    assert count_calls(partial(hash, often)) == count_calls(partial(hash, once))
