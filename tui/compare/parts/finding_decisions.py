"""Deciding on findings in the compare view: none, or true."""

from __future__ import annotations

from storage.findings import Finding
from storage.tables.finding_verdicts import Verdict
from tui.compare.host import CompareHost
from tui.story.display.statement_words import describe_finding
from tui.story.finding_here import find_dismissed_here, find_finding_here

_DONE: dict[Verdict, str] = {"dismissed": "Dismissed", "confirmed": "Confirmed"}


class FindingDecisions:
    """Dismisses and confirms the finding under the cursor, or takes that back."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._reading = screen.reading
        self._verdicts = screen.library.finding_verdicts

    def dismiss_or_restore(self) -> bool:
        """Dismiss the finding under the cursor, or restore it; tells whether there is one.

        On a statement without a finding it says so.
        """
        finding = find_finding_here(self._reading) or find_dismissed_here(self._reading)
        if finding is not None:
            self._turn(finding, "dismissed")
        elif self._reading.statement_here() is not None:
            self._screen.tell("Nothing was found here to dismiss.")
        else:
            return False
        return True

    def confirm(self) -> None:
        """Confirm the finding under the cursor, or take that back."""
        finding = find_finding_here(self._reading) or find_dismissed_here(self._reading)
        if finding is not None:
            self._turn(finding, "confirmed")
        elif self._reading.statement_here() is not None:
            self._screen.tell("Nothing was found here to confirm.")
        else:
            self._screen.tell(
                "No finding under the cursor: see the lenses quotations and disagreements."
            )

    def _turn(self, finding: Finding, verdict: Verdict) -> None:
        """Decide so, or forget it where that is what was decided."""
        stated = self._reading.stated
        if stated is None:
            return
        what = self._describe(finding)
        with self._screen.tell_errors():
            self._screen.keep_story()
            if stated.verdict_on(finding) == verdict:
                self._verdicts.reopen(finding.key)
                said = f"Open again: {what}."
            else:
                self._verdicts.decide(finding.key, verdict)
                said = f"{_DONE[verdict]}: {what}."
            self._screen.reload()
            self._screen.tell(self._screen.spell_keys(f"{said} {{undo}}: undo"))

    def _describe(self, finding: Finding) -> str:
        item = self._reading.statement_here()
        here = self._reading.span_here(item) if item is not None else finding.spans[0]
        return describe_finding(finding, self._reading.letters, here)
