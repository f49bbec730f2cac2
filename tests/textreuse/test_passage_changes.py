from __future__ import annotations

from hypothesis import given

from tests.textreuse.stories import DAM, FERRY, quick, stories
from textreuse import compare
from textreuse.word_diff import list_changes


def test_words_put_in_taken_out_and_replaced() -> None:
    text = f"{FERRY} {DAM}"
    edited = text.replace("old ", "").replace("dawn", "grey dawn").replace("crack", "rift")
    found = compare([text, edited])

    (passage,) = found.passages
    changes = [
        (text[left.start : left.end], edited[right.start : right.end])
        for left, right in list_changes(found, passage)
    ]

    assert changes == [("old", ""), ("", "grey"), ("crack", "rift")]


@quick
@given(stories())
def test_changes_lie_in_the_passage_in_order(texts: list[str]) -> None:
    found = compare(texts)
    for passage in found.passages:
        for side, span in enumerate((passage.left, passage.right)):
            places = [change[side] for change in list_changes(found, passage)]
            ends = [span.start, *(at for one in places for at in (one.start, one.end)), span.end]
            assert ends == sorted(ends)
            assert {one.article for one in places} <= {span.article}
        if passage.kind == "verbatim":
            for left, right in list_changes(found, passage):
                assert not found.word_count(left.article, [left])
                assert not found.word_count(right.article, [right])
