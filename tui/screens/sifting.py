"""Comparing, and choosing what of it counts, in the compare view."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial

from storage.comparing import ComparedStory, compare_story
from textreuse import NO_VERDICTS, PARAPHRASE, VERBATIM, Settings, Verdicts
from tui.background import Job
from tui.screens.reading_screen import ReadingScreen
from tui.view_state import SENSITIVITIES

_AT_ONCE = 30_000
"""Words that are compared before the next frame; more are compared while the user reads."""


class Sifting(ReadingScreen):
    """The part of the compare view that compares, by the sensitivity chosen, and ignores."""

    _job: Job[ComparedStory] | None = None
    _compared_at: int | None = None
    """The sensitivity of the comparison that is shown."""
    _verdicts: Verdicts = NO_VERDICTS
    """What the reader said of boilerplate when the comparison that is being made was begun."""

    def compare(self) -> None:
        """Compare now if that is quick, else while the user reads; no comparison is being made."""
        articles = self.reading.articles
        settings = Settings(sensitivity=self.state.sensitivity)
        self._verdicts = verdicts = self.library.boilerplate.of(articles)
        known = self.reading.compared

        def work(progress: Callable[[float], None]) -> ComparedStory:
            compared = compare_story(
                articles, settings, verdicts=verdicts, progress=progress, known=known
            )
            # Made here, where they may take their time.
            _ = compared.kept.groups, compared.numbers.passages, compared.numbers.repeats
            return compared

        is_known = known is not None and known.knows(settings, verdicts)
        if is_known or sum(article.words for article in articles) <= _AT_ONCE:
            self._take(work(lambda _: None))
            return
        app = self.app

        def in_app(show: Callable[[], None]) -> None:
            # What a job that was called off still has to say comes too late.
            if app.is_running:
                app.call_from_thread(lambda: show() if self._job is job else None)

        job = self._job = Job(
            work,
            done=lambda compared: in_app(partial(self._take, compared)),
            progressed=lambda share: in_app(partial(self._tell_progress, share)),
            failed=lambda error: in_app(partial(self._fail, error)),
        )
        self._tell_progress(0.0)
        job.start()

    def _fail(self, error: Exception) -> None:
        self.call_off()
        self.show_status()
        why = f"The articles could not be compared: {type(error).__name__}."
        self.notify(why, severity="error", markup=False)

    def _take(self, compared: ComparedStory) -> None:
        self._job = None
        self.reading.progress = None
        self._compared_at = self.state.sensitivity
        if self.is_attached:  # else the user has left meanwhile
            # A comparison is many objects that live long: to look through them for garbage now and
            # then would hold up a key press for a tenth of a second.
            gc.freeze()
            self.sift(compared)

    def _tell_progress(self, share: float) -> None:
        if self.is_attached:
            self.reading.progress = share
            self.show_status()

    def forget_comparison(self) -> None:
        """Call off what is being compared, and let go what was, for good."""
        self.call_off()
        gc.unfreeze()

    def call_off(self) -> None:
        """End a comparison that is being made."""
        if self._job is not None:
            self._job.call_off()
            self._job = None
            self.reading.progress = None
            # What is shown is what was compared before, if anything was.
            self.state.sensitivity = self._compared_at or self.state.sensitivity

    def stop_comparing(self) -> bool:
        """Call off a comparison that is being made; tells whether there was one."""
        if self._job is None:
            return False
        self.call_off()
        self.show_cursors()
        self.tell(self.spelled("Stopped; {more} or {fewer} begins anew."))
        return True

    def sift(self, made: ComparedStory | None = None) -> None:
        """Leave out what the library says is ignored, and show what is left.

        Of what was `made` just now, else of what is shown. Where the library says something else
        of boilerplate than was known, all is compared anew.
        """
        compared = made or self.reading.compared
        known = self._verdicts if self._job else compared.whole.verdicts if compared else None
        with self.telling_errors():
            if known not in (None, self.library.boilerplate.of(self.reading.articles)):
                self._compare_by(self.state.sensitivity)
                return
            if compared is None:
                return
            ignored = self.library.ignored.of(self.reading.articles, compared.found)
            compared = compared.less(ignored)
            if made is None and compared is self.reading.compared:
                return
            self.reading.take(compared)
        for pane, shares in zip(self.panes, self.reading.shares, strict=True):
            pane.show_shares(shares)
        self.show()

    def action_more(self) -> None:
        """Show less sure passages too."""
        self._set_sensitivity(self.state.sensitivity + 1)

    def action_fewer(self) -> None:
        """Show surer passages only."""
        self._set_sensitivity(self.state.sensitivity - 1)

    def _set_sensitivity(self, step: int) -> None:
        wanted = min(max(step, VERBATIM), PARAPHRASE)
        idle = self.reading.comparison is None and self._job is None
        if wanted != self.state.sensitivity or idle:
            self._compare_by(wanted)
        end = "" if wanted == step else " It goes no further."
        self.tell(f"Passages: {SENSITIVITIES[wanted]}.{end}")

    def _compare_by(self, sensitivity: int) -> None:
        """Compare anew, whatever is being compared now."""
        self.call_off()
        self.state.sensitivity = sensitivity
        self.compare()

    def action_ignore(self) -> None:
        """Ignore the passage under the cursor, or take it back; likewise boilerplate.

        What is selected becomes boilerplate.
        """
        reading = self.reading
        article = reading.articles[reading.focus]
        selection, furniture = reading.selection, reading.boilerplate_here()
        if selection is not None:
            with self.telling_errors():
                changed = self.library.boilerplate.mark(article, *selection.extent)
                reading.selection = None
                now = "Boilerplate now, no reporting" if changed else "This is boilerplate already"
                self.tell(self.spelled(f"{now}; {{ignore}} on it takes that back."))
                self.reload()
        elif furniture is not None:
            with self.telling_errors():
                self.library.boilerplate.unmark(article, furniture.start, furniture.end)
                self.tell(
                    self.spelled("Reporting now, compared like the rest; {undo} takes that back.")
                )
                self.reload()
        else:
            self._ignore_passage()

    def _ignore_passage(self) -> None:
        if self.reading.lens in ("only here", "notes"):
            self.tell(
                self.spelled(
                    "No passages are shown now; {next_lens} goes to a lens that shows them."
                )
            )
            return
        reading = self.reading
        ignored, group = reading.ignored_here(), reading.group_here()
        if group is None and ignored is None:
            self.tell("There is no passage under the cursor.")
            return
        with self.telling_errors():
            if ignored is not None:
                self.library.ignored.restore(reading.articles, ignored.passages)
                self.tell("Counts again.")
            elif group is not None:
                self.library.ignored.ignore(reading.articles, group.passages)
                self.tell(
                    self.spelled(
                        "Ignored, in the percentages too; {ignore} or {undo} brings it back."
                    )
                )
            self.sift()
