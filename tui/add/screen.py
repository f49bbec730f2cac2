"""Adding articles: a line for where they are, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.article_import.parsed import Listing
from storage.article_import.things import Thing, choose_from
from storage.errors import CopydeskError
from storage.files import read_file, resolve_to_read
from storage.library import Library
from storage.paths import parse_path
from storage.wording.terminal_text import reveal_line
from tui.add.add_field import AddField
from tui.add.codebook_import import import_codebook_file
from tui.add.feed_screen import FeedScreen
from tui.add.import_job import (
    LIBRARY,
    ImportJob,
    ImportSummary,
    ReadProject,
    is_annotations,
    split_names,
)
from tui.base.configured_app import ConfiguredApp
from tui.base.job import relay
from tui.base.typing_screen import TypingScreen
from tui.keys.bindings import bind_place
from tui.messages.crash_log import explain
from tui.messages.import_report import describe_import, describe_left_out, name_left_out

_LOOK = 0.1
"""Seconds from one look at what was added to the next."""
_HINT = """\
A file, folder, web address, feed, zotero: or annotations (.json). {complete}: complete the path
Several pasted lines become an article. {leave}: close"""


class AddScreen(TypingScreen):
    """Adds what the line names; stays open where there is something to read or to choose.

    Its answer tells whether anything was imported; `summary` says what, `summary.sentence` in a
    sentence.
    """

    CSS_PATH = "screen.tcss"
    enter_is_text = False
    app = getters.app(ConfiguredApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bind_place("add"),
        Binding("down", "scroll_told(1)", show=False),
        Binding("up", "scroll_told(-1)", show=False),
        Binding("pagedown", "scroll_told(8)", show=False),
        Binding("pageup", "scroll_told(-8)", show=False),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.summary = ImportSummary()
        self._library = library
        self._job: ImportJob | None = None
        self._now = ImportSummary()
        """What came of what was named last."""
        self._listings: list[Listing] = []
        """Feeds that are still to be chosen from."""
        self._shown = -1

    def compose(self) -> ComposeResult:
        """Show the line over what came of it."""
        with Vertical(id="add") as box:
            box.border_title = "Add articles"
            yield AddField()
            yield Static(id="add--state")
            with VerticalScroll(id="add--told", can_focus=False):
                yield Static(id="add--sentences")

    def on_mount(self) -> None:
        """Say what may be written."""
        self._say(self._spell_keys(_HINT))
        self._show_sentences()
        self.set_interval(_LOOK, self._look)

    @property
    def _line(self) -> AddField:
        return self.query_one(AddField)

    # Writing

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        self.write_line(self._line, text)

    def action_complete(self) -> None:
        """Take the completion."""
        self._line.complete()

    def action_paste(self) -> None:
        """Paste what was last copied in the app."""
        self._line.action_paste()

    def on_input_submitted(self) -> None:
        """Add what the line names."""
        names = split_names(self._line.meant)
        if names:
            self._begin(names)
        elif self._job is None and self.summary.is_anything:
            self._close()
        elif self._job is None:
            self._say("Type the name of a file or folder, or an address.", failed=True)

    def on_add_field_pasted(self, event: AddField.Pasted) -> None:
        """Add what was pasted."""
        self._begin(event.things)

    # Adding

    def _begin(self, things: Sequence[Thing]) -> None:
        if self.has_ended:
            return
        if self._job is not None:
            self.notify(self._spell_keys("Still adding. {leave}: stop"), markup=False, timeout=4)
            return
        self._now, self._shown = ImportSummary(), -1
        for thing in filter(is_annotations, things):
            self._import_annotations(str(thing))
        things = [thing for thing in things if not is_annotations(thing)]
        if not things:
            self._end()
            return
        finish = relay(self.app, lambda error: self._finish(job, error))
        job = self._job = ImportJob(
            self._library.path,
            things,
            lambda: finish(None),
            finish,
            coder=self._library.coder,
            allow_local=self.app.allow_local,
        )
        job.start()
        self._look()

    def _look(self) -> None:
        """Show what was imported by now."""
        if self._job is None:
            return
        self._collect(self._job)
        done, total = self._job.reached
        told = f"{done} of {total} … " if total > 1 else "Reading … "
        self._say(f"{told}{self._now.sentence} {self._spell_keys('{leave}: stop')}")
        self._show_sentences()

    def _collect(self, job: ImportJob) -> None:
        for outcome in job.collect():
            if isinstance(outcome, ReadProject):
                self._store_project(outcome)
                continue
            self.summary.take(outcome)
            self._now.take(outcome)

    def _finish(self, job: ImportJob, error: Exception | None) -> None:
        if job is not self._job:
            return
        self._job = None
        self._collect(job)
        if error is not None:
            self._now.problems.append(explain(error, "Adding"))
            self._show_sentences()
        self._end()

    def _import_annotations(self, name: str) -> None:
        """Import annotations with the app's own library, so that undo takes them back first."""
        from storage.annotation_import.import_annotations import import_annotations

        if name.lower().endswith(LIBRARY):
            self._import_library(name)
            return
        try:
            told = import_codebook_file(self._library, name)
            if told is not None:
                self._now.notices += told
                return
            brought = import_annotations(self._library, read_file(resolve_to_read(name)), name)
        except CopydeskError as error:
            self._now.problems.append(str(error))
            return
        for summary in (self.summary, self._now):
            summary.annotations = (summary.annotations or 0) + len(brought.added)
        self._now.notices += [
            *describe_import(brought),
            *brought.notices,
            *describe_left_out(brought),
        ]

    def _import_library(self, name: str) -> None:
        """Import what coders did in another library, likewise."""
        from storage.annotation_import.library_import import import_library
        from tui.messages.library_report import describe_library_import, describe_what_is_missing

        try:
            came = import_library(self._library, parse_path(name))
        except CopydeskError as error:
            self._now.problems.append(str(error))
            return
        for summary in (self.summary, self._now):
            summary.annotations = (summary.annotations or 0) + len(came.merged.annotations.added)
        self._now.notices += [*describe_library_import(came), *describe_what_is_missing(came)]

    def _store_project(self, read: ReadProject) -> None:
        """Store a project in the app's own library, so that undo takes it back first."""
        from storage.annotation_import.projects.import_project import store_project
        from tui.messages.project_report import describe_project

        try:
            came = store_project(self._library, read.project, read.name)
        except CopydeskError as error:
            self._now.problems.append(str(error))
            return
        for summary in (self.summary, self._now):
            summary.annotations = (summary.annotations or 0) + came.annotations
            summary.added += came.added
            summary.there += came.there
        self._now.notices += [
            *describe_project(came),
            *came.notices,
            *name_left_out(came.left_out),
        ]

    def _end(self) -> None:
        """Show what came of all that was named, let feeds be chosen from, or close."""
        self._show_sentences()
        self._listings += self._now.listings
        if self._listings:
            self._choose()
        elif self._now.problems or self._now.notices:
            if self._now.is_anything:
                self._line.clear()
            self._say(self._now.sentence, failed=bool(self._now.problems))
        else:
            self._close()

    def _choose(self) -> None:
        """Let the reader choose from the next feed."""
        listing = self._listings.pop(0)

        def add_chosen(entries: object) -> None:
            if isinstance(entries, list) and entries:
                self._begin(choose_from(listing.typed, listing, entries))
            elif self._listings:
                self._choose()
            else:
                came = f" {self._now.sentence}" if self._now.is_anything else ""
                self._say(f"Nothing chosen.{came}")

        self.app.push_screen(FeedScreen(self._library, listing), add_chosen)

    def action_leave(self) -> None:
        """Stop adding; where nothing is being added, close."""
        job = self._job
        if job is None:
            self._close()
            return
        job.call_off()
        self._job = None
        self._collect(job)
        self._show_sentences()
        self._say(f"Stopped. {self._now.sentence}")

    def _close(self) -> None:
        self.dismiss(self.summary.is_anything)

    # Showing

    def action_scroll_told(self, lines: int) -> None:
        """Scroll what is told of things that were not read as expected."""
        self.query_one("#add--told").scroll_relative(y=lines, animate=False)

    def _spell_keys(self, sentence: str) -> str:
        return self.app.configuration.keymap.spell_keys("add", sentence)

    def _say(self, sentence: str, *, failed: bool = False) -> None:
        state = self.query_one("#add--state", Static)
        state.set_class(failed, "-failed")
        state.update(Content("\n".join(map(reveal_line, sentence.split("\n")))))

    def _show_sentences(self) -> None:
        everything = [*self._now.problems, *self._now.notices]
        sentences = [one for one in everything if one != self._now.sentence]
        self.query_one("#add--told").display = bool(sentences)
        if len(sentences) != self._shown:
            self._shown = len(sentences)
            told = "\n".join(map(reveal_line, sentences))
            self.query_one("#add--sentences", Static).update(Content(told))
