"""What `compare` promises whatever is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given

from tests.textreuse import reference
from tests.textreuse.drawn_news import news_stories
from tests.textreuse.reading import covered, keys_of
from tests.textreuse.stories import quick, stories, thorough, word_stories
from textreuse import Comparison, Passage, Region, Settings, Span, compare, regions
from textreuse.paraphrase.stems import NO_TERM

EVERYTHING = Settings(boilerplate=False, max_occurrences=1000)


any_stories = stories() | news_stories(3)


def exact(comparison: Comparison) -> list[Passage]:
    """Return the passages that are the same words, in the same order."""
    return [passage for passage in comparison.passages if passage.kind != "paraphrase"]


def all_spans(comparison: Comparison) -> list[Span]:
    """Return every span that the comparison tells of, from whichever of its answers."""
    found = [side for passage in comparison.passages for side in (passage.left, passage.right)]
    found += [side for passage in comparison.passages for run in passage.runs for side in run]
    found += [span for group in comparison.groups for span in group.spans]
    for article in range(len(comparison.corpus.texts)):
        found += comparison.shared(article)
        found += comparison.only_here(article)
        found += comparison.repeats(article)
        found += comparison.boilerplate(article)
    for region in regions(comparison):
        found += region.left, region.right
    return found


@thorough
@given(any_stories)
def test_every_span_is_a_place_in_its_text(texts: list[str]) -> None:
    for span in all_spans(compare(texts)):
        assert 0 <= span.start < span.end <= len(texts[span.article])


@thorough
@given(any_stories)
def test_passages_are_sorted_and_their_sides_never_overlap(texts: list[str]) -> None:
    passages = compare(texts).passages
    places = [(passage.left, passage.right) for passage in passages]

    assert places == sorted(set(places))
    assert all(left < right for left, right in places)
    assert all(left.overlap(right) == 0 for left, right in places)


@quick
@given(any_stories)
def test_runs_lie_in_their_passage_and_ascend_on_both_sides(texts: list[str]) -> None:
    for passage in compare(texts).passages:
        for which, side in enumerate((passage.left, passage.right)):
            runs = [run[which] for run in passage.runs]
            assert runs or passage.kind == "paraphrase"
            assert all(run.article == side.article for run in runs)
            assert all(run.end <= following.start for run, following in pairwise(runs))
            assert all(side.start <= run.start and run.end <= side.end for run in runs)


@quick
@given(any_stories)
def test_both_sides_of_a_run_are_the_same_words(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in comparison.passages:
        for left, right in passage.runs:
            assert keys_of(comparison, left) == keys_of(comparison, right) != []


@thorough
@given(any_stories)
@example(["a a b b b b", "a a b b b b b"])
def test_a_passage_begins_and_ends_with_a_run(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in exact(comparison):
        for which, side in enumerate((passage.left, passage.right)):
            first, last = passage.runs[0][which], passage.runs[-1][which]
            assert keys_of(comparison, side._replace(end=first.start)) == []
            assert keys_of(comparison, side._replace(start=last.end)) == []


@quick
@given(any_stories)
def test_between_two_runs_something_was_changed(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in comparison.passages:
        for (left, right), (next_left, next_right) in pairwise(passage.runs):
            between = (
                keys_of(comparison, left._replace(start=left.end, end=next_left.start)),
                keys_of(comparison, right._replace(start=right.end, end=next_right.start)),
            )
            assert between != ([], [])


@thorough
@given(any_stories)
def test_runs_and_similarity_are_those_of_the_longest_common_words(texts: list[str]) -> None:
    comparison = compare(texts, EVERYTHING)
    for passage in exact(comparison):
        left, right = keys_of(comparison, passage.left), keys_of(comparison, passage.right)
        same = sum(len(keys_of(comparison, run)) for run, _ in passage.runs)

        assert same == reference.longest_common(left, right)
        assert passage.similarity == pytest.approx(reference.similarity(left, right))


@quick
@given(any_stories)
def test_only_what_is_verbatim_is_wholly_similar(texts: list[str]) -> None:
    for passage in exact(compare(texts)):
        assert Settings().min_similarity <= passage.similarity <= 1
        assert (passage.kind == "verbatim") == (passage.similarity == 1)
        assert len(passage.runs) == 1 or passage.kind == "edited"


@quick
@given(any_stories)
@example(["渡" * 9 + "。" + "船" * 9, "船" * 9])
def test_the_similarity_of_a_paraphrase_is_the_share_of_its_words_of_one_stem(
    texts: list[str],
) -> None:
    comparison = compare(texts)
    numbered, found = comparison.corpus, comparison.sentence_similarity.units.terms.at
    for passage in comparison.passages:
        if passage.kind == "paraphrase":
            ours, theirs = (
                Counter(
                    (found[at], numbered.tokens[at] if found[at] == NO_TERM else None)
                    for at in numbered.positions(side)
                )
                for side in (passage.left, passage.right)
            )
            same = 2 * (ours & theirs).total() / (ours.total() + theirs.total())
            assert passage.similarity == pytest.approx(same)
            assert 0 < passage.similarity <= 1
            sides = (keys_of(comparison, side) for side in (passage.left, passage.right))
            assert reference.similarity(*sides) < Settings().min_similarity
            assert passage.left.article != passage.right.article
            assert min(ours.total(), theirs.total()) >= Settings().min_words


@quick
@given(any_stories)
def test_less_sensitive_comparisons_find_the_surer_kinds_alone(texts: list[str]) -> None:
    everything = compare(texts)
    edited = compare(texts, Settings(sensitivity=2))
    verbatim = compare(texts, Settings(sensitivity=1))

    assert list(edited.passages) == exact(everything)
    assert [p.runs for p in edited.passages] == [p.runs for p in exact(everything)]
    assert {passage.kind for passage in verbatim.passages} <= {"verbatim"}


@quick
@given(any_stories)
def test_what_two_articles_share_does_not_hang_on_a_third(texts: list[str]) -> None:
    whole = compare(texts)
    for pair in combinations(range(len(texts)), 2):
        alone = compare([texts[article] for article in pair])
        among = [
            (one.left[1:], one.right[1:], one.kind, one.similarity)
            for one in whole.passages
            if (one.left.article, one.right.article) == pair
        ]
        assert among == [
            (one.left[1:], one.right[1:], one.kind, one.similarity)
            for one in alone.passages
            if one.left.article != one.right.article
        ]


@quick
@given(any_stories)
def test_the_same_texts_give_the_same_answer(texts: list[str]) -> None:
    one, other = compare(texts), compare(tuple(texts))

    assert one.passages == other.passages
    assert [passage.runs for passage in one.passages] == [p.runs for p in other.passages]
    assert one.groups == other.groups
    assert regions(one) == regions(other)


@thorough
@given(any_stories)
def test_there_are_not_many_more_passages_than_words(texts: list[str]) -> None:
    comparison = compare(texts)
    total = sum(comparison.word_count(article) for article in range(len(texts)))

    assert len(comparison.passages) <= 2 * total * len(texts)


@quick
@given(any_stories)
def test_what_is_shared_is_not_only_here(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        for sentence in comparison.only_here(article):
            assert not any(sentence.overlap(span) for span in comparison.shared(article))


@quick
@given(stories())
def test_without_a_copy_every_word_stands_only_here(texts: list[str]) -> None:
    comparison = compare(texts, Settings(boilerplate=False))
    for article in range(len(texts)):
        if not comparison.shared(article):
            only_here = comparison.only_here(article)
            assert comparison.word_count(article, only_here) == comparison.word_count(article)


@quick
@given(any_stories)
def test_boilerplate_is_left_out_of_everything_else(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        lines = comparison.boilerplate(article)
        for told in (comparison.shared, comparison.only_here, comparison.repeats):
            assert not any(line.overlap(span) for line in lines for span in told(article))


@quick
@given(any_stories)
def test_merged_spans_are_sorted_and_apart(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        for merged in (comparison.shared(article), comparison.repeats(article)):
            assert all(span.article == article for span in merged)
            assert all(span.end < following.start for span, following in pairwise(merged))


@quick
@given(any_stories)
def test_what_is_shared_is_what_the_passages_cover(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        across = [p for p in comparison.passages if p.left.article != p.right.article]
        within = [p for p in comparison.passages if p.left.article == p.right.article]
        for passages, told in ((across, comparison.shared), (within, comparison.repeats)):
            sides = [side for passage in passages for side in passage.side(article)]
            assert characters(told(article)) == characters(sides)


def characters(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


@thorough
@given(word_stories())
def test_no_run_that_two_texts_share_is_missed(texts: list[str]) -> None:
    comparison = compare(texts, EVERYTHING)
    rows = [text.split() for text in texts]
    for article, row in enumerate(rows):
        shared = covered(comparison, article, comparison.shared(article))
        for other in rows[:article] + rows[article + 1 :]:
            assert reference.shared_words(row, other, EVERYTHING.min_words) <= shared


@thorough
@given(word_stories())
def test_no_run_that_a_text_repeats_is_missed(texts: list[str]) -> None:
    comparison = compare(texts, EVERYTHING)
    for article, text in enumerate(texts):
        repeats = covered(comparison, article, comparison.repeats(article))
        assert reference.repeated_words(text.split(), EVERYTHING.min_words) <= repeats


@quick
@given(news_stories(3) | stories())
def test_regions_are_sorted_and_of_different_articles(texts: list[str]) -> None:
    found: tuple[Region, ...] = regions(compare(texts))

    assert list(found) == sorted(found)
    assert all(left.article < right.article for left, right, _ in found)
    # Up to what rounding adds: see test_regions.
    assert all(0 <= similarity <= 1 for _, _, similarity in found)
