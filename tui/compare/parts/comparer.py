"""Comparing, and choosing what of it counts, in the compare view."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial

from storage.comparing import ComparedStory, compare_story
from storage.models import Article
from textreuse import NO_VERDICTS, VERBATIM, WEAK, Settings, Verdicts
from tui.base.job import Job, relay
from tui.base.parts import Actions
from tui.compare.host import CompareHost
from tui.story.lenses import LENS_KINDS
from tui.story.view_state import SENSITIVITIES

_AT_ONCE = 30_000
"""Words that are compared before the next frame; more are compared while the user reads."""


class Comparer:
    """Compares, by the sensitivity chosen, and leaves out what is ignored."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._state = screen.state
        self._library = screen.library
        self._job: Job[ComparedStory] | None = None
        self._compared_at: int | None = None
        """The sensitivity of the comparison that is shown."""
        self._verdicts: Verdicts = NO_VERDICTS
        """What the reader said of boilerplate when the comparison being made was begun."""

    @property
    def actions(self) -> Actions:
        """What its keys do, but for the one that means several things."""
        return {
            "more": self.show_more,
            "fewer": self.show_fewer,
            "quotations": self.leave_out_quotations,
        }

    def compare(self) -> None:
        """Compare now if that is quick, else while the user reads; no comparison is being made."""
        articles = self._reading.articles
        settings = Settings(sensitivity=self._state.sensitivity)
        self._verdicts = verdicts = self._library.boilerplate_marks.find_verdicts(articles)
        known, without_quotations = self._reading.compared, self._state.without_quotations

        def work(progress: Callable[[float], None]) -> ComparedStory:
            compared = compare_story(
                articles, settings, verdicts=verdicts, progress=progress, known=known
            )
            # Made here, where they may take their time.
            _ = compared.kept.groups, compared.numbers.passages, compared.numbers.repeats
            if without_quotations:
                _ = compared.statements.direct_quotations
            return compared

        is_known = known is not None and known.is_of(articles) and known.knows(settings, verdicts)
        if is_known or sum(article.words for article in articles) <= _AT_ONCE:
            self._take(work(lambda _: None))
            return

        def show_if_wanted(show: Callable[[], None]) -> None:
            if self._job is job:  # what another one still has to say comes too late
                show()

        in_app = relay(self._screen.app, show_if_wanted)
        job = self._job = Job(
            work,
            done=lambda compared: in_app(partial(self._take, compared)),
            progressed=lambda share: in_app(partial(self._tell_progress, share)),
            failed=lambda error: in_app(partial(self._fail, error)),
        )
        self._tell_progress(0.0)
        job.start()

    def _fail(self, error: Exception) -> None:
        self._call_off()
        self._display.show_status()
        why = f"The articles could not be compared: {type(error).__name__}."
        self._screen.app.notify(why, severity="error", markup=False)

    def _take(self, compared: ComparedStory) -> None:
        self._job = None
        self._reading.progress = None
        self._compared_at = self._state.sensitivity
        if self._screen.is_attached:  # else the user has left meanwhile
            # A comparison is many objects that live long: to look through them for garbage now and
            # then would hold up a key press for a tenth of a second.
            gc.freeze()
            self.sift(compared)

    def _tell_progress(self, share: float) -> None:
        if self._screen.is_attached:
            self._reading.progress = share
            self._display.show_status()

    def forget(self) -> None:
        """Call off what is being compared, and let go what was, for good."""
        self._call_off()
        gc.unfreeze()

    def _call_off(self) -> None:
        """End a comparison that is being made."""
        if self._job is not None:
            self._job.call_off()
            self._job = None
            self._reading.progress = None
            # What is shown is what was compared before, if anything was.
            self._state.sensitivity = self._compared_at or self._state.sensitivity

    def stop(self) -> bool:
        """Call off a comparison that is being made; tells whether there was one."""
        if self._job is None:
            return False
        self._call_off()
        self._display.show_cursors()
        self._screen.tell(self._screen.spell_keys("Stopped. {more} or {fewer}: start again"))
        return True

    def sift(self, made: ComparedStory | None = None) -> None:
        """Leave out what the library says is ignored, and show what is left.

        Of what was `made` just now, else of what is shown. Where the library says something else
        of boilerplate or of the articles than was known, all is compared anew.
        """
        compared = made or self._reading.compared
        known = self._verdicts if self._job else compared.whole.verdicts if compared else None
        with self._screen.tell_errors():
            verdicts = self._library.boilerplate_marks.find_verdicts(self._reading.articles)
            is_edited = compared is not None and [*compared.articles] != self._reading.articles
            if is_edited or known not in (None, verdicts):
                self._compare_by(self._state.sensitivity)
                return
            if compared is None:
                return
            ignored = self._library.ignored_passages.find_ignored(
                self._reading.articles, compared.found
            )
            compared = compared.ignore(ignored).leave_out_quotations(
                wanted=self._state.without_quotations
            )
            if made is None and compared is self._reading.compared:
                return
            self._reading.take(compared)
        self._screen.look_for_statements()
        self._screen.panes.show_shares()
        self._display.show()

    def show_more(self) -> None:
        """Show less sure passages too."""
        self._set_sensitivity(self._state.sensitivity + 1)

    def show_fewer(self) -> None:
        """Show surer passages only."""
        self._set_sensitivity(self._state.sensitivity - 1)

    def leave_out_quotations(self) -> None:
        """Let passages that are quotations count no more, or count again."""
        if self._reading.stated is None:
            self._screen.tell("Still looking for quotations.")
            return
        self._state.without_quotations = without = not self._state.without_quotations
        self.sift()
        self._screen.tell(
            "Passages that are quotations are left out."
            if without
            else "Passages that are quotations count again."
        )

    def _set_sensitivity(self, step: int) -> None:
        wanted = min(max(step, VERBATIM), WEAK)
        idle = self._reading.comparison is None and self._job is None
        if wanted != self._state.sensitivity or idle:
            self._compare_by(wanted)
        end = "" if wanted == step else " That is the last step."
        self._screen.tell(f"Passages: {SENSITIVITIES[wanted]}.{end}")

    def _compare_by(self, sensitivity: int) -> None:
        """Compare anew, whatever is being compared now."""
        self._call_off()
        self._state.sensitivity = sensitivity
        self.compare()

    # What does not count

    def mark_boilerplate(self, start: int, end: int) -> None:
        """Take a stretch of the article that has the focus for boilerplate."""
        with self._screen.tell_errors():
            changed = self._library.boilerplate_marks.mark(self._article, start, end)
            self._reading.selection = None
            now = "Marked as boilerplate" if changed else "Already boilerplate"
            self._screen.tell(self._screen.spell_keys(f"{now}. {{ignore}}: undo"))
            self._screen.reload()

    def unmark_boilerplate(self, start: int, end: int) -> None:
        """Take a stretch of the article that has the focus for reporting."""
        with self._screen.tell_errors():
            self._library.boilerplate_marks.unmark(self._article, start, end)
            self._screen.tell(
                self._screen.spell_keys(
                    "No longer boilerplate, compared like the rest. {undo}: undo"
                )
            )
            self._screen.reload()

    @property
    def _article(self) -> Article:
        return self._reading.articles[self._reading.focus]

    def ignore_or_restore(self) -> None:
        """Ignore the passage under the cursor, or take it back if it is ignored."""
        if not LENS_KINDS[self._reading.lens].shows_passages:
            self._screen.tell(
                self._screen.spell_keys("This lens shows no passages. {next_lens}: next lens")
            )
            return
        reading = self._reading
        ignored, group = reading.ignored_here(), reading.group_here()
        if group is None and ignored is None:
            self._screen.tell("No passage under the cursor.")
            return
        with self._screen.tell_errors():
            if ignored is not None:
                self._library.ignored_passages.restore(reading.articles, ignored.passages)
                self._screen.tell("Restored.")
            elif group is not None:
                self._library.ignored_passages.ignore(reading.articles, group.passages)
                self._screen.tell(
                    self._screen.spell_keys(
                        "Ignored, and left out of the percentages. {undo}: undo"
                    )
                )
            self.sift()
