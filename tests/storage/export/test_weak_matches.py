"""Whatever is exported says of a weak match that it is one."""

from __future__ import annotations

import re

import pytest

from storage.comparing import ComparedStory, compare_in
from storage.errors import NotFoundError
from storage.export.evidence import find_story_evidence
from storage.export.html.report import render_report
from storage.export.markdown.document import export_story
from storage.export.markdown.evidence_table import export_passage
from storage.export.story_passages import list_story_passages
from storage.library import Library
from storage.models import Story
from tests.storage.desk import OWL, WEAKLY, annotate, story
from textreuse import PARAPHRASE, WEAK, Settings


@pytest.fixture
def news(library: Library) -> Story:
    return story(library, *WEAKLY)


def compared_at(library: Library, news: Story, sensitivity: int) -> ComparedStory:
    articles = library.articles.get_all(news.articles)
    return compare_in(library, articles, settings=Settings(sensitivity=sensitivity))


def test_a_passage_is_called_weak_where_all_of_it_is(library: Library, news: Story) -> None:
    titles = [one.title for one in list_story_passages(compared_at(library, news, WEAK))]

    assert titles == [
        "Passage 1, verbatim",
        "Passage 3, verbatim, weak match",
        "Passage 2, verbatim",
    ]


def test_the_report_marks_it_and_says_so(library: Library, news: Story) -> None:
    usual, page = (
        render_report(library, news, version="1", settings=Settings(sensitivity=level))
        for level in (PARAPHRASE, WEAK)
    )

    assert re.findall(r'<mark class="verbatim weak" data-k="p3">(.*?)</mark>', page) == [
        "As it has been for the last",
        "as it has been for the last",
    ]
    assert "verbatim, weak match <small>7 words</small>" in page
    assert "<small>same words, weak match</small>" in page
    assert '<mark class="paraphrase weak">weak match</mark>' in page
    assert page.count("weak match") - page.count("Passage 3, verbatim, weak match") == 3
    assert "weak match" not in usual
    assert "sensitivity=4" in page


def test_the_evidence_says_so_at_the_step_that_shows_it(library: Library, news: Story) -> None:
    text = str(export_passage(library, news, 3, version="1", settings=Settings(sensitivity=WEAK)))

    assert "| verbatim, weak match | 100% |" in text
    assert "sensitivity=4" in text
    with pytest.raises(NotFoundError, match="is a weaker match than this sensitivity shows"):
        export_passage(library, news, 3, version="1")
    sure = export_passage(library, news, 1, version="1", settings=Settings(sensitivity=WEAK))
    assert "weak match" not in str(sure)


def test_so_do_the_copies_of_a_note(library: Library, news: Story) -> None:
    first, *_ = library.articles.get_all(news.articles)
    annotate(library, first, "it has been for the last")
    annotate(library, first, OWL)
    known = compared_at(library, news, WEAK)

    found = find_story_evidence(library, news, known)

    assert [[copy.weak for copy in one.also_in] for one in found] == [[False], [True]]
    assert [one.also_in for one in find_story_evidence(library, news)][1] == ()
    text = str(export_story(library, news, known=known))
    assert re.findall(r"also in \*\*(\w)\*\* .*\((.*)\)", text) == [
        ("B", "100%"),
        ("C", "100%, weak match"),
    ]
    page = render_report(library, news, known, version="1")
    assert "<small>copy, 100%, weak match</small>" in page
