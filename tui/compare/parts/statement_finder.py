"""Finding what the articles state, while the user reads, in the compare view."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial

from storage.comparing import ComparedStory
from tui.base.job import Job, relay
from tui.compare.host import CompareHost
from tui.story.stated import Stated, find_stated


class StatementFinder:
    """Looks for statements once articles are compared; knows what the reader says of findings."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._library = screen.library
        self._job: Job[Stated] | None = None
        self._of: ComparedStory | None = None
        """That of which statements are known, or looked for."""

    def look(self) -> None:
        """Look for the statements of what is compared now, unless they are known or looked for."""
        compared = self._reading.compared
        if compared is None or (self._of is not None and compared.states_as(self._of)):
            return
        self.call_off()
        self._of = compared
        self._reading.take_stated(None)

        def work(progress: Callable[[float], None]) -> Stated:
            progress(0.0)
            return find_stated(compared)

        def show_if_wanted(show: Callable[[], None]) -> None:
            if self._job is job:  # what another one still has to say comes too late
                show()

        in_app = relay(self._screen.app, show_if_wanted)
        job = self._job = Job(
            work,
            done=lambda stated: in_app(partial(self._take, stated)),
            progressed=lambda _: None,
            failed=lambda error: in_app(partial(self._fail, error)),
        )
        job.start()

    def call_off(self) -> None:
        """Wait for nothing any more."""
        if self._job is not None:
            self._job.call_off()
            self._job = self._of = None

    def _take(self, stated: Stated) -> None:
        self._job = None
        if self._screen.is_attached:  # else the user has left meanwhile
            gc.freeze()  # see `Comparer`
            self._reading.take_stated(stated)
            self.renew_verdicts()
            self._screen.show_statements()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._reading.cannot_state = True
        self._display.show_status()
        why = f"Quotations and disagreements could not be looked for: {type(error).__name__}."
        self._screen.app.notify(why, severity="error", markup=False)

    def renew_verdicts(self) -> None:
        """Take over what the library now says of the findings."""
        stated = self._reading.stated
        if stated is not None:
            keys = {finding.key for finding in stated.findings.values()}
            verdicts = self._library.finding_verdicts.find(keys)
            if verdicts != stated.verdicts:
                self._reading.take_stated(stated.decide(verdicts))
