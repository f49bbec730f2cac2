"""A story as one HTML page: its sources side by side, what they share, and the annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.evidence import compare_articles, of_story
from storage.export.method import method
from storage.export.report.differences import Difference, differences, opening
from storage.export.report.figures import matrix, sources
from storage.export.report.page import page
from storage.export.report.panes import PaneMaker
from storage.export.report.report_file import sealed
from storage.export.report.story_notes import story_notes
from storage.export.report.story_passages import ParagraphNumbers, StoryPassage, story_passages
from storage.library import Library
from storage.records import Story
from storage.visible import visible_line
from textreuse import Comparison, Settings


def story_report(
    library: Library, story: Story, *, version: str, settings: Settings | None = None
) -> str:
    """Render a story, without the passages ignored in `library`.

    `version` is that of the program, for the record of how the report was made. The same library
    gives the same page.
    """
    settings = settings or Settings()
    articles = library.articles.all(story.articles)
    verdicts = library.boilerplate.of(articles)
    whole = compare_articles(articles, settings=settings, verdicts=verdicts)
    comparison = whole.without(library.ignored.of(articles, whole))
    paragraphs = ParagraphNumbers(comparison)
    rows = sources(articles, comparison)
    passages = story_passages(comparison)
    notes = story_notes(
        of_story(library, story, whole), articles, paragraphs, library.tags.colours()
    )
    ignored = len(whole.passages) - len(comparison.passages)
    return sealed(
        page(
            title=visible_line(story.name),
            story=story.id,
            sources=rows,
            matrix=matrix(articles, comparison),
            panes=PaneMaker(comparison, rows, passages, notes, paragraphs).panes(),
            passages=_entries(comparison, passages),
            notes=notes,
            paragraphs=paragraphs,
            method=method(version, settings, articles, comparison, ignored),
        )
    )


class _Entry(NamedTuple):
    """A passage in the list below the texts."""

    passage: StoryPassage
    words: int
    opening: str
    differences: list[Difference]


def _entries(comparison: Comparison, passages: Sequence[StoryPassage]) -> list[_Entry]:
    found = []
    for passage in passages:
        first = passage.group.spans[0]
        found.append(
            _Entry(
                passage,
                comparison.word_count(first.article, [first]),
                opening(comparison, first),
                differences(comparison, passage),
            )
        )
    return found
