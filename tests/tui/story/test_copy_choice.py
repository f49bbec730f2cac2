"""The likest copy is the one that a passage is held against, and the first beside it."""

from __future__ import annotations

import pytest

from storage.comparing import compare_story
from storage.library import Library
from tests.storage.desk import story
from tui.story.story_reader import StoryReader

LEAD = "Sea water entered {} properties around the quay and {} people were moved to a sports hall."
AGENCY, LATER, REWRITE = LEAD.format(63, 140), LEAD.format(65, 150), LEAD.format(65, 140)


@pytest.fixture
def reading(library: Library) -> StoryReader:
    """Read A, which is less like B than like C, where the passage stands twice."""
    texts = AGENCY, LATER, f"{LATER}\n\nNobody was hurt, they said.\n\n{REWRITE}"
    news = story(library, *texts)
    articles = library.articles.get_all(news.articles)
    made = StoryReader(news, articles)
    made.take(compare_story(articles))
    made.step(1)
    return made


def test_the_likest_copy_is_held_against_it(reading: StoryReader) -> None:
    group = reading.group_here()
    assert group is not None
    other = reading.copies.find_other(group)
    assert (other.article, reading.words_at(other)) == (2, REWRITE)
    assert reading.copies.rank_carriers(group) == [2, 1]
    assert reading.copies.rank_carriers(group, came_from=1) == [1, 2]


def test_one_copy_an_article_stands_beside_it(reading: StoryReader) -> None:
    group = reading.group_here()
    assert group is not None
    beside = reading.copies.choose_beside(group)
    assert {article: reading.words_at(span) for article, span in beside.items()} == {
        0: AGENCY,
        1: LATER,
        2: REWRITE,
    }


def test_a_repeat_is_held_against_its_own_article(reading: StoryReader) -> None:
    reading.look_through("repeats")
    reading.step(1)
    group = reading.group_here()
    assert group is not None
    assert reading.copies.find_other(group).article == reading.focus == 2
