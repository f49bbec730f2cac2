from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import ComparedStory, compare_story
from storage.passage_numbers import PassageNumbers, find_repeats, is_shared
from tests.storage.desk import (
    HONEY,
    MILL,
    OWL,
    PARADE,
    compared,
    quickly,
    thoroughly,
)
from tests.textreuse.stories import few_words, stories
from textreuse import (
    EDITED,
    PARAPHRASE,
    VERBATIM,
    WEAK,
    Comparison,
    Group,
    Kind,
    Passage,
    Settings,
    Span,
    Verdicts,
    compare,
)

Numbers = dict[tuple[Passage, str], int]

LONG = (
    "The harbour master told the crowded council chamber on Monday evening that somebody had rung"
    " the wrong telephone three times during the worst night of the storm"
)
HOLED = LONG.replace("that somebody", "how a clerk")


def at(story: ComparedStory, sensitivity: int) -> ComparedStory:
    """Return the story at another sensitivity, with the same ignored as far as it is there."""
    made = compare_story(story.articles, Settings(sensitivity=sensitivity), known=story)
    return made.ignore(one for one in story.ignored if one in made.found.passages)


def numbers(story: ComparedStory) -> Numbers:
    """Return the number of all that is shown, by each of the passages that it is made of."""
    found: Numbers = {}
    for group in story.kept.groups:
        told = {"passage": story.numbers.number_passage(group)} if is_shared(group) else {}
        for spans in find_repeats(group):
            article = spans[0].article
            told[f"repeat in {article}"] = story.numbers.number_repeat(group, article)
        found |= {(one, name): number for one in group.passages for name, number in told.items()}
    return found


def shared(story: ComparedStory) -> list[Group]:
    return [group for group in story.kept.groups if is_shared(group)]


def told(story: ComparedStory) -> list[int]:
    return [story.numbers.number_passage(group) for group in shared(story)]


@st.composite
def chosen(draw: st.DrawFn, story: ComparedStory) -> list[Passage]:
    """Draw passages to ignore."""
    passages = story.found.passages
    return draw(st.lists(st.sampled_from(passages), unique=True)) if passages else []


texts_of_any_sort = stories() | few_words()


@thoroughly
@given(texts_of_any_sort, st.sampled_from([EDITED, PARAPHRASE, VERBATIM, WEAK]), st.data())
def test_what_stays_keeps_its_number_whatever_is_ignored(
    texts: list[str], sensitivity: int, data: st.DataObject
) -> None:
    story = compared(*texts, sensitivity=sensitivity)
    before = numbers(story)

    less = story.ignore(data.draw(chosen(story)))

    after = numbers(less)
    assert {key: after[key] for key in after if key in before} == {
        key: before[key] for key in after if key in before
    }
    assert (less.numbers.passages, less.numbers.repeats) == (
        story.numbers.passages,
        story.numbers.repeats,
    )
    assert all(1 <= number <= less.numbers.passages for number in told(less))
    assert numbers(less.ignore([])) == before


@thoroughly
@given(texts_of_any_sort, st.data())
def test_less_sure_passages_renumber_nothing(texts: list[str], data: st.DataObject) -> None:
    story = compared(*texts)
    story = story.ignore(data.draw(chosen(story)))
    before = numbers(story)

    surer = at(story, EDITED)

    after = {key: number for key, number in numbers(surer).items() if key[1] == "passage"}
    assert after == {key: before[key] for key in after}
    assert surer.numbers.passages == story.numbers.passages
    assert numbers(at(surer, PARAPHRASE)) == before


@thoroughly
@given(texts_of_any_sort)
def test_a_piece_bears_the_number_of_a_passage_that_has_it(texts: list[str]) -> None:
    whole = compared(*texts)
    pieces = at(whole, VERBATIM)
    groups = dict(zip(told(whole), shared(whole), strict=True))

    assert list(groups) == list(range(1, len(groups) + 1))
    for group, number in zip(shared(pieces), told(pieces), strict=True):
        assert number <= pieces.numbers.passages
        if number in groups:
            places = groups[number].spans
            inside = [one for one in group.spans if any(map(one.overlap, places))]
            assert len({one.article for one in inside}) > 1


