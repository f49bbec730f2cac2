from __future__ import annotations

import pytest
from hypothesis import given

from storage.comparing import ComparedStory, compare_story
from storage.parallel_regions import ParallelRegion, ParallelRegions, find_parallel_regions
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, compared, quickly, unstored
from tests.textreuse.news import REWRITTEN
from tests.textreuse.stories import stories
from textreuse import PARAPHRASE, VERBATIM, Settings, Span, Verdicts

FERRY = "The ferry to Norderholm sank at dawn with forty sheep and nobody else on board."
FERRY_AGAIN = "The ferry to Norderholm sank at noon with forty sheep and nobody else on board."
KEEPER = "The great lighthouse keeper saw the lanterns vanish and rowed out with his two sons."
KEEPER_AGAIN = "The last lighthouse keeper saw the lanterns vanish and rowed out with his two sons."
DAM = "Three engineers who had warned of the cracked valve were questioned by the harbour court."
DAM_AGAIN = (
    "Four engineers who had warned of the cracked valve were questioned by the harbour court."
)
EARLY = "\n\n".join((OWL, FERRY, KEEPER, DAM))
LATE = "\n\n".join((MILL, PARADE, FERRY_AGAIN, BRIDGE, KEEPER_AGAIN, DAM_AGAIN, HONEY))


def dated(*published: str | None, sensitivity: int = PARAPHRASE) -> ComparedStory:
    texts = (EARLY, LATE, VAN)
    articles = [
        unstored(number, text, date)
        for number, (text, date) in enumerate(zip(texts, published, strict=False))
    ]
    return compare_story(articles, Settings(sensitivity=sensitivity))


def only(story: ComparedStory) -> ParallelRegion:
    [found] = find_parallel_regions(story)
    return found


def test_a_region_is_told_over_what_stands_between_its_passages() -> None:
    story = dated("2026-03-05", "2026-03-06")

    found = only(story)

    assert len(story.kept.groups) > 1
    assert found.describe() == "B ¶3–6 follows A ¶2–4"
    later, earlier = found.one.covered, found.other.covered
    assert 0 < later.words < later.of
    assert earlier.words <= earlier.of == found.words < later.of


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (("2026-03-06", "2026-03-05"), "A ¶2–4 follows B ¶3–6"),
        (("2026-03-05", "2026-03-05"), "A ¶2–4 and B ¶3–6 correspond"),
        (("2026-03-05T08:00:00Z", "2026-03-05T09:00:00Z"), "B ¶3–6 follows A ¶2–4"),
        # Which came first on a day is not known from one time alone.
        (("2026-03-05T08:00:00Z", "2026-03-05"), "A ¶2–4 and B ¶3–6 correspond"),
        (("2026-03-05", None), "A ¶2–4 and B ¶3–6 correspond"),
        ((None, None), "A ¶2–4 and B ¶3–6 correspond"),
    ],
)
def test_who_follows_is_told_only_where_dates_say_it(
    published: tuple[str | None, ...], words: str
) -> None:
    assert only(dated(*published)).describe() == words


def test_a_single_paragraph_has_one_number() -> None:
    joined = LATE.replace("\n\n", " ")
    assert only(compared(EARLY, joined)).one.place == "A ¶2–4"
    assert only(compared(EARLY, joined)).other.place == "B ¶1"


def test_what_is_short_on_one_side_is_not_told() -> None:
    assert find_parallel_regions(compared(FERRY, f"{OWL}\n\n{FERRY_AGAIN}\n\n{MILL}")) == ()


def test_a_text_whose_sentences_have_no_end_is_long_by_its_words() -> None:
    def run_on(*sentences: str) -> str:
        return " ".join(sentence.rstrip(".").casefold() for sentence in sentences)

    one = run_on(FERRY, KEEPER, DAM, OWL, MILL, HONEY, PARADE, VAN)
    other = run_on(FERRY_AGAIN, KEEPER_AGAIN, DAM_AGAIN, OWL, MILL, PARADE, BRIDGE, VAN)
    found = find_parallel_regions(compared(one, other))
    assert [region.describe() for region in found] == ["A ¶1 and B ¶1 correspond"]


def test_what_one_passage_says_as_well_is_not_told() -> None:
    block = "\n\n".join((FERRY, KEEPER, DAM))
    story = compared(f"{OWL}\n\n{block}", f"{MILL}\n\n{block}")
    assert len(story.kept.groups) == 1
    assert find_parallel_regions(story) == ()


def test_ignored_passages_cover_nothing_and_take_their_region_along() -> None:
    story = dated(None, None)
    passages = story.found.passages

    some = only(story.ignore(passages[:1]))
    assert some.one.covered.words < only(story).one.covered.words
    assert find_parallel_regions(story.ignore(passages)) == ()


def test_what_the_reader_calls_boilerplate_is_no_part_of_a_region() -> None:
    articles = dated(None, None).articles
    start = LATE.index(FERRY_AGAIN)
    marks = Verdicts(boilerplate=(Span(1, start, start + len(FERRY_AGAIN)),))
    assert find_parallel_regions(compare_story(articles, verdicts=marks)) == ()


def test_a_step_that_shows_no_rewording_tells_of_none() -> None:
    retold = ["\n\n".join(sides) for sides in zip(*REWRITTEN["english"][:5], strict=True)]
    assert only(compared(*retold)).one.place == "A ¶1–5"
    assert find_parallel_regions(compared(*retold, sensitivity=VERBATIM)) == ()


def test_the_longest_comes_first_and_they_are_looked_for_once() -> None:
    gap = "\n\n".join((OWL, MILL, HONEY, VAN, BRIDGE, PARADE) * 2)
    story = compared(EARLY, LATE, f"{FERRY_AGAIN}\n\n{KEEPER_AGAIN}\n\n{gap}")
    regions = ParallelRegions(story)
    assert regions.found is None

    found = regions.find()

    assert regions.find() is regions.found is found
    assert len(found) > 1
    words = [region.words for region in found]
    assert words == sorted(words, reverse=True)


@quickly
@given(stories())
def test_any_story_has_parallels_that_are_places_of_two_articles(made: list[str]) -> None:
    story = compared(*made)
    found = find_parallel_regions(story)
    assert [one.words for one in found] == sorted((one.words for one in found), reverse=True)
    for region in found:
        assert region.one.span.article < region.other.span.article
        for side in (region.one, region.other):
            article, start, end = side.span
            assert 0 <= start < end <= len(made[article])
            assert side.covered.words <= side.covered.of
            assert 1 <= side.first <= side.last
