from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from storage.article_import.add_articles import add_articles
from storage.comparing import compare_story
from storage.library import Library
from storage.models import NewArticle
from storage.tables.finding_verdicts import Verdict
from tests.storage.desk import kept_story
from tests.tui.story.statement_texts import ONE_FIGURE, PIERS, PIERS_ALTERED, TEXTS
from textreuse import Disagreement, Utterance
from tui.story.finding_here import (
    find_dismissed_here,
    find_finding_here,
    find_item_at,
    find_meant_finding,
    list_note_places,
    propose_note,
)
from tui.story.lenses import Lens
from tui.story.meant import find_meant_span, name_meant
from tui.story.stated import find_stated
from tui.story.story_reader import StoryReader


@pytest.fixture
def reading(library: Library) -> StoryReader:
    return read_texts(library, TEXTS)


@pytest.fixture
def disputed(library: Library) -> StoryReader:
    return read_texts(library, ONE_FIGURE)


def read_texts(library: Library, texts: Sequence[str]) -> StoryReader:
    drafts = [NewArticle(text, title=f"Text {number}") for number, text in enumerate(texts)]
    articles = [article for article, _ in add_articles(library, drafts)]
    made = StoryReader(kept_story(library, articles), articles)
    made.take(compare_story(articles))
    assert made.compared is not None
    made.take_stated(find_stated(made.compared))
    return made


def decide(reading: StoryReader, verdict: Verdict) -> None:
    finding = find_finding_here(reading)
    assert finding is not None
    assert reading.stated is not None
    reading.take_stated(replace(reading.stated, verdicts={finding.key: verdict}))


def test_quotations_are_stepped_through_by_place_each_with_all_its_forms(
    reading: StoryReader,
) -> None:
    reading.look_through("quotations")
    assert [item.number for item in reading.items] == [1, 2]
    assert [[span.article for span in item.spans] for item in reading.items] == [[0, 1], [0, 1, 2]]
    reading.step(1)
    assert reading.words_at(reading.items[0].span) == PIERS
    assert reading.statement_here() is reading.items[0]
    assert reading.group_here() is None


def test_the_form_that_was_altered_is_held_against_the_one_here(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    item = reading.items[0]
    assert reading.copies.find_other(item) == item.spans[1]
    assert reading.copies.rank_carriers(item) == [1]
    assert reading.go_to_copy() == item.spans[1]
    assert reading.focus == 1
    assert reading.copies.find_other(item) == item.spans[0]


def test_an_utterance_of_one_article_is_held_against_itself(library: Library) -> None:
    text = 'It rained. "Nobody will lose a berth because of the works," Martha Ellison said.'
    articles = [article for article, _ in add_articles(library, [NewArticle(text, title="One")])]
    reading = StoryReader(kept_story(library, articles), articles)
    reading.take(compare_story(articles))
    assert reading.compared is not None
    reading.take_stated(find_stated(reading.compared))
    reading.look_through("quotations")
    reading.step(1)
    [item] = reading.items
    assert reading.copies.find_other(item) == item.span
    assert find_finding_here(reading) is None


def test_disagreements_are_stepped_through_value_by_value(disputed: StoryReader) -> None:
    disputed.look_through("disagreements")
    [item] = disputed.items
    assert isinstance(item.statement, Disagreement)
    disputed.step(1)
    assert disputed.page.text[disputed.cursor :].startswith("4.2 million")
    disputed.step(1)
    assert (disputed.focus, disputed.page.text[disputed.cursor :][:11]) == (1, "4.7 million")


def test_what_is_the_same_is_no_finding(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    reading.step(1)
    assert isinstance(reading.items[1].statement, Utterance)
    assert find_finding_here(reading) is None


def test_a_dismissed_disagreement_is_no_item_but_is_found_again(disputed: StoryReader) -> None:
    disputed.look_through("disagreements")
    disputed.step(1)
    decide(disputed, "dismissed")
    assert disputed.items == ()
    assert disputed.count == 1
    assert find_finding_here(disputed) is None
    found = find_dismissed_here(disputed)
    assert found is not None
    assert found.kind == "disagreement"
    disputed.move_to(0, 0)
    assert find_dismissed_here(disputed) is None


def test_an_utterance_stays_one_and_is_flagged_no_more(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    item = reading.items[0]
    assert item.statement is not None
    assert reading.stated is not None
    assert reading.stated.is_flagged(item.statement)
    decide(reading, "dismissed")
    assert len(reading.items) == 2
    assert not reading.stated.is_flagged(item.statement)
    assert find_finding_here(reading) is not None


@pytest.mark.parametrize("lens", ["quotations", "disagreements"])
def test_one_verdict_is_on_a_quotation_and_the_word_that_was_changed_in_it(
    reading: StoryReader, lens: Lens
) -> None:
    reading.look_through("disagreements")
    assert len(reading.items) == 2
    reading.look_through(lens)
    reading.step(1)
    decide(reading, "dismissed")
    reading.look_through("disagreements")
    assert len(reading.items) == 1
    reading.look_through("quotations")
    assert reading.stated is not None
    assert not any(map(reading.stated.is_flagged, reading.stated.statements.utterances))


def test_a_confirmed_finding_stays_flagged(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    decide(reading, "confirmed")
    assert reading.stated is not None
    assert reading.items[0].statement is not None
    assert reading.stated.is_flagged(reading.items[0].statement)


def test_a_note_on_a_finding_has_its_evidence(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    finding = find_meant_finding(reading)
    assert finding is not None
    assert propose_note(reading, finding) == (
        f"{finding.why}\nA: “{PIERS}”\nB: “{PIERS_ALTERED}”\n\n"
    )
    reading.go_to_copy()
    assert [span.article for span in list_note_places(reading, finding)] == [1, 0]


def test_a_note_on_a_disagreement_has_both_statements(disputed: StoryReader) -> None:
    disputed.look_through("disagreements")
    disputed.step(1)
    finding = find_meant_finding(disputed)
    assert finding is not None
    why, *versions = propose_note(disputed, finding).splitlines()
    assert why == finding.why
    assert ["4.2 million" in versions[0], "4.7 million" in versions[1]] == [True, True]


def test_who_has_not_gone_to_a_finding_notes_what_the_unit_is(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    assert find_meant_span(reading) == reading.items[0].span
    assert name_meant(reading) == "the quotation"
    assert reading.find_elsewhere(reading.items[0].span) == (reading.items[0].spans[1],)
    reading.move_to(reading.focus, reading.cursor)
    assert find_meant_finding(reading) is None
    assert name_meant(reading) == "the sentence"


def test_a_finding_is_found_by_its_places(disputed: StoryReader) -> None:
    disputed.look_through("disagreements")
    [item] = disputed.items
    assert find_item_at(disputed, {*item.spans}) is item
    assert find_item_at(disputed, {item.span, item.span._replace(end=item.span.end + 1)}) is None


def test_other_lenses_have_passages_under_the_cursor(reading: StoryReader) -> None:
    reading.look_through("quotations")
    reading.step(1)
    reading.look_through("shared")
    assert reading.statement_here() is None
    assert reading.group_here() is not None


@pytest.mark.parametrize("lens", ["quotations", "disagreements"])
def test_until_statements_are_known_there_is_nothing_to_go_to(
    reading: StoryReader, lens: str
) -> None:
    reading.look_through("quotations" if lens == "quotations" else "disagreements")
    reading.take_stated(None)
    assert reading.items == ()
    assert reading.step(1) is None