@quickly
@given(texts_of_any_sort)
def test_with_nothing_left_out_all_are_counted_from_one_by_place(texts: list[str]) -> None:
    story = compared(*texts)
    repeats = sorted(spans for group in story.kept.groups for spans in find_repeats(group))
    by_place = {
        spans: story.numbers.number_repeat(group, spans[0].article)
        for group in story.kept.groups
        for spans in find_repeats(group)
    }

    assert told(story) == list(range(1, story.numbers.passages + 1))
    assert [by_place[spans] for spans in repeats] == list(range(1, story.numbers.repeats + 1))


def test_numbers_of_ignored_passages_are_gaps() -> None:
    story = compared(f"{MILL}\n\n{OWL}\n\n{HONEY}", f"{HONEY}\n\n{MILL}\n\n{PARADE}\n\n{OWL}")
    assert told(story) == [1, 2, 3]

    less = story.ignore(shared(story)[1].passages)

    assert told(less) == [1, 3]
    assert less.numbers.passages == 3


def test_what_is_told_of_boilerplate_renumbers_nothing() -> None:
    story = compared(f"{MILL}\n\n{OWL}\n\n{HONEY}", f"{HONEY}\n\n{MILL}\n\n{PARADE}\n\n{OWL}")
    assert told(story) == [1, 2, 3]

    mill_is_boilerplate = Verdicts((Span(0, 0, len(MILL)),))
    less = compare_story(story.articles, verdicts=mill_is_boilerplate, known=story)

    assert told(less) == [2, 3]
    assert less.numbers.passages == 3
    assert told(compare_story(story.articles, known=less)) == [1, 2, 3]


def test_repeats_have_a_count_of_their_own() -> None:
    story = compared(f"{PARADE}\n\n{OWL}\n\n{PARADE}", f"{MILL}\n\n{OWL}\n\n{MILL}")
    parade, owl, mill = story.kept.groups

    assert (story.numbers.number_passage(owl), story.numbers.passages) == (1, 1)
    assert [story.numbers.number_repeat(one, one.articles[0]) for one in (parade, mill)] == [1, 2]
    [_, mill] = story.ignore(parade.passages).kept.groups
    assert (story.numbers.number_repeat(mill, 1), story.numbers.repeats) == (2, 2)


def test_pieces_of_a_passage_bear_its_number() -> None:
    story = compared(f"{OWL}\n\n{LONG}.\n\n{MILL}", f"{MILL}\n\n{HOLED}.\n\n{OWL}")
    assert told(story) == [1, 2, 3]

    pieces = at(story, VERBATIM)

    assert told(pieces) == [1, 2, 2, 3]
    assert pieces.numbers.passages == 3
    assert told(at(pieces, EDITED)) == [1, 2, 3]


def test_what_is_in_no_passage_of_the_whole_comes_after_the_last() -> None:
    one, two = compare([f"{OWL} {MILL}", OWL]), compare([f"{OWL} {MILL}", f"{MILL} {HONEY}"])
    numbered = PassageNumbers(one, two)

    assert [numbered.number_passage(group) for group in two.groups] == [2]
    assert numbered.passages == 2


def cut(passage: Passage, length: int, kind: Kind = "verbatim", *, weak: bool = False) -> Passage:
    left, right = (side._replace(end=length) for side in (passage.left, passage.right))
    return replace(passage, left=left, right=right, kind=kind, weak=weak)


def having(*passages: Passage) -> Comparison:
    return replace(compare([]), passages=passages)


def test_a_piece_is_one_of_the_passage_that_has_its_words_not_of_a_paraphrase_inside() -> None:
    [passage] = compare([f"{OWL} {MILL} {HONEY} {PARADE}"] * 2).passages
    whole = having(cut(passage, len(OWL), "paraphrase"), passage)
    found = having(cut(passage, len(OWL) + 20))

    numbered = PassageNumbers(whole, found)

    assert len(whole.groups) == 2
    assert [numbered.number_passage(group) for group in found.groups] == [2]
