from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.textreuse.news import REWRITTEN
from tests.textreuse.reading import text_of
from tests.textreuse.reports import ENGLISH, REPORTS, two_articles
from tests.textreuse.stories import (
    BELLS,
    CLOCKS,
    DAM,
    FERRY,
    FLOUR,
    KEEPER,
    MAYOR,
    RAIN,
    ROAD,
    SENTENCES,
    TRAIN,
    TRAMS,
    VIOLIN,
)
from textreuse import Comparison, Region, compare, regions, split_sentences

BLOCK = f"{FERRY} {KEEPER} {CLOCKS} {DAM}"
OTHER_BLOCK = f"{RAIN} {ROAD} {VIOLIN} {TRAMS}"
EDITED = " ".join(
    (
        FERRY.replace("dawn", "noon"),
        BELLS,
        KEEPER.replace("great", "last"),
        CLOCKS.replace("narrow", "tiny"),
        FLOUR,
        DAM.replace("Three", "Four"),
    )
)
RETOLD = (
    " ".join(one for one, _ in REWRITTEN["english"][:5]),
    " ".join(other for _, other in REWRITTEN["english"][:5]),
)

LONG = "\n\n".join(
    f"{told} {report}"
    for (told, _), report in zip(REWRITTEN["english"], (*ENGLISH[0], *SENTENCES), strict=False)
)
SUMMARY = (
    "Pension money moved by the treasurer, a tunnel threatened by seawater, tractors at the border "
    "crossing: so ran the week. The airline cancelled its flights, wolves killed sheep near "
    "Altenburg, bronze masks went back to Benin and penguins were discovered by satellite. The "
    "court made a company pay for poisoned wells; smoking in parked cars stays allowed, welders at "
    "the shipyard are dismissed, thieves emptied lockers of the bank, a vaccine against malaria "
    "helped, and drinking water must be boiled."
)
SUMMED_UP = ["\n\n".join((*ENGLISH[1][:3], SUMMARY, *ENGLISH[1][3:])), LONG]

STORIES = {
    "copied": two_articles(BLOCK, BLOCK),
    "edited": two_articles(BLOCK, EDITED),
    "retold": two_articles(*RETOLD),
    "two blocks": [
        "\n\n".join((one, *reports, *more, other))
        for one, other, reports, more in (
            (BLOCK, OTHER_BLOCK, ENGLISH[0], (MAYOR,)),
            (OTHER_BLOCK, BLOCK, ENGLISH[1], (TRAIN,)),
        )
    ],
    "summed up": SUMMED_UP,
    "three": [*two_articles(BLOCK, EDITED), "\n\n".join((*REPORTS["german"][0], BLOCK))],
}
each_story = pytest.mark.parametrize("texts", STORIES.values(), ids=STORIES.keys())


def told(comparison: Comparison, found: Sequence[Region]) -> list[tuple[str, str]]:
    """Return both sides of each region, without the point at their end."""
    return [
        (text_of(comparison, region.left), text_of(comparison, region.right)) for region in found
    ]


def regions_of(*texts: str) -> list[tuple[str, str]]:
    comparison = compare(texts)
    return told(comparison, regions(comparison))


def test_a_copied_block_is_a_region() -> None:
    comparison = compare(STORIES["copied"])

    (region,) = regions(comparison)

    assert told(comparison, [region]) == [(BLOCK[:-1], BLOCK[:-1])]
    assert region.similarity == pytest.approx(1)


def test_an_edited_block_is_one_with_what_was_inserted() -> None:
    comparison = compare(STORIES["edited"])

    (region,) = regions(comparison)

    assert len(comparison.passages) > 1
    assert told(comparison, [region]) == [(BLOCK[:-1], EDITED[:-1])]
    assert 0.3 < region.similarity < 0.9


def test_a_retold_block_is_one() -> None:
    (region,) = regions_of(*STORIES["retold"])

    assert region == (RETOLD[0][:-1], RETOLD[1][:-1])


def test_blocks_far_apart_are_regions_of_their_own() -> None:
    assert regions_of(*STORIES["two blocks"]) == [
        (BLOCK[:-1], BLOCK[:-1]),
        (OTHER_BLOCK[:-1], OTHER_BLOCK[:-1]),
    ]


