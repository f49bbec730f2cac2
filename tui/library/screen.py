"""The library: stories and articles, to be opened, compared, added, found again.

What its keys open is imported then: all of that takes longer to import than the library to show.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.errors import NotFoundError
from storage.library import Library
from storage.models import Story
from tui.base.command_screen import CommandScreen
from tui.base.parts import claim_actions
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.library.columns import COLUMNS
from tui.library.contents import LibraryContents
from tui.library.lists import LibraryLists
from tui.library.parts.coding import Coding
from tui.library.parts.filing import Filing
from tui.library.parts.filter_and_marks import FilterAndMarks
from tui.library.parts.other_screens import OtherScreens
from tui.library.parts.scanning import Scanning
from tui.widgets.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList

_EMPTY = """\
Your library is empty.

Press {add} to add files, a folder, a web address or a feed,
or {open} to read the sample story: one event in four articles.

From the shell: copydesk FILE FILE …

{help} shows the keys on any screen."""


class LibraryScreen(CommandScreen):
    """Shows the lists, and opens what is chosen in them; its parts do the rest."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("library")
    place: ClassVar[Where] = "library"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.contents = LibraryContents(library.coder)
        self.lists = LibraryLists(self.contents)
        self._articles = FilterAndMarks(self)
        filing = Filing(self)
        others = OtherScreens(self)
        coding = Coding(self)
        self._scanning = Scanning(self)
        claim_actions(
            self,
            "library",
            {
                "other_table": self.lists.go_to_other,
                "mark": self._articles.mark,
                "mark_all": self._articles.mark_all,
                "find": self._articles.find,
                "sort": self._articles.sort,
                "turn": self._articles.turn,
                "down": self._articles.down,
                "up": self._articles.up,
                "tag": filing.tag,
                "gather": filing.gather,
                "join_versions": filing.join_versions,
                "trash": filing.trash,
                "coded": coding.toggle,
                "next_to_code": coding.go_on,
                "memo": coding.write_memo,
                "agreement": coding.open_agreement,
                "inspect": others.inspect,
                "carriers": others.open_carriers,
                "export": others.export,
                "add": others.add,
                "search": others.search,
                "tags": others.open_tags,
                "counts": others.open_counts,
                "suggest": others.open_suggestions,
                "open_trash": others.open_trash,
                "scan": self._scanning.open,
            },
        )

    def compose(self) -> ComposeResult:
        """Put the lists over the keys, filled as soon as they are there."""
        self._take()
        yield self.lists
        yield KeyLine()

    # Showing

    @on(events.ScreenResume)
    def _come_up(self, event: events.ScreenResume) -> None:
        """Show the library, as it is by now; at first it was read and styled just before."""
        if self._is_new:
            event.refresh_styles = False
            self._show()
        else:
            self.reload()

    def reload(self) -> None:
        """Show the stories and articles as the library has them now."""
        self._take()
        self._show()

    def _take(self) -> None:
        with self.tell_errors():
            library = self.library
            self.contents.take(
                library.articles.list_all(),
                library.stories.list_all(),
                library.newcomers.count_new(),
            )

    def _show(self) -> None:
        empty = self.contents.is_empty
        self.lists.display = not empty
        self.lists.show()
        told = self.query("#empty")
        if not empty:
            told.remove()
        elif not told:
            self.mount(Static(Content(self.spell_keys(_EMPTY)), id="empty"), before=self.lists)
        if empty:
            self.set_focus(None)  # so that the keys are the screen's, not a hidden list's
        self._show_preview()

    def snapshot(self) -> object:
        """Return the lists of stories and articles."""
        return self.contents.stories, self.contents.articles, self.contents.newcomers

    def on_unmount(self) -> None:
        """Let no scan outlast the library."""
        self._scanning.stop()

    def on_resize(self) -> None:
        """Give the lists the room that there is."""
        self.lists.fit()

    @on(RowList.Moved)
    @on(events.DescendantFocus)
    def _show_preview(self) -> None:
        with self.tell_errors():
            self.lists.show_preview(self.library)

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self.lists.toggle_preview()
        self._show_preview()

    # Filtering and sorting, by other means than keys

    @on(LineInput.Changed, "#finder")
    def _on_typed(self) -> None:
        self._articles.filter()

    @on(LineInput.Submitted, "#finder")
    def _on_filtered(self) -> None:
        self._articles.end()

    @on(RowList.HeadClicked, "#articles")
    def _on_head(self, event: RowList.HeadClicked) -> None:
        if event.column:  # the first one has the marks
            self._articles.sort_by(COLUMNS[event.column - 1].name)

    def action_escape(self) -> None:
        """Close the topmost of: filter, marks, preview."""
        self._articles.clear()

    # Opening

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Go on from the filter; else read the story, or the article in a story of its own.

        In an empty library that is the sample story.
        """
        from storage.sample_story import add_sample

        if self._articles.end():
            return
        chosen = self.lists.chosen
        with self.tell_errors():
            if self.contents.is_empty:
                self._read(add_sample(self.library))
            elif chosen is not None and self.lists.in_stories:
                self._read(self.library.stories.get(chosen))
            elif chosen is not None:
                self._compare([chosen])

    def action_compare(self) -> None:
        """Read the marked articles side by side."""
        marked = self.contents.marked
        if not marked:
            self.tell(self.spell_keys("Mark articles with {mark} first."))
            return
        with self.tell_errors():
            self._compare(list(marked))
            marked.clear()

    def _compare(self, ids: list[str]) -> None:
        from storage.discovery.story_names import propose_story

        self._read(propose_story(self.library, ids))

    def _read(self, story: Story) -> None:
        if not story.articles:
            raise NotFoundError(
                self.spell_keys("Its articles are in the trash. {open_trash}: open the trash")
            )
        self.app.open_story(story)
