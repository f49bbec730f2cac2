"""Parts of the compare view, each with a screen that only notes what it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest

from storage.article_import.add_articles import add_articles
from storage.comparing import compare_story
from storage.library import Library
from storage.models import NewArticle, Story
from storage.open_library import open_library
from storage.tables.note_drafts import NoteDraft
from tests.storage.desk import kept_story
from tui.compare.choose import choose
from tui.compare.host import CompareHost
from tui.compare.locked_scrolling import LockedScrolling
from tui.compare.parts.draft_recovery import DraftRecovery
from tui.compare.parts.other_screens import OtherScreens
from tui.compare.parts.passage_browser import PassageBrowser
from tui.compare.widgets.article_view import ArticleView
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.review.review import PlaceAnew
from tui.story.display.layout import Layout
from tui.story.page import Page
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState

SHARED = "the gates stood open in the storm and nobody came to close them"


class Display:
    """Notes what is to be shown."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_values: self.asked.append(name)


@dataclass
class Screen:
    """What a part asks of its screen, as far as the tests go."""

    library: Library
    reading: StoryReader
    state: ViewState = field(default_factory=ViewState)
    panes: object = None
    listing: Any = field(default_factory=lambda: SimpleNamespace(has_keys=False, current=None))
    story_display: Display = field(default_factory=Display)
    keymap: Keymap = DEFAULT_KEYMAP
    is_current: bool = True
    said: list[str] = field(default_factory=list)
    waiting: list[Callable[[], object]] = field(default_factory=list)
    opened: list[object] = field(default_factory=list)
    placed_anew: list[object] = field(default_factory=list)

    @property
    def story(self) -> Story:
        return self.reading.story

    @property
    def app(self) -> Any:
        return SimpleNamespace(push_screen=lambda screen, _callback: self.opened.append(screen))

    def tell(self, sentence: str) -> None:
        self.said.append(sentence)

    def spell_keys(self, sentence: str) -> str:
        return self.keymap.spell_keys("compare", sentence)

    @contextmanager
    def tell_errors(self) -> Iterator[None]:
        yield

    def set_timer(self, _delay: float, callback: Callable[[], object]) -> None:
        self.waiting.append(callback)

    def place_anew(self, placed: object) -> None:
        self.placed_anew.append(placed)


def prose(letter: str) -> str:
    """Return a text of some rows in which nothing is said twice."""
    return f"{' '.join(f'{letter}{number}' for number in range(60))}."


@pytest.fixture
def screen(library: Library) -> Screen:
    texts = [f"{prose('a')}\n\n{SHARED}.", f"{SHARED}.\n\n{prose('b')}", prose("c")]
    drafts = [NewArticle(text, title=f"Text {number}") for number, text in enumerate(texts)]
    articles = [article for article, _ in add_articles(library, drafts)]
    reading = StoryReader(kept_story(library, articles), articles)
    reading.take(compare_story(articles))
    return Screen(library, reading)


def host(screen: Screen) -> CompareHost:
    return cast(CompareHost, screen)


def annotate(screen: Screen, article: int, start: int, end: int) -> None:
    reading = screen.reading
    span = reading.groups[0].spans[0]._replace(article=article, start=start, end=end)
    screen.library.annotations.create([reading.make_target(span)])
    reading.place(screen.library.annotations.find_on([one.id for one in reading.articles]))


class TestWhatAKeyIsAbout:
    def test_an_annotation_on_just_what_is_meant_comes_before_the_text(
        self, screen: Screen
    ) -> None:
        meant = choose(host(screen))[1]
        assert meant is not None
        annotate(screen, 0, 0, 5)  # lies in it
        assert choose(host(screen)) == (None, meant)
        annotate(screen, *meant)
        placed, span = choose(host(screen))
        assert placed is not None
        assert (placed.span, span) == (meant, None)

    def test_what_is_selected_comes_before_the_annotation(self, screen: Screen) -> None:
        annotate(screen, 0, 0, 5)
        screen.reading.select(by_sentence=False)
        placed, span = choose(host(screen))
        assert placed is None
        assert span is not None
        assert span[1:] == screen.reading.page.grapheme_at(0)

    def test_where_the_list_has_the_keys_its_row_is_meant(self, screen: Screen) -> None:
        annotate(screen, 0, 0, 5)
        annotate(screen, 2, 0, 7)
        screen.listing = SimpleNamespace(has_keys=True, current=screen.reading.placed[1])
        assert choose(host(screen)) == (screen.reading.placed[1], None)

    def test_nothing_is_while_edges_are_moved(self, screen: Screen) -> None:
        annotate(screen, 0, 0, 5)
        screen.reading.take_edges(screen.reading.placed[0])
        assert choose(host(screen)) == (None, None)
        assert screen.said == ["Finish moving the edges first. Enter: keep · Esc: cancel"]


