"""Adding articles: a line for where they are, and what came of it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.article_import.parsed import Listing
from storage.article_import.things import Thing, choose_from
from storage.library import Library
from storage.wording.terminal_text import reveal_line
from tui.add.add_field import AddField
from tui.add.coding_import import import_annotation_file, store_read_project
from tui.add.feed_screen import FeedScreen
from tui.add.import_job import (
    ImportJob,
    ImportSummary,
    ReadProject,
    is_annotations,
    split_names,
)
from tui.base.job import relay
from tui.base.typing_screen import TypingScreen
from tui.keys.bindings import bind_place
from tui.messages.crash_log import explain

_LOOK = 0.1
"""Seconds from one look at what was added to the next."""
_HINT = """\
A file, folder, web address, feed, zotero:, annotations or a codebook. {complete}: complete the path
Several pasted lines become an article. {leave}: close"""
_BROWSER_HINT = """\
A web address, feed, or a file that you drop on this page. {complete}: complete its name
Several pasted lines become an article. {leave}: close"""


class AddScreen(TypingScreen):
    """Adds what the line names; stays open where there is something to read or to choose.

    Its answer tells whether anything was imported; `summary` says what, `summary.sentence` in a
    sentence.
    """

    CSS_PATH = "screen.tcss"
    enter_is_text = False
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
        reach = self.app.reach
        self._say(self._spell_keys(_BROWSER_HINT if reach.is_browser else _HINT))
        self.offer(reach.waiting)
        self._show_sentences()
        self.set_interval(_LOOK, self._look)

    @property
    def _summaries(self) -> tuple[ImportSummary, ImportSummary]:
        """What came of all, and of what was named last."""
        return self.summary, self._now

    @property
    def _line(self) -> AddField:
        return self.query_one(AddField)

    # Writing

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        self.write_line(self._line, text)

    def offer(self, names: Sequence[str]) -> None:
        """Write the names of files that were uploaded behind what is there."""
        line = self._line
        if names:
            quoted = names[0] if len(names) == 1 and not line.value else shlex.join(names)
            line.value = f"{line.value} {quoted}".strip()
            line.cursor_position = len(line.value)

    def action_complete(self) -> None:
        """Take the completion."""
        self._line.complete()

    def action_paste(self) -> None:
        """Paste what was last copied in the app."""
        self._line.action_paste()

    def on_input_submitted(self) -> None:
        """Add what the line names."""
        names = split_names(self._line.meant, self.app.reach)
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
        things = self._keep_within_reach(things)
        for thing in filter(is_annotations, things):
            import_annotation_file(self._library, str(thing), self._summaries)
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
            has_places=not self.app.reach.is_browser,
        )
        job.start()
        self._look()

    def _keep_within_reach(self, things: Sequence[Thing]) -> list[Thing]:
        """Return the things that may be added, and tell why others may not."""
        reach = self.app.reach
        reach.waiting[:] = [name for name in reach.waiting if name not in things]
        kept = []
        for thing in things:
            refused = reach.refuse(thing)
            if refused:
                self._now.problems.append(refused)
            else:
                kept.append(thing)
        return kept

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
                store_read_project(self._library, outcome, self._summaries)
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
        lines = self.app.reach.tell(sentence).split("\n")
        state.update(Content("\n".join(map(reveal_line, lines))))

    def _show_sentences(self) -> None:
        everything = [*self._now.problems, *self._now.notices]
        sentences = [one for one in everything if one != self._now.sentence]
        self.query_one("#add--told").display = bool(sentences)
        if len(sentences) != self._shown:
            self._shown = len(sentences)
            told = "\n".join(reveal_line(self.app.reach.tell(one)) for one in sentences)
            self.query_one("#add--sentences", Static).update(Content(told))
