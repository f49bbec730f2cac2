from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from storage.export.evidence import Place
from storage.export.story_passages import list_story_passages
from tests.storage.desk import HONEY, MILL, OWL, PARADE, compared, quickly
from tests.textreuse.stories import stories


@quickly
@given(stories())
def test_paragraphs_are_numbered_as_in_every_export(made: list[str]) -> None:
    story = compared(*made)
    for passage in story.kept.passages:
        for span in (passage.left, passage.right):
            article = story.articles[span.article]
            assert story.number_paragraph(span) == Place(article, span.start, span.end).paragraph


@given(st.integers(1, 3))
def test_passages_are_numbered_as_under_the_lens_shared(times: int) -> None:
    made = [f"{PARADE} {PARADE}\n\n{OWL} {MILL}", *[f"{OWL}\n\n{HONEY}"] * times]
    found = list_story_passages(compared(*made))

    shared = [one for one in found if len(one.group.articles) > 1]
    assert [one.number for one in shared] == [str(n) for n in range(1, len(shared) + 1)]
    assert all(one.group.spans < two.group.spans for one, two in pairwise(shared))
    assert [one.title for one in found if one not in shared] == ["Repeat R1"]
