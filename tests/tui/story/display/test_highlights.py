from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from storage.comparing import compare_story
from storage.library import Library
from storage.models import Story
from storage.sample_story import add_sample
from storage.wording.passage_kinds import PASSAGE_STYLES
from tests.storage.desk import compared
from tests.tui.story.statement_texts import TEXTS
from textreuse import Span, merge
from tui.compare.screen import CompareScreen
from tui.story.display.highlights import list_current_highlights, list_highlights
from tui.story.display.styles import STYLE_SIGNS
from tui.story.lenses import Lens
from tui.story.stated import find_stated
from tui.story.story_reader import StoryReader


@pytest.fixture
def reading(library: Library) -> StoryReader:
    story = add_sample(library)
    articles = library.articles.get_all(story.articles)
    made = StoryReader(story, articles)
    made.take(compare_story(articles))
    return made


def highlighted(reading: StoryReader, article: int) -> tuple[Span, ...]:
    return merge(Span(article, one.start, one.end) for one in list_highlights(reading, article))


def test_what_is_highlighted_is_what_the_percentages_count(reading: StoryReader) -> None:
    comparison = reading.comparison
    assert comparison is not None
    for article in range(len(reading.articles)):
        reading.look_through("shared")
        assert highlighted(reading, article) == comparison.shared(article)
        reading.look_through("repeats")
        assert highlighted(reading, article) == comparison.repeats(article)


def test_under_only_here_all_else_is_dimmed(reading: StoryReader) -> None:
    comparison = reading.comparison
    assert comparison is not None
    reading.look_through("only here")
    for article, page in enumerate(reading.pages):
        bright = comparison.only_here(article)
        dimmed = highlighted(reading, article)
        assert {one.style for one in list_highlights(reading, article)} <= {"dimmed"}
        assert merge((*bright, *dimmed)) == (Span(article, 0, len(page.text)),)
        assert not any(one.overlap(other) for one in bright for other in dimmed)


def test_before_the_comparison_nothing_is_dimmed(library: Library) -> None:
    story = add_sample(library)
    reading = StoryReader(story, library.articles.get_all(story.articles))
    reading.look_through("only here")
    assert list_highlights(reading, 0) == []


def test_layers_lie_in_order_and_the_shorter_on_top(library: Library) -> None:
    story = add_sample(library)
    articles = library.articles.get_all(story.articles)
    library.annotations.create(
        [StoryReader(story, articles).make_target(Span(0, 80, 120))], "A note"
    )
    reading = StoryReader(story, articles)
    reading.take(compare_story(articles))
    reading.place(library.annotations.find_on(story.articles))
    reading.step(1)
    found = list_highlights(reading, 0)
    assert found[-1].style == "annotation"
    assert [one.label for one in list_current_highlights(reading, 0)] == ["1"]
    verbatim = [one.end - one.start for one in found if one.style == "verbatim"]
    assert verbatim == sorted(verbatim, reverse=True)


def test_the_surer_a_passage_the_higher_it_lies() -> None:
    passages = [style for style in STYLE_SIGNS if style in PASSAGE_STYLES]
    assert passages[::-1] == list(PASSAGE_STYLES)


@pytest.mark.parametrize("column", ["gutter", "minimap"])
def test_every_passage_has_a_sign_of_its_own(column: str) -> None:
    signs = {style: getattr(STYLE_SIGNS[style], column) for style in PASSAGE_STYLES}
    assert [style for style, sign in signs.items() if len(sign) != 1] == []
    assert len(set(signs.values())) == len(signs)


STATEMENTS = ("quotation", "later", "precision", "conflict", "flagged")


@pytest.mark.parametrize("without_colour", [False, True])
def test_every_statement_has_signs_and_colours(without_colour: bool) -> None:
    signs = [STYLE_SIGNS[style].gutter for style in STATEMENTS]
    assert len(set(signs)) == len(STATEMENTS)
    folder = Path(inspect.getfile(CompareScreen)).parent
    sheets = "".join((folder / path).read_text("utf-8") for path in CompareScreen.CSS_PATH)
    where = ":nocolor >" if without_colour else " >"
    rules = [f"HighlightColours{where} .article--{style}" for style in STATEMENTS]
    assert [rule for rule in rules if not re.search(rf"^{rule}\b[^-]", sheets, re.MULTILINE)] == []


def test_quotations_are_highlighted_by_whether_they_deserve_a_look() -> None:
    reading = read_statements("quotations")
    found = [(one.style, one.label) for one in list_highlights(reading, 0)]
    assert found == [("quotation", "2"), ("flagged", "1"), ("changed", "")]
    assert [one.style for one in list_highlights(reading, 2)] == ["quotation"]


def test_values_are_highlighted_by_how_they_differ_and_struck_once_dismissed() -> None:
    reading = read_statements("disagreements")
    values = list_highlights(reading, 1)
    assert {one.style for one in values} == {"conflict"}
    assert "4.7 million" in [reading.words_at(Span(1, one.start, one.end)) for one in values]
    assert reading.stated is not None
    keys = [finding.key for finding in reading.stated.findings.values()]
    reading.take_stated(reading.stated.decide(dict.fromkeys(keys, "dismissed")))
    assert {one.style for one in list_highlights(reading, 1)} == {"ignored"}


def test_the_words_that_the_finding_here_is_about_are_bright() -> None:
    reading = read_statements("quotations")
    reading.step(1)
    found = list_current_highlights(reading, 0)
    assert [one.style for one in found] == ["current", "current-changed"]
    assert reading.words_at(Span(0, *found[1][:2])).strip() == "single"


def read_statements(lens: Lens) -> StoryReader:
    story = compared(*TEXTS)
    ids = tuple(article.id for article in story.articles)
    reading = StoryReader(Story("", "Harbour", ids, ""), story.articles)
    reading.take(story)
    reading.take_stated(find_stated(story))
    reading.look_through(lens)
    return reading


def test_every_passage_has_its_colours_in_the_style_sheet() -> None:
    folder = Path(inspect.getfile(CompareScreen)).parent
    sheets = "".join((folder / path).read_text("utf-8") for path in CompareScreen.CSS_PATH)
    rules = [
        f"HighlightColours > .{part}--{style}"
        for part in ("article", "minimap")
        for style in PASSAGE_STYLES
    ]
    rules += [rule.replace(" >", ":ansi >") for rule in rules]
    assert [rule for rule in rules if not re.search(rf"^{rule}\b[^-]", sheets, re.MULTILINE)] == []
