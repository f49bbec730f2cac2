"""The compare view: the articles of a story side by side."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from storage.anchoring.located_targets import LocatedTarget
from storage.library import Library
from storage.models import Story
from tui.base.command_screen import CommandScreen
from tui.base.destinations import FoundPlace
from tui.base.parts import claim_actions
from tui.compare.asking import Asking
from tui.compare.host import StoryKeeper
from tui.compare.parts.annotation_browser import AnnotationBrowser
from tui.compare.parts.annotator import Annotator
from tui.compare.parts.clipboard import Clipboard
from tui.compare.parts.coding import Coding
from tui.compare.parts.comparer import Comparer
from tui.compare.parts.cursor import Cursor
from tui.compare.parts.draft_recovery import DraftRecovery
from tui.compare.parts.extent_editor import ExtentEditor
from tui.compare.parts.finding_decisions import FindingDecisions
from tui.compare.parts.keeper import Keeper
from tui.compare.parts.matches import Matches
from tui.compare.parts.mouse import Mouse
from tui.compare.parts.other_screens import OtherScreens
from tui.compare.parts.pane_switch import PaneSwitch
from tui.compare.parts.passage_browser import PassageBrowser
from tui.compare.parts.selector import Selector
from tui.compare.parts.statement_finder import StatementFinder
from tui.compare.story_display import StoryDisplay
from tui.compare.widgets.annotation_list import AnnotationList
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.copies_panel import CopiesPanel
from tui.compare.widgets.legend_line import LegendLine
from tui.compare.widgets.minimap import Minimap
from tui.compare.widgets.panes import Panes
from tui.keys.bindings import bind_screen
from tui.keys.foot_words import Mode
from tui.keys.table import Where
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState
from tui.widgets.key_line import KeyLine


class CompareScreen(CommandScreen):
    """Says which part acts on a key, shows what parts change, and opens where it was left."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "screen.tcss",
        "foot.tcss",
        "../config/tag_colours.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("compare")
    place: ClassVar[Where] = "compare"
    BLANK = True  # It is covered by what it holds.

    def __init__(
        self, library: Library, story: Story, sensitivity: int, goes_to: FoundPlace | None = None
    ) -> None:
        """Make the view of a story; `goes_to` is where to begin, else where it was left."""
        super().__init__(library)
        self._goes_to = goes_to
        self.story = story
        self.reading = StoryReader(story, library.articles.get_all(story.articles))
        self.reading.coder = library.coder.name
        left = library.view_states.load(story.id)
        self.state = ViewState.from_json(left, sensitivity)
        if left is None and len(self.reading.articles) == 1:
            self.state.lens = "repeats"  # one article alone shares nothing
        self.listing = AnnotationList()
        self.panes = Panes(self.reading, self.state, self.listing)
        self.copies = CopiesPanel(self.reading)
        self.story_display = StoryDisplay(self, self.reading, self.state, self.panes, self.copies)
        self.asking = Asking(self, self.reading, self.panes, self.story_display)
        self._passages = passages = PassageBrowser(self)
        self._comparer = Comparer(self)
        self._matches = Matches(self)
        self._pane_switch = PaneSwitch(self)
        self._selector, self._extent_editor = Selector(self), ExtentEditor(self)
        self._browser, self._others = AnnotationBrowser(self), OtherScreens(self)
        self._mouse = Mouse(self)
        self.keeper: StoryKeeper = Keeper(self)
        self._statements, self._decisions = StatementFinder(self), FindingDecisions(self)
        self.drafts = DraftRecovery(self)
        self._annotator, cursor, copying = Annotator(self), Cursor(self), Clipboard(self)
        claim_actions(
            self,
            "compare",
            cursor.actions,
            passages.actions,
            self._annotator.actions,
            copying.actions,
            self._browser.actions,
            self._selector.actions,
            self._comparer.actions,
            self._pane_switch.actions,
            self._others.actions,
            Coding(self).actions,
            {
                "confirm": self._decisions.confirm,
                "search": self._matches.ask,
                "next_match": self._matches.next,
                "previous_match": self._matches.previous,
                "keep": self.keeper.ask,
            },
        )

    # Keys that mean several things: which one, is decided here

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from now on; without one, open the overview."""
        if self.reading.selection is not None:
            self._selector.swap_ends()
        else:
            self._others.open_overview()

    def action_align(self) -> None:
        """Keep the edges that are being moved; else bring all copies to one row."""
        if self.reading.edging is not None:
            self._extent_editor.keep()
        else:
            self._passages.align()

    def action_edges(self) -> None:
        """Keep the edges that are being moved; else take up those of the annotation meant."""
        if self.reading.edging is not None:
            self._extent_editor.keep()
        else:
            self._extent_editor.take_up()

    def action_ignore(self) -> None:
        """Ignore the passage or finding under the cursor, or take it back; likewise boilerplate.

        What is selected becomes boilerplate.
        """
        selection, boilerplate = self.reading.selection, self.reading.boilerplate_here()
        if selection is not None:
            self._comparer.mark_boilerplate(*selection.extent)
        elif boilerplate is not None:
            self._comparer.unmark_boilerplate(boilerplate.start, boilerplate.end)
        elif not self._decisions.dismiss_or_restore():
            self._comparer.ignore_or_restore()

    def action_back(self) -> None:
        """Leave what is being selected, or the list of annotations; else go back."""
        if not (self._selector.drop() or self._browser.close()):
            super().action_back()

    def action_escape(self) -> None:
        """End the topmost of: selection, card, list, search, other panes, comparing."""
        close = (
            self._selector.drop,
            self.story_display.close_card,
            self._browser.close,
            self._matches.end,
            self._pane_switch.show_in_order,
            self._comparer.stop,
        )
        any(each() for each in close)

    # What widgets tell

    @on(ArticleView.Pointed)
    def _on_mouse(self, event: ArticleView.Pointed) -> None:
        self._mouse.follow(event)
        if isinstance(event, ArticleView.DoubleClicked):
            self.action_align()

    def on_minimap_chosen(self, event: Minimap.Chosen) -> None:
        """Go where the map was clicked."""
        self.reading.move_to(event.article, event.offset)
        self.story_display.arrive()

    def on_legend_line_chosen(self, event: LegendLine.Chosen) -> None:
        """Look through a lens that was clicked."""
        self._passages.look_through(event.lens)

    def on_annotation_list_left(self) -> None:
        """Close the list."""
        self._browser.toggle()

    def on_annotation_list_chosen(self, event: AnnotationList.Chosen) -> None:
        """Go to an annotation chosen in the list."""
        self.story_display.go_to_annotation(event.placed)

    # Opening and leaving

    def compose(self) -> ComposeResult:
        """Put the legend over the panes, these over their copies, the status below."""
        display = self.story_display
        yield from (display.legend, self.panes, self.copies, display.status_line)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the text at once, where it was left, and compare."""
        self.listing.display = False
        self.panes.first = self.state.resume(self.reading)
        self.panes.show_minimaps()
        self._comparer.compare()
        self.story_display.bring_in_sight()
        for view, cursor in zip(self.panes.views, self.reading.cursors, strict=True):
            view.centre(cursor)

    def on_screen_resume(self) -> None:
        """Show what the library holds by now, at first and after other screens."""
        self.reload()
        if self._is_new:
            if self._goes_to is not None:
                self._others.go_to_place(self._goes_to)
            self.keeper.tell()
            self._others.tell_of_review()
            self.drafts.recover()

    def on_resize(self) -> None:
        """Show as many panes as now fit."""
        self.story_display.show_panes()

    def on_unmount(self) -> None:
        """Call off what is being compared, and remember where the story was left."""
        self._comparer.forget()
        self._statements.call_off()
        if self.reading.articles and self.story.is_kept:
            self.state.take(self.reading, self.panes.first)
            with self.tell_errors():
                self.library.view_states.save(self.story.id, self.state.as_json())

    # What the library holds

    def reload(self) -> None:
        """Show articles, annotations, and what is ignored, as the library has them now."""
        with self.tell_errors():
            ids = [article.id for article in self.reading.articles]
            self.reading.articles = self.library.articles.renew(self.reading.articles)
            self.reading.colours = self.library.tags.find_colours()
            self.reading.place(self.library.annotations.find_on(ids))
            self.panes.show_known(self.library.tags.find_on_articles(ids))
            self._statements.renew_verdicts()
        self._browser.fill()
        self._comparer.sift()
        self.story_display.show()

    def snapshot(self) -> object:
        """Return articles and annotations of the story, and what is decided on the rest."""
        ignored = [group.spans for group in self.reading.ignored]
        return (
            self.reading.articles,
            self.reading.placed,
            ignored,
            self.library.boilerplate_marks.find_verdicts(self.reading.articles),
            self.reading.stated.verdicts if self.reading.stated else {},
        )

    # What goes on elsewhere

    @property
    def mode(self) -> Mode:
        """What is being done here; nothing in particular is not the same once the story is kept."""
        # An article alone is no comparison that is to be kept: its first tag keeps it.
        if self.library.coder.name and (self.story.is_kept or len(self.story.articles) == 1):
            return super().mode or "coding"
        return super().mode or ("reading a kept story" if self.story.is_kept else "")

    def keep_story(self) -> Story:
        """Let the library have the story, if it has not: work on it begins."""
        return self.keeper.keep()

    def look_for_statements(self) -> None:
        """Have it found what the articles state, if that is not known."""
        self._statements.look()

    def show_statements(self) -> None:
        """Show what the articles state, as it is known now."""
        self.panes.show_shares()
        self.story_display.show()

    def end_above(self, rows: int) -> None:
        """Let the text end above a prompt, which takes the last `rows`; 0 where none does."""
        self.asking.end_above(rows)

    def show_saved(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved, if it was; the selection has served. Then return to who asked."""
        if saved:
            with self.tell_errors():
                self.keep_story()
            self.reading.selection = None
            self.reload()
            self.tell(said)
        self._others.go_on(saved=bool(saved))

    def write_note(self) -> None:
        """Write a note on what is meant at the cursor."""
        self._annotator.note()

    def place_anew(self, placed: LocatedTarget) -> None:
        """Let an annotation stand on what will be selected once that is kept."""
        self._extent_editor.place_anew(placed)