def test_a_long_verbatim_copy_is_a_region_as_the_passage_tells_it() -> None:
    copy = f"{BLOCK} {OTHER_BLOCK}"
    comparison = compare(two_articles(copy, copy))

    (passage,) = comparison.passages
    (region,) = regions(comparison)

    assert (region.left, region.right) == (passage.left, passage.right)
    assert told(comparison, [region]) == [(copy, copy)]


def test_a_summary_stands_over_what_it_sums_up() -> None:
    ((summary, summed),) = regions_of(*SUMMED_UP)

    assert summary == SUMMARY[:-1]
    assert len(summed) > 0.8 * len(LONG)
    assert summed in LONG


@pytest.mark.parametrize("language", REPORTS)
def test_texts_on_different_things_have_none(language: str) -> None:
    assert regions_of(*(" ".join(reports) for reports in REPORTS[language])) == []


def test_what_an_article_repeats_is_none() -> None:
    block = f"{BLOCK} {OTHER_BLOCK}"
    text = "\n\n".join((block, *ENGLISH[0], block))

    assert compare([text]).repeats(0)
    assert regions_of(text, " ".join(ENGLISH[1])) == []


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["…", FERRY], [FERRY]])
def test_little_text_has_none(texts: list[str]) -> None:
    assert regions_of(*texts) == []


def test_a_short_edited_sentence_is_none() -> None:
    assert regions_of(*two_articles(FERRY, FERRY.replace("dawn", "noon"))) == []


def test_a_short_copied_sentence_is_none() -> None:
    assert regions_of(*two_articles(FERRY, FERRY)) == []


def test_similarity_is_never_above_one() -> None:
    found = regions(compare(["人", "人人人。地地地"]))

    assert all(similarity <= 1 for _, _, similarity in found)


def test_only_the_pairs_that_correspond_have_one() -> None:
    texts = [*two_articles(BLOCK, EDITED), " ".join(REPORTS["german"][0])]

    assert [(region.left.article, region.right.article) for region in regions(compare(texts))] == [
        (0, 1)
    ]


@each_story
def test_swapping_two_articles_swaps_left_and_right(texts: list[str]) -> None:
    texts = texts[:2]
    found, swapped = regions(compare(texts)), regions(compare(texts[::-1]))

    turned = sorted(
        (right._replace(article=0), left._replace(article=1), similarity)
        for left, right, similarity in swapped
    )
    assert found
    assert [sides for *sides, _ in turned] == [sides for *sides, _ in found]
    assert [last for *_, last in turned] == pytest.approx([last for *_, last in found])


@each_story
def test_they_are_sorted_by_place_and_of_different_articles(texts: list[str]) -> None:
    found = regions(compare(texts))

    assert list(found) == sorted(found)
    assert len({(region.left, region.right) for region in found}) == len(found)
    assert all(region.left.article < region.right.article for region in found)
    assert all(0 <= region.similarity <= 1 for region in found)


@each_story
def test_they_begin_and_end_with_sentences_or_copied_words(texts: list[str]) -> None:
    comparison = compare(texts)
    edges = {
        (article, at)
        for article, text in enumerate(texts)
        for start, end in split_sentences(text)
        for at in (start, end, end - 1)
    }
    edges |= {
        (side.article, at)
        for passage in comparison.passages
        for side in (passage.left, passage.right)
        for at in (side.start, side.end)
    }
    for region in regions(comparison):
        for side in (region.left, region.right):
            assert (side.article, side.start) in edges
            assert (side.article, side.end) in edges


@pytest.mark.parametrize("beside", [FLOUR, f"{FLOUR} {TRAIN}"])
def test_a_sentence_at_the_edge_that_corresponds_to_nothing_is_left_out(beside: str) -> None:
    one, other = RETOLD
    comparison = compare(two_articles(f"{one} {beside}", f"{MAYOR} {other}"))

    (region,) = regions(comparison)
    assert text_of(comparison, region.left) == one.rstrip(".")
    assert text_of(comparison, region.right) == other.rstrip(".")


def test_seven_words_at_the_edge_that_correspond_to_nothing_are_left_out() -> None:
    one, other = RETOLD
    put_in = "As bakers and students painted bridges yellow on Tuesday,"
    comparison = compare(two_articles(f"{put_in} {one}", other))

    (region,) = regions(comparison)
    assert text_of(comparison, region.left) == one.rstrip(".")