class TestPassages:
    def test_going_to_one_shows_it_and_going_round_says_so(self, screen: Screen) -> None:
        passages = PassageBrowser(host(screen))
        passages.next_item()
        assert (screen.story_display.asked, screen.said) == (["arrive"], [])
        passages.next_of_all()
        assert screen.said == ["Wrapped to the first passage."]

    def test_where_none_is_nothing_is_shown_anew(self, screen: Screen) -> None:
        screen.reading.move_to(2, 0)
        PassageBrowser(host(screen)).next_copy()
        assert screen.story_display.asked == []
        assert screen.said == ["No passage under the cursor. J: next passage"]

    def test_another_lens_closes_the_card(self, screen: Screen) -> None:
        PassageBrowser(host(screen)).previous_lens()
        assert screen.reading.lens == "notes"
        assert screen.story_display.asked == ["close_card", "show"]


class TestOtherScreens:
    def test_a_review_goes_on_once_after_what_it_was_left_for(self, screen: Screen) -> None:
        others = OtherScreens(host(screen))
        others.go_on(saved=True)
        assert screen.opened == []
        annotate(screen, 0, 0, 5)
        screen.reading.placed[0] = screen.reading.placed[0]._replace(state="changed")
        others._leave_review(PlaceAnew(screen.reading.placed[0]))
        assert screen.placed_anew == [screen.reading.placed[0]]
        others.go_on(saved=True)
        others.go_on(saved=True)
        assert len(screen.opened) == 1

    def test_the_overview_waits_for_the_comparison(self, screen: Screen) -> None:
        screen.reading.compared = None
        OtherScreens(host(screen)).open_overview()
        assert screen.opened == []
        assert screen.said == ["The overview needs the comparison, which is not finished."]


def test_a_draft_is_not_brought_back_over_another_screen(screen: Screen) -> None:
    draft: NoteDraft = screen.library.note_drafts.begin(screen.story.id, None, [], "Half a thought")
    screen.library.note_drafts.keep(draft)
    with open_library(screen.library.path) as elsewhere:
        screen.library = elsewhere
        recovery = DraftRecovery(host(screen))
        recovery.recover()
        screen.is_current = False
        later = screen.waiting.pop()
        later()
        assert screen.opened == []
        assert screen.waiting == [later]


class View:
    """A text in rows, of which two are in sight."""

    def __init__(self, page: Page) -> None:
        self.layout_rows = Layout(page, 20)
        self.shown_rows = 2
        self.top_row = 0
        self.is_on_screen = True

    def scroll_rows(self, top: int) -> None:
        self.top_row = top


class TestLockedScrolling:
    @pytest.fixture
    def views(self, screen: Screen) -> list[View]:
        screen.state.locked = True
        return [View(page) for page in screen.reading.pages]

    @staticmethod
    def passage(screen: Screen, views: list[View]) -> int:
        """Return the row on which the passage begins in the first text."""
        return views[0].layout_rows.row_of(screen.reading.groups[0].spans[0].start)

    @staticmethod
    def locked(screen: Screen, views: list[View]) -> LockedScrolling:
        return LockedScrolling(screen.reading, screen.state, cast(list[ArticleView], views))

    def test_panes_in_sight_follow_the_one_with_the_keys(
        self, screen: Screen, views: list[View]
    ) -> None:
        views[1].top_row, views[2].is_on_screen = 5, False
        views[0].top_row = self.passage(screen, views)
        self.locked(screen, views).follow()
        assert [view.top_row for view in views[1:]] == [0, 0]
        views[2].is_on_screen = True
        self.locked(screen, views).follow()
        assert views[2].top_row > 0

    def test_none_follows_where_scrolling_is_not_locked(
        self, screen: Screen, views: list[View]
    ) -> None:
        screen.state.locked = False
        views[0].top_row = 3
        self.locked(screen, views).follow()
        assert views[1].top_row == 0

    def test_panes_that_were_aligned_stay_until_the_leader_is_scrolled(
        self, screen: Screen, views: list[View]
    ) -> None:
        scrolling = self.locked(screen, views)
        views[0].top_row = 2
        scrolling.hold()
        scrolling.follow()
        assert views[2].top_row == 0
        views[0].top_row = 3
        scrolling.follow()
        assert views[2].top_row > 0

    def test_they_follow_by_the_passages_that_are_shown_now(
        self, screen: Screen, views: list[View]
    ) -> None:
        scrolling = self.locked(screen, views)
        views[0].top_row = self.passage(screen, views)
        scrolling.follow()
        assert views[1].top_row == 0
        compared = screen.reading.compared
        assert compared is not None
        screen.reading.take(compared.ignore(compared.found.passages))
        scrolling.follow()
        assert views[1].top_row > 0
