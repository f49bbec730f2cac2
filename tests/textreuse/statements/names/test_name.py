from __future__ import annotations

from functools import partial

from tests.work import count_calls
from textreuse.statements.names.name import Mention, Name
from textreuse.text.spans import Span


class CountedHash(str):
    """Words whose hash is a call that is counted."""

    def __hash__(self) -> int:
        return super().__hash__()


def name_of(times: int) -> Name:
    """Name somebody so often; nothing of it is another name's, as tuples may keep their hash."""
    places = (Span(0, at, at + 7) for at in range(times))
    mentions = (Mention(place, CountedHash("Ann Lee"), "", False) for place in places)
    return Name("person", "Ann Lee", "", tuple(mentions), ())


def test_who_is_named_a_thousand_times_is_looked_up_as_fast_as_who_is_named_once() -> None:
    often, once = (count_calls(partial(hash, name_of(times))) for times in (1_000, 1))

    assert often == once
