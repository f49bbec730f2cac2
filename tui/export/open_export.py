"""Going to the export screen, and saying after it where the export is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from storage.comparing import ComparedStory
from storage.export.selection import (
    Selection,
    select_all,
    select_article,
    select_articles,
    select_passage,
    select_passages,
    select_story,
)
from storage.library import Library
from storage.models import Article, Story
from textreuse import Settings
from tui.base.parts import Host
from tui.export.export_choice import Subject
from tui.export.screen import ExportScreen


def subject_of_story(story: Story) -> Subject:
    """Return a story as something to export: as it is by then."""

    def select(library: Library) -> Selection:
        return select_story(library, _find_now(library, story))

    return Subject(f"the story “{story.name}”", select, "story")


def subject_of_article(article: Article) -> Subject:
    """Return an article as something to export."""

    def select(library: Library) -> Selection:
        return select_article(library, library.articles.get(article.id))

    return Subject(f"the article “{article.title}”", select, "article")


def subject_of_articles(ids: Sequence[str]) -> Subject:
    """Return several articles, by their ids, as something to export."""

    def select(library: Library) -> Selection:
        return select_articles(library, library.articles.get_all(ids))

    return Subject(f"these {len(ids)} articles", select, "articles")


SUBJECT_OF_ALL = Subject("the whole library", select_all, "all")
"""The whole library as something to export."""


def subject_of_passage(story: Story, number: int, *, is_repeat: bool = False) -> Subject:
    """Return the evidence for a passage, by its number in the gutter, as something to export.

    With `is_repeat` that for what one article repeats.
    """

    def select(library: Library) -> Selection:
        return select_passage(library, _find_now(library, story), number, is_repeat=is_repeat)

    name = f"repeat {number}: every place" if is_repeat else f"passage {number}: who carries it"
    return Subject(f"the evidence for {name}", select, "passage")


def subject_of_passages(story: Story) -> Subject:
    """Return the evidence for all passages of a story as something to export."""

    def select(library: Library) -> Selection:
        return select_passages(library, _find_now(library, story))

    return Subject("the evidence for all passages", select, "passage")


def ask_how_to_export(
    screen: Host,
    subjects: list[Subject],
    compared: ComparedStory | None = None,
    settings: Settings | None = None,
    written: Callable[[], object] = lambda: None,
) -> None:
    """Let the reader choose among subjects, formats and places, and write what was chosen.

    `written` is called once it is.
    """

    def tell(sentence: object) -> None:
        if isinstance(sentence, str):
            with screen.tell_errors():
                written()
            screen.tell(sentence)

    template = screen.app.configuration.template
    screen.app.push_screen(
        ExportScreen(screen.library, subjects, template, compared, settings), tell
    )


def _find_now(library: Library, story: Story) -> Story:
    """Return a story as the library has it by now; one that is not kept as it is."""
    return library.stories.get(story.id) if story.is_kept else story
